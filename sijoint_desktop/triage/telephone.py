"""What to say on the telephone: the person's own answers in a few words to read out."""

from collections.abc import Iterator, Mapping

from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Result
from sijoint_desktop.triage.question import Catalogue, Kind, Reply, Value
from sijoint_desktop.triage.urgency import Urgency

_FIRST = {
    Urgency.EMERGENCY: mark("I need help now."),
    Urgency.URGENT: mark("I need to be seen today or tomorrow."),
    Urgency.CLINICIAN: mark("I would like to be seen in the next two weeks."),
}
_UNSAFE = "unsafe_thoughts"
_UNSAFE_WORDS: Mapping[str, str] = {
    Reply.YES: mark("I have thoughts of harming myself."),
    Reply.NOT_SURE: mark("I may have thoughts of harming myself."),
}
_PREGNANT = "pregnant"
_PREGNANCY: Mapping[str, str] = {
    _PREGNANT: mark("I am pregnant."),
    Reply.NOT_SURE: mark("I may be pregnant."),
    "postpartum_0_6wk": mark("I gave birth up to 6 weeks ago."),
    "postpartum_6wk_12mo": mark("I gave birth up to a year ago."),
}
_WEEKS = {
    "wk_0_15": mark("I am pregnant, up to 15 weeks."),
    "wk_16_19": mark("I am pregnant, 16 to 19 weeks."),
    "wk_20_27": mark("I am pregnant, 20 to 27 weeks."),
    "wk_28_36": mark("I am pregnant, 28 to 36 weeks."),
    "wk_37_plus": mark("I am pregnant, 37 weeks or more."),
}
_DURATION = {
    "under_2wk": mark("I have had it for less than 2 weeks."),
    "2_6wk": mark("I have had it for 2 to 6 weeks."),
    "6wk_3mo": mark("I have had it for 6 weeks to 3 months."),
    "over_3mo": mark("I have had it for more than 3 months."),
}
_MOST_SIGNS = 6
_HEARD = {
    Reply.YES: mark("What I said yes to: {signs}."),
    Reply.NOT_SURE: mark("What I am not sure about: {signs}."),
}


def what_to_say(result: Result, answers: Answers, catalogue: Catalogue) -> tuple[str, ...]:
    """Return short sentences to read out, the most important first; none where nothing is locked.

    Only what a person answered is said, and of the signs at most six: whoever listens asks on.
    """
    if not result.locked:
        return ()
    return tuple(_sentences(result, answers, catalogue))


def _sentences(result: Result, answers: Answers, catalogue: Catalogue) -> Iterator[str]:
    yield tr(_FIRST[result.level])
    yield from _known(_UNSAFE_WORDS, answers.get(_UNSAFE))
    age = answers.number("age")
    if age is not None:
        yield plural("I am {n} year old.", "I am {n} years old.", age)
    status, weeks = answers.get("pregnancy_status"), answers.get("gestation_band")
    if status == _PREGNANT and weeks in _WEEKS:
        yield from _known(_WEEKS, weeks)
    else:
        yield from _known(_PREGNANCY, status)
    nrs = answers.number("pain_avg_week")
    if nrs:
        yield tr("I have pain low in my back or pelvis. It is {nrs} out of 10.", nrs=nrs)
    yield from _known(_DURATION, answers.get("duration"))
    codes = _signs(result, answers, catalogue)
    for reply, words in _HEARD.items():
        signs = [catalogue[code] for code in codes if answers.get(code) == reply]
        if signs:
            yield tr(words, signs=". ".join(question.said or question.sign for question in signs))


def _known(words: Mapping[str, str], value: Value | None) -> Iterator[str]:
    """Yield the sentence for an answer, where it has one."""
    if isinstance(value, str) and value in words:
        yield tr(words[value])


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
