"""Lists everything that will happen on a script, each with its moment."""

from collections.abc import Iterator
from dataclasses import dataclass

from sijoint_desktop.core.units import Seconds
from sijoint_desktop.player.events import (
    CountdownBeat,
    DoneAwaited,
    Event,
    HalfWay,
    RepFinished,
    SegmentStarted,
    SessionFinished,
)
from sijoint_desktop.player.navigate import counted_run
from sijoint_desktop.routine.script import Part, Script, Segment, SegmentKind

BEATS = (3, 2, 1)

HALF_WAY_FROM_S = 20.0
"""The shortest hold whose middle is announced."""

LEAST_HELD_S = 1.0
"""What of a hold that was left early is worth a record."""

_WAITS = (SegmentKind.GET_READY, SegmentKind.REST, SegmentKind.SIDE_CHANGE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One event, the second of the script at which it happens, and the segment it belongs to."""

    at_s: float
    event: Event
    segment: int


def marks_of(script: Script) -> tuple[Mark, ...]:
    """Return the marks of a script in order.

    At one moment the old comes before the new: last beat, repetition finished, end of a counted
    set, next segment.
    """
    marks: list[Mark] = []
    for index, segment in enumerate(script.segments):
        marks.append(Mark(segment.start_s, SegmentStarted(index), index))
        marks += (Mark(at_s, beat, index) for at_s, beat in _beats(segment))
        if segment.ends_rep:
            marks.append(Mark(segment.end_s, rep_finished(segment), index))
        if counted_run(script, index)[-1:] == (index,):
            marks.append(Mark(segment.end_s, DoneAwaited(), index))
    last = len(script.segments) - 1
    marks.append(Mark(script.duration_s, SessionFinished(completed=True), last))
    return tuple(marks)


def _beats(segment: Segment) -> Iterator[tuple[float, Event]]:
    """Yield 3, 2, 1, 0 before the end of a wait (rising) or of a hold (falling).

    A beat that would fall on the start of its own segment is left out. The middle of a long hold
    comes as well.
    """
    rising = segment.kind in _WAITS
    if not rising and segment.kind is not SegmentKind.HOLD:
        return
    if not rising and segment.duration_s >= HALF_WAY_FROM_S:
        yield segment.start_s + segment.duration_s / 2, HalfWay()
    for left in BEATS:
        if left < segment.duration_s:
            yield segment.end_s - left, CountdownBeat(left, rising)
    yield segment.end_s, CountdownBeat(0, rising)


def rep_finished(segment: Segment) -> RepFinished:
    """Return the event of a repetition that was gone through from its first second to its last.

    A repetition can only be entered at its start, so on reaching its end its holds were held in
    full: pauses and gaps do not move the position on the script.
    """
    return _rep(segment, segment.hold_s)


def cut_short(script: Script, index: int, position_s: float) -> RepFinished | None:
    """Return the repetition that is left at a position, with what was held of it up to there.

    None outside of a repetition, and where under a second was held.
    """
    segment = script.segments[index]
    if segment.part is not Part.REPEAT:
        return None
    held_s = sum(
        min(position_s, s.end_s) - s.start_s
        for s in script.segments
        if s.block == segment.block and s.kind is SegmentKind.HOLD and s.start_s < position_s
    )
    return _rep(segment, Seconds(held_s)) if held_s >= LEAST_HELD_S else None


def _rep(segment: Segment, held_s: Seconds) -> RepFinished:
    return RepFinished(
        slot=segment.slot,
        exercise_id=segment.exercise_id,
        side=segment.side,
        set_number=segment.set_number,
        rep_number=segment.rep_number,
        held_s=held_s,
        planned_hold_s=segment.hold_s,
    )
