"""Finds exercises by words, whatever their case, accents and hyphens."""

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.words import position_word, purpose_word
from sijoint_desktop.core.search import holds_all


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
    return " ".join(parts)


def found_by(exercise: Exercise, text: str) -> bool:
    """Tell whether every word that was typed stands somewhere in what is known of an exercise."""
    return holds_all(searchable(exercise), text)
