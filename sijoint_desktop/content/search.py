"""Finds exercises by words, whatever their case, accents and hyphens."""

import unicodedata

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.words import position_word, purpose_word


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


def found_by(exercise: Exercise, text: str) -> bool:
    """Tell whether every word that was typed stands somewhere in what is known of an exercise."""
    words = searchable(exercise)
    return all(word in words for word in plain(text).split())
