"""The ``check`` command: every fault of content files, one sentence each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sijoint_desktop.content.article import article_from
from sijoint_desktop.content.files import FileKind, kind_of
from sijoint_desktop.content.integrity import MotionCheck, exercise_faults, self_test_faults
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.parse import exercise_from, parse_toml
from sijoint_desktop.content.self_test import self_test_from
from sijoint_desktop.core.errors import ContentError, UserError
from sijoint_desktop.core.files import read_text
from sijoint_desktop.routine.parse import routine_from


@dataclass(frozen=True, slots=True)
class _File:
    """One file as read: its tables, or what kept it from being read."""

    name: str
    tables: dict[str, object]
    faults: tuple[str, ...] = ()

    @property
    def kind(self) -> FileKind:
        """What it holds, as far as its keys tell."""
        return kind_of(self.tables)


def check_files(
    paths: Sequence[Path], library: Library, motion_check: MotionCheck
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every file's name with its faults; none means that the file is sound.

    Exercises among the files take the place of those of the library that have their id, so a new
    exercise and a routine with it can be checked together.
    """
    files = [_open(path) for path in paths]
    for file in files:
        library = _with(library, file)
    for file in files:
        yield file.name, file.faults or tuple(_faults(file, library, motion_check))


def _open(path: Path) -> _File:
    try:
        return _File(str(path), parse_toml(read_text(path), str(path)))
    except ContentError as error:
        return _File(str(path), {}, error.faults)
    except UserError as error:
        return _File(str(path), {}, (str(error),))


def _with(library: Library, file: _File) -> Library:
    readable = file.kind is FileKind.EXERCISE and not file.faults
    exercise = _exercise(file) if readable else None
    if exercise is None:
        return library
    others = (other for other in library if other.id != exercise.id)
    return Library((*others, exercise))


def _exercise(file: _File) -> Exercise | None:
    try:
        return exercise_from(file.tables, file.name)
    except ContentError:
        return None  # its faults are told when its own turn comes


def _faults(file: _File, library: Library, motion_check: MotionCheck) -> Iterator[str]:
    try:
        if file.kind is FileKind.ROUTINE:
            routine_from(file.tables, file.name, library)
        elif file.kind is FileKind.ARTICLE:
            article_from(file.tables, file.name)
        elif file.kind is FileKind.SELF_TEST:
            test = self_test_from(file.tables, file.name)
            yield from self_test_faults(test, motion_check, file.name)
        else:
            exercise = exercise_from(file.tables, file.name)
            yield from exercise_faults(exercise, library, motion_check, file.name)
    except ContentError as error:
        yield from error.faults
