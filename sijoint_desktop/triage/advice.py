"""What to do at each level of urgency, in plain words, with the numbers of the person's country."""

from dataclasses import dataclass

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.triage.emergency_numbers import MATERNITY_IF, MATERNITY_UNIT, Contacts
from sijoint_desktop.triage.urgency import Urgency


@dataclass(frozen=True, slots=True)
class Advice:
    """A heading and lines to read, on the ground of a level."""

    level: Urgency
    heading: str
    lines: tuple[str, ...]


HEADINGS = {
    Urgency.SELF_CARE: mark("You can exercise at home"),
    Urgency.LIMITED: mark("Exercise at home, with limits for two weeks"),
    Urgency.CLINICIAN: mark("See someone in the next two weeks, before exercising"),
    Urgency.URGENT: mark("Get medical advice today"),
    Urgency.EMERGENCY: mark("Get emergency help now"),
}

SAFETY_NET = mark(
    "Come back or call if anything changes: new numbness, a weak leg, trouble with pee or poo, "
    "a fever, or pain that grows."
)
"""Shown with every result; clinical brief a.3."""


def advice(
    level: Urgency, contacts: Contacts, *, pregnant: bool | None = False, unsafe: bool = False
) -> Advice:
    """Return what to do at a level and by when.

    ``pregnant`` names the maternity unit where it is urgent or more, and does so with an "if"
    where it is None, for not known; ``unsafe`` (thoughts of self-harm) puts the crisis line first.
    """
    lines = list(_lines(level, contacts))
    if unsafe:
        words = tr("You are not alone with this. Call {line} now.", line=contacts.crisis_words)
        lines.insert(0, words)
    if level.rank >= Urgency.URGENT.rank and pregnant is not False:
        lines.append(tr(MATERNITY_UNIT if pregnant else MATERNITY_IF))
    return Advice(level, tr(HEADINGS[level]), (*lines, tr(SAFETY_NET)))


def _lines(level: Urgency, contacts: Contacts) -> tuple[str, ...]:
    call = contacts.emergency_words
    if level is Urgency.EMERGENCY:
        return (
            tr(
                "Call {number}, or have someone take you to an emergency department now.",
                number=call,
            ),
            tr(
                "Do not drive yourself. Do not wait to see if it passes, even if the pain is small."
            ),
        )
    if level is Urgency.URGENT:
        return (_doctor(contacts), tr("If it gets worse before then, call {number}.", number=call))
    if level is Urgency.CLINICIAN:
        return (
            tr("See a doctor or a physiotherapist in the next one to two weeks."),
            tr(
                "Take the summary of this check with you. Exercises open when you were seen and "
                "cleared."
            ),
        )
    if level is Urgency.LIMITED:
        return (tr("Begin with small doses for two weeks. Then the check asks again."),)
    return (tr("Begin with the plan below. The check asks again in two weeks."),)


def _doctor(contacts: Contacts) -> str:
    line = contacts.advice
    if line is None:
        return tr("Call a doctor today. Be seen today or tomorrow, in 48 hours at most.")
    return tr(
        "Call a doctor today or {line}, {number} ({country}). Be seen today or tomorrow, in 48 "
        "hours at most.",
        line=line.name,
        number=line.number,
        country=contacts.country,
    )
