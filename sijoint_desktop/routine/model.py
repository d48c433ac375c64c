"""A routine: exercises in order, each with its dose."""

from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.content.model import Dose, Level
from sijoint_desktop.core.ids import ExerciseId, RoutineId
from sijoint_desktop.core.side import Side


class SlotSides(StrEnum):
    """Which sides a slot trains; ignored where the exercise uses both sides together."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise of a routine with the dose to do.

    ``extra_set`` names the weaker or tighter side, which does one set more than the other; it is
    ignored where both sides work together.
    """

    exercise_id: ExerciseId
    level: Level
    dose: Dose
    sides: SlotSides = SlotSides.BOTH
    start_side: Side = Side.LEFT
    extra_set: Side | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of slots with a name and a reason."""

    id: RoutineId
    name: str
    summary: str
    slots: tuple[Slot, ...]
