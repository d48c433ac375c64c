"""The check that comes with the program, and answers for tests of it."""

from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.checker import Checker, Result, parse_checker
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Kind, Question, Reply, Value

FOLDER = Path(__file__).parents[2] / "assets" / "triage"
FILES = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.toml")}
CHECK: Checker = parse_checker(FILES)
CATALOGUE = CHECK.catalogue


def answers(*findings: str, age: int = 40, sex: str = "other") -> Answers:
    """Return answers written like findings: "code", "code:option" or "code:number"; all else no."""
    replies: dict[str, Value] = {"age": age, "sex": sex}
    for finding in findings:
        code, _, value = finding.partition(":")
        replies[code] = int(value) if value.isdigit() else value or Reply.YES
    return closed_world(Answers(replies), CATALOGUE)


def judged(*findings: str, age: int = 40, sex: str = "other") -> Result:
    """Return the result of answers written like findings."""
    return CHECK.judge(answers(*findings, age=age, sex=sex))


def values(question: Question) -> st.SearchStrategy[Value]:
    """Return every answer that a question takes."""
    if question.kind is Kind.YES_NO:
        return st.sampled_from([Reply.NO, Reply.NO, Reply.YES, Reply.NOT_SURE])
    if question.kind is Kind.CHOICE:
        return st.sampled_from([*question.options, Reply.NOT_SURE])
    return st.integers(0, min(question.most, 100))


EVERY_ANSWER = st.fixed_dictionaries({q.code: values(q) for q in CATALOGUE}).map(Answers)
"""Answers to every question, likely or not."""

SPARSE_ANSWERS = st.builds(
    lambda base, extra: closed_world(Answers({**base, **extra}), CATALOGUE),
    st.fixed_dictionaries(
        {c: values(CATALOGUE[c]) for c in ("age", "sex", "duration", "side", "pain_avg_week")}
    ),
    st.dictionaries(st.sampled_from(CATALOGUE.findings), st.none(), max_size=8).flatmap(
        lambda picked: st.fixed_dictionaries({c: values(CATALOGUE[c]) for c in picked})
    ),
)
"""Answers of somebody with a few findings, which is where one more makes a difference."""


def walk(wanted: Mapping[str, Value]) -> tuple[Answers, list[Page]]:
    """Go through the check as the wizard does, answering as wanted and "no" to the rest."""
    given, page, pages = Answers(), Page.START, [Page.START]
    while page is not Page.RESULT:
        while codes := CHECK.flow.open_codes(page, given):
            question = CATALOGUE[codes[0]]
            given = given.with_replies({question.code: wanted.get(question.code, _no(question))})
        page = CHECK.flow.next_page(page, given)
        pages.append(page)
    return given, pages


def _no(question: Question) -> Value:
    plain: dict[Kind, Value] = {Kind.YES_NO: Reply.NO, Kind.SCALE: 2, Kind.NUMBER: 40}
    return plain.get(question.kind) or next(iter(question.options))
