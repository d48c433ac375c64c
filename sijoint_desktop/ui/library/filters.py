"""Decides which exercises a search and its filters leave, and in which order, without a window."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.content.model import Exercise, Position, Purpose
from sijoint_desktop.content.search import found_by
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.routine.order import by_position


class Order(StrEnum):
    """How the exercises follow each other."""

    PROGRAMME = "programme"
    POSITION = "position"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a person asks for; an empty field leaves everything in."""

    text: str = ""
    purpose: Purpose | None = None
    position: Position | None = None
    equipment: str | None = None
    suited: bool = False  # only what suits their profile
    safe: bool = False  # without what is left out for them
    order: Order = Order.PROGRAMME


def passes(exercise: Exercise, wanted: Filter) -> bool:
    """Tell whether an exercise fits every field that is about itself, not about the person.

    Each searched word may stand anywhere.
    """
    if wanted.purpose is not None and exercise.purpose is not wanted.purpose:
        return False
    if wanted.position is not None and exercise.position is not wanted.position:
        return False
    if wanted.equipment is not None and wanted.equipment not in _equipment(exercise):
        return False
    return found_by(exercise, wanted.text)


def matching(
    exercises: Iterable[Exercise], wanted: Filter, fitting: Fitting
) -> tuple[tuple[Exercise, ...], tuple[Exercise, ...]]:
    """Return the exercises that fit, in the order asked for, and those left out for the person.

    The second are those that would fit but for the person's safety; they are empty unless
    ``wanted`` asks for what is safe.
    """
    found = [e for e in exercises if passes(e, wanted)]
    if wanted.suited and fitting.person is not None:
        found = [e for e in found if e.id in fitting.suited]
    hidden = tuple(e for e in found if wanted.safe and fitting.left_out(e))
    shown = tuple(e for e in found if e not in hidden)
    return (by_position(shown) if wanted.order is Order.POSITION else shown), hidden


def _equipment(exercise: Exercise) -> tuple[str, ...]:
    return exercise.equipment or (NOTHING_NEEDED,)


def purpose_counts(exercises: Iterable[Exercise]) -> Mapping[Purpose, int]:
    """Return how many exercises serve each purpose, in the order of the chips."""
    counts = dict.fromkeys(Purpose, 0)
    for exercise in exercises:
        counts[exercise.purpose] += 1
    return counts


NOTHING_NEEDED = "nothing"
"""Stands for no equipment; it is not shown."""


def equipment_present(exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """Return every piece of equipment that an exercise needs, the most used first."""
    counts: dict[str, int] = {}
    for exercise in exercises:
        for piece in _equipment(exercise):
            counts[piece] = counts.get(piece, 0) + 1
    return tuple(sorted(counts, key=lambda piece: (-counts[piece], piece)))


def positions_present(exercises: Iterable[Exercise]) -> tuple[Position, ...]:
    """Return the positions that at least one exercise is done in, in their listed order."""
    present = {exercise.position for exercise in exercises}
    return tuple(position for position in Position if position in present)


def result_line(shown: int, hidden: int, total: int) -> str:
    """Say how many exercises are on show, and how many are left out for the person's safety."""
    line = tr("Showing {shown} of {total}.", shown=shown, total=total)
    if shown == total:
        line = tr("Showing all {total}.", total=total)
    if not hidden:
        return line
    left_out = plural(
        "{n} is left out for you: see below why, and what to do instead.",
        "{n} are left out for you: see below why, and what to do instead.",
        hidden,
    )
    return f"{line} {left_out}"
