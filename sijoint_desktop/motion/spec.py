"""Reading the ``[motion]`` table of an exercise file into a MotionSpec, with every fault named."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Degrees, Seconds
from sijoint_desktop.motion.cushions import parse_cushions
from sijoint_desktop.motion.joints import FRAMES, JOINTS, PARENTS
from sijoint_desktop.motion.limits import AUTHORED_ANGLES, LimitKind
from sijoint_desktop.motion.model import (
    BREATH_CHANNELS,
    FLOOR_CONTACTS,
    PUSH_CHANNEL,
    Base,
    Breath,
    Contact,
    ContactKind,
    MistakeSpec,
    MotionSpec,
    PoseSpec,
    Role,
    Root,
    RootMode,
    Row,
    Section,
    Vector,
    View,
)
from sijoint_desktop.motion.props import BELT_CHANNELS
from sijoint_desktop.motion.pushes import parse_pushes
from sijoint_desktop.motion.room import parse_room
from sijoint_desktop.motion.table import Table, close_match

__all__ = ["MUSCLES", "MotionSpec", "parse_motion"]

LIMBS = ("leg_l", "leg_r", "arm_l", "arm_r")

MUSCLES: tuple[str, ...] = (
    *("abdominals", "back_extensors"),
    *(
        muscle + side
        for side in ("_l", "_r")
        for muscle in (
            *("glute_max", "glute_med", "piriformis", "hip_flexor"),
            *("hamstrings", "quadriceps", "adductors", "obliques"),
        )
    ),
)
"""The muscles that the figure can show at work."""

PROPS: tuple[str, ...] = ("belt", "ball", "band", "strap", "stick")
_CHANNELS = (*BELT_CHANNELS, *BREATH_CHANNELS, PUSH_CHANNEL)
_BONES = tuple(
    f"{JOINTS[above]}-{joint}" for joint, above in zip(JOINTS, PARENTS, strict=True) if above >= 0
)
_SUPPORTS = {
    "leg": (
        *(ContactKind.FLAT, ContactKind.KNEEL, ContactKind.HEEL),
        *(ContactKind.SIDE, ContactKind.ON),
    ),
    "arm": (ContactKind.PALM, ContactKind.FOREARM, ContactKind.ON, ContactKind.BELT),
}


def parse_motion(table: Mapping[str, object], where: str) -> MotionSpec:
    """Build the motion that a parsed ``[motion]`` table describes.

    ``where`` names the file in messages. Raises ContentError with one sentence for every fault.
    """
    faults: list[str] = []
    top = Table(table, "", faults)
    poses = _poses(top)
    camera = top.choice("camera", View, View.THREE_QUARTER)
    spec = MotionSpec(
        base=top.choice("base", Base),
        poses=MappingProxyType(poses),
        rows=_rows(top, poses),
        mistakes=_mistakes(top, poses, camera),
        authored_side=_authored_side(top),
        camera=camera,
        limits=top.choice("limits", LimitKind, LimitKind.PASSIVE),
        working=top.texts("working", _BONES),
        muscles=top.texts("muscles", MUSCLES),
        arrows=top.texts("arrows", JOINTS),
        props=top.texts("props", PROPS),
        loop=not top.flag("once"),
        cushions=parse_cushions(top),
    )
    spec = replace(spec, pushes=parse_pushes(top), room=parse_room(top))
    if spec.authored_side is None and "strap" in spec.props:
        top.fault("props", "a strap goes round one foot; expected an authored_side")
    variants = _variants(top, spec)
    top.close()
    if faults:
        raise ContentError([f"{where}: {fault}" for fault in faults])
    return replace(spec, variants=MappingProxyType(variants))


def _authored_side(top: Table) -> Side | None:
    return top.choice("authored_side", Side) if top.has("authored_side") else None


def _poses(top: Table) -> dict[str, PoseSpec]:
    root = _root(top.table("root"), None)
    poses: dict[str, PoseSpec] = {}
    for entry in top.tables("pose"):
        name = entry.text("name")
        if name in poses:
            entry.fault("name", f"{name!r} is already taken")
        parent = PoseSpec(name, root, {}, {}, {})
        if entry.has("inherits"):
            parent = _named(entry, "inherits", poses) or parent
        poses[name] = _override(entry, name, parent)
        entry.close()
    if not poses:
        top.fault("pose", "missing; expected at least one key pose")
    return poses


def _named(entry: Table, key: str, poses: Mapping[str, PoseSpec]) -> PoseSpec | None:
    name = entry.text(key)
    if name in poses:
        return poses[name]
    entry.fault(key, f"no pose {name!r} stands above{close_match(name, poses)}")
    return None


def _override(entry: Table, name: str, parent: PoseSpec) -> PoseSpec:
    head = parent.head_level
    if entry.has("head_level"):
        head = None if entry.raw("head_level") == "off" else Degrees(entry.number("head_level"))
    return PoseSpec(
        name=name,
        root=_root(entry.table("root"), parent.root),
        angles=MappingProxyType({**parent.angles, **_angles(entry.table("angles"))}),
        contacts=MappingProxyType(_contacts(entry.table("contacts"), parent.contacts)),
        channels=MappingProxyType({**parent.channels, **_channels(entry.table("channels"))}),
        head_level=head,
    )


def _root(entry: Table, parent: Root | None) -> Root:
    before = parent or Root(RootMode.PIN)
    mode = entry.choice("mode", RootMode, parent.mode if parent else None)
    joint = entry.text("joint", before.joint)
    if joint not in JOINTS:
        entry.fault("joint", f"unknown joint {joint!r}{close_match(joint, JOINTS)}")
    at = entry.numbers("at", 3)
    xy = entry.numbers("xy", 2)
    seated = entry.flag("seated") if entry.has("seated") else before.seated
    entry.close()
    return Root(
        mode=mode,
        joint=joint,
        at=(at[0], at[1], at[2]) if at else before.at,
        xy=(xy[0], xy[1]) if xy else before.xy,
        seated=seated,
    )


def _angles(entry: Table) -> dict[str, Degrees]:
    angles: dict[str, Degrees] = {}
    for name in entry:
        if name in AUTHORED_ANGLES:
            angles[name] = Degrees(entry.number(name))
        else:
            entry.fault(name, f"unknown angle{close_match(name, AUTHORED_ANGLES)}")
    return angles


def _channels(entry: Table) -> dict[str, float]:
    channels: dict[str, float] = {}
    for name in entry:
        channels[name] = entry.number(name)
        least = -1.0 if name in BREATH_CHANNELS else 0.0
        if name not in _CHANNELS:
            entry.fault(name, f"unknown channel{close_match(name, _CHANNELS)}")
        elif not least <= channels[name] <= 1.0:
            entry.fault(name, f"{channels[name]:g} is outside {least:g} to 1")
    return channels


def _contacts(entry: Table, inherited: Mapping[str, Contact]) -> dict[str, Contact]:
    contacts = dict(inherited)
    for limb in entry:
        if limb not in LIMBS:
            entry.fault(limb, f"unknown limb{close_match(limb, LIMBS)}")
        elif entry.raw(limb) == "off":
            contacts.pop(limb, None)
        else:
            contacts[limb] = _contact(entry.table(limb), limb)
    return contacts


def _contact(entry: Table, limb: str) -> Contact:
    kind = entry.choice("type", ContactKind)
    allowed = _SUPPORTS[limb[:3]]
    if kind not in allowed:
        entry.fault("type", f"{kind} does not suit {limb}; expected {', '.join(allowed)}")
    segment = entry.text("on", "pelvis") if kind is ContactKind.ON else "pelvis"
    if segment not in FRAMES:
        entry.fault("on", f"unknown segment {segment!r}{close_match(segment, FRAMES)}")
    at = entry.numbers("at", 2)
    if at is None and kind in FLOOR_CONTACTS:
        entry.fault("at", "missing; expected the place on the floor, a list of 2 numbers")
    contact = Contact(
        kind=kind,
        at=(at[0], at[1]) if at else (0.0, 0.0),
        yaw=Degrees(entry.number("yaw", 0.0)),
        foot_lean=Degrees(entry.number("foot_lean", 0.0)),
        knee_lean=Degrees(entry.number("knee_lean", 0.0)),
        segment=segment,
        along=entry.number("along", 0.0),
        offset=_vector(entry, "offset") or (0.0, 0.0, 0.0),
        fingers=_vector(entry, "fingers"),
        palm=_vector(entry, "palm"),
        grip=entry.number("grip", 0.0),
        pole=_vector(entry, "pole"),
        slides=entry.flag("slides"),
    )
    if contact.slides and kind not in FLOOR_CONTACTS:
        entry.fault("slides", f"{kind} is not on the floor; expected {', '.join(FLOOR_CONTACTS)}")
    if (contact.fingers is None) != (contact.palm is None):
        entry.fault("fingers", "stated without palm, or palm without it; both are needed")
    entry.close()
    return contact


def _vector(entry: Table, key: str) -> Vector | None:
    numbers = entry.numbers(key, 3)
    return (numbers[0], numbers[1], numbers[2]) if numbers else None


def _rows(top: Table, poses: Mapping[str, PoseSpec]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for entry in top.tables("timeline"):
        rows.append(_row(entry, poses, first=not rows))
        entry.close()
    if len(rows) < 2:
        top.fault("timeline", "expected at least two rows")
        return tuple(rows)
    if rows[0].via or rows[-1].via:
        top.fault("timeline", "the first and the last row must be stops, not via")
    if not top.flag("once") and rows[0].pose != rows[-1].pose:
        top.fault("timeline", f"ends at {rows[-1].pose!r}; expected to loop to {rows[0].pose!r}")
    for row, later in pairwise(rows[1:]):
        roles = [value for value in (row.move, later.move) if isinstance(value, Role)]
        if row.via and roles and (row.move != later.move or row.phase):
            top.fault("timeline", f"a sweep through {row.pose!r} must follow the dose as a whole")
    order = list(Section)
    if [row.section for row in rows] != sorted((r.section for r in rows), key=order.index):
        top.fault("timeline", "expected the sections in the order enter, repeat, exit")
    return tuple(rows)


def _row(entry: Table, poses: Mapping[str, PoseSpec], *, first: bool) -> Row:
    pose = entry.text("pose")
    if pose not in poses:
        entry.fault("pose", f"no pose {pose!r}{close_match(pose, poses)}")
    via = entry.flag("via")
    phase = entry.text("phase", "" if via else None)
    hold = _duration(entry, "hold", (Role.HOLD, Role.PAUSE))
    named = {Role.HOLD: "Hold", Role.PAUSE: "Pause"}
    move = _duration(entry, "move", (Role.EFFORT, Role.RETURN))
    if not first and not isinstance(move, Role) and move <= 0:
        entry.fault("move", f"{move:g} s; expected more than 0, or effort or return")
    if via and (isinstance(hold, Role) or hold > 0):
        entry.fault("via", "a pose that is passed through cannot have a hold")
    breath = entry.choice("breath", Breath, Breath.FREE)
    return Row(
        pose=pose,
        phase=phase,
        hold_phase=entry.text("hold_phase", named[hold] if isinstance(hold, Role) else phase),
        move=move,
        hold=hold,
        section=entry.choice("section", Section, Section.REPEAT),
        via=via,
        rest=entry.flag("rest"),
        breath=breath,
        hold_breath=entry.choice("hold_breath", Breath, Breath.FREE),
    )


_DOSE_WORDS = {Role.HOLD: "dose"}


def _duration(entry: Table, key: str, roles: tuple[Role, ...]) -> Seconds | Role:
    words = {_DOSE_WORDS.get(role, str(role)): role for role in roles}
    value = entry.raw(key)
    if isinstance(value, str):
        if value in words:
            return words[value]
        entry.fault(key, f"{value!r}; expected seconds or {' or '.join(words)}")
        return roles[0]
    return Seconds(entry.number(key, 0.0))


def _variants(top: Table, spec: MotionSpec) -> dict[str, MotionSpec]:
    """Read ``[[motion.variant]]``: one key pose done otherwise at one level of the dose.

    A level that does several poses otherwise has an entry for each.
    """
    variants: dict[str, MotionSpec] = {}
    taken: set[tuple[str, str]] = set()
    for entry in top.tables("variant"):
        level = entry.text("level")
        changed = _named(entry, "pose", spec.poses)
        if changed is not None:
            if (level, changed.name) in taken:
                entry.fault("pose", f"{changed.name!r} is already taken at level {level!r}")
            taken.add((level, changed.name))
            pose, before = _override(entry, changed.name, changed), variants.get(level, spec)
            variants[level] = replace(
                before,
                poses=MappingProxyType({**before.poses, pose.name: pose}),
                mistakes=(),
                camera=entry.choice("camera", View, before.camera),
                working=entry.texts("working", _BONES) or before.working,
                arrows=entry.texts("arrows", JOINTS) or before.arrows,
                props=entry.texts("props", PROPS) or before.props,
            )
        entry.close()
    return variants


def _mistakes(top: Table, poses: Mapping[str, PoseSpec], camera: View) -> tuple[MistakeSpec, ...]:
    mistakes: list[MistakeSpec] = []
    for entry in top.tables("mistake"):
        name = entry.text("id")
        right = _named(entry, "pose", poses)
        mark = entry.text("mark")
        if mark not in JOINTS:
            entry.fault("mark", f"unknown joint {mark!r}{close_match(mark, JOINTS)}")
        view = entry.choice("view", View, camera)
        close_up = entry.flag("close_up")
        if right is None:
            continue  # what it overrides cannot be judged
        pose = _override(entry, name, right)
        mistakes.append(MistakeSpec(name, right.name, pose, mark, view, close_up))
        entry.close()
    return tuple(mistakes)
