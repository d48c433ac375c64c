"""Makes the record of a session that was done from the printed sheet, without the program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.records import (
    Origin,
    RepRecord,
    SessionAnswers,
    SessionRecord,
    SessionStatus,
    local_parts,
)
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import routine_text
from sijoint_desktop.routine.script import Exercises, Script, Timings, compile_script


@dataclass(frozen=True, slots=True)
class SlotDone:
    """How much of one exercise was done, on each side that the routine trains; 0 for nothing."""

    sets: int
    reps: int

    def __post_init__(self) -> None:
        if self.sets < 0 or self.reps < 0:
            raise ValueError(f"nobody does fewer than none: {self!r}")


@dataclass(frozen=True, slots=True)
class PaperSession:
    """What a person says of a session on paper; ``started`` is aware, in their own time zone.

    ``done`` has one part for each exercise of the routine. ``answers`` are those after a session,
    and ``nrs_before`` is the pain of 0-10 before it, or None.
    """

    routine: Routine
    started: datetime
    done: tuple[SlotDone, ...]
    nrs_before: int | None = None
    answers: SessionAnswers = field(default_factory=SessionAnswers)

    def __post_init__(self) -> None:
        if len(self.done) != len(self.routine.slots):
            raise ValueError("a session on paper tells of each exercise of its routine")


def planned_parts(
    routine: Routine, library: Exercises, timings: Timings | None = None
) -> tuple[SlotDone, ...]:
    """Return what the routine asks for of each exercise: its sets, and repetitions in each."""
    most = [(0, 0)] * len(routine.slots)
    for segment in compile_script(routine, library, timings).segments:
        if segment.ends_rep:
            sets, reps = most[segment.slot]
            most[segment.slot] = (max(sets, segment.set_number), max(reps, segment.rep_number))
    return tuple(SlotDone(sets, reps) for sets, reps in most)


def paper_record(
    told: PaperSession, library: Exercises, now: datetime, timings: Timings | None = None
) -> SessionRecord:
    """Return the record of a session on paper, with times as the routine would have taken.

    What was done beyond the routine is left out. ``now`` is aware. Raises UserError for a session
    that is still to come or in which nothing was done.
    """
    if told.started > now:
        raise UserError(tr("This day and time are still to come. Choose when the session began."))
    script = compile_script(told.routine, library, timings)
    started_at, local_date, offset = local_parts(told.started)
    reps = tuple(_reps(script, told.done, started_at))
    if not reps:
        raise UserError(tr("Nothing is marked as done. Say how many sets you did of an exercise."))
    complete = len(reps) == script.planned_reps
    answers = told.answers
    return SessionRecord(
        id=SessionId(uuid4().hex),
        routine_id=told.routine.id,
        routine_name=told.routine.name,
        started_at=started_at,
        ended_at=min(now.astimezone(started_at.tzinfo), reps[-1].finished_at),
        local_date=local_date,
        utc_offset_minutes=offset,
        status=SessionStatus.COMPLETED if complete else SessionStatus.ENDED_EARLY,
        nrs_before=told.nrs_before,
        nrs_after=answers.nrs_after,
        planned_reps=script.planned_reps,
        note=answers.note or "",
        reps=reps,
        nrs_worst=answers.nrs_worst,
        effort=answers.effort,
        form_ok=answers.form_ok,
        origin=Origin.PAPER,
        routine_text=routine_text(told.routine),
        timings=timings,
    )


def _reps(script: Script, done: Sequence[SlotDone], started_at: datetime) -> Iterator[RepRecord]:
    for segment in script.segments:
        part = done[segment.slot]
        if not segment.ends_rep:
            continue
        if segment.set_number <= part.sets and segment.rep_number <= part.reps:
            yield RepRecord(
                slot=segment.slot,
                exercise_id=segment.exercise_id,
                side=segment.side,
                set_number=segment.set_number,
                rep_number=segment.rep_number,
                held_s=segment.hold_s,
                planned_hold_s=segment.hold_s,
                finished_at=started_at + timedelta(seconds=segment.end_s),
            )
