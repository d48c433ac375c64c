"""A routine: exercises in order, each with its dose, and those that a person left out of it."""

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


class WhyLeftOut(StrEnum):
    """Why a person took an exercise out of a routine."""

    HURTS = "hurts"
    POSITION = "position"  # they cannot get into it, or stay in it
    EQUIPMENT = "equipment"
    DISLIKE = "dislike"
    NOT_SUITED = "not_suited"  # the last check speaks against it


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise that was taken out, as it was, so that it can be brought back.

    ``place`` is its index when it went; ``instead`` the exercise that was put there for it.
    """

    slot: Slot
    place: int
    why: WhyLeftOut
    instead: ExerciseId | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of slots with a name and a reason."""

    id: RoutineId
    name: str
    summary: str
    slots: tuple[Slot, ...]
    left_out: tuple[LeftOut, ...] = ()
