"""Opens the user's database: looks first, migrates, and loses nothing that was saved."""

import os
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from sijoint_desktop.app.copies import Backup
from sijoint_desktop.app.merge import Changes
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.history.archive import Archive
from sijoint_desktop.store.archive import merge_into, read_archive
from sijoint_desktop.store.engine import make_engine
from sijoint_desktop.store.entry_repository import SqlEntryRepository
from sijoint_desktop.store.faults import in_plain_words
from sijoint_desktop.store.files import create_private, ensure_folder, set_aside
from sijoint_desktop.store.inspection import FileKind, Finding, inspect
from sijoint_desktop.store.migration import backup_before_migration, migrate
from sijoint_desktop.store.restoring import recover
from sijoint_desktop.store.session_repository import SqlSessionRepository
from sijoint_desktop.store.stamps import Now

_BUSY_S = 5.0


class Database:
    """An open database; ``notices`` are sentences the person should read once."""

    def __init__(
        self, path: Path, engine: sa.Engine, now: Now, *, read_only: bool, notices: tuple[str, ...]
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.notices = notices
        self.sessions = SqlSessionRepository(engine, now)
        self.entries = SqlEntryRepository(engine, now)
        self._engine = engine
        self._now = now

    def archive(self) -> Archive:
        """Return everything on record."""
        with in_plain_words(), self._engine.begin() as connection:
            return read_archive(connection)

    def merge(self, theirs: Archive, *, rehearse: bool = False) -> Changes:
        """Join an archive with what is on record in one transaction, and tell what changed.

        Where ``rehearse`` is true nothing is kept: the changes are those that would be made.
        """
        with in_plain_words(), self._engine.connect() as connection, connection.begin() as whole:
            changes = merge_into(connection, theirs, self._now())
            if rehearse:
                whole.rollback()
        return changes

    def close(self) -> None:
        """Let go of the file; a later call of a repository would open it again."""
        self._engine.dispose()


def present_moment() -> datetime:
    """Return the present moment by the clock of the computer, aware, in the local time zone."""
    return datetime.now(UTC).astimezone()


def open_database(path: Path, *, now: Now = present_moment, busy_s: float = _BUSY_S) -> Database:
    """Open the database file at ``path``, made new where there is none, at the newest schema.

    A damaged file is renamed to ``<name>.corrupt-<date>``; the newest good backup takes its place,
    with whatever can still be read out of the damaged one. A file that cannot
    be written is opened for reading; both are said in ``notices``. ``now`` tells the present moment
    (aware) whenever something is changed. ``busy_s`` is how long to wait for another program.
    Raises UserError for a file that is locked, foreign, made by a newer version, or out of reach,
    and leaves it as it was.
    """
    try:
        with in_plain_words():
            return _open(path, now, busy_s)
    except OSError as fault:
        raise UserError(
            tr(
                "Your data folder {folder} cannot be used ({reason}). Check that it is there and "
                "that you may write to it, or choose another with --data-dir.",
                folder=path.parent,
                reason=fault.strerror or fault,
            )
        ) from fault


def _open(path: Path, now: Now, busy_s: float) -> Database:
    ensure_folder(path.parent)
    read_only = _is_read_only(path)
    finding = inspect(path, read_only=read_only, busy_s=busy_s)
    _refuse(finding, path, read_only=read_only)
    notices: list[str] = []
    if read_only:
        notices.append(
            tr("Your history is read-only here. You can look at it, but nothing new is saved.")
        )
    else:
        notices.extend(_prepare(finding, path, now, busy_s))
    engine = make_engine(path, read_only=read_only, busy_s=busy_s)
    return Database(path, engine, now, read_only=read_only, notices=tuple(notices))


def _is_read_only(path: Path) -> bool:
    # the journal is written beside the file, so the folder must be writable too
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _refuse(finding: Finding, path: Path, *, read_only: bool) -> None:
    if finding.kind is FileKind.NEWER:
        raise UserError(
            tr(
                "Your history was saved by a newer version of this program (file {path}, form "
                "{revision}). Update the program to open it. Nothing was changed.",
                path=path,
                revision=finding.revision,
            )
        )
    if finding.kind is FileKind.FOREIGN:
        raise UserError(
            tr(
                "The file {path} belongs to another program. Move it, or choose another folder "
                "with --data-dir. Nothing was changed.",
                path=path,
            )
        )
    if read_only and finding.kind is not FileKind.CURRENT:
        raise UserError(
            tr(
                "The file {path} is read-only and needs a change before it can be used. Make it "
                "writable, or choose another folder with --data-dir. Nothing was changed.",
                path=path,
            )
        )


def _prepare(finding: Finding, path: Path, now: Now, busy_s: float) -> list[str]:
    if finding.kind is FileKind.CURRENT:
        return []
    if finding.kind is FileKind.DAMAGED:
        kept = set_aside(path, f"corrupt-{now().date().isoformat()}")
        return [_told(kept, *recover(path, kept, now))]
    if finding.kind is FileKind.OLDER and finding.revision is not None:
        backup_before_migration(path, finding.revision, now().date())
    if not path.exists():
        _create(path)
    migrate(path, busy_s=busy_s)
    return []


def _told(kept: Path, copy: Backup | None, saved: int) -> str:
    """Say what became of a damaged file."""
    if copy is not None and saved:
        result = plural(
            "Your history was put back from the copy of {date}, with {n} newer item from the old "
            "file.",
            "Your history was put back from the copy of {date}, with {n} newer items from the old "
            "file.",
            saved,
            date=date_in_words(copy.day),
        )
    elif copy is not None:
        day = date_in_words(copy.day)
        result = tr("Your history was put back from the copy of {date}.", date=day)
    elif saved:
        result = plural(
            "{n} item could still be read and was kept; others may be missing.",
            "{n} items could still be read and were kept; others may be missing.",
            saved,
        )
    else:
        result = tr("Nothing in it could be read, so a new, empty history was begun.")
    damaged = tr("The file with your history was damaged.")
    return f"{damaged} {result} {tr('It is kept as {path}.', path=kept)}"


def _create(path: Path) -> None:
    try:
        create_private(path)
    except FileExistsError:
        return  # another process was quicker; the migration waits for it
