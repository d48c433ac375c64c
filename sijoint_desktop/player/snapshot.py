"""Everything that a screen may show of a session at one moment."""

import math
from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Breath
from sijoint_desktop.player.events import PauseReason
from sijoint_desktop.player.navigate import is_counted
from sijoint_desktop.routine.script import Part, Script, SegmentKind


class State(StrEnum):
    """What a session is doing; with the position on the script this is all there is to know."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    AWAITING = "awaiting"  # the count is through, and the person says when they are
    RECOUNT = "recount"  # three seconds to get back into position after a pause
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Coming:
    """What follows the present segment."""

    kind: SegmentKind
    part: Part
    phase_name: str
    exercise_id: ExerciseId
    level: Level
    side: Side | None
    duration_s: float


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen view of a session.

    ``slot`` counts from 0, sets and repetitions from 1. ``seconds_left`` is rounded up, so it
    shows 0 only on the moment itself; ``digit_due_s`` is how long until it, or the number of the
    re-count, is another one. ``fraction_left`` runs from 1 to 0 within the segment, or within the
    re-count. ``hold_s`` is the time to be held in the whole repetition. ``row`` is the
    position in the clip of ``exercise_id`` and ``side``. ``asks_done`` says that the person may end
    this set by saying that it is done, ``extra_set`` that the other side does not do it.
    """

    state: State
    pause_reason: PauseReason | None
    position_s: float
    segment: int
    kind: SegmentKind
    part: Part
    phase_name: str
    breath: Breath
    exercise_id: ExerciseId
    level: Level
    side: Side | None
    slot: int
    slots: int
    set_number: int
    sets: int
    rep_number: int
    reps: int
    hold_s: float
    row: float
    seconds_left: int
    seconds_total: int
    digit_due_s: float
    fraction_left: float
    recount_left: int
    slot_fraction: float
    minutes_left: int
    reps_done: int
    planned_reps: int
    coming: Coming | None
    asks_done: bool = False
    extra_set: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a session stands: the input of a snapshot."""

    state: State
    pause_reason: PauseReason | None
    position_s: float
    segment: int
    recount_left_s: float
    recount_s: float
    reps_done: int
    waits_for_done: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """What is the same in every snapshot of a script, worked out once."""

    script: Script
    slot_spans: tuple[tuple[float, float], ...]  # start and end of each exercise, in seconds
    planned_reps: int

    @classmethod
    def of(cls, script: Script) -> "Outline":
        """Return the outline of a script."""
        spans: dict[int, tuple[float, float]] = {}
        for segment in script.segments:
            start_s, _ = spans.get(segment.slot, (float(segment.start_s), 0.0))
            spans[segment.slot] = (start_s, segment.end_s)
        return cls(script, tuple(spans[slot] for slot in sorted(spans)), script.planned_reps)


def snapshot_of(outline: Outline, moment: Moment) -> Snapshot:
    """Return the snapshot of a script at a moment; the script has at least one segment."""
    script = outline.script
    segment = script.segments[moment.segment]
    gone = _share((segment.start_s, segment.end_s), moment.position_s)
    recount = moment.state is State.RECOUNT
    left_s = max(segment.end_s - moment.position_s, 0.0)
    return Snapshot(
        state=moment.state,
        pause_reason=moment.pause_reason,
        position_s=moment.position_s,
        segment=moment.segment,
        kind=segment.kind,
        part=segment.part,
        phase_name=segment.phase_name,
        breath=segment.breath,
        exercise_id=segment.exercise_id,
        level=segment.level,
        side=segment.side,
        slot=segment.slot,
        slots=len(outline.slot_spans),
        set_number=segment.set_number,
        sets=segment.sets,
        rep_number=segment.rep_number,
        reps=segment.reps,
        hold_s=segment.hold_s,
        row=segment.row_start + (segment.row_end - segment.row_start) * gone,
        seconds_left=_ceil(left_s),
        seconds_total=_ceil(segment.duration_s),
        digit_due_s=_to_whole(moment.recount_left_s if recount else left_s),
        fraction_left=moment.recount_left_s / moment.recount_s if recount else 1.0 - gone,
        recount_left=_ceil(moment.recount_left_s),
        slot_fraction=_share(outline.slot_spans[segment.slot], moment.position_s),
        minutes_left=math.ceil(max(script.duration_s - moment.position_s, 0.0) / 60),
        reps_done=moment.reps_done,
        planned_reps=outline.planned_reps,
        coming=_coming(script, moment.segment),
        asks_done=moment.waits_for_done and is_counted(segment),
        extra_set=segment.extra,
    )


def _ceil(seconds: float) -> int:
    """Round up, but not because of the last bit of a float."""
    return math.ceil(seconds - 1e-6)


def _to_whole(seconds: float) -> float:
    """Return by how much a time must shrink to the next whole second; 0 only at its end."""
    return seconds - max(_ceil(seconds) - 1, 0)


def _coming(script: Script, index: int) -> Coming | None:
    if index + 1 >= len(script.segments):
        return None
    after = script.segments[index + 1]
    return Coming(
        kind=after.kind,
        part=after.part,
        phase_name=after.phase_name,
        exercise_id=after.exercise_id,
        level=after.level,
        side=after.side,
        duration_s=after.duration_s,
    )


def _share(span: tuple[float, float], position_s: float) -> float:
    """Return how much of a span lies behind the position, 0 to 1."""
    return min(max((position_s - span[0]) / (span[1] - span[0]), 0.0), 1.0)
