"""Lays out one exercise of a routine: its sets, sides, repetitions and the rests between them."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sijoint_desktop.content.model import Dose, Exercise, Sides
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.timeline import (
    Breath,
    Phase,
    PhaseKind,
    Role,
    Section,
)
from sijoint_desktop.routine.model import Slot, SlotSides
from sijoint_desktop.routine.segment import Part, Segment, SegmentKind, Timings


class SlotPlan:
    """The segments of one slot, in order and not yet placed in time."""

    def __init__(self, index: int, slot: Slot, exercise: Exercise, timings: Timings) -> None:
        dose = slot.dose
        fitting = dose.wear_minutes is not None  # a belt is put on once; wearing it is not guided
        self._index = index
        self._exercise = exercise.at(slot.level)
        self._level = slot.level
        self._timings = timings
        self._extra = None if fitting or exercise.sides is Sides.TOGETHER else slot.extra_set
        self._sets = 1 if fitting else dose.sets + (self._extra is not None)
        self._reps = 1 if fitting else dose.reps
        self._rest_s = dose.rest_s or timings.rest_sets_s
        self._phases = {section: _phases(self._exercise, dose, section) for section in Section}
        if fitting:
            self._phases = {s: _slowed(p, timings) for s, p in self._phases.items()}
            self._phases[Section.EXIT] = ()  # the belt stays on
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
                    SegmentKind.REST,
                    Part.REST_SET,
                    self._rest_s,
                    self._runs_of(set_number)[0][0],
                    set_number,
                )
            for number, run in enumerate(self._runs_of(set_number)):
                if number:
                    yield self._still(
                        SegmentKind.SIDE_CHANGE,
                        Part.SIDE_CHANGE,
                        self._timings.side_change_s,
                        run[0],
                        set_number,
                    )
                yield from self._run(set_number, run)

    def _runs_of(self, set_number: int) -> tuple[tuple[Side | None, ...], ...]:
        """Return the runs of a set; an extra one is done by its side alone, at the end."""
        if self._extra is not None and set_number == self._sets:
            return ((self._extra,),)
        return self._runs

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
            level=self._level,
            side=side,
            set_number=set_number,
            sets=self._sets,
            rep_number=rep,
            reps=self._reps,
            row_start=rows[0],
            row_end=rows[1],
            phase_name=tr(_STILL_NAMES.get(part, ""), "phase"),
            breath=Breath.FREE,
            hold_s=Seconds(0.0),
            extra=self._extra is not None and set_number == self._sets,
        )


_STILL_NAMES = {
    Part.READY: mark("Get ready", "phase"),
    Part.SIDE_CHANGE: mark("Change sides", "phase"),
    Part.REST_SET: mark("Rest", "phase"),
    Part.REST_EXERCISE: mark("Rest", "phase"),
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
    # the figure waits in its first pose during "get ready" already
    wanted = (
        phase
        for phase in dose_timeline(exercise, dose, section).phases
        if section is Section.REPEAT or phase.kind is not PhaseKind.REST
    )
    return tuple(_joined(wanted))


def _joined(phases: Iterable[Phase]) -> Iterator[Phase]:
    """Yield phases, a short stop joined to the movement of the same name that it ends.

    The figure then takes the whole time for the movement, and the countdown is one.
    """
    last: Phase | None = None
    for phase in phases:
        if last is not None and phase.name == last.name and _kind(phase) is _kind(last):
            last = replace(last, end_s=phase.end_s, row_end=phase.row_end)
            continue
        if last is not None:
            yield last
        last = phase
    if last is not None:
        yield last


def _slowed(phases: tuple[Phase, ...], timings: Timings) -> tuple[Phase, ...]:
    """Return phases in which every movement takes at least the time of a fitting step."""
    return tuple(
        replace(phase, end_s=Seconds(phase.start_s + max(phase.duration_s, timings.fitting_step_s)))
        if _kind(phase) is not SegmentKind.HOLD
        else phase
        for phase in phases
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
