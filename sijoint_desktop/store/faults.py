"""Says in plain words what the disk or another program did to the database."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.plain import PlainError

_BUSY = mark(
    "Your history is being used by another program right now. Close that program and try again; "
    "everything saved before is safe."
)
_FULL = mark(
    "The disk is full, so this could not be saved. Free some space and try again; everything saved "
    "before is safe."
)
_READ_ONLY = mark(
    "Your history cannot be changed here: its file or folder is read-only. You can look at it, but "
    "nothing new is saved."
)
_DAMAGED = mark(
    "The file with your history is damaged, so this could not be done. Start the program again: it "
    "puts the damaged file aside and keeps it."
)
_NO_ACCESS = mark(
    "Your history could not be opened. Check that its folder is still there and that you may use "
    "it."
)
_DISK = mark(
    "The disk could not be read or written. Check that it is connected and has space, and try "
    "again; everything saved before is safe."
)
_WORDS = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CANTOPEN: _NO_ACCESS,
    sqlite3.SQLITE_PERM: _NO_ACCESS,
    sqlite3.SQLITE_AUTH: _NO_ACCESS,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_NOMEM: _DISK,
}


def primary_code(fault: sqlite3.Error) -> int:
    """Return the primary SQLite result code, or 0 where the fault carries none."""
    code: int = getattr(fault, "sqlite_errorcode", 0)
    return code & 0xFF


def plain_words(fault: sqlite3.Error) -> str | None:
    """Return the sentence for a fault of disk or file, or None for a programming error."""
    if str(fault).startswith("Could not decode"):  # noise in a text; it carries no code
        return tr(_DAMAGED)
    sentence = _WORDS.get(primary_code(fault))
    return None if sentence is None else tr(sentence)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn faults of disk and file inside the block into UserError; let others through."""
    try:
        yield
    except sa.exc.DBAPIError as fault:
        sentence = plain_words(fault.orig) if isinstance(fault.orig, sqlite3.Error) else None
        if sentence is None:
            raise
        raise UserError(sentence) from fault
    except PlainError as fault:
        raise UserError(tr(_DAMAGED)) from fault
    except sqlite3.Error as fault:
        sentence = plain_words(fault)
        if sentence is None:
            raise
        raise UserError(sentence) from fault
