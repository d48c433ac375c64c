"""The way through the check: which page comes next, and which questions it shows.

A page shows what can still matter for the person. An emergency ends the check at once; an urgent
answer leaves out where it hurts and the self-tests; both hold for what several answers do together.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.condition import Clause, holds
from sijoint_desktop.triage.question import Catalogue, Kind, Question, Reply, Value
from sijoint_desktop.triage.urgency import Urgency


class Page(StrEnum):
    """The pages of the check, in their order."""

    START = "start"
    EMERGENCY_SIGNS = "emergency_signs"
    WARNING_SIGNS = "warning_signs"
    ABOUT_YOU = "about_you"
    WHERE = "where"
    HOW = "how"
    TRIGGERS = "triggers"
    SELF_TESTS = "self_tests"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the questions under it.

    ``only_if`` says for whom; of several sections with the same question one person sees one.
    """

    page: Page
    heading: str
    codes: tuple[str, ...]
    only_if: tuple[Clause, ...] = ()

    def is_for(self, answers: Answers) -> bool:
        """Tell whether a person with these answers sees the section."""
        return holds(self.only_if, answers)


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as one person sees it: only the questions that can matter."""

    section: Section
    questions: tuple[Question, ...]


LevelOf: TypeAlias = Callable[[Answers], Urgency]
"""The level that answers reach so far, without the SI-pattern gate, which needs them all."""

_LEFT_OUT_AT = {
    Page.WHERE: Urgency.URGENT,
    Page.TRIGGERS: Urgency.URGENT,
    Page.SELF_TESTS: Urgency.CLINICIAN,
}
"""The level from which a page is left out: nobody tries self-tests who should be seen first."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The map of the check; ``level_of`` says how urgent the answers so far are."""

    catalogue: Catalogue
    sections: tuple[Section, ...]
    level_of: LevelOf
    only_if: Mapping[str, tuple[Clause, ...]]  # who is asked, by the code of the question

    def shown(self, page: Page, answers: Answers) -> tuple[Shown, ...]:
        """Return what a page shows, given the answers so far, those of the page itself included.

        An answer may bring up the next question of its own page, so ask again after each.
        """
        found = (Shown(s, self._asked(s, answers)) for s in self.sections if s.page is page)
        return tuple(shown for shown in found if shown.questions)

    def open_codes(self, page: Page, answers: Answers) -> tuple[str, ...]:
        """Return the questions of a page that need an answer yet; without any the page is done."""
        questions = self._questions(page, answers)
        return tuple(
            q.code for q in questions if not q.optional and not _answered(q, page, answers)
        )

    def none_of_these(self, page: Page, answers: Answers) -> Answers:
        """Return the answers after the deliberate "None of these": no to what the page still asks.

        Only yes-or-no questions can be answered so; a tick that is there stays.
        """
        replies: dict[str, Value] = {
            q.code: Reply.NO
            for q in self._questions(page, answers)
            if q.kind is Kind.YES_NO and not _answered(q, page, answers)
        }
        return answers.with_replies(replies)

    def path(self, answers: Answers) -> tuple[Page, ...]:
        """Return the pages in their order, up to the result or the first one that is not done.

        Whether a page is left out depends on the pages before it alone, so that no answer given
        later can call an earlier page into question.
        """
        return tuple(page for page, _ in self._walk(answers))

    def next_page(self, page: Page, answers: Answers) -> Page:
        """Return the page that follows a page whose questions are answered."""
        pages = self.path(answers)
        after = pages.index(page) + 1 if page in pages else len(pages)
        return pages[after] if after < len(pages) else pages[-1]

    def complete(self, answers: Answers) -> bool:
        """Tell whether the answers lead to a result."""
        return self.path(answers)[-1] is Page.RESULT

    def relevant(self, answers: Answers) -> Answers:
        """Return the answers to what was asked on the way; those to questions left out go."""
        return list(self._walk(answers))[-1][1]

    def _walk(self, answers: Answers) -> Iterator[tuple[Page, Answers]]:
        """Yield each page of the way with the answers given up to its end."""
        so_far = Answers()
        for page in Page:
            if page is Page.RESULT:
                yield page, so_far
                return
            if self._left_out(page, so_far):
                continue
            so_far = self._with_page(page, answers, so_far)
            questions = self._questions(page, so_far)
            if questions:
                yield page, so_far
            if any(q.code not in so_far and not q.optional for q in questions):
                return

    def _left_out(self, page: Page, so_far: Answers) -> bool:
        level = self.level_of(so_far)
        least = _LEFT_OUT_AT.get(page, Urgency.EMERGENCY)
        return level.rank >= least.rank

    def _with_page(self, page: Page, answers: Answers, so_far: Answers) -> Answers:
        """Add the answers of a page, those first that decide what else the page asks."""
        while True:
            found = {
                q.code: answers.replies[q.code]
                for q in self._questions(page, so_far)
                if q.code not in so_far and _answered(q, page, answers)
            }
            if not found:
                return so_far
            so_far = so_far.with_replies(found)

    def _questions(self, page: Page, answers: Answers) -> tuple[Question, ...]:
        return tuple(q for shown in self.shown(page, answers) for q in shown.questions)

    def _asked(self, section: Section, answers: Answers) -> tuple[Question, ...]:
        if not section.is_for(answers):
            return ()
        questions = (self.catalogue[code] for code in section.codes)
        return tuple(q for q in questions if holds(self.only_if[q.code], answers))


def _answered(question: Question, page: Page, answers: Answers) -> bool:
    """Tell whether an answer is there that the question takes; a self-test alone may be skipped."""
    value = answers.get(question.code)
    if value is None or (value == Reply.SKIPPED and page is not Page.SELF_TESTS):
        return False
    return question.accepts(value)
