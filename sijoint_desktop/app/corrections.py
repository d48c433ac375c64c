"""Changes what is on record at the person's own wish, each change with the way back."""

from dataclasses import dataclass
from typing import Any

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.archive import Item
from sijoint_desktop.history.entries import BINDING, PlanChange
from sijoint_desktop.history.records import SessionRecord, SessionStatus
from sijoint_desktop.history.repository import EntryRepository, SessionRepository

_STAYS = mark(
    "This stays on record: whether you may exercise is worked out from it. Do a new check if "
    "something has changed."
)
_DOSE_STAYS = mark("This stays on record: your dose today is worked out from it.")
_RUNNING = mark("This session is not over yet. End it first.")
_DOUBLE = mark("There is an entry for this day already. Change that one.")
_MOVED = mark("This was changed in the meantime, so it was left as it is.")


@dataclass(frozen=True, slots=True)
class Change:
    """One item before and after a change; None where it was not there, or is no longer."""

    before: Item | None
    after: Item | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs something to change")
        if self.before is not None and self.after is not None:
            kinds_differ = type(self.before) is not type(self.after)
            if kinds_differ or self.before.id != self.after.id:
                raise ValueError("a change keeps the kind and the id of an item")

    @property
    def item(self) -> Item:
        """The item that is changed, as it was, or as it comes."""
        item = self.before if self.before is not None else self.after
        assert item is not None  # noqa: S101 - valid from birth
        return item

    @property
    def undone(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


def why_fixed(item: Item) -> str | None:
    """Return why an item can be neither changed nor taken away, in one sentence, or None."""
    if isinstance(item, BINDING):
        return tr(_STAYS)
    if isinstance(item, PlanChange):
        return tr(_DOSE_STAYS)
    if isinstance(item, SessionRecord) and item.status is SessionStatus.RUNNING:
        return tr(_RUNNING)
    return None


class Corrections:
    """Makes changes; each is on disk when ``make`` returns, or it raises and nothing changed."""

    def __init__(self, sessions: SessionRepository, entries: EntryRepository) -> None:
        self._sessions = sessions
        self._entries = entries

    def make(self, change: Change) -> None:
        """Put the item of a change on record, replace it, or take it away.

        Raises UserError where the item has to stay, where it is no longer as it was before the
        change, and where the disk refuses.
        """
        reason = why_fixed(change.item)
        if reason is not None:
            raise UserError(reason)
        if self._present(change.item) != change.before:
            raise UserError(tr(_DOUBLE if change.before is None else _MOVED))
        if change.after is None:
            self._remove(change.item)
        elif isinstance(change.after, SessionRecord):
            self._sessions.put(change.after)
        else:
            self._entries.put(change.after)

    def _present(self, item: Item) -> Item | None:
        try:
            if isinstance(item, SessionRecord):
                return self._sessions.get(item.id)
            kept: Any = self._entries.get(type(item), item.id)
        except LookupError:
            return None
        found: Item = kept
        return found

    def _remove(self, item: Item) -> None:
        if isinstance(item, SessionRecord):
            self._sessions.remove(item.id)
        else:
            self._entries.remove(type(item), item.id)
