"""What a person has answered so far: a frozen map from question to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sijoint_desktop.triage.question import BESIDE, Catalogue, Kind, Question, Reply, Value


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by the code of their question; ``age`` and ``sex`` are codes like any other.

    The order in which they were given does not matter: two equal sets of answers are equal.
    """

    replies: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "replies", MappingProxyType(dict(self.replies)))

    def __contains__(self, code: object) -> bool:
        return code in self.replies

    def get(self, code: str) -> Value | None:
        """Return the answer to a question, or None where it has none yet."""
        return self.replies.get(code)

    def number(self, code: str) -> int | None:
        """Return an answer that is a number, or None."""
        value = self.replies.get(code)
        return value if isinstance(value, int) else None

    def yes(self, code: str) -> bool:
        """Tell whether a question was answered with a plain yes."""
        return self.replies.get(code) == Reply.YES

    def with_replies(self, replies: Mapping[str, Value]) -> "Answers":
        """Return these answers with some given anew."""
        return Answers({**self.replies, **replies})

    def without(self, codes: frozenset[str]) -> "Answers":
        """Return these answers with some taken back."""
        return Answers({c: value for c, value in self.replies.items() if c not in codes})


def closed_world(answers: Answers, catalogue: Catalogue) -> Answers:
    """Return the answers with all that is not listed answered "no", "none" or a pain of 0.

    What has no such answer, as how long the pain has lasted, stays open.
    """
    rest = {q.code: value for q in catalogue if (value := _nothing(q)) is not None}
    return Answers({**rest, **answers.replies})


def _nothing(question: Question) -> Value | None:
    if question.kind is Kind.YES_NO:
        return Reply.NO
    if question.kind is Kind.SCALE and question.code not in BESIDE:
        return 0
    return "none" if "none" in question.options else None
