"""Keeps dated copies of the database: daily for a week, weekly for a month, monthly for a year."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from sijoint_desktop.app.copies import Backup
from sijoint_desktop.store.files import ensure_folder
from sijoint_desktop.store.sqlite_file import copy_database

FOLDER_NAME = "backups"
DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many of the newest days, weeks and months keep a copy."""

_DRAFT = ".part"
_NAME = re.compile(r"sijoint-(\d{4}-\d{2}-\d{2})(?:-before-([a-z]+))?(?:-\d+)?\.db")
_BUSY_S = 5.0


def folder_of(database: Path) -> Path:
    """Return the folder that keeps the copies of a database."""
    return database.parent / FOLDER_NAME


def backups(database: Path) -> tuple[Backup, ...]:
    """Return the copies of a database, the newest first."""
    with suppress(OSError):
        found = [_backup(path) for path in folder_of(database).iterdir()]
        known = [each for each in found if each is not None]
        return tuple(sorted(known, key=_age, reverse=True))
    return ()


def back_up_daily(database: Path, today: date) -> Path | None:
    """Copy the database unless the newest copy shows it as it is, and thin out older copies.

    Returns the copy, or None where none was needed. Raises OSError or sqlite3.Error, and then
    leaves the copies as they were.
    """
    kept = backups(database)
    if not database.exists() or (kept and _is_as_new(kept[0].path, database)):
        return None
    target = folder_of(database) / f"sijoint-{today.isoformat()}.db"
    _copy(database, target)
    thin_out(database, today)
    return target


def back_up_before(database: Path, what: str, today: date) -> Path:
    """Copy the database before something that changes much, and return the copy."""
    stem, number = f"sijoint-{today.isoformat()}-before-{what}", 1
    target = folder_of(database) / f"{stem}.db"
    while target.exists():
        number += 1
        target = target.with_name(f"{stem}-{number}.db")
    _copy(database, target)
    return target


def good_backups(database: Path) -> Iterator[Backup]:
    """Yield the copies that pass a full check, the newest first."""
    from sijoint_desktop.store.inspection import FileKind, inspect  # noqa: PLC0415 - see sqlite_file

    for each in backups(database):
        with suppress(OSError, sqlite3.Error):
            finding = inspect(each.path, read_only=True, busy_s=_BUSY_S)
            if finding.kind in (FileKind.CURRENT, FileKind.OLDER):
                yield each


def thin_out(database: Path, today: date) -> None:
    """Delete the copies that are no longer needed, and what a crash left half-made."""
    found = backups(database)
    days = worth_keeping((each.day for each in found), today)
    for each in found:
        if each.day not in days:
            each.path.unlink(missing_ok=True)
    for draft in folder_of(database).glob(f"*{_DRAFT}*"):
        draft.unlink(missing_ok=True)


def worth_keeping(days: Iterable[date], today: date) -> frozenset[date]:
    """Return the days of which copies stay: all of a week, then one a week, then one a month.

    Days still to come, left by a clock set wrong, stay too.
    """
    ordered = sorted(set(days), reverse=True)
    past = [day for day in ordered if day <= today]
    weeks = _newest_of_each(past, lambda day: day.isocalendar()[:2], WEEKS)
    months = _newest_of_each(past, lambda day: (day.year, day.month), MONTHS)
    week = {day for day in past if (today - day).days < DAYS}
    return frozenset({*weeks, *months, *week, *(day for day in ordered if day > today)})


def _newest_of_each(
    days: list[date], part: Callable[[date], tuple[int, int]], most: int
) -> list[date]:
    newest: dict[tuple[int, int], date] = {}
    for day in days:
        newest.setdefault(part(day), day)
    return list(newest.values())[:most]


def _copy(database: Path, target: Path) -> None:
    """Copy whole or not at all; the copy takes the time of change, which tells it is as new."""
    ensure_folder(target.parent)
    draft = target.with_name(target.name + _DRAFT)
    draft.unlink(missing_ok=True)
    changed = database.stat().st_mtime_ns
    copy_database(database, draft)
    os.utime(draft, ns=(changed, changed))
    draft.replace(target)


def _is_as_new(copy: Path, database: Path) -> bool:
    return copy.stat().st_mtime_ns == database.stat().st_mtime_ns


def _backup(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    with suppress(ValueError):
        return Backup(path, date.fromisoformat(found[1]), found[2] or "")
    return None


def _age(backup: Backup) -> tuple[int, str]:
    with suppress(OSError):
        return backup.path.stat().st_mtime_ns, backup.path.name
    return 0, backup.path.name
