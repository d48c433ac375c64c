"""The values that describe an exercise: frozen, and complete from birth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.spec import MotionSpec


class Purpose(StrEnum):
    """What an exercise is for; the window says Loosen, Stretch, Steady and Support."""

    MOBILISE = "mobilise"
    RELEASE = "release"
    STABILISE = "stabilise"
    SUPPORT = "support"


class Position(StrEnum):
    """The position that an exercise is done in."""

    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side_lying"
    QUADRUPED = "quadruped"
    KNEELING = "kneeling"
    HALF_KNEELING = "half_kneeling"
    SEATED = "seated"
    STANDING = "standing"


class Sides(StrEnum):
    """How the two sides of the body take their turns."""

    TOGETHER = "together"
    EACH = "each"  # all repetitions of one side, then the other
    ALTERNATING = "alternating"  # one repetition left, one right, and so on


class Level(StrEnum):
    """Dose levels of CLINICAL brief section c: beginner, standard and progressed."""

    BEGINNER = "beginner"
    STANDARD = "standard"
    PROGRESSED = "progressed"


class CautionTag(StrEnum):
    """What in a person's profile a caution applies to."""

    PREGNANCY_SUPINE = "preg_supine"
    PREGNANCY = "pregnancy"
    HIP_REPLACEMENT = "hip_repl"
    HIP_REPLACEMENT_ANTERIOR = "hip_repl_anterior"
    KNEEL = "kneel"
    WRIST = "wrist"
    HYPERMOBILE = "hypermobile"
    OSTEOPOROSIS = "osteoporosis"
    OUTER_HIP_PAIN = "outer_hip_pain"
    KNEE_PAIN = "knee_pain"
    PUBIC_PAIN = "pubic_pain"
    BALANCE = "balance"
    SHOULDER_PAIN = "shoulder_pain"
    LATE_PREGNANCY = "late_pregnancy"
    AFTER_BIRTH = "after_birth"
    FLOOR = "floor"
    DIZZY_SUPINE = "dizzy_on_back"
    GENERAL = "general"


class CautionAction(StrEnum):
    """What to do where a caution applies."""

    AVOID = "avoid"
    ADAPT = "adapt"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds of the moving parts of one repetition; the hold belongs to the dose."""

    effort_s: Seconds
    return_s: Seconds
    pause_s: Seconds


@dataclass(frozen=True, slots=True)
class Dose:
    """How much: sets x repetitions (a side, where sides take turns), hold, tempo and rest.

    ``wear_minutes`` is set for the belt alone: (least, most) minutes, 0 < least <= most.
    """

    sets: int
    reps: int
    hold_s: Seconds
    tempo: Tempo
    rest_s: Seconds
    days_per_week: tuple[int, int]  # least and most days a week
    note: str = ""  # what else differs at this level, e.g. "leg only"
    wear_minutes: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One short instruction; ``phases`` names the motion phases during which it is lit.

    ``at_level`` holds the instruction at the levels where it reads otherwise.
    """

    text: str
    phases: tuple[str, ...]
    at_level: Mapping[Level, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A common fault: what it looks like and what to do instead.

    ``motion_id`` names the pose override of the motion that shows it, if it is drawn.
    """

    id: str
    wrong: str  # completes "Common mistake: ...", e.g. "leg too high, so the back sags"
    right: str  # what to do instead, e.g. "heel level with the hips"
    motion_id: str | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """Whom an exercise may not suit, and what to do about it.

    ``instead`` is the exercise that stands in for it, where one does.
    """

    tag: CautionTag
    action: CautionAction
    text: str
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """An easier or harder way; ``exercise`` is set where it is an exercise of its own."""

    text: str
    exercise: str | None = None


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What the figure can show: a movement with its name and its steps."""

    id: ExerciseId
    name: str
    summary: str
    sides: Sides
    side_word: str  # completes "LEFT ...", e.g. "leg back"; empty when sides are together
    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    motion: MotionSpec


@dataclass(frozen=True, slots=True)
class SelfTest(Demonstration):
    """A movement that a person tries once during the check, to notice something about it.

    ``codes`` are the findings of the check that it answers. ``tempo`` and ``hold_s`` are its own,
    since a test has no dose.
    """

    notice: str  # what to look out for while doing it
    stop: str  # when to stop at once
    codes: tuple[str, ...]
    tempo: Tempo
    hold_s: Seconds


@dataclass(frozen=True, slots=True)
class Exercise(Demonstration):
    """One exercise of the programme, as its file states it."""

    code: str  # "E01"; the number used in the clinical brief
    purpose: Purpose
    position: Position
    equipment: tuple[str, ...]
    muscles: tuple[str, ...]  # plain words
    breath: str
    feel: str
    cues: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    cautions: tuple[Caution, ...]
    easier: tuple[Variant, ...]
    harder: tuple[Variant, ...]
    doses: Mapping[Level, Dose]
    variants: Mapping[Level, "Exercise"] = field(default_factory=dict)
    """The same exercise at the levels where its movement differs, such as with the leg only."""
    own: bool = False  # the person's own, not of the programme

    def at(self, level: Level) -> "Exercise":
        """Return the exercise as it is done at a level: the same object at every call."""
        return self.variants.get(level, self)
