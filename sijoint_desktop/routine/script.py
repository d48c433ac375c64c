"""Compiles a routine to a script: the exact run of every second of a session."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from sijoint_desktop.content.model import Dose, Exercise, Sides
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.timeline import (
    Breath,
    Phase,
    PhaseKind,
    Role,
    Section,
    build_timeline,
)
from sijoint_desktop.routine.model import Routine, Slot, SlotSides


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
    in the whole repetition that the segment belongs to, 0 outside of one.
    """

    kind: SegmentKind
    part: Part
    start_s: Seconds
    duration_s: Seconds
    slot: int
    exercise_id: ExerciseId
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
    block: int = 0

    @property
    def end_s(self) -> float:
        """The moment at which the segment is over, in seconds from the start of the script."""
        return self.start_s + self.duration_s


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds between the exercises' own movements; the defaults are the product's.

    ``rest_sets_s`` stands in for a dose that gives no rest of its own.
    """

    get_ready_s: float = 5.0
    first_ready_s: float = 10.0
    side_change_s: float = 5.0
    rest_sets_s: float = 15.0
    rest_exercises_s: float = 20.0


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
        plan = _Plan(index, slot, library.get(slot.exercise_id), times)
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
    plan = _Plan(0, slot, exercise, times)
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


class _Plan:
    """The segments of one slot, in order and not yet placed in time."""

    def __init__(self, index: int, slot: Slot, exercise: Exercise, timings: Timings) -> None:
        dose = slot.dose
        fitting = dose.wear_minutes is not None  # a belt is put on once; wearing it is not guided
        self._index = index
        self._exercise = exercise
        self._timings = timings
        self._sets = 1 if fitting else dose.sets
        self._reps = 1 if fitting else dose.reps
        self._rest_s = dose.rest_s or timings.rest_sets_s
        self._phases = {section: _phases(exercise, dose, section) for section in Section}
        if fitting:  # the belt stays on
            self._phases[Section.EXIT] = ()
        self._runs = _runs(exercise.sides, slot)
        self._hold_s = math.fsum(
            p.duration_s for p in self._phases[Section.REPEAT] if _kind(p) is SegmentKind.HOLD
        )

    def rest_before(self) -> Iterator[Segment]:
        """Yield the rest after the exercise before, during which this one is shown."""
        yield self._still(
            SegmentKind.REST, Part.REST_EXERCISE, self._timings.rest_exercises_s, self._runs[0][0]
        )

    def segments(self, ready_s: float) -> Iterator[Segment]:
        """Yield "get ready" and every set, with the rests and side changes between."""
        yield self._still(SegmentKind.GET_READY, Part.READY, ready_s, self._runs[0][0])
        for set_number in range(1, self._sets + 1):
            if set_number > 1:
                yield self._still(
                    SegmentKind.REST, Part.REST_SET, self._rest_s, self._runs[0][0], set_number
                )
            for number, run in enumerate(self._runs):
                if number:
                    yield self._still(
                        SegmentKind.SIDE_CHANGE,
                        Part.SIDE_CHANGE,
                        self._timings.side_change_s,
                        run[0],
                        set_number,
                    )
                yield from self._run(set_number, run)

    def _run(self, set_number: int, run: tuple[Side | None, ...]) -> Iterator[Segment]:
        """Yield the way in, the repetitions, and the way out; ``run`` names the sides in turn."""
        yield from self._through(Section.ENTER, run[0], set_number, 1)
        turns = [(rep, side) for rep in range(1, self._reps + 1) for side in run]
        for turn, (rep, side) in enumerate(turns, start=1):
            yield from self._through(Section.REPEAT, side, set_number, rep, last=turn == len(turns))
        yield from self._through(Section.EXIT, run[-1], set_number, self._reps)

    def _through(
        self, section: Section, side: Side | None, set_number: int, rep: int, *, last: bool = False
    ) -> Iterator[Segment]:
        phases = self._phases[section]
        if last:  # what follows the last repetition is a rest anyway
            while len(phases) > 1 and phases[-1].role is Role.PAUSE:
                phases = phases[:-1]
        repeat = section is Section.REPEAT
        ending = max((i for i, p in enumerate(phases) if p.role is not Role.PAUSE), default=-1)
        for index, phase in enumerate(phases):
            segment = self._segment(
                _kind(phase),
                Part(section.name.lower()),
                phase.duration_s,
                side,
                set_number=set_number,
                rep=rep,
                rows=(phase.row_start, phase.row_end),
            )
            yield replace(
                segment,
                phase_name=phase.name,
                breath=phase.breath,
                ends_rep=repeat and index == ending,
                hold_s=Seconds(self._hold_s if repeat else 0.0),
            )

    def _still(
        self,
        kind: SegmentKind,
        part: Part,
        duration_s: float,
        side: Side | None,
        set_number: int = 1,
    ) -> Segment:
        """Return a segment in which the figure waits where the coming run begins."""
        row = next(p.row_start for phases in self._in_order() for p in phases)
        return self._segment(
            kind, part, duration_s, side, set_number=set_number, rep=1, rows=(row, row)
        )

    def _in_order(self) -> tuple[tuple[Phase, ...], ...]:
        return (self._phases[Section.ENTER], self._phases[Section.REPEAT])

    def _segment(
        self,
        kind: SegmentKind,
        part: Part,
        duration_s: float,
        side: Side | None,
        *,
        set_number: int,
        rep: int,
        rows: tuple[float, float],
    ) -> Segment:
        return Segment(
            kind=kind,
            part=part,
            start_s=Seconds(0.0),
            duration_s=Seconds(duration_s),
            slot=self._index,
            exercise_id=self._exercise.id,
            side=side,
            set_number=set_number,
            sets=self._sets,
            rep_number=rep,
            reps=self._reps,
            row_start=rows[0],
            row_end=rows[1],
            phase_name=_STILL_NAMES.get(part, ""),
            breath=Breath.FREE,
            hold_s=Seconds(0.0),
        )


_STILL_NAMES = {
    Part.READY: "Get ready",
    Part.SIDE_CHANGE: "Change sides",
    Part.REST_SET: "Rest",
    Part.REST_EXERCISE: "Rest",
}


def _runs(sides: Sides, slot: Slot) -> tuple[tuple[Side | None, ...], ...]:
    """Return the runs of one set; each run names the sides that take turns in it.

    A side change with its pause lies between runs; within a run the movement itself passes
    through the middle, so alternating repetitions follow each other without one.
    """
    if sides is Sides.TOGETHER:
        return ((None,),)
    if slot.sides is not SlotSides.BOTH:
        return ((Side(slot.sides.value),),)
    both = (slot.start_side, slot.start_side.other)
    return (both,) if sides is Sides.ALTERNATING else tuple((side,) for side in both)


def _phases(exercise: Exercise, dose: Dose, section: Section) -> tuple[Phase, ...]:
    timeline = build_timeline(
        exercise.motion,
        effort_s=dose.tempo.effort_s,
        return_s=dose.tempo.return_s,
        pause_s=dose.tempo.pause_s,
        hold_s=dose.hold_s,
        section=section,
    )
    # the figure waits in its first pose during "get ready" already
    return tuple(
        phase
        for phase in timeline.phases
        if section is Section.REPEAT or phase.kind is not PhaseKind.REST
    )


def _kind(phase: Phase) -> SegmentKind:
    """Return what a person does in a phase; only what the dose asks to be held is a hold."""
    if phase.kind is PhaseKind.REST or phase.role is Role.PAUSE:
        return SegmentKind.REST
    if phase.role is Role.HOLD:
        return SegmentKind.HOLD
    if phase.role is Role.RETURN or phase.section is Section.EXIT:
        return SegmentKind.RETURN
    return SegmentKind.MOVE
