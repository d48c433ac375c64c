"""A quick look at the stored sessions with what Python has built in, for the first page.

SQLAlchemy doubles the memory of the program and takes half a second to load. Most starts only look
at what was done; it is loaded when something is to be stored. Whatever is out of the ordinary about
the file is left to the real thing, which tells the person.
"""

import os
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import Dated, kind_name
from sijoint_desktop.history.plain import PlainError
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.store.identity import APPLICATION_ID, REVISIONS
from sijoint_desktop.store.rows import (
    REP_COLUMNS,
    SESSION_COLUMNS,
    entry_of,
    rep_of,
    session_of,
)
from sijoint_desktop.store.sqlite_file import connect_to_read

_SESSIONS = f"SELECT {', '.join(SESSION_COLUMNS)} FROM sessions ORDER BY started_at, id"  # noqa: S608
_REPS = (
    f"SELECT {', '.join(REP_COLUMNS)} FROM reps "  # noqa: S608 - names of our own
    "ORDER BY finished_at, slot, set_number, rep_number, side"
)


_E = TypeVar("_E", bound=Dated)
_BUSY_S = 0.2  # the first page waits for it


class Glimpse:
    """What a file holds: its sessions, and each kind of entry when it is asked for."""

    def __init__(self, path: Path, sessions: tuple[SessionRecord, ...]) -> None:
        self._path = path
        self.sessions = sessions

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind, the oldest first; none where there is no file.

        Raises UserError where the file cannot be read any more.
        """
        if not self._path.exists():
            return ()
        query = f"SELECT * FROM {kind_name(kind)} ORDER BY at, id"  # noqa: S608 - names of our own
        try:
            with closing(connect_to_read(self._path, busy_s=_BUSY_S)) as connection:
                connection.row_factory = sqlite3.Row
                return tuple(entry_of(kind, dict(row)) for row in connection.execute(query))
        except (sqlite3.Error, OSError, PlainError) as fault:
            raise UserError(
                tr("The file {path} cannot be read: {reason}", path=self._path, reason=fault)
            ) from fault


def glance(path: Path) -> Glimpse | None:
    """Return what is stored, without changing anything.

    None means that the store must be opened properly: the file is locked, damaged, read-only, of
    another version or not ours, or a session in it was cut off. No file means that nothing is.
    """
    if not path.exists():
        return Glimpse(path, ())
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return None
    try:
        with closing(connect_to_read(path, busy_s=_BUSY_S)) as connection:
            sessions = _read(connection)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None
    return None if sessions is None else Glimpse(path, sessions)


def _read(connection: sqlite3.Connection) -> tuple[SessionRecord, ...] | None:
    connection.execute("BEGIN")  # one picture of the file, whatever others write meanwhile
    [mark] = connection.execute("PRAGMA application_id").fetchone()
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if mark != APPLICATION_ID or revision != (REVISIONS[-1],):
        return None
    done: defaultdict[str, list[RepRecord]] = defaultdict(list)
    for row in connection.execute(_REPS):
        done[row[0]].append(rep_of(row))
    sessions = tuple(session_of(row, tuple(done[row[0]])) for row in connection.execute(_SESSIONS))
    if any(session.status is SessionStatus.RUNNING for session in sessions):
        return None
    return sessions
