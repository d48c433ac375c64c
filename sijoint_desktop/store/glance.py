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

from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.store.identity import APPLICATION_ID, REVISIONS
from sijoint_desktop.store.rows import REP_COLUMNS, SESSION_COLUMNS, rep_of, session_of

_SESSIONS = f"SELECT {', '.join(SESSION_COLUMNS)} FROM sessions ORDER BY started_at, id"  # noqa: S608
_REPS = (
    f"SELECT {', '.join(REP_COLUMNS)} FROM reps "  # noqa: S608 - names of our own
    "ORDER BY finished_at, slot, set_number, rep_number, side"
)


def glance(path: Path) -> tuple[SessionRecord, ...] | None:
    """Return every session, the oldest first, without changing anything.

    None means that the store must be opened properly: the file is locked, damaged, read-only, of
    another version or not ours, or a session in it was cut off. No file means no sessions.
    """
    if not path.exists():
        return ()
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return None
    try:
        address = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=0.2)) as connection:
            return _read(connection)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None


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
