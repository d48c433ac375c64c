"""What to say on the telephone: the person's own answers in a few words to read out."""

import re
from collections.abc import Iterator

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Result
from sijoint_desktop.triage.question import Catalogue, Kind, Reply
from sijoint_desktop.triage.urgency import Urgency

_FIRST = {
    Urgency.EMERGENCY: "I need help now.",
    Urgency.URGENT: "I need to be seen today or tomorrow.",
    Urgency.CLINICIAN: "I would like to be seen in the next two weeks.",
}
_UNSAFE = "unsafe_thoughts"
_TOLD = ("pregnancy_status", "gestation_band", "duration", "pain_avg_week")
_MOST_SIGNS = 6
_HEARD = (
    (Reply.YES, "What I said yes to"),
    (Reply.NOT_SURE, "What I am not sure about"),
)
_TO_ME = (
    (r"\b([Tt]rips|[Kk]eeps|[Ww]akes) you\b", r"\1 me"),
    (r"\byourself\b", "myself"),
    (r"\b([Yy])ou\b", "I"),
    (r"\bYour\b", "My"),
    (r"\byour\b", "my"),
)


def what_to_say(result: Result, answers: Answers, catalogue: Catalogue) -> tuple[str, ...]:
    """Return short sentences to read out, the most important first; none where nothing is locked.

    Only what a person answered is said, and of the signs at most six: whoever listens asks on.
    """
    if not result.locked:
        return ()
    return tuple(_sentences(result, answers, catalogue))


def first_person(sign: str) -> str:
    """Return a sign such as "Pee leaks, or you cannot hold it" as said by the person."""
    for pattern, word in _TO_ME:
        sign = re.sub(pattern, word, sign)
    return sign


def _sentences(result: Result, answers: Answers, catalogue: Catalogue) -> Iterator[str]:
    yield _FIRST[result.level]
    if answers.get(_UNSAFE) in (Reply.YES, Reply.NOT_SURE):
        have = "have" if answers.get(_UNSAFE) == Reply.YES else "may have"
        yield f"I {have} thoughts of harming myself."
    age = answers.number("age")
    if age is not None:
        yield f"I am {age} years old."
    yield from _pregnancy(answers, catalogue)
    yield from _pain(answers, catalogue)
    codes = _signs(result, answers, catalogue)
    for reply, words in _HEARD:
        signs = [
            _inside(first_person(catalogue[code].sign))
            for code in codes
            if answers.get(code) == reply
        ]
        if signs:
            yield f"{words}: {'; '.join(signs)}."


def _pregnancy(answers: Answers, catalogue: Catalogue) -> Iterator[str]:
    status, weeks = answers.get("pregnancy_status"), answers.get("gestation_band")
    if status == "pregnant":
        known = weeks is not None and weeks != Reply.NOT_SURE
        words = catalogue["gestation_band"].words(weeks).lower() if weeks and known else ""
        yield f"I am pregnant, {words}." if words else "I am pregnant."
    elif status == Reply.NOT_SURE:
        yield "I may be pregnant."
    elif str(status).startswith("postpartum"):
        yield f"I gave {catalogue['pregnancy_status'].words(str(status)).lower()}."


def _pain(answers: Answers, catalogue: Catalogue) -> Iterator[str]:
    nrs, duration = answers.number("pain_avg_week"), answers.get("duration")
    if nrs:
        yield f"I have pain low in my back or pelvis. It is {nrs} out of 10."
    if duration is not None and duration != Reply.NOT_SURE:
        yield f"I have had it for {catalogue['duration'].words(duration).lower()}."


def _signs(result: Result, answers: Answers, catalogue: Catalogue) -> list[str]:
    """Return the codes of the signs behind the rules of the result's level, each once."""
    codes = [c for rule in result.fired if rule.level is result.level for c in rule.because]
    said = [
        code
        for code in dict.fromkeys(codes)
        if catalogue[code].kind is Kind.YES_NO and code != _UNSAFE
        if answers.get(code) in (Reply.YES, Reply.NOT_SURE)
    ]
    return said[:_MOST_SIGNS]


def _inside(sign: str) -> str:
    """Return a sign as it stands inside a sentence; "I", "TB" and the like stay as they are."""
    return sign[:1].lower() + sign[1:] if sign[1:2].islower() else sign
