"""What a motion file says, as frozen values: key poses, contacts, timeline rows and mistakes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Degrees, Seconds
from sijoint_desktop.motion.limits import LimitKind

Vector = tuple[float, float, float]
_STRAIGHT = Degrees(0.0)


class Base(StrEnum):
    """The attitude of the trunk that pelvis angles are measured from."""

    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side_lying"  # on the right side, so that the left limbs are on top
    QUADRUPED = "quadruped"
    UPRIGHT = "upright"


class RootMode(StrEnum):
    """How the place of the body in the room follows from what it rests on."""

    PIN = "pin"  # one joint stays at a point; for lying
    KNEE = "knee"  # the pelvis rests on the kneeling legs; its x and y are stated
    STANDING = "standing"  # the pelvis rests on both feet; its x and y are stated
    PROPPED = "propped"  # the body hangs between a forearm and a knee that lies on its side


class ContactKind(StrEnum):
    """What a hand or a leg is fixed to."""

    FLAT = "flat"  # sole on the floor
    KNEEL = "kneel"  # knee and foot on the floor
    HEEL = "heel"  # back of the heel on the floor, toes up, the leg long
    SIDE = "side"  # outside of the knee and of the ankle on the floor
    PALM = "palm"  # palm on the floor
    FOREARM = "forearm"  # elbow, forearm and hand on the floor
    ON = "on"  # wrist, fingers or ankle at a point of another segment
    BELT = "belt"  # the hand holds its end of the belt


FLOOR_CONTACTS = (
    *(ContactKind.FLAT, ContactKind.KNEEL, ContactKind.HEEL, ContactKind.SIDE),
    *(ContactKind.PALM, ContactKind.FOREARM),
)
"""The kinds of contact that have a place on the floor."""


class Section(StrEnum):
    """The part of an exercise that a timeline row belongs to."""

    ENTER = "enter"  # once, before the first repetition
    REPEAT = "repeat"
    EXIT = "exit"  # once, after the last repetition


class Role(StrEnum):
    """Which figure of the dose sets the length of a phase; OTHER has seconds of its own."""

    EFFORT = "effort"
    HOLD = "hold"
    RETURN = "return"
    PAUSE = "pause"
    OTHER = "other"


class Breath(StrEnum):
    """What the breath does during a phase."""

    IN = "in"
    OUT = "out"
    FREE = "free"


class View(StrEnum):
    """The direction that an exercise is first seen from."""

    THREE_QUARTER = "three_quarter"
    SIDE = "side"
    FRONT = "front"
    ABOVE = "above"
    REAR = "rear"


VIEW_DEGREES: Mapping[View, tuple[Degrees, Degrees]] = MappingProxyType(
    {
        View.THREE_QUARTER: (Degrees(38.0), Degrees(20.0)),
        View.SIDE: (Degrees(0.0), Degrees(6.0)),
        View.FRONT: (Degrees(90.0), Degrees(12.0)),
        View.ABOVE: (Degrees(0.0), Degrees(76.0)),
        View.REAR: (Degrees(-90.0), Degrees(14.0)),
    }
)
"""Azimuth and elevation of the views; azimuth 0 looks at the figure's right side, 90 at its front.

The other side of the body is seen as the mirror image, from azimuth 180 minus this one.
"""


BREATH_CHANNELS: tuple[str, ...] = ("breath_ribs", "breath_belly")
"""What a pose states about the breath, each -1 to 1 and 0 at rest after an easy breath out: how
wide the lower ribs are, and how far the belly has risen or, below 0, is drawn in."""


PUSH_CHANNEL = "push"
"""What a pose states about its pushes, 0 to 1: how strong they are."""


@dataclass(frozen=True, slots=True)
class Root:
    """Where the body is: lengths in statures, x forward, y left, z up, floor at 0."""

    mode: RootMode
    joint: str = "pelvis"  # for PIN
    at: Vector = (0.0, 0.0, 0.0)  # for PIN
    xy: tuple[float, float] = (0.0, 0.0)  # of the pelvis, for KNEE and STANDING
    seated: bool = False  # STANDING: the pelvis rests on the seat, with both feet before it


@dataclass(frozen=True, slots=True)
class Contact:
    """One hand or foot held in place; it lasts between two poses that state it identically.

    Lengths are in statures. ``pole`` is the direction that the knee (in the pelvis frame) or the
    elbow (in the thorax frame) points to. ``fingers`` and ``palm`` are directions in the frame of
    the touched segment; without them the hand follows the forearm. ``grip`` is how far along the
    hand from the wrist the touching point lies. A contact that slides stays on the floor on its way
    from one place to another; it is enough that one of the two poses says so.
    """

    kind: ContactKind
    at: tuple[float, float] = (0.0, 0.0)
    yaw: Degrees = _STRAIGHT  # of toes, fingers or the bone on the floor, outwards
    foot_lean: Degrees = _STRAIGHT  # FLAT: the foot rolls on its edge, outwards
    knee_lean: Degrees = _STRAIGHT  # FLAT: the knee falls out of the line of the toes, outwards
    segment: str = "pelvis"
    along: float = 0.0  # share of the segment's length from its proximal joint
    offset: Vector = (0.0, 0.0, 0.0)
    fingers: Vector | None = None
    palm: Vector | None = None
    grip: float = 0.0
    pole: Vector | None = None
    slides: bool = False  # on the floor: along the floor to where the next pose states it

    def lasts_into(self, later: "Contact") -> bool:
        """Say whether the next pose states the same contact.

        Only a leg's lean may change, and the place of a contact that slides.
        """
        at = self.at if self.slides or later.slides else later.at
        return self == replace(
            later, at=at, slides=self.slides, foot_lean=self.foot_lean, knee_lean=self.knee_lean
        )


@dataclass(frozen=True, slots=True)
class PoseSpec:
    """A key pose with everything it inherits already filled in."""

    name: str
    root: Root
    angles: Mapping[str, Degrees]
    contacts: Mapping[str, Contact]  # by limb: leg_l, leg_r, arm_l, arm_r
    channels: Mapping[str, float]
    head_level: Degrees | None = None  # keeps the head's pitch in the room while the trunk moves


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the timeline: how the figure comes to a pose, and how long it stays.

    ``move`` and ``hold`` are seconds, or the part of the dose that sets them. A ``via`` row passes
    through its pose without stopping; without a ``phase`` it belongs to the phase of the next stop.
    """

    pose: str
    phase: str
    hold_phase: str
    move: Seconds | Role
    hold: Seconds | Role
    section: Section = Section.REPEAT
    via: bool = False
    rest: bool = False  # the hold is a rest, not a held effort
    breath: Breath = Breath.FREE
    hold_breath: Breath = Breath.FREE


@dataclass(frozen=True, slots=True)
class MistakeSpec:
    """A common fault as a still pose, with the joint where it shows.

    ``view`` is the direction that shows it best; ``close_up`` shows only what lies around the mark.
    """

    id: str
    right: str  # the key pose that it spoils
    pose: PoseSpec
    mark: str
    view: View
    close_up: bool = False


@dataclass(frozen=True, slots=True)
class Push:
    """A push against something that does not give way; an arrow shows it while poses state it.

    The arrow's head is at an ``offset`` in statures from a joint, and points along ``direction``;
    both are in world axes.
    """

    joint: str
    offset: Vector
    direction: Vector


@dataclass(frozen=True, slots=True)
class Cushion:
    """A pillow that stays where it is: its middle and its length, breadth and height, in statures.

    A pressed pillow is meant, as it is under a head or between two knees.
    """

    at: Vector
    size: Vector


class Stuff(StrEnum):
    """What a box in the room is made of, which says how it looks."""

    WOOD = "wood"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class Box:
    """A firm thing in the room, its edges along the world axes; lengths in statures."""

    centre: Vector
    half: Vector
    stuff: Stuff = Stuff.WOOD


@dataclass(frozen=True, slots=True)
class Scene:
    """The things that belong to a pose beside the body.

    Pillows, a band round both thighs, a strap from both hands round one foot, and what stands in
    the room.
    """

    cushions: tuple[Cushion, ...] = ()
    band: bool = False
    boxes: tuple[Box, ...] = ()
    strap: Side | None = None


NO_SCENE = Scene()
"""Nothing beside the body."""


@dataclass(frozen=True, slots=True)
class MotionSpec:
    """The motion of one exercise, as its file states it."""

    base: Base
    poses: Mapping[str, PoseSpec]
    rows: tuple[Row, ...]
    mistakes: tuple[MistakeSpec, ...]
    authored_side: Side | None  # None where both sides work together
    camera: View
    limits: LimitKind
    working: tuple[str, ...]  # bones such as hip_l-knee_l
    muscles: tuple[str, ...]
    arrows: tuple[str, ...]  # joints whose path is worth an arrow
    props: tuple[str, ...]
    loop: bool = True
    pushes: tuple[Push, ...] = ()
    cushions: tuple[Cushion, ...] = ()
    room: tuple[Box, ...] = ()
    variants: Mapping[str, "MotionSpec"] = field(default_factory=dict)
    """The motion at dose levels that are done in another way, by the name of the level."""

    @property
    def scene(self) -> Scene:
        """Return what is to be seen beside the body."""
        strap = self.authored_side if "strap" in self.props else None
        return Scene(self.cushions, "band" in self.props, self.room, strap)
