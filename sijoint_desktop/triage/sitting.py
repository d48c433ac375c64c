"""One sitting of the check: the answers so far, the page, and every answer that was changed.

Within a sitting Back corrects a mistaken tick; both answers stay on record. A sitting that is
closed half-way is kept as a draft and read back from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Catalogue, Reply, Value


@dataclass(frozen=True, slots=True)
class Sitting:
    """A check under way; ``corrected`` holds earlier answers by their code, the oldest first."""

    page: Page = Page.START
    answers: Answers = field(default_factory=Answers)
    corrected: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "corrected", MappingProxyType(dict(self.corrected)))

    def answered(self, replies: Mapping[str, Value]) -> "Sitting":
        """Return the sitting after some answers; those that they change are kept beside them."""
        corrected = dict(self.corrected)
        for code, after in replies.items():
            before = self.answers.get(code)
            if before is not None and before != after:
                corrected[code] = (*corrected.get(code, ()), before)
        return replace(self, answers=self.answers.with_replies(replies), corrected=corrected)

    def on(self, page: Page) -> "Sitting":
        """Return the sitting with another page open; the answers of every page are kept."""
        return replace(self, page=page)


def read_draft(
    page: str,
    answers: Mapping[str, str | int],
    corrected: Mapping[str, tuple[str | int, ...]],
    catalogue: Catalogue,
) -> Sitting | None:
    """Return the sitting of a draft, or None where it is damaged or from another rule set.

    A draft is never worth guessing at: a check begun anew takes four minutes.
    """
    try:
        return Sitting(
            Page(page),
            Answers({code: _value(code, raw, catalogue) for code, raw in answers.items()}),
            {
                code: tuple(_value(code, raw, catalogue) for raw in values)
                for code, values in corrected.items()
            },
        )
    except (KeyError, ValueError):
        return None


def _value(code: str, raw: str | int, catalogue: Catalogue) -> Value:
    if not catalogue[code].accepts(raw):
        raise ValueError(f"{raw!r} is no answer to {code}")
    replies = {str(reply): reply for reply in Reply}
    return replies.get(str(raw), raw)
