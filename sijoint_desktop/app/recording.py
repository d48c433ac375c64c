"""Writes down what happens in a session while it happens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from uuid import uuid4

from sijoint_desktop.app.moment import stamp
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import HurtChoice, HurtEvent
from sijoint_desktop.history.records import (
    RepRecord,
    SessionAnswers,
    SessionRecord,
    SessionStatus,
    local_parts,
)
from sijoint_desktop.history.repository import EntryRepository, SessionRepository
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.player.events import Event, RepFinished, SessionFinished
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import routine_text
from sijoint_desktop.routine.segment import Segment, Timings


@dataclass(frozen=True, slots=True)
class HurtReport:
    """What a person says after "that hurt"; ``nrs`` is 0-10, or None where it was left out."""

    place: str
    nrs: int | None
    sharp: bool
    new_numbness: bool
    choice: HurtChoice


class Recorder:
    """Turns the events of a session into records that are on disk before the next event.

    A repetition that the disk refuses is kept in memory and offered again with the next call, so a
    disk that was full for a minute costs nothing.
    """

    def __init__(
        self, repository: SessionRepository, entries: EntryRepository, clock: Clock
    ) -> None:
        self._repository = repository
        self._entries = entries
        self._clock = clock
        self._unsaved: list[tuple[SessionId, RepRecord]] = []

    def begin(
        self,
        routine: Routine,
        planned_reps: int,
        nrs_before: int | None,
        timings: Timings | None = None,
    ) -> SessionId:
        """Store the start of a session, now, and return its new id.

        ``nrs_before`` is the pain score 0-10, or None where it was not asked. The routine and its
        ``timings`` are kept, so that the session can go on after a crash. Raises LockedError while
        exercise is closed, and UserError where nothing can be written.
        """
        started_at, local_date, offset = local_parts(self._clock.now())
        session_id = SessionId(uuid4().hex)
        self._repository.begin(
            SessionRecord(
                id=session_id,
                routine_id=routine.id,
                routine_name=routine.name,
                started_at=started_at,
                ended_at=None,
                local_date=local_date,
                utc_offset_minutes=offset,
                status=SessionStatus.RUNNING,
                nrs_before=nrs_before,
                nrs_after=None,
                planned_reps=planned_reps,
                note="",
                reps=(),
                routine_text=routine_text(routine) if routine.slots else "",
                timings=timings,
            )
        )
        return session_id

    def hurt(self, session_id: SessionId, at: Segment, report: HurtReport) -> HurtEvent:
        """Store one "that hurt", and return it."""
        return self._entries.put(
            HurtEvent(
                session_id=session_id,
                slot=at.slot,
                exercise_id=at.exercise_id,
                side=at.side,
                place=report.place,
                nrs=report.nrs,
                sharp=report.sharp,
                new_numbness=report.new_numbness,
                choice=report.choice,
                **stamp(self._clock),
            )
        )

    def record(self, session_id: SessionId, events: Iterable[Event]) -> None:
        """Store every finished repetition and the end of the session, in the order of events.

        All of it is on disk when this returns. Raises UserError where the disk refuses; what could
        not be stored is offered again by the next call.
        """
        ended: SessionFinished | None = None
        for event in events:
            if isinstance(event, RepFinished):
                self._unsaved.append((session_id, self._rep(event)))
            elif isinstance(event, SessionFinished):
                ended = event
        self._save()
        if ended is not None:
            self._end(session_id, completed=ended.completed)

    def finish(
        self, session_id: SessionId, completed: bool, answers: SessionAnswers
    ) -> SessionRecord:
        """Store the end of a session and what was answered after it; return the session.

        A session that has ended before keeps its end, and only takes the answers.
        """
        self._save()
        self._repository.set_answers(session_id, answers)
        return self._end(session_id, completed=completed)

    def unfinished(self) -> tuple[SessionRecord, ...]:
        """Return the sessions without an end, the oldest first; ask before a session starts."""
        running = SessionStatus.RUNNING
        return tuple(kept for kept in self._repository.sessions() if kept.status is running)

    def close_cut_off(self, session_id: SessionId) -> SessionRecord:
        """End a session that a crash cut off at its last finished repetition, and return it."""
        record = self._repository.get(session_id)
        if record.status is not SessionStatus.RUNNING:
            return record
        status = SessionStatus.ENDED_EARLY
        return self._repository.finish(session_id, status, record.last_moment)

    def _rep(self, event: RepFinished) -> RepRecord:
        return RepRecord(
            slot=event.slot,
            exercise_id=event.exercise_id,
            side=event.side,
            set_number=event.set_number,
            rep_number=event.rep_number,
            held_s=event.held_s,
            planned_hold_s=event.planned_hold_s,
            finished_at=self._clock.now().astimezone(UTC),
        )

    def _save(self) -> None:
        while self._unsaved:
            session_id, rep = self._unsaved[0]
            self._repository.add_rep(session_id, rep)
            del self._unsaved[0]

    def _end(self, session_id: SessionId, *, completed: bool) -> SessionRecord:
        record = self._repository.get(session_id)
        if record.status is not SessionStatus.RUNNING:
            return record
        status = SessionStatus.COMPLETED if completed else SessionStatus.ENDED_EARLY
        now = self._clock.now().astimezone(UTC)
        return self._repository.finish(session_id, status, max(now, record.started_at))
