"""Writing what a command puts out, to a file or to standard output."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from sijoint_desktop.core.files import replacing

STANDARD_STREAM = "-"
"""Stands for standard output where a file is asked for."""


def write_json(document: Mapping[str, object], target: str, out: TextIO) -> None:
    """Write a document as JSON to a file, or to ``out`` where the target is ``-``."""
    if target == STANDARD_STREAM:
        out.write(json.dumps(document, indent=2) + "\n")
        return
    with replacing(Path(target)) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(document, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")
