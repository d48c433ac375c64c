"""The stretches that a session is made of, and the times that lie between movements."""

from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.timeline import Breath


class SegmentKind(StrEnum):
    """What a person does during a segment; each has a word, a colour and a shape."""

    GET_READY = "get_ready"
    MOVE = "move"
    HOLD = "hold"
    RETURN = "return"
    REST = "rest"
    SIDE_CHANGE = "side_change"


class Part(StrEnum):
    """Which part of an exercise a segment belongs to."""

    READY = "ready"
    ENTER = "enter"  # getting into the position, once in a run
    REPEAT = "repeat"  # the repetition itself
    EXIT = "exit"  # coming out of the position, once in a run
    SIDE_CHANGE = "side_change"
    REST_SET = "rest_set"
    REST_EXERCISE = "rest_exercise"  # shows the exercise that comes next


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a session during which a single thing is done.

    ``slot`` counts from 0, sets and repetitions from 1. ``block`` numbers the stretches that a
    person skips or repeats as one: a repetition, a rest, the way into a position. ``row_start``
    and ``row_end`` are positions in the baked clip of ``side``. ``hold_s`` is the time to be held
    in the whole repetition that the segment belongs to, 0 outside of one. ``extra`` says that its
    set is one more than the other side does.
    """

    kind: SegmentKind
    part: Part
    start_s: Seconds
    duration_s: Seconds
    slot: int
    exercise_id: ExerciseId
    level: Level
    side: Side | None
    set_number: int
    sets: int
    rep_number: int
    reps: int
    row_start: float
    row_end: float
    phase_name: str
    breath: Breath
    hold_s: Seconds
    ends_rep: bool = False
    extra: bool = False
    block: int = 0

    @property
    def end_s(self) -> float:
        """The moment at which the segment is over, in seconds from the start of the script."""
        return self.start_s + self.duration_s


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds between the exercises' own movements; the defaults are the product's.

    ``rest_sets_s`` stands in for a dose that gives no rest of its own; ``fitting_step_s`` is the
    least time for one step of putting a belt on, which a figure shows faster than a person does.
    """

    get_ready_s: float = 5.0
    first_ready_s: float = 10.0
    side_change_s: float = 5.0
    rest_sets_s: float = 15.0
    rest_exercises_s: float = 20.0
    fitting_step_s: float = 8.0
