"""Lists everything that will happen on a script, each with its moment."""

from collections.abc import Iterator
from dataclasses import dataclass

from sijoint_desktop.core.units import Seconds
from sijoint_desktop.player.events import (
    CountdownBeat,
    Event,
    RepFinished,
    SegmentStarted,
    SessionFinished,
)
from sijoint_desktop.routine.script import Script, Segment, SegmentKind

BEATS = (3, 2, 1)

_WAITS = (SegmentKind.GET_READY, SegmentKind.REST, SegmentKind.SIDE_CHANGE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One event, the second of the script at which it happens, and the segment it belongs to."""

    at_s: float
    event: Event
    segment: int


def marks_of(script: Script) -> tuple[Mark, ...]:
    """Return the marks of a script in order.

    At one moment the old comes before the new: last beat, repetition finished, next segment.
    """
    marks: list[Mark] = []
    for index, segment in enumerate(script.segments):
        marks.append(Mark(segment.start_s, SegmentStarted(index), index))
        marks += (Mark(at_s, beat, index) for at_s, beat in _beats(segment))
        if segment.ends_rep:
            marks.append(Mark(segment.end_s, _rep_finished(segment), index))
    last = len(script.segments) - 1
    marks.append(Mark(script.duration_s, SessionFinished(completed=True), last))
    return tuple(marks)


def _beats(segment: Segment) -> Iterator[tuple[float, CountdownBeat]]:
    """Yield 3, 2, 1, 0 before the end of a wait (rising) or of a hold (falling).

    A beat that would fall on the start of its own segment is left out.
    """
    rising = segment.kind in _WAITS
    if not rising and segment.kind is not SegmentKind.HOLD:
        return
    for left in BEATS:
        if left < segment.duration_s:
            yield segment.end_s - left, CountdownBeat(left, rising)
    yield segment.end_s, CountdownBeat(0, rising)


def _rep_finished(segment: Segment) -> RepFinished:
    """Return the event of a repetition that was gone through from its first second to its last.

    A repetition can only be entered at its start, so on reaching its end its holds were held in
    full: pauses and gaps do not move the position on the script.
    """
    return RepFinished(
        slot=segment.slot,
        exercise_id=segment.exercise_id,
        side=segment.side,
        set_number=segment.set_number,
        rep_number=segment.rep_number,
        held_s=Seconds(segment.hold_s),
        planned_hold_s=Seconds(segment.hold_s),
    )
