"""Decides what a session may hold at the pain of today, once the danger questions are clear."""

from dataclasses import dataclass, replace

from sijoint_desktop.content.model import Level, Sides
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.language import tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.routine.model import Routine, Slot, SlotSides
from sijoint_desktop.routine.script import Exercises
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.emergency_numbers import UNKNOWN_COUNTRY
from sijoint_desktop.triage.urgency import Urgency

NO_EXERCISE_FROM = 7
"""Start score (NRS 0-10) from which nothing is exercised; clinical brief d, its cut-off is K."""

GENTLE_FROM = 6
"""Start score from which only the gentlest exercise is left; clinical brief d."""

GENTLEST = (ExerciseId("pelvic_tilt"), ExerciseId("cat_cow"))
"""What may be done at a start score of 6, the first choice first; clinical brief d (E01, E02)."""


@dataclass(frozen=True, slots=True)
class Today:
    """What may be done today: a routine, or advice instead; ``reason`` says why it is shorter."""

    routine: Routine | None
    advice: Advice | None = None
    reason: str = ""


def not_today() -> Advice:
    """Return what to do where the pain closes the session."""
    number = tr(UNKNOWN_COUNTRY)
    return Advice(
        Urgency.LIMITED,
        tr("Not today"),
        (
            tr(
                "Your pain is 7 or more. Exercise would not help now, so this session stays closed."
            ),
            tr("Find a position that eases it. If walking is all right, take short, easy walks."),
            tr("See a doctor or a physiotherapist before you exercise again."),
            tr(
                "If anything from the five questions starts, call {number} or a doctor.",
                number=number,
            ),
        ),
    )


def nothing_gentle() -> Advice:
    """Return what to do where nothing of a routine is gentle enough."""
    return Advice(
        Urgency.LIMITED,
        tr("Not this routine today"),
        (
            tr(
                "With a pain of 6 only the gentlest exercises fit, and none of them is in this "
                "routine."
            ),
            tr("A short, easy walk is fine if it does not raise the pain. Try again tomorrow."),
        ),
    )


def usual_start(routine: Routine, library: Exercises) -> Side | None:
    """Return the side that a routine begins with; None without sides, or where they differ."""
    sides = {slot.start_side for slot in _two_sided(routine, library)}
    return sides.pop() if len(sides) == 1 else None


def has_sides(routine: Routine, library: Exercises) -> bool:
    """Tell whether anything in a routine is done on one side first and then on the other."""
    return bool(_two_sided(routine, library))


def starting_with(routine: Routine, side: Side) -> Routine:
    """Return a routine that does this side first, in every exercise with two sides."""
    return replace(routine, slots=tuple(replace(s, start_side=side) for s in routine.slots))


def _two_sided(routine: Routine, library: Exercises) -> list[Slot]:
    return [
        slot
        for slot in routine.slots
        if slot.sides is SlotSides.BOTH
        and library.get(slot.exercise_id).sides is not Sides.TOGETHER
    ]


def plan_today(routine: Routine, pain: int, library: Exercises) -> Today:
    """Return what of a routine may be done at a pain of 0-10 before it.

    From 7 on it is nothing; at 6 it is one of the gentlest exercises at its easiest dose.
    """
    if not 0 <= pain <= 10:
        raise ValueError(f"pain must be 0 to 10, got {pain}")
    if pain >= NO_EXERCISE_FROM:
        return Today(None, not_today())
    if pain < GENTLE_FROM:
        return Today(routine)
    slot = next((s for wanted in GENTLEST for s in routine.slots if s.exercise_id == wanted), None)
    if slot is None:
        return Today(None, nothing_gentle())
    exercise = library.get(slot.exercise_id)
    gentle: Slot = replace(slot, level=Level.BEGINNER, dose=exercise.doses[Level.BEGINNER])
    reason = tr(
        "Your pain is 6, so today it is only one exercise at its easiest: {exercise}. Stop if it "
        "grows.",
        exercise=exercise.name,
    )
    return Today(replace(routine, slots=(gentle,)), reason=reason)
