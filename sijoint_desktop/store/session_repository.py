"""Keeps sessions in the database; stands behind history/repository.py."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.plain import utc_text
from sijoint_desktop.history.records import (
    Origin,
    RepRecord,
    SessionAnswers,
    SessionRecord,
    SessionStatus,
    require_utc,
)
from sijoint_desktop.history.safety import LockedError, lock_on
from sijoint_desktop.store.entry_repository import EntriesIn
from sijoint_desktop.store.faults import in_plain_words
from sijoint_desktop.store.rows import (
    REP_COLUMNS,
    SESSION_COLUMNS,
    rep_of,
    rep_row,
    session_of,
    session_row,
)
from sijoint_desktop.store.stamps import Now, bury, next_stamp, unbury
from sijoint_desktop.store.tables import reps, sessions

_SESSION = sa.select(*(sessions.c[name] for name in SESSION_COLUMNS))
_REP = sa.select(*(reps.c[name] for name in REP_COLUMNS)).order_by(
    reps.c.finished_at, reps.c.slot, reps.c.set_number, reps.c.rep_number, reps.c.side
)
_REP_KEY = [column.name for column in reps.primary_key]
_REP_VALUES = [column.name for column in reps.columns if not column.primary_key]


class SqlSessionRepository:
    """The sessions of one database; each call is one transaction, on disk when it returns."""

    def __init__(self, engine: sa.Engine, now: Now) -> None:
        self._engine = engine
        self._now = now

    def begin(self, record: SessionRecord) -> SessionRecord:
        """Store a new session with the repetitions it holds, and return it.

        The lock is looked at in the same transaction, so that it binds whatever a page believes.
        """
        with in_plain_words(), self._engine.begin() as connection:
            if record.origin is Origin.GUIDED:
                lock = lock_on(EntriesIn(connection), self._now())
                if lock is not None:
                    raise LockedError(lock)
            query = sa.select(sessions.c.id).where(sessions.c.id == record.id)
            if connection.execute(query).first() is not None:
                raise ValueError(f"session {record.id} is kept already")
            write_session(connection, record, self._stamp(connection, record.id))
            unbury(connection, sessions, record.id)
        return record

    def add_rep(self, session_id: SessionId, rep: RepRecord) -> None:
        """Store one finished repetition; one done again takes the place of its first try."""
        statement = insert(reps).values(rep_row(session_id, rep))
        newest = {name: statement.excluded[name] for name in _REP_VALUES}
        with in_plain_words(), self._engine.begin() as connection:
            self._update(connection, session_id, {})
            connection.execute(
                statement.on_conflict_do_update(index_elements=_REP_KEY, set_=newest)
            )

    def set_answers(self, session_id: SessionId, answers: SessionAnswers) -> SessionRecord:
        """Store what was answered after a session, and return it; None leaves what is kept."""
        given = {name: value for name, value in asdict(answers).items() if value is not None}
        return self._change(session_id, given)

    def finish(
        self, session_id: SessionId, status: SessionStatus, ended_at: datetime
    ) -> SessionRecord:
        """Store how and when (aware UTC) the session ended, and return it."""
        require_utc(ended_at)
        return self._change(session_id, {"status": status.value, "ended_at": utc_text(ended_at)})

    def put(self, record: SessionRecord) -> SessionRecord:
        """Store a session that is over, new or in place of the one with its id, and return it."""
        if record.status is SessionStatus.RUNNING:
            raise ValueError(f"session {record.id} is not over")
        with in_plain_words(), self._engine.begin() as connection:
            stamp = self._stamp(connection, record.id)
            connection.execute(sa.delete(sessions).where(sessions.c.id == record.id))
            write_session(connection, record, stamp)
            unbury(connection, sessions, record.id)
        return record

    def remove(self, session_id: SessionId) -> SessionRecord:
        """Delete a session and return it, so that it can be put back."""
        with in_plain_words(), self._engine.begin() as connection:
            record = _read_one(connection, session_id)
            bury(connection, sessions, session_id, self._now())
        return record

    def get(self, session_id: SessionId) -> SessionRecord:
        """Return one session with its repetitions; raises LookupError where there is none."""
        with in_plain_words(), self._engine.begin() as connection:
            return _read_one(connection, session_id)

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every session, the oldest start first."""
        with in_plain_words(), self._engine.begin() as connection:
            return read_sessions(connection)

    def _change(self, session_id: SessionId, values: dict[str, Any]) -> SessionRecord:
        with in_plain_words(), self._engine.begin() as connection:
            self._update(connection, session_id, values)
            return _read_one(connection, session_id)

    def _update(
        self, connection: sa.Connection, session_id: SessionId, values: dict[str, Any]
    ) -> None:
        changed = values | {"updated_at": self._stamp(connection, session_id)}
        found = connection.execute(
            sa.update(sessions).where(sessions.c.id == session_id).values(changed)
        )
        if found.rowcount == 0:
            raise LookupError(f"there is no session {session_id}")

    def _stamp(self, connection: sa.Connection, session_id: SessionId) -> str:
        return next_stamp(connection, sessions, session_id, self._now())


def read_sessions(connection: sa.Connection) -> tuple[SessionRecord, ...]:
    """Return every session inside a transaction, the oldest start first."""
    rows = connection.execute(_SESSION.order_by(sessions.c.started_at, sessions.c.id)).all()
    done: defaultdict[str, list[RepRecord]] = defaultdict(list)
    for row in connection.execute(_REP):
        done[row[0]].append(rep_of(row))
    return tuple(session_of(row, tuple(done[row[0]])) for row in rows)


def write_session(connection: sa.Connection, record: SessionRecord, stamp: str) -> None:
    """Store a session that is not there, as changed at the moment of ``stamp``."""
    write_sessions(connection, [(record, stamp)])


def write_sessions(connection: sa.Connection, stamped: Sequence[tuple[SessionRecord, str]]) -> None:
    """Store sessions that are not there, each as changed at its moment, in few statements."""
    rows = [session_row(record) | {"updated_at": stamp} for record, stamp in stamped]
    done = [rep_row(record.id, rep) for record, _stamp in stamped for rep in record.reps]
    if rows:
        connection.execute(sa.insert(sessions), rows)
    if done:
        connection.execute(sa.insert(reps), done)


def _read_one(connection: sa.Connection, session_id: SessionId) -> SessionRecord:
    row = connection.execute(_SESSION.where(sessions.c.id == session_id)).first()
    if row is None:
        raise LookupError(f"there is no session {session_id}")
    done = connection.execute(_REP.where(reps.c.session_id == session_id))
    return session_of(row, tuple(rep_of(each) for each in done))
