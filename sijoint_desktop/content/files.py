"""Tells what a content file is, and reads one that the figure can show."""

from collections.abc import Mapping
from enum import StrEnum

from sijoint_desktop.content.integrity import MotionCheck, exercise_faults, self_test_faults
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, SelfTest
from sijoint_desktop.content.parse import exercise_from, parse_toml
from sijoint_desktop.content.self_test import self_test_from
from sijoint_desktop.core.errors import ContentError


class FileKind(StrEnum):
    """What a content file holds."""

    EXERCISE = "exercise"
    SELF_TEST = "self_test"
    ROUTINE = "routine"
    ARTICLE = "article"


def kind_of(tables: Mapping[str, object]) -> FileKind:
    """Return what a file is, from the keys that only one kind has."""
    if "passage" in tables:
        return FileKind.ARTICLE
    if "exercise" in tables and not {"motion", "code", "step"} & tables.keys():
        return FileKind.ROUTINE
    if {"motion", "codes"} <= tables.keys() and "code" not in tables:
        return FileKind.SELF_TEST
    return FileKind.EXERCISE


def read_shown(
    text: str, name: str, library: Library, motion_check: MotionCheck
) -> tuple[Exercise | SelfTest | None, tuple[str, ...]]:
    """Return the exercise or self-test of a file, and every fault of it.

    With a fault in its form there is nothing to show; with one that only a judgement finds, such as
    a foot out of reach, it is returned beside its faults.
    """
    try:
        tables = parse_toml(text, name)
        if kind_of(tables) is FileKind.SELF_TEST:
            test = self_test_from(tables, name)
            return test, tuple(self_test_faults(test, motion_check, name))
        exercise = exercise_from(tables, name)
    except ContentError as error:
        return None, error.faults
    others = tuple(other for other in library if other.id != exercise.id)
    joined = Library((*others, exercise))
    return exercise, tuple(exercise_faults(exercise, joined, motion_check, name))
