"""What happened in a session, in the past tense; each event is one frozen value."""

from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds


class PauseReason(StrEnum):
    """Why a session stands still."""

    ASKED = "asked"
    GAP = "gap"  # the computer slept, or the program was held up for over two seconds
    CUT_OFF = "cut_off"  # a crash or a power cut ended it; it goes on from here


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """The script moved on to the segment with this index."""

    segment: int


@dataclass(frozen=True, slots=True)
class RepFinished:
    """One repetition was done, or left during its hold; recorded before the next begins.

    ``slot``, ``set_number`` and ``rep_number`` count from 0, 1 and 1; ``side`` is None where both
    sides work together. ``held_s`` is the time really held, less than ``planned_hold_s`` where the
    hold was left early.
    """

    slot: int
    exercise_id: ExerciseId
    side: Side | None
    set_number: int
    rep_number: int
    held_s: Seconds
    planned_hold_s: Seconds

    @property
    def whole(self) -> bool:
        """Whether it was held to its end."""
        return self.held_s >= self.planned_hold_s


@dataclass(frozen=True, slots=True)
class CountdownBeat:
    """A whole second before a start (``rising``) or an end: 3, 2, 1, and 0 on the moment itself."""

    seconds_left: int
    rising: bool


@dataclass(frozen=True, slots=True)
class HalfWay:
    """Half of a long hold is over."""


@dataclass(frozen=True, slots=True)
class DoneAwaited:
    """The count of a set without a hold is through, and the person says when they are."""


@dataclass(frozen=True, slots=True)
class Paused:
    """The session stands still."""

    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session goes on after a short re-count."""


@dataclass(frozen=True, slots=True)
class SessionFinished:
    """The script has come to its end, or the person ended it early."""

    completed: bool


Event = (
    SegmentStarted
    | RepFinished
    | CountdownBeat
    | HalfWay
    | DoneAwaited
    | Paused
    | Resumed
    | SessionFinished
)
