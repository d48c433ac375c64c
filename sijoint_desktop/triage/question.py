"""A question of the check, and all of them found by their code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.triage.urgency import Urgency


class Kind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"  # yes, no or not sure
    CHOICE = "choice"  # one of the question's options, or not sure
    SCALE = "scale"  # pain as a whole number 0-10 (NRS)
    NUMBER = "number"  # a whole number


class Reply(StrEnum):
    """An answer that is neither an option of its question nor a number."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"
    SKIPPED = "skipped"  # left out on purpose, as a self-test may be; counts as no


Value: TypeAlias = Reply | str | int
"""One answer: a reply, the key of an option, or a number."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question as its file states it.

    ``sign`` is the short form for a list to tick, and ``said`` the same as somebody says it of
    themselves, empty where that is no different; ``ask`` is the whole question; ``means`` answers
    "What does this mean?". ``why`` names for a clinician what the question looks for. ``alone`` is
    the level that a yes reaches on its own; a ``lasting`` fact stays cleared once it was cleared.
    ``only_if`` (clauses of a condition) says who is asked; what is ``optional`` decides nothing and
    may stay open.
    """

    code: str
    group: str
    ask: str
    sign: str
    means: str
    kind: Kind
    source: str
    options: Mapping[str, str] = field(default_factory=dict)  # key -> words, in order
    most: int = 10  # the highest number, where the answer is one; the lowest is 0
    alone: Urgency | None = None
    lasting: bool = False
    only_if: tuple[object, ...] = ()
    optional: bool = False
    why: str = ""
    said: str = ""

    def accepts(self, value: Value) -> bool:
        """Tell whether a value is an answer to this question."""
        if isinstance(value, bool):
            return False
        if isinstance(value, int):
            return self.kind in (Kind.SCALE, Kind.NUMBER) and 0 <= value <= self.most
        if value == Reply.SKIPPED:
            return True
        if self.kind is Kind.YES_NO:
            return value in (Reply.YES, Reply.NO, Reply.NOT_SURE)
        if self.kind is Kind.CHOICE:
            return value in self.options or (value == Reply.NOT_SURE and bool(self.options))
        return False

    def words(self, value: Value) -> str:
        """Return an answer as the person would say it, such as "Yes" or "2 to 6 weeks"."""
        if isinstance(value, int):
            return str(value)
        return self.options.get(value) or tr(_WORDS[Reply(value)])

    @property
    def unsure_counts(self) -> bool:
        """Tell whether "not sure" counts as yes: so it is where a yes is urgent or more."""
        return self.alone is not None and self.alone.rank >= Urgency.URGENT.rank


_WORDS = {
    Reply.YES: mark("Yes"),
    Reply.NO: mark("No"),
    Reply.NOT_SURE: mark("Not sure"),
    Reply.SKIPPED: mark("Not answered"),
}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every question by its code, in the order of the file."""

    questions: Mapping[str, Question]

    def __getitem__(self, code: str) -> Question:
        return self.questions[code]

    def __contains__(self, code: object) -> bool:
        return code in self.questions

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions.values())

    def __len__(self) -> int:
        return len(self.questions)

    @property
    def findings(self) -> tuple[str, ...]:
        """The codes of the vocabulary, without what is asked or kept beside it."""
        return tuple(code for code in self.questions if code not in BESIDE)


BESIDE = frozenset({"age", "sex", "pain_now", "pain_worst_week"})
"""Questions that are no finding codes."""
