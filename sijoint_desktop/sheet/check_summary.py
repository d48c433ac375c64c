"""The result of a check for a clinician, on a page or two: what was found, from which answers."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import reduce

from sijoint_desktop.core.dates import clock_words, date_in_words
from sijoint_desktop.core.language import capital, mark, plural, tr
from sijoint_desktop.routine.planner import Plan
from sijoint_desktop.sheet.model import Paragraph, Section, Sheet, Span, Table
from sijoint_desktop.sheet.wording import FOOTER, sentence
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Checker, Result
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.pattern import HONESTY_NOTE, PATTERNS, Pattern, Points, Profile
from sijoint_desktop.triage.question import Kind, Question, Reply, Value
from sijoint_desktop.triage.rules import ALONE
from sijoint_desktop.triage.urgency import Urgency

_LEVEL_WORDS = {
    Urgency.SELF_CARE: mark("self-care"),
    Urgency.LIMITED: mark("self-care with limits"),
    Urgency.CLINICIAN: mark("be seen in the next two weeks"),
    Urgency.URGENT: mark("urgent"),
    Urgency.EMERGENCY: mark("emergency"),
}

_SAID = (Page.START, Page.WHERE, Page.HOW)
"""The pages whose answers have tables of their own."""

_UNTOLD = (Reply.NO, Reply.SKIPPED, "none")
"""Answers that would only lengthen a list; what they answer is counted instead."""


def compose_check_summary(
    result: Result,
    answers: Answers,
    checker: Checker,
    *,
    told: Advice,
    at: datetime,
    name: str = "",
    plan: Plan | None = None,
    corrected: Mapping[str, tuple[Value, ...]] | None = None,
    large_print: bool = False,
) -> Sheet:
    """Return the summary of a result: what to do, why, where it hurts, and every answer behind it.

    ``at`` is the local moment of the result, ``told`` the advice that went with it, ``plan`` the
    routine where there was one, and ``corrected`` holds answers that were changed before the end.
    """
    lines = _Lines(checker, answers)
    sections = [
        Section(tr("Why"), tuple(_why(result, lines))),
        Section(tr("Where it hurts"), _answer_table(lines.where())),
        Section(tr("The pain"), _answer_table(lines.of_page(Page.HOW))),
    ]
    if result.pattern is not None:
        sections.append(Section(tr("Pattern"), tuple(_pattern(result.pattern))))
    if plan is not None:
        sections.append(Section(tr("Exercises that were offered"), tuple(_plan(plan))))
    sections.append(Section(tr("Other answers"), tuple(_others(lines, corrected or {}))))
    rules = tr("Rule set {version}.", version=result.rules_version)
    return Sheet(
        title=tr("Summary of a symptom check"),
        subtitle=" ".join(_subtitle(" ".join(name.split()), at, lines)),
        aside=(tr("For a doctor or physiotherapist"),),
        stop_rules=tuple(_advice(told)),
        blocks=(),
        log=None,
        footer=f"{rules} {tr(FOOTER)}",
        large_print=large_print,
        stop_sign=result.locked,
        sections=tuple(section for section in sections if section.parts),
    )


class _Lines:
    """The answers in words."""

    def __init__(self, checker: Checker, answers: Answers) -> None:
        self._catalogue = checker.catalogue
        self._sections = checker.flow.sections
        self._answers = answers
        self._page_of: dict[str, Page] = {}
        for section in self._sections:  # of a question with two places the one that was seen
            for code in section.codes:
                if section.is_for(answers) or code not in self._page_of:
                    self._page_of[code] = section.page

    def said(self, code: str) -> str:
        """Return one answer in words."""
        value = self._answers.get(code)
        return tr("Not asked") if value is None else self._catalogue[code].words(value)

    def pair(self, code: str) -> tuple[str, str]:
        """Return what was asked in its short form, and the answer."""
        return self._catalogue[code].sign, self.said(code)

    def words_for(self, code: str, value: Value) -> str:
        """Return another answer to a question in words."""
        return self._catalogue[code].words(value)

    def looked_for(self, code: str) -> str:
        """Return for a clinician what a question looks for; often nothing."""
        return self._catalogue[code].why

    def of_page(self, page: Page) -> list[tuple[str, str]]:
        """Return what was said on a page, without what was denied."""
        return [self.pair(q.code) for q in self._asked(page) if self._told(q)]

    def where(self) -> list[tuple[str, str]]:
        """Return where it hurts: the side first, in words, then the places."""
        asked = self._asked(Page.WHERE)
        side = [self.pair(q.code) for q in asked if q.kind is Kind.CHOICE]
        return side + [
            self.pair(q.code) for q in asked if q.kind is not Kind.CHOICE and self._told(q)
        ]

    def others(self) -> list[tuple[str, str]]:
        """Return what was said on the pages that have no table of their own."""
        return [row for page in Page if page not in _SAID for row in self.of_page(page)]

    def denied(self) -> int:
        """Return how many questions were answered no."""
        return sum(self._answers.get(q.code) in _UNTOLD for page in Page for q in self._asked(page))

    def _asked(self, page: Page) -> list[Question]:
        codes = [code for each in self._sections if each.page is page for code in each.codes]
        return [
            self._catalogue[code]
            for code in codes
            if code in self._answers and self._page_of[code] is page
        ]

    def _told(self, question: Question) -> bool:
        return self._answers.get(question.code) not in _UNTOLD


def _subtitle(name: str, at: datetime, lines: _Lines) -> Iterator[str]:
    moment = f"{date_in_words(at.date())}, {clock_words(at)}."
    yield f"{name}, {moment}" if name else moment
    for code, words in lines.of_page(Page.START):
        yield sentence(f"{code}: {words}")


def _advice(told: Advice) -> Iterator[tuple[Span, ...]]:
    level = tr(
        "Level {level} of 5, {words}.", level=told.level.rank + 1, words=_level_words(told.level)
    )
    yield (Span(sentence(told.heading), bold=True), Span(level))
    for line in told.lines:
        yield (Span(line),)


def _level_words(level: Urgency) -> str:
    return tr(_LEVEL_WORDS[level])


def _why(result: Result, lines: _Lines) -> Iterator[Paragraph | Table]:
    if not result.fired:
        yield Paragraph((Span(tr("No danger sign was found, and the pain is mild.")),))
        return
    rows = []
    for fired in result.fired:
        answers = "; ".join(": ".join(lines.pair(code)) for code in fired.because)
        signs = dict.fromkeys(filter(None, (lines.looked_for(code) for code in fired.because)))
        rule = tr("Single sign")
        if not fired.id.startswith(ALONE):
            rule = tr("Rule {rule}", rule=fired.id)
        terms = " ".join(sentence(sign) for sign in signs)
        rows.append(
            (sentence(fired.words), answers, f"{rule}, {_level_words(fired.level)}. {terms}")
        )
    yield Table(
        (
            *(tr("What was found"), tr("The answers behind it")),
            tr("Rule, level, and what it looks for"),
        ),
        (0.3, 0.38, 0.32),
        tuple(rows),
    )


def _answer_table(rows: list[tuple[str, str]]) -> tuple[Table, ...]:
    names = (tr("Question"), tr("Answer"))
    return (Table(names, (0.62, 0.38), tuple(rows)),) if rows else ()


def _pattern(pattern: Pattern) -> Iterator[Paragraph | Table]:
    words = tr("The answers look most like {pattern}.", pattern=pattern.profile.words)
    if pattern.profile is Profile.NONE:
        words = tr("The answers show no clear pattern.")
    yield Paragraph((Span(words, bold=True),))
    gate = pattern.gate
    looks = tr("Looks like the SI joint (3 or more fit)")
    rows = [(looks, str(gate.total), _counted(gate.counted))]
    for profile in PATTERNS:
        score = pattern.scores[profile]
        rows.append((capital(profile.words), str(score.total), _counted(score.counted)))
    names = (tr("Score"), tr("Points"), tr("How each answer counted"))
    yield Table(names, (0.28, 0.1, 0.62), tuple(rows))
    yield Paragraph((Span(tr(HONESTY_NOTE)),), small=True)


def _counted(points: tuple[Points, ...]) -> str:
    return "; ".join(f"{row.words} {row.points:+d}" for row in points) or tr("Nothing")


def _plan(plan: Plan) -> Iterator[Paragraph | Table]:
    rows = tuple(
        (chosen.exercise.name, " ".join((chosen.because, *chosen.adapt))) for chosen in plan.chosen
    )
    yield Table((tr("Exercise"), tr("Why, and how it is adapted")), (0.3, 0.7), rows)
    if plan.left_out:
        names = ", ".join(left.exercise.name for left in plan.left_out)
        label = Span(tr("Left out for now:"), bold=True)
        yield Paragraph((label, Span(sentence(names))), small=True)


def _others(
    lines: _Lines, corrected: Mapping[str, tuple[Value, ...]]
) -> Iterator[Paragraph | Table]:
    yield from _answer_table(lines.others())
    if denied := lines.denied():
        words = plural(
            "{n} further question was answered with no or left out.",
            "{n} further questions were answered with no or left out.",
            denied,
        )
        yield Paragraph((Span(words),))
    for code, values in corrected.items():
        sign, last = lines.pair(code)
        before = reduce(_then, (lines.words_for(code, value) for value in values))
        said = tr("{sign}: first {before}, in the end {last}.", sign=sign, before=before, last=last)
        label = Span(tr("Changed during the check:"), bold=True)
        yield Paragraph((label, Span(said)), small=True)


def _then(first: str, next_one: str) -> str:
    return tr("{first}, then {next}", first=first, next=next_one)
