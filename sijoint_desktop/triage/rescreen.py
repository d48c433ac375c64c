"""Five questions before every session: a yes binds, as the same sign in the full check would."""

from collections.abc import Mapping
from dataclasses import dataclass

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.triage.advice import Advice, advice
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.urgency import Urgency, highest


@dataclass(frozen=True, slots=True)
class RescreenQuestion:
    """One question; ``says`` repeats a yes in words, ``stands_for`` names the signs in it.

    ``unchecked`` asks it of somebody who has no check on record, where it is then other words: of
    them nothing is known that takes exercises away.
    """

    id: str
    text: str
    says: str
    level: Urgency
    stands_for: tuple[str, ...]
    first: tuple[str, ...] = ()  # lines of advice that come before those of the level
    unchecked: str = ""


QUESTIONS = (
    RescreenQuestion(
        "saddle_bladder_bowel",
        mark(
            "Is it newly numb or tingly between your legs, or has anything changed in how you pee, "
            "poo or feel during sex?"
        ),
        mark("Numbness between your legs, or a change in bladder, bowel or feeling"),
        Urgency.EMERGENCY,
        (
            *("ces_saddle_numb", "ces_bladder_start", "ces_bladder_leak", "ces_bladder_feel"),
            *("ces_bowel", "ces_sexual"),
        ),
        (
            mark(
                "Nerves low in your back may be squeezed. That needs a hospital now, even if "
                "the pain is small."
            ),
            mark(
                'Say: "I have a bad back, and new numbness between my legs or a change in my '
                'bladder or bowel."'
            ),
        ),
    ),
    RescreenQuestion(
        "legs",
        mark("Is a leg getting weaker, or is there new pain, tingling or numbness in both legs?"),
        mark("A leg that gets weaker, or new trouble in both legs"),
        Urgency.EMERGENCY,
        ("leg_weak_worsening", "bilateral_leg_new"),
    ),
    RescreenQuestion(
        "very_ill",
        mark(
            "Do you feel very ill or faint, do you have chest pain or trouble breathing, or did "
            "you have a bad accident? If you are pregnant: bleeding, leaking fluid, or a baby that "
            "moves less?"
        ),
        mark("Very ill, chest pain, a bad accident, or a danger sign of pregnancy"),
        Urgency.EMERGENCY,
        (
            *("very_unwell", "chest_pain_breathless", "trauma_major", "preg_bleed_fluid"),
            *("preg_reduced_movement", "preg_preeclampsia", "preg_regular_tightening"),
        ),
    ),
    RescreenQuestion(
        "numb_or_fever",
        mark(
            "Is there new numbness, tingling or weakness in one leg, a fever or chills, or sudden "
            "very bad pain?"
        ),
        mark("New numbness or weakness in a leg, a fever, or sudden very bad pain"),
        Urgency.URGENT,
        (
            *("leg_numb_tingle_new", "leg_weak_mild_new", "foot_drop_new", "fever_chills"),
            "pain_sudden_severe",
        ),
    ),
    RescreenQuestion(
        "fall_or_change",
        mark(
            "Since your last check, did you have a slip or a fall, an operation or a new illness, "
            "or could you be newly pregnant?"
        ),
        mark("Something that the full check asks about, such as a fall, an illness or a pregnancy"),
        Urgency.CLINICIAN,
        (
            *("trauma_minor", "recent_infection_procedure", "pregnancy_status"),
            *("osteoporosis_known", "hip_replacement_recent", "hip_replacement_old"),
            "hypermobility_diag",
        ),
        unchecked=mark(
            "In the last weeks, did you have a slip or a fall, an operation or a new illness? "
            "Could you be pregnant, or did you give birth in the last year? Or do you have thin "
            "bones, an artificial hip or very bendy joints?"
        ),
    ),
)
"""Clinical brief a.3 and f 10: the signs that matter most, and any change of health."""

CHECK_FIRST = mark("Do the check first")

BY_ID = {question.id: question for question in QUESTIONS}


def gravest(answers: Mapping[str, bool]) -> RescreenQuestion | None:
    """Return the gravest question that was answered with yes (or "not sure", which is a yes)."""
    said = [question for question in QUESTIONS if answers.get(question.id)]
    level = highest(question.level for question in said)
    return next((question for question in said if question.level is level), None)


def advice_for(answers: Mapping[str, bool], contacts: Contacts) -> Advice | None:
    """Return what to do after the gravest yes; None without one."""
    question = gravest(answers)
    if question is None:
        return None
    if question.level is Urgency.CLINICIAN:
        return check_first(contacts)
    found = advice(question.level, contacts, pregnant=None)
    return Advice(found.level, found.heading, (*map(tr, question.first), *found.lines))


def check_first(contacts: Contacts) -> Advice:
    """Return what to do where nothing but a check is needed before exercise."""
    lines = (
        tr("Do the full check first. It knows what to ask about this."),
        tr(
            "Was it a bad fall, or do you feel worse? Then call {number}.",
            number=contacts.emergency_words,
        ),
    )
    return Advice(Urgency.CLINICIAN, tr(CHECK_FIRST), lines)


def clear(answers: Mapping[str, bool]) -> bool:
    """Tell whether every question was answered, and each with no."""
    return all(answers.get(question.id) is False for question in QUESTIONS)
