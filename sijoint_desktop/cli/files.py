"""Reading and writing the files that a command names: whole or not at all, and in plain words."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import reason, replacing

STANDARD_STREAM = "-"
"""Stands for standard output where a file is asked for."""


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; raises UserError saying why it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {reason(error)}") from None
    except UnicodeDecodeError as error:
        raise UserError(
            f"{path}: is not a text in UTF-8: byte {error.start + 1} does not belong there"
        ) from None


def write_json(document: Mapping[str, object], target: str, out: TextIO) -> None:
    """Write a document as JSON to a file, or to ``out`` where the target is ``-``."""
    if target == STANDARD_STREAM:
        out.write(json.dumps(document, indent=2) + "\n")
        return
    with replacing(Path(target)) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(document, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")
