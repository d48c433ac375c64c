"""Addresses, checks and copies a database file with what Python has built in.

The daily copy of a window that only looks at the history needs no SQLAlchemy, which is slow to load
and large.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sijoint_desktop.store.files import create_private

_BUSY_S = 5.0


def sqlite_uri(path: Path, *, read_only: bool) -> str:
    """Return the SQLite file address of a path; it never creates the file."""
    mode = "ro" if read_only else "rw"
    return f"file:{quote(path.resolve().as_posix())}?mode={mode}"


def connect_to_read(path: Path, *, busy_s: float) -> sqlite3.Connection:
    """Open a file that nothing is written to; it waits so many seconds for one that is locked.

    Raises sqlite3.Error where that is not possible.
    """
    return sqlite3.connect(sqlite_uri(path, read_only=True), uri=True, timeout=busy_s)


def copy_database(path: Path, target: Path) -> None:
    """Copy the database to a new file that only the user can read, consistent as of now.

    Raises OSError or sqlite3.Error, and then leaves no half copy behind.
    """
    create_private(target)
    try:
        source = connect_to_read(path, busy_s=_BUSY_S)
        copy = sqlite3.connect(sqlite_uri(target, read_only=False), uri=True)
        with closing(source), closing(copy):
            source.backup(copy)
    except (OSError, sqlite3.Error):
        target.unlink(missing_ok=True)
        raise


def is_sound(path: Path) -> bool:
    """Tell whether SQLite finds no fault in a file; raises OSError, or sqlite3.Error if locked."""
    with closing(connect_to_read(path, busy_s=_BUSY_S)) as connection:
        try:
            return has_no_fault(connection)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return False


def has_no_fault(connection: sqlite3.Connection) -> bool:
    """Tell whether SQLite finds no fault in an open file; raises sqlite3.Error if locked."""
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    return found == "ok" and lost is None
