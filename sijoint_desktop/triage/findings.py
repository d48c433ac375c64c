"""Reads a person's answers from the list of findings that scripts and clinics write.

A finding is ``code`` for yes, ``code:option``, ``code:number``, or ``code:yes``, ``code:no`` and
``code:not_sure``. What is not listed was asked and answered with no (or none).
"""

from collections.abc import Iterator, Mapping

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.motion.table import close_match
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.question import BESIDE, Catalogue, Kind, Question, Reply, Value

_OTHER = "other_or_prefer_not_to_say"
_ONSET_FROM = {"35_39": 35, "40_44": 40, "45_plus": 45}
_IN_PREGNANCY = (
    *("preg_bleed_fluid", "preg_regular_tightening", "preg_reduced_movement"),
    "preg_told_not_exercise",
)


def read_findings(raw: object, where: str, catalogue: Catalogue) -> Answers:
    """Return the answers of ``{"age": int, "sex": ..., "findings": [...]}``.

    Other keys are ignored. Raises ContentError with every fault, each with ``where`` in front.
    """
    if not isinstance(raw, Mapping):
        raise ContentError([f"{where}: expected an object with age, sex and findings"])
    faults: list[str] = []
    replies: dict[str, Value] = {}
    for code in ("age", "sex"):
        _beside(raw, code, catalogue[code], replies, faults)
    findings = raw.get("findings")
    if isinstance(findings, list):
        for finding in findings:
            _finding(finding, catalogue, replies, faults)
    else:
        faults.append("findings: expected a list of texts")
    faults.extend(contradictions(Answers(replies)))
    if faults:
        raise ContentError([f"{where}: {fault}" for fault in faults])
    return closed_world(Answers(replies), catalogue)


def contradictions(answers: Answers) -> Iterator[str]:
    """Yield what cannot be true together.

    A sign that needs help now is never argued with: only what is said about pregnancy, age and the
    test of a straight leg is.
    """
    yield from _of_pregnancy(answers)
    if answers.get("aslr_heavy") == "none" and answers.yes("aslr_easier_squeezed"):
        yield "aslr_easier_squeezed: does not go with aslr_heavy:none"
    age, onset = answers.number("age"), _ONSET_FROM.get(str(answers.get("onset_age_band")), 0)
    if age is not None and age < onset:
        yield f"onset_age_band: {answers.get('onset_age_band')} is later than the age of {age}"


def _of_pregnancy(answers: Answers) -> Iterator[str]:
    status = answers.get("pregnancy_status")
    if answers.get("sex") == "male" and status not in (None, "none", Reply.NO):
        yield f"pregnancy_status: {status} does not go with sex male"
    if "gestation_band" in answers and status != "pregnant":
        yield "gestation_band: stated without pregnancy_status:pregnant"
    cannot_be = {
        "sex male": answers.get("sex") == "male",
        "pregnancy_status:none": status == "none",
    }
    for words, applies in cannot_be.items():
        for code in _IN_PREGNANCY:
            if applies and answers.yes(code):
                yield f"{code}: does not go with {words}"


def _beside(
    raw: Mapping[object, object],
    code: str,
    question: Question,
    replies: dict[str, Value],
    faults: list[str],
) -> None:
    value = raw.get(code)
    if code == "sex" and value == _OTHER:
        value = "other"
    if isinstance(value, str | int) and question.accepts(value):
        replies[code] = value
        return
    expected = (
        f"one of {', '.join(question.options)}"
        if question.options
        else f"a whole number from 0 to {question.most}"
    )
    found = "missing" if value is None else repr(value)
    faults.append(f"{code}: {found}; expected {expected}")


def _finding(
    finding: object, catalogue: Catalogue, replies: dict[str, Value], faults: list[str]
) -> None:
    if not isinstance(finding, str):
        faults.append(f"findings: {finding!r}; expected a text")
        return
    code, sign, word = finding.partition(":")
    if code not in catalogue or code in BESIDE:
        faults.append(f"findings: unknown code {code!r}{close_match(code, catalogue.findings)}")
        return
    question = catalogue[code]
    value = _value(question, word) if sign else Reply.YES
    if value is None or not question.accepts(value):
        faults.append(f"findings: {finding!r}; expected {_expected(question)}")
    elif replies.setdefault(code, value) != value:
        faults.append(f"findings: {code}: stated as {replies[code]} and as {value}")


def _value(question: Question, word: str) -> Value | None:
    if question.kind in (Kind.SCALE, Kind.NUMBER):
        return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else None
    if word in question.options:
        return word
    return next((r for r in (Reply.YES, Reply.NO, Reply.NOT_SURE) if r == word), None)


def _expected(question: Question) -> str:
    if question.kind is Kind.YES_NO:
        return f"{question.code}, or {question.code}: and one of yes, no, not_sure"
    if question.kind is Kind.CHOICE:
        return f"{question.code}: and one of {', '.join(question.options)}, not_sure"
    return f"{question.code}: and a whole number from 0 to {question.most}"
