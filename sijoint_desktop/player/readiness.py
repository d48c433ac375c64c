"""Decides whether a session may start today: three danger questions, then the pain score."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.script import Exercises

EMERGENCY_NUMBER = "your local emergency number (112 works on many mobiles)"

NO_EXERCISE_FROM = 7
"""Start score (NRS 0-10) from which nothing is exercised; clinical brief d, its cut-off is K."""

GENTLE_FROM = 6
"""Start score from which only the gentlest exercise is left; clinical brief d."""

GENTLEST = (ExerciseId("pelvic_tilt"), ExerciseId("cat_cow"))
"""What may be done at a start score of 6, the first choice first; clinical brief d (E01, E02)."""


class Urgency(StrEnum):
    """How soon someone should act; each has its own ground, icon and heading."""

    EMERGENCY = "emergency"
    TODAY = "today"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do instead of a session."""

    urgency: Urgency
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One danger sign asked before every session; "yes" leads to ``advice`` and no session.

    Not being sure counts as yes (clinical brief a.1).
    """

    id: str
    text: str
    advice: Advice


_MATERNITY = "If you are pregnant, call your maternity unit as well."

QUESTIONS = (
    Question(
        "saddle_bladder_bowel",
        "Is it newly numb or tingly between your legs, or has anything changed in how you pee or "
        "poo?",
        Advice(
            Urgency.EMERGENCY,
            "Get emergency help now",
            (
                (
                    "These can be signs that nerves low in your back are being squeezed. That "
                    "needs a hospital today, even when the pain is small."
                ),
                (
                    f"Call {EMERGENCY_NUMBER}, or have someone take you to an emergency "
                    "department. Do not drive yourself."
                ),
                (
                    'Say: "I have a bad back, and new numbness between my legs or a change in my '
                    'bladder or bowel."'
                ),
                _MATERNITY,
            ),
        ),
    ),
    Question(
        "leg_weak_numb",
        "Is a leg getting weaker, or is there new numbness or tingling in a leg?",
        Advice(
            Urgency.EMERGENCY,
            "Get medical help today",
            (
                (
                    "A leg that is getting weaker, or trouble in both legs, needs help now: call "
                    f"{EMERGENCY_NUMBER}, or go to an emergency department."
                ),
                (
                    "New numbness or tingling in one leg, or a weakness that stays the same, needs "
                    "a doctor today."
                ),
                _MATERNITY,
            ),
        ),
    ),
    Question(
        "ill_or_fall",
        "Do you have a fever, do you feel very unwell, or have you had a fall or an accident since "
        "last time?",
        Advice(
            Urgency.TODAY,
            "Get medical advice today",
            (
                (
                    "After a bad accident, or if you feel very ill, faint or muddled: call "
                    f"{EMERGENCY_NUMBER}."
                ),
                (
                    "With a high temperature (38 °C or 100.4 °F, or more), chills or shaking: call "
                    "a doctor today."
                ),
                "After a small slip or fall: let someone look at you before you exercise again.",
                _MATERNITY,
            ),
        ),
    ),
)

NOT_TODAY = Advice(
    Urgency.REST,
    "Not today",
    (
        "Your pain is 7 or more. Exercise would not help now, so this session stays closed.",
        "Find a position that eases it. If walking is all right, take short, easy walks.",
        "See a doctor or a physiotherapist before you exercise again.",
        f"If anything from the three questions starts, call {EMERGENCY_NUMBER} or a doctor.",
    ),
)

NOTHING_GENTLE = Advice(
    Urgency.REST,
    "Not this routine today",
    (
        "With a pain of 6 only the gentlest exercises fit, and none of them is in this routine.",
        "A short, easy walk is fine if it does not raise the pain. Try again tomorrow.",
    ),
)


@dataclass(frozen=True, slots=True)
class Today:
    """What may be done today: a routine, or advice instead; ``reason`` says why it is shorter."""

    routine: Routine | None
    advice: Advice | None = None
    reason: str = ""


def advice_for(answers: Mapping[str, bool]) -> Advice | None:
    """Return the advice for the gravest "yes" among answers by question id; None without one."""
    return next((question.advice for question in QUESTIONS if answers.get(question.id)), None)


def cleared(answers: Mapping[str, bool]) -> bool:
    """Tell whether every question was answered, and each with "no"."""
    return all(answers.get(question.id) is False for question in QUESTIONS)


def plan_today(routine: Routine, pain: int, library: Exercises) -> Today:
    """Return what of a routine may be done at a pain of 0-10 before it.

    From 7 on it is nothing; at 6 it is one of the gentlest exercises at its easiest dose.
    """
    if not 0 <= pain <= 10:
        raise ValueError(f"pain must be 0 to 10, got {pain}")
    if pain >= NO_EXERCISE_FROM:
        return Today(None, NOT_TODAY)
    if pain < GENTLE_FROM:
        return Today(routine)
    slot = next((s for wanted in GENTLEST for s in routine.slots if s.exercise_id == wanted), None)
    if slot is None:
        return Today(None, NOTHING_GENTLE)
    exercise = library.get(slot.exercise_id)
    gentle: Slot = replace(slot, level=Level.BEGINNER, dose=exercise.doses[Level.BEGINNER])
    reason = (
        f"Your pain is 6, so today it is only {exercise.name.lower()}, at its easiest. Stop if it "
        "grows."
    )
    return Today(replace(routine, slots=(gentle,)), reason=reason)
