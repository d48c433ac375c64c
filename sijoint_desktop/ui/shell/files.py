"""Reads and writes the text files that a person opens and saves: whole or not at all."""

import os
from pathlib import Path

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import reason, replacing

MOST_BYTES = 1_000_000
"""A text of a person's own is never larger; a larger file is something else."""


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; raises UserError saying why it cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"{path.name} is too large to be a routine. Choose another file.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise UserError(f"{path} cannot be read: {reason(fault)}. Choose another file.") from fault
    except UnicodeDecodeError as fault:
        raise UserError(
            f"{path.name} is not a text in UTF-8: byte {fault.start + 1} does not belong there."
        ) from fault


def write_text(path: Path, text: str) -> None:
    """Write a text to a file, whole or not at all; raises UserError where that fails."""
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
