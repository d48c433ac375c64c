"""One sitting of the check: the answers so far, the page, and every answer that was changed.

Within a sitting Back corrects a mistaken tick; both answers stay on record. A sitting that is
closed half-way is kept as a draft and read back from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Catalogue, Reply, Value


@dataclass(frozen=True, slots=True)
class Revision:
    """An answer that was changed within a sitting, with its moment (aware); both stay on record."""

    code: str
    before: Value
    after: Value
    at: datetime


@dataclass(frozen=True, slots=True)
class Sitting:
    """A check under way; ``started_at`` is aware."""

    started_at: datetime
    page: Page = Page.START
    answers: Answers = field(default_factory=Answers)
    revisions: tuple[Revision, ...] = ()

    def answered(self, replies: Mapping[str, Value], at: datetime) -> "Sitting":
        """Return the sitting after some answers; those that change an earlier one are noted."""
        changed = tuple(
            Revision(code, before, after, at)
            for code, after in replies.items()
            if (before := self.answers.get(code)) is not None and before != after
        )
        return replace(
            self,
            answers=self.answers.with_replies(replies),
            revisions=self.revisions + changed,
        )

    def on(self, page: Page) -> "Sitting":
        """Return the sitting with another page open; the answers of every page are kept."""
        return replace(self, page=page)

    def document(self) -> dict[str, object]:
        """Return the sitting as a draft, ready for JSON."""
        return {
            "started_at": self.started_at.isoformat(),
            "page": str(self.page),
            "answers": dict(self.answers.replies),
            "revisions": [
                {"code": r.code, "before": r.before, "after": r.after, "at": r.at.isoformat()}
                for r in self.revisions
            ],
        }


def read_draft(document: Mapping[str, object], catalogue: Catalogue) -> Sitting | None:
    """Return the sitting of a draft, or None where it is damaged or from another rule set.

    A draft is never worth guessing at: a check begun anew takes four minutes.
    """
    try:
        sitting = Sitting(
            datetime.fromisoformat(str(document["started_at"])),
            Page(str(document["page"])),
            Answers(_answers(document["answers"], catalogue)),
            tuple(_revision(entry, catalogue) for entry in _list(document["revisions"])),
        )
    except (KeyError, TypeError, ValueError):
        return None
    moments = (sitting.started_at, *(revision.at for revision in sitting.revisions))
    return sitting if all(moment.tzinfo for moment in moments) else None


def _answers(raw: object, catalogue: Catalogue) -> dict[str, Value]:
    if not isinstance(raw, Mapping):
        raise TypeError("answers are no object")
    return {str(code): _value(str(code), value, catalogue) for code, value in raw.items()}


def _revision(raw: object, catalogue: Catalogue) -> Revision:
    if not isinstance(raw, Mapping):
        raise TypeError("a revision is no object")
    code = str(raw["code"])
    before, after = (_value(code, raw[key], catalogue) for key in ("before", "after"))
    return Revision(code, before, after, datetime.fromisoformat(str(raw["at"])))


def _value(code: str, raw: object, catalogue: Catalogue) -> Value:
    if not isinstance(raw, str | int) or not catalogue[code].accepts(raw):
        raise ValueError(f"{raw!r} is no answer to {code}")
    replies = {str(reply): reply for reply in Reply}
    return replies.get(str(raw), raw)


def _list(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise TypeError("revisions are no list")
    return raw
