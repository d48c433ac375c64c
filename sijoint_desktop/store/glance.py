"""A quick look at the stored sessions with what Python has built in, for the first page.

SQLAlchemy doubles the memory of the program and takes half a second to load. Most starts only look
at what was done; it is loaded when something is to be stored. Whatever is out of the ordinary about
the file is left to the real thing, which tells the person.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.store.identity import APPLICATION_ID, REVISIONS

_SESSIONS = """
    SELECT id, routine_id, routine_name, started_at, ended_at, local_date, utc_offset_minutes,
           status, nrs_before, nrs_after, planned_reps, note
    FROM sessions ORDER BY started_at, id
"""
_REPS = """
    SELECT session_id, slot, side, set_number, rep_number, exercise_id, held_s, planned_hold_s,
           finished_at
    FROM reps ORDER BY finished_at, slot, set_number, rep_number, side
"""


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
    for session_id, rep in _reps(connection):
        done[session_id].append(rep)
    sessions = tuple(_session(row, tuple(done[row[0]])) for row in connection.execute(_SESSIONS))
    if any(session.status is SessionStatus.RUNNING for session in sessions):
        return None
    return sessions


def _reps(connection: sqlite3.Connection) -> Iterator[tuple[str, RepRecord]]:
    for row in connection.execute(_REPS):
        session_id, slot, side, set_number, rep_number, exercise_id, held, planned, finished = row
        yield (
            session_id,
            RepRecord(
                slot=slot,
                exercise_id=ExerciseId(exercise_id),
                side=Side(side) if side in list(Side) else None,
                set_number=set_number,
                rep_number=rep_number,
                held_s=Seconds(held),
                planned_hold_s=Seconds(planned),
                finished_at=datetime.fromisoformat(finished),
            ),
        )


def _session(row: tuple[object, ...], done: tuple[RepRecord, ...]) -> SessionRecord:
    kept, routine, name, started, ended, day, offset, status, before, after, planned, note = row
    return SessionRecord(
        id=SessionId(str(kept)),
        routine_id=RoutineId(str(routine)),
        routine_name=str(name),
        started_at=datetime.fromisoformat(str(started)),
        ended_at=None if ended is None else datetime.fromisoformat(str(ended)),
        local_date=date.fromisoformat(str(day)),
        utc_offset_minutes=_number(offset) or 0,
        status=SessionStatus(str(status)),
        nrs_before=_number(before),
        nrs_after=_number(after),
        planned_reps=_number(planned) or 0,
        note=str(note),
        reps=done,
    )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
