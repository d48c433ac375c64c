"""Reads out of a damaged database whatever can still be read."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sijoint_desktop.history.archive import SESSIONS, Archive, Kept, Key
from sijoint_desktop.history.entries import KINDS
from sijoint_desktop.store.rows import (
    REP_COLUMNS,
    SESSION_COLUMNS,
    entry_of,
    rep_of,
    session_of,
)
from sijoint_desktop.store.sqlite_file import sqlite_uri

if TYPE_CHECKING:
    from sijoint_desktop.history.records import RepRecord

_UNREADABLE = (sqlite3.Error, OSError, ValueError, TypeError, KeyError, IndexError)


def salvage(path: Path) -> Archive:
    """Return every row of a damaged file that is whole; an empty archive where nothing is.

    The file is only read. Tables are read from both ends, since damage in the middle stops a read.
    """
    kept: dict[Key, Kept] = {}
    with suppress(*_UNREADABLE):
        address = sqlite_uri(path, read_only=True)
        with closing(sqlite3.connect(f"{address}&immutable=1", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            kept.update(_sessions(connection))
            for name in KINDS:
                kept.update(_entries(connection, name))
    return Archive(kept)


def _sessions(connection: sqlite3.Connection) -> Iterator[tuple[Key, Kept]]:
    done: defaultdict[str, dict[tuple[Any, ...], RepRecord]] = defaultdict(dict)
    for row in _rows(connection, "reps"):
        with suppress(*_UNREADABLE):
            rep = rep_of([row[name] for name in REP_COLUMNS])
            key = (rep.slot, rep.side, rep.set_number, rep.rep_number)
            done[row["session_id"]][key] = rep
    for row in _rows(connection, SESSIONS):
        with suppress(*_UNREADABLE):
            reps = sorted(done[row["id"]].values(), key=lambda rep: rep.finished_at)
            session = session_of([row[name] for name in SESSION_COLUMNS], tuple(reps))
            yield (SESSIONS, session.id), Kept(session, _stamp(row))


def _entries(connection: sqlite3.Connection, name: str) -> Iterator[tuple[Key, Kept]]:
    for row in _rows(connection, name):
        with suppress(*_UNREADABLE):
            entry = entry_of(KINDS[name], {key: row[key] for key in row.keys()})  # noqa: SIM118
            yield (name, entry.id), Kept(entry, _stamp(row))


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[sqlite3.Row]:
    for order in ("ASC", "DESC"):
        try:
            # the name is one of ours
            yield from connection.execute(f"SELECT * FROM {table} ORDER BY rowid {order}")  # noqa: S608
        except sqlite3.Error:
            continue
        return


def _stamp(row: sqlite3.Row) -> datetime:
    return datetime.fromisoformat(row["updated_at"])
