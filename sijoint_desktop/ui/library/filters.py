"""Decides which exercises a search and its filters leave, without a window."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijoint_desktop.content.model import Exercise, Position, Purpose
from sijoint_desktop.content.words import position_word, purpose_word


@dataclass(frozen=True, slots=True)
class Filter:
    """What a person asks for; an empty field leaves everything in."""

    text: str = ""
    purpose: Purpose | None = None
    position: Position | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every exercise passes."""
        return not self.text.strip() and self.purpose is None and self.position is None


def plain(text: str) -> str:
    """Return the text as it is compared: without case, accents, hyphens or doubled spaces."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(mark for mark in spread if not unicodedata.combining(mark))
    return " ".join(letters.replace("-", " ").replace("_", " ").split())


def searchable(exercise: Exercise) -> str:
    """Return the words an exercise is found by: name, purpose, position, muscles and summary."""
    parts = (
        exercise.name,
        exercise.code,
        purpose_word(exercise.purpose),
        str(exercise.purpose),
        position_word(exercise.position),
        *exercise.equipment,
        *exercise.muscles,
        exercise.summary,
    )
    return plain(" ".join(parts))


def passes(exercise: Exercise, wanted: Filter) -> bool:
    """Tell whether an exercise fits every field; each searched word may stand anywhere."""
    if wanted.purpose is not None and exercise.purpose is not wanted.purpose:
        return False
    if wanted.position is not None and exercise.position is not wanted.position:
        return False
    text = searchable(exercise)
    return all(word in text for word in plain(wanted.text).split())


def matching(exercises: Iterable[Exercise], wanted: Filter) -> tuple[Exercise, ...]:
    """Return the exercises that fit, in their own order."""
    return tuple(exercise for exercise in exercises if passes(exercise, wanted))


def purpose_counts(exercises: Iterable[Exercise]) -> Mapping[Purpose, int]:
    """Return how many exercises serve each purpose, in the order of the chips."""
    counts = dict.fromkeys(Purpose, 0)
    for exercise in exercises:
        counts[exercise.purpose] += 1
    return counts


def positions_present(exercises: Iterable[Exercise]) -> tuple[Position, ...]:
    """Return the positions that at least one exercise is done in, in their listed order."""
    present = {exercise.position for exercise in exercises}
    return tuple(position for position in Position if position in present)


def result_line(shown: int, total: int) -> str:
    """Say how many exercises are on show."""
    if shown == total:
        return f"Showing all {total}."
    return f"Showing {shown} of {total}."
