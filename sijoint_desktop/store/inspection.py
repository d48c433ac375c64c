"""Looks at a database file before anything is done with it, and changes nothing."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from sijoint_desktop.store.faults import primary_code
from sijoint_desktop.store.identity import APPLICATION_ID, REVISIONS
from sijoint_desktop.store.sqlite_file import has_no_fault, sqlite_uri
from sijoint_desktop.store.tables import metadata

_MAGIC = b"SQLite format 3\x00"
# SQLITE_ERROR: the questions asked here are sound, so it is the file that cannot be understood
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
_DIGIT = "[0-9]"
_MOMENT = "-".join((_DIGIT * 4, _DIGIT * 2, _DIGIT * 2)) + f"T{_DIGIT * 2}:{_DIGIT * 2}:*Z"


class FileKind(Enum):
    """What a file turned out to be."""

    MISSING = auto()
    EMPTY = auto()  # ours to fill: no bytes, or a database without any table
    CURRENT = auto()
    OLDER = auto()
    NEWER = auto()
    FOREIGN = auto()  # a sound database of another program
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a file is, and the schema revision written in it, where there is one."""

    kind: FileKind
    revision: str | None = None


def inspect(path: Path, *, read_only: bool, busy_s: float) -> Finding:
    """Find out what the file at ``path`` is, with a full integrity check of a file of ours.

    Raises sqlite3.OperationalError where the file is locked or cannot be opened, and OSError where
    it cannot be read.
    """
    if not path.exists():
        return Finding(FileKind.MISSING)
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if not head:
        return Finding(FileKind.EMPTY)
    if head != _MAGIC:
        return Finding(FileKind.DAMAGED)
    address = sqlite_uri(path, read_only=read_only)
    connection = sqlite3.connect(address, uri=True, timeout=busy_s, isolation_level=None)
    with closing(connection):
        try:
            return _look_inside(connection)
        except UnicodeDecodeError:  # noise where the name of a table was
            return Finding(FileKind.DAMAGED)
        except sqlite3.DatabaseError as fault:
            if primary_code(fault) in _BROKEN:
                return Finding(FileKind.DAMAGED)
            raise


def _look_inside(connection: sqlite3.Connection) -> Finding:
    # one transaction, so that another program's write cannot fall between the questions
    connection.execute("BEGIN")
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    if application_id == 0 and not tables:
        return Finding(FileKind.EMPTY)
    if application_id != APPLICATION_ID:
        return Finding(FileKind.FOREIGN)
    if not has_no_fault(connection) or "alembic_version" not in tables:
        return Finding(FileKind.DAMAGED)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None or not all(_is_readable(connection, table) for table in tables):
        return Finding(FileKind.DAMAGED)
    kind = _kind_of(row[0])
    if kind is FileKind.CURRENT and not _has_our_columns(connection):
        return Finding(FileKind.DAMAGED)
    return Finding(kind, row[0])


def _is_readable(connection: sqlite3.Connection, table: str) -> bool:
    """Tell whether every text of a table is one, and every moment a moment.

    SQLite keeps no checksums, so its own check passes over noise inside a value.
    """
    quoted = '"' + table.replace('"', '""') + '"'
    rows = connection.execute(f"SELECT * FROM {quoted}")  # noqa: S608 - a name of the file's own
    names = [name for name, *_ in rows.description]
    try:
        for _row in rows:
            pass
    except sqlite3.OperationalError:
        return False
    bad = [f"{name} NOT GLOB '{_MOMENT}'" for name in names if _is_moment(name)]
    bad += [
        f"(date({name}) IS NOT substr({name}, 1, 10) AND {name} IS NOT NULL)"
        for name in names
        if _is_moment(name) or name.endswith(("_date", "_day", "_on"))
    ]
    query = f"SELECT 1 FROM {quoted} WHERE {' OR '.join(bad)} LIMIT 1"  # noqa: S608
    return not bad or connection.execute(query).fetchone() is None


def _is_moment(column: str) -> bool:
    return column == "at" or column.endswith("_at")


def _has_our_columns(connection: sqlite3.Connection) -> bool:
    return all(
        {column.name for column in table.columns}
        == {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
        for table in metadata.tables.values()
    )


def _kind_of(revision: str) -> FileKind:
    if revision == REVISIONS[-1]:
        return FileKind.CURRENT
    return FileKind.OLDER if revision in REVISIONS else FileKind.NEWER
