"""Makes and names the files of the data folder; nothing here overwrites or deletes."""

import os
from pathlib import Path

_JOURNAL = "-journal"


def ensure_folder(folder: Path) -> None:
    """Make the folder, open to the user alone, where it is not there yet; raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def create_private(path: Path) -> None:
    """Make an empty file that only the user can read; raises FileExistsError or OSError.

    SQLite would make it readable for everybody; its journal takes over the mode of the file.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def claim_name(path: Path, ending: str) -> Path:
    """Return ``<path>.<ending>``, or the first of ``-2``, ``-3`` ... that is free."""
    first = path.with_name(f"{path.name}.{ending}")
    candidate, number = first, 1
    while candidate.exists():
        number += 1
        candidate = first.with_name(f"{first.name}-{number}")
    return candidate


def set_aside(path: Path, ending: str) -> Path:
    """Rename the file, and a journal that belongs to it, out of the way; return the new path."""
    target = claim_name(path, ending)
    journal = path.with_name(path.name + _JOURNAL)
    path.rename(target)
    if journal.exists():
        journal.rename(target.with_name(target.name + _JOURNAL))
    return target
