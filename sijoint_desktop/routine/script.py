"""Compiles a routine to a script: the exact run of every second of a session."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.plan import SlotPlan
from sijoint_desktop.routine.segment import Part, Segment, SegmentKind, Timings

__all__ = [
    "Exercises",
    "Part",
    "Script",
    "Segment",
    "SegmentKind",
    "Timings",
    "compile_script",
    "routine_minutes",
    "slot_duration",
]


@dataclass(frozen=True, slots=True)
class Script:
    """A routine in time: segments that follow each other without a gap."""

    segments: tuple[Segment, ...]
    duration_s: Seconds

    @property
    def planned_reps(self) -> int:
        """The number of repetitions that a complete session finishes."""
        return sum(segment.ends_rep for segment in self.segments)

    @property
    def slots(self) -> int:
        """The number of exercises."""
        return self.segments[-1].slot + 1 if self.segments else 0


class Exercises(Protocol):
    """Where a script finds its exercises; the content library is one."""

    def get(self, exercise_id: ExerciseId, /) -> Exercise:
        """Return the exercise with this id."""
        ...


def compile_script(routine: Routine, library: Exercises, timings: Timings | None = None) -> Script:
    """Return the script of a routine; its length is exactly the sum of its segments.

    Within a set one side is done in full, then the other; the next set follows after the rest.
    """
    times = timings or Timings()
    segments: list[Segment] = []
    for index, slot in enumerate(routine.slots):
        plan = SlotPlan(index, slot, library.get(slot.exercise_id), times)
        ready_s = times.get_ready_s
        if index == 0:
            ready_s = times.first_ready_s
        else:
            segments += plan.rest_before()
        segments += plan.segments(ready_s)
    placed = tuple(_placed(segments))
    return Script(placed, Seconds(placed[-1].end_s if placed else 0.0))


def slot_duration(slot: Slot, exercise: Exercise, timings: Timings | None = None) -> float:
    """Return the seconds of one exercise with its "get ready", without the rest before it."""
    times = timings or Timings()
    plan = SlotPlan(0, slot, exercise, times)
    return math.fsum(segment.duration_s for segment in plan.segments(times.get_ready_s))


def routine_minutes(routine: Routine, library: Exercises, timings: Timings | None = None) -> int:
    """Return the length of a routine in whole minutes, rounded up; 0 for an empty routine."""
    return math.ceil(compile_script(routine, library, timings).duration_s / 60)


def _placed(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield segments of some length, one after the other, with their blocks numbered."""
    start_s, block, last = 0.0, -1, None
    for segment in segments:
        if segment.duration_s <= 0:
            continue
        key = _block_key(segment)
        if key != last:
            block, last = block + 1, key
        placed = replace(segment, start_s=Seconds(start_s), block=block)
        yield placed
        start_s = placed.end_s


def _block_key(segment: Segment) -> tuple[object, ...]:
    rep = segment.rep_number if segment.part is Part.REPEAT else 0
    return (segment.slot, segment.part, segment.set_number, segment.side, rep)
