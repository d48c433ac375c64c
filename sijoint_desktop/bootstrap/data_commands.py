"""What the commands about the person's data do to the files of the data folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.archive import Archive
from sijoint_desktop.player.system_clock import SystemClock
from sijoint_desktop.store.identity import DATABASE_NAME

if TYPE_CHECKING:
    from sijoint_desktop.app.copies import Backup
    from sijoint_desktop.app.merge import Changes
    from sijoint_desktop.store.database import Database

_Say = Callable[[str], None]


class StoredData:
    """The data of one folder; SQLAlchemy is loaded by the first command that needs it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / DATABASE_NAME

    def now(self) -> datetime:
        """Return the present moment, aware."""
        return SystemClock().now()

    def archive(self, say: _Say) -> Archive:
        """Return everything on record; opening a store that is not there would make one."""
        if not self._path.exists():
            return Archive()
        with self._opened(say) as database:
            return database.archive()

    def merge(self, theirs: Archive, rehearse: bool, say: _Say) -> "Changes":
        """Join an archive with what is on record, after a copy where it changes anything."""
        from sijoint_desktop.app.merge import merge  # noqa: PLC0415

        if rehearse:
            return merge(self.archive(say), theirs, self.now())
        with self._opened(say) as database:
            if not database.merge(theirs, rehearse=True).is_empty:
                self._back_up_before("import")
            return database.merge(theirs)

    def back_up(self) -> Path:
        """Copy the database to the folder of the copies, and return the copy."""
        from sijoint_desktop.store.backups import back_up_daily, backups  # noqa: PLC0415

        self._require_database()
        with _telling_faults(self._folder):
            made = back_up_daily(self._path, self.now().date())
            return made or backups(self._path)[0].path

    def copy_to(self, target: Path) -> None:
        """Copy the database to a new file."""
        from sijoint_desktop.store.sqlite_file import copy_database  # noqa: PLC0415

        self._require_database()
        with _telling_faults(target):
            copy_database(self._path, target)

    def restore(self, copy: Path) -> Path | None:
        """Put a copy in the place of the database; return what was there before."""
        from sijoint_desktop.bootstrap.lock import FolderLock  # noqa: PLC0415

        lock = FolderLock(self._folder)
        if not lock.take():
            raise UserError(tr("The window is open with this data. Close it, then restore."))
        try:
            return self.put_back(copy)
        finally:
            lock.release()

    def put_back(self, copy: Path) -> Path | None:
        """Restore for the window that holds the folder and has let go of the database."""
        from sijoint_desktop.store.restoring import restore  # noqa: PLC0415

        return restore(self._path, copy, self.now)

    def copies(self) -> "tuple[Backup, ...]":
        """Return the copies that are kept, the newest first."""
        from sijoint_desktop.store.backups import backups  # noqa: PLC0415

        return backups(self._path)

    def erase(self) -> None:
        """Delete everything of the person's, copies included; no window may have it open."""
        from sijoint_desktop.store.restoring import erase_everything  # noqa: PLC0415

        erase_everything(self._folder)

    def _back_up_before(self, what: str) -> None:
        from sijoint_desktop.store.backups import back_up_before  # noqa: PLC0415

        with _telling_faults(self._folder):
            back_up_before(self._path, what, self.now().date())

    def _require_database(self) -> None:
        if not self._path.exists():
            raise UserError(
                tr(
                    "Nothing was recorded in {folder} yet, so nothing was copied.",
                    folder=self._folder,
                )
            )

    @contextmanager
    def _opened(self, say: _Say) -> "Iterator[Database]":
        from sijoint_desktop.store.database import open_database  # noqa: PLC0415

        database = open_database(self._path)
        try:
            for notice in database.notices:
                say(notice)
            yield database
        finally:
            database.close()


@contextmanager
def _telling_faults(where: Path) -> Iterator[None]:
    from sijoint_desktop.store.faults import in_plain_words  # noqa: PLC0415

    try:
        with in_plain_words():
            yield
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise UserError(
            tr("The copy could not be written to {folder} ({reason}).", folder=where, reason=reason)
        ) from fault
