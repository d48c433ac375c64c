"""Reading and writing a file that a person named: whole or not at all, and in plain words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr

ROUTINE_ENDING = ".sijroutine"
"""The ending of a routine file; .toml is read, too."""


def read_text(path: Path, most_bytes: int | None = None) -> str:
    """Return the text of a UTF-8 file; raises UserError saying why it cannot be read.

    A file of more than ``most_bytes`` is refused unread: it was chosen by mistake.
    """
    try:
        if most_bytes is not None and path.stat().st_size > most_bytes:
            raise UserError(tr("{path}: is too large to be what was asked for", path=path))
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(
            tr("{path}: cannot be read: {reason}", path=path, reason=reason(error))
        ) from None
    except UnicodeDecodeError as error:
        raise UserError(
            tr(
                "{path}: is not a text in UTF-8: byte {number} does not belong there",
                path=path,
                number=error.start + 1,
            )
        ) from None


def write_text(path: Path, text: str) -> None:
    """Write a text to a file, whole or not at all; raises UserError where that fails."""
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all; raises UserError where that fails."""
    with replacing(path) as draft:
        draft.write_bytes(data)


def file_name(words: str, otherwise: str) -> str:
    """Return words as a file name, without its ending, that every system accepts.

    ``otherwise`` is for words of which nothing can be kept.
    """
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in words)
    return " ".join(kept.split())[:60].strip() or otherwise


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the path of a new file beside ``path``, which takes its place when all went well.

    After a fault the new file is gone and an older ``path`` is as it was. Raises UserError where
    the place cannot be written, or nothing was.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise UserError(tr("cannot write {path}: it is not an ordinary file", path=path))
    draft = target.with_name(f".{target.stem}-{os.getpid()}{target.suffix}")
    try:
        draft.open("xb").close()  # shows a missing or locked folder before any work is done
        yield draft
        if draft.stat().st_size == 0:
            raise UserError(tr("cannot write {path}: nothing came out", path=path))
        draft.replace(target)
    except OSError as error:
        raise UserError(
            tr("cannot write {path}: {reason}", path=path, reason=reason(error))
        ) from None
    finally:
        draft.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Return what went wrong in small letters, such as "no such file or directory"."""
    words = error.strerror or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]
