"""Everything on record at once, with when each part was last changed, to export and to merge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias, TypeVar

from sijoint_desktop.history.entries import KINDS, Dated
from sijoint_desktop.history.records import SessionRecord, require_utc

SESSIONS = "sessions"
LISTS = (SESSIONS, *KINDS)
"""The names of all lists, in the order of an exported file."""

Item: TypeAlias = SessionRecord | Dated
Key: TypeAlias = tuple[str, str]
"""The name of a list and the id of one item in it."""

_E = TypeVar("_E", bound=Dated)


@dataclass(frozen=True, slots=True)
class Kept:
    """An item that is on record, and when (aware, UTC) it was last changed."""

    item: Item
    updated_at: datetime

    def __post_init__(self) -> None:
        require_utc(self.updated_at)

    @property
    def at(self) -> datetime:
        """The moment that the item tells of."""
        return self.item.started_at if isinstance(self.item, SessionRecord) else self.item.at


@dataclass(frozen=True, slots=True)
class Archive:
    """Items by list and id, and the moments (aware, UTC) at which others were deleted."""

    kept: Mapping[Key, Kept] = field(default_factory=dict)
    deleted: Mapping[Key, datetime] = field(default_factory=dict)

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind, the oldest first."""
        found = [kept.item for kept in self.kept.values() if isinstance(kept.item, kind)]
        return tuple(sorted(found, key=lambda entry: (entry.at, entry.id)))

    @property
    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session, the oldest first."""
        found = [kept.item for kept in self.kept.values() if isinstance(kept.item, SessionRecord)]
        return tuple(sorted(found, key=lambda session: (session.started_at, session.id)))
