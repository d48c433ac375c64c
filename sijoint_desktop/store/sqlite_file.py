"""Addresses, checks and copies a database file with what Python has built in.

The daily copy of a window that only looks at the history needs no SQLAlchemy, which is slow to load
and large.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sijoint_desktop.store.files import create_private


def sqlite_uri(path: Path, *, read_only: bool) -> str:
    """Return the SQLite file address of a path; it never creates the file."""
    mode = "ro" if read_only else "rw"
    return f"file:{quote(path.resolve().as_posix())}?mode={mode}"


def copy_database(path: Path, target: Path) -> None:
    """Copy the database to a new file that only the user can read, consistent as of now.

    Raises OSError or sqlite3.Error, and then leaves no half copy behind.
    """
    create_private(target)
    try:
        source = sqlite3.connect(sqlite_uri(path, read_only=True), uri=True)
        copy = sqlite3.connect(sqlite_uri(target, read_only=False), uri=True)
        with closing(source), closing(copy):
            source.backup(copy)
    except (OSError, sqlite3.Error):
        target.unlink(missing_ok=True)
        raise


def is_sound(path: Path) -> bool:
    """Tell whether SQLite finds no fault in a file; raises OSError, or sqlite3.Error if locked."""
    with closing(sqlite3.connect(sqlite_uri(path, read_only=True), uri=True)) as connection:
        try:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            lost = connection.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return False
    return found == ("ok",) and lost is None
