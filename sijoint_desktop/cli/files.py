"""Reading and writing the files that a command names: whole or not at all, and in plain words."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sijoint_desktop.core.errors import UserError

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


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the path of a new file beside ``path``, which takes its place when all went well.

    After a fault the new file is gone and an older ``path`` is as it was. Raises UserError where
    the place cannot be written, or nothing was.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise UserError(f"cannot write {path}: it is not an ordinary file")
    draft = target.with_name(f".{target.stem}-{os.getpid()}{target.suffix}")
    try:
        draft.open("xb").close()  # shows a missing or locked folder before any work is done
        yield draft
        if draft.stat().st_size == 0:
            raise UserError(f"cannot write {path}: nothing came out")
        draft.replace(target)
    except OSError as error:
        raise UserError(f"cannot write {path}: {reason(error)}") from None
    finally:
        draft.unlink(missing_ok=True)


def write_json(document: Mapping[str, object], target: str, out: TextIO) -> None:
    """Write a document as JSON to a file, or to ``out`` where the target is ``-``."""
    if target == STANDARD_STREAM:
        out.write(json.dumps(document, indent=2) + "\n")
        return
    with replacing(Path(target)) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(document, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")


def reason(error: OSError) -> str:
    """Return what went wrong in small letters, such as "no such file or directory"."""
    words = error.strerror or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]
