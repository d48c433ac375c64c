"""Puts an earlier copy in the place of the database, and erases everything when asked to."""

import shutil
import sqlite3
from contextlib import suppress
from datetime import date
from pathlib import Path

from sijoint_desktop.app.copies import Backup
from sijoint_desktop.app.merge import Changes
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.archive import Archive
from sijoint_desktop.history.entries import BINDING, kind_name
from sijoint_desktop.store.archive import merge_into, read_archive
from sijoint_desktop.store.backups import back_up_before, folder_of, good_backups
from sijoint_desktop.store.engine import make_engine
from sijoint_desktop.store.faults import in_plain_words
from sijoint_desktop.store.files import create_private, ensure_folder, set_aside
from sijoint_desktop.store.identity import DATABASE_NAME
from sijoint_desktop.store.inspection import FileKind, inspect
from sijoint_desktop.store.migration import migrate
from sijoint_desktop.store.salvage import salvage
from sijoint_desktop.store.settings_file import FILE_NAME as SETTINGS_NAME
from sijoint_desktop.store.sqlite_file import copy_database
from sijoint_desktop.store.stamps import Now

_BINDING_LISTS = frozenset(kind_name(kind) for kind in BINDING)
_BUSY_S = 5.0
_DRAFT = ".restoring"
_SOUND = (FileKind.CURRENT, FileKind.OLDER)
_OURS = (f"{DATABASE_NAME}*", f"{SETTINGS_NAME}*", "faults.log*")


def restore(database: Path, copy: Path, now: Now) -> Path | None:
    """Put a copy in the place of the database; return where what was there before is kept.

    Checks, clearances and hurts since the copy stay on record, so that restoring opens no lock.
    No window may have the database open. Raises UserError for a file that is no sound database of
    this program, and where the disk refuses; the database is then as it was.
    """
    draft = database.with_name(database.name + _DRAFT)
    try:
        with in_plain_words():
            _require_sound(copy)
            ensure_folder(database.parent)
            before = _keep(database, now().date())
            more = Archive() if before is None else _binding(before, draft)
            _remove_drafts(draft)
            copy_database(copy, draft)
            build_from(draft, more, now)
            if before is None and database.exists():
                before = set_aside(database, f"replaced-{now().date().isoformat()}")
            draft.replace(database)
    except OSError as fault:
        raise UserError(
            tr(
                "{copy} could not be restored ({reason}). Nothing was changed.",
                copy=copy,
                reason=fault.strerror or fault,
            )
        ) from fault
    finally:
        _remove_drafts(draft)
    return before


def recover(database: Path, damaged: Path, now: Now) -> tuple[Backup | None, int]:
    """Begin the database anew from the newest good copy and what the damaged file still holds.

    Returns that copy, or None where there is none, and how many items were saved from the file.
    Raises OSError or DBAPIError, and then leaves no database behind.
    """
    draft = database.with_name(database.name + _DRAFT)
    saved = salvage(damaged)
    copy = next(good_backups(database), None)
    try:
        _remove_drafts(draft)
        if copy is None:
            create_private(draft)
        else:
            copy_database(copy.path, draft)
        changes = build_from(draft, saved, now)
        draft.replace(database)
    finally:
        _remove_drafts(draft)
    return copy, len(changes.put)


def _remove_drafts(draft: Path) -> None:
    for left in draft.parent.glob(f"{draft.name}*"):
        left.unlink(missing_ok=True)


def build_from(path: Path, more: Archive, now: Now) -> Changes:
    """Bring a file to the newest schema and join an archive with it; raises DBAPIError."""
    migrate(path, busy_s=_BUSY_S)
    engine = make_engine(path)
    try:
        with engine.begin() as connection:
            return merge_into(connection, more, now())
    finally:
        engine.dispose()


def erase_everything(folder: Path) -> None:
    """Delete the database, its copies, settings and reports of faults; raises UserError.

    What remains in the folder was put there by somebody else, such as exercises of their own.
    """
    try:
        for pattern in _OURS:
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
        copies = folder_of(folder / DATABASE_NAME)
        if copies.exists():
            shutil.rmtree(copies)
    except OSError as fault:
        raise UserError(
            tr(
                "Not everything in {folder} could be erased ({reason}). Close other programs that "
                "use it and try again.",
                folder=folder,
                reason=fault.strerror or fault,
            )
        ) from fault


def _require_sound(copy: Path) -> None:
    kind = inspect(copy, read_only=True, busy_s=_BUSY_S).kind
    if kind is FileKind.NEWER:
        raise UserError(
            tr(
                "{copy} was made by a newer version of this program. Update the program to restore "
                "it. Nothing was changed.",
                copy=copy,
            )
        )
    if kind not in _SOUND:
        raise UserError(tr("{copy} is no sound copy of your data. Nothing was changed.", copy=copy))


def _keep(database: Path, today: date) -> Path | None:
    """Copy what is there, if it is sound."""
    with suppress(sqlite3.Error):
        # not read-only: what a crash left of a transaction is rolled back by looking
        if inspect(database, read_only=False, busy_s=_BUSY_S).kind in _SOUND:
            return back_up_before(database, "restore", today)
    return None


def _binding(current: Path, draft: Path) -> Archive:
    """Return what a lock may stand on in the present database."""
    scratch = draft.with_name(draft.name + "-before")
    scratch.unlink(missing_ok=True)
    copy_database(current, scratch)
    migrate(scratch, busy_s=_BUSY_S)
    engine = make_engine(scratch)
    try:
        with engine.begin() as connection:
            kept = read_archive(connection).kept
    finally:
        engine.dispose()
    return Archive({key: value for key, value in kept.items() if key[0] in _BINDING_LISTS})
