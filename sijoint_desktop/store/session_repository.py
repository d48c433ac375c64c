"""Keeps sessions in the database; stands behind history/repository.py."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.records import (
    RepRecord,
    SessionRecord,
    SessionStatus,
    require_nrs,
    require_utc,
    utc_text,
)
from sijoint_desktop.store.faults import in_plain_words
from sijoint_desktop.store.tables import BOTH_SIDES, reps, sessions

_SESSION_COLUMNS = [column.name for column in sessions.columns]
_REP_KEY = [column.name for column in reps.primary_key]
_REP_VALUES = [column.name for column in reps.columns if not column.primary_key]
_REP_ORDER = (reps.c.finished_at, reps.c.slot, reps.c.set_number, reps.c.rep_number, reps.c.side)


class SqlSessionRepository:
    """The sessions of one database; each call is one transaction, on disk when it returns."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def begin(self, record: SessionRecord) -> SessionRecord:
        """Store a new session with the repetitions it holds, and return it."""
        with in_plain_words(), self._engine.begin() as connection:
            query = sa.select(sessions.c.id).where(sessions.c.id == record.id)
            if connection.execute(query).first() is not None:
                raise ValueError(f"session {record.id} is kept already")
            connection.execute(sa.insert(sessions), _session_row(record))
            if record.reps:
                connection.execute(
                    sa.insert(reps), [_rep_row(record.id, rep) for rep in record.reps]
                )
        return record

    def add_rep(self, session_id: SessionId, rep: RepRecord) -> None:
        """Store one finished repetition; one done again takes the place of its first try."""
        statement = insert(reps).values(_rep_row(session_id, rep))
        newest = {name: statement.excluded[name] for name in _REP_VALUES}
        with in_plain_words(), self._engine.begin() as connection:
            _require(connection, session_id)
            connection.execute(
                statement.on_conflict_do_update(index_elements=_REP_KEY, set_=newest)
            )

    def set_pain_after(self, session_id: SessionId, score: int) -> SessionRecord:
        """Store the pain after a session (0-10), and return the session."""
        require_nrs(score)
        return self._change(session_id, {"nrs_after": score})

    def finish(
        self, session_id: SessionId, status: SessionStatus, ended_at: datetime
    ) -> SessionRecord:
        """Store how and when (aware UTC) the session ended, and return it."""
        require_utc(ended_at)
        return self._change(session_id, {"status": status.value, "ended_at": utc_text(ended_at)})

    def get(self, session_id: SessionId) -> SessionRecord:
        """Return one session with its repetitions; raises LookupError where there is none."""
        with in_plain_words(), self._engine.begin() as connection:
            return _read_one(connection, session_id)

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every session, the oldest start first."""
        with in_plain_words(), self._engine.begin() as connection:
            rows = connection.execute(
                sa.select(sessions).order_by(sessions.c.started_at, sessions.c.id)
            ).all()
            done: defaultdict[str, list[RepRecord]] = defaultdict(list)
            for row in connection.execute(sa.select(reps).order_by(*_REP_ORDER)):
                done[row.session_id].append(_rep(row))
        return tuple(_session(row, tuple(done[row.id])) for row in rows)

    def _change(self, session_id: SessionId, values: dict[str, Any]) -> SessionRecord:
        with in_plain_words(), self._engine.begin() as connection:
            connection.execute(
                sa.update(sessions).where(sessions.c.id == session_id).values(values)
            )
            return _read_one(connection, session_id)


def _require(connection: sa.Connection, session_id: SessionId) -> None:
    query = sa.select(sessions.c.id).where(sessions.c.id == session_id)
    if connection.execute(query).first() is None:
        raise LookupError(f"there is no session {session_id}")


def _read_one(connection: sa.Connection, session_id: SessionId) -> SessionRecord:
    row = connection.execute(sa.select(sessions).where(sessions.c.id == session_id)).first()
    if row is None:
        raise LookupError(f"there is no session {session_id}")
    done = connection.execute(
        sa.select(reps).where(reps.c.session_id == session_id).order_by(*_REP_ORDER)
    )
    return _session(row, tuple(_rep(each) for each in done))


def _session_row(record: SessionRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _SESSION_COLUMNS} | {
        "started_at": utc_text(record.started_at),
        "ended_at": None if record.ended_at is None else utc_text(record.ended_at),
        "local_date": record.local_date.isoformat(),
        "status": record.status.value,
    }


def _rep_row(session_id: SessionId, rep: RepRecord) -> dict[str, Any]:
    return {
        "session_id": session_id,
        "slot": rep.slot,
        "side": BOTH_SIDES if rep.side is None else rep.side.value,
        "set_number": rep.set_number,
        "rep_number": rep.rep_number,
        "exercise_id": rep.exercise_id,
        "held_s": rep.held_s,
        "planned_hold_s": rep.planned_hold_s,
        "finished_at": utc_text(rep.finished_at),
    }


def _rep(row: sa.Row[Any]) -> RepRecord:
    return RepRecord(
        slot=row.slot,
        exercise_id=ExerciseId(row.exercise_id),
        side=None if row.side == BOTH_SIDES else Side(row.side),
        set_number=row.set_number,
        rep_number=row.rep_number,
        held_s=Seconds(row.held_s),
        planned_hold_s=Seconds(row.planned_hold_s),
        finished_at=datetime.fromisoformat(row.finished_at),
    )


def _session(row: sa.Row[Any], done: tuple[RepRecord, ...]) -> SessionRecord:
    return SessionRecord(
        id=SessionId(row.id),
        routine_id=RoutineId(row.routine_id),
        routine_name=row.routine_name,
        started_at=datetime.fromisoformat(row.started_at),
        ended_at=None if row.ended_at is None else datetime.fromisoformat(row.ended_at),
        local_date=date.fromisoformat(row.local_date),
        utc_offset_minutes=row.utc_offset_minutes,
        status=SessionStatus(row.status),
        nrs_before=row.nrs_before,
        nrs_after=row.nrs_after,
        planned_reps=row.planned_reps,
        note=row.note,
        reps=done,
    )
