"""Orders exercises so that a person changes position as little as possible."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sijoint_desktop.content.model import Exercise, Position

_WAY_UP = (
    Position.SUPINE,
    Position.SIDE_LYING,
    Position.PRONE,
    Position.QUADRUPED,
    Position.KNEELING,
    Position.HALF_KNEELING,
    Position.SEATED,
    Position.STANDING,
)
"""From lying to standing: each position leads to the next without going down again."""


def by_position(exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """Return exercises grouped by position, from lying to standing, else in their own order."""
    return tuple(sorted(exercises, key=lambda exercise: _WAY_UP.index(exercise.position)))


def position_changes(exercises: Sequence[Exercise]) -> int:
    """Return how often the position changes from one exercise to the next."""
    return sum(first.position is not later.position for first, later in pairwise(exercises))
