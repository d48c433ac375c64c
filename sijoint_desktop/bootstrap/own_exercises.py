"""Finds the person's own exercises in the data folder and puts them beside the program's."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sijoint_desktop.bootstrap.shipped import load_library

if TYPE_CHECKING:
    from sijoint_desktop.content.library import Library

FOLDER = "exercises"
"""The folder for own exercises, within the data folder."""


def load_whole_library(data_folder: Path, say: Callable[[str], None]) -> "Library":
    """Return the program's exercises and the person's own; ``say`` takes each fault of a file.

    Without own exercises nothing beyond the program's is loaded.
    """
    library = load_library()
    files, faults = _texts(data_folder / FOLDER)
    if files:
        from sijoint_desktop.cli.commands import motion_faults  # noqa: PLC0415 - needs numpy
        from sijoint_desktop.content.own import with_own  # noqa: PLC0415

        library, found = with_own(library, files, motion_faults)
        faults += found
    for fault in faults:
        say(fault)
    return library


def _texts(folder: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the texts of the exercise files of a folder, and what cannot be read."""
    files: dict[str, str] = {}
    faults: list[str] = []
    try:
        paths = sorted(folder.glob("*.toml"))
    except OSError as fault:
        return {}, (f"{folder} cannot be read: {fault.strerror or fault}",)
    for path in paths:
        try:
            files[path.name] = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as fault:
            why = fault.strerror if isinstance(fault, OSError) else "it is not a text in UTF-8"
            faults.append(f"{path.name}: cannot be read: {why}")
    return files, tuple(faults)
