"""A repository that keeps its entries in memory, and can be told to have a full disk."""

from dataclasses import replace
from typing import TypeVar

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import BINDING, CheckRecord, Dated

_E = TypeVar("_E", bound=Dated)


class FakeEntryRepository:
    """Stands for the EntryRepository of history/repository.py."""

    def __init__(self, *entries: Dated) -> None:
        self._kept: dict[type[Dated], dict[str, Dated]] = {}
        self.disk_full = False
        for entry in entries:
            self.put(entry)

    def put(self, entry: _E) -> _E:
        self._may_write()
        kept = self._kept.setdefault(type(entry), {})
        before = kept.get(entry.id, entry)
        if isinstance(before, CheckRecord) and before.left_at is None:
            before = replace(before, left_at=getattr(entry, "left_at", None))
        if isinstance(entry, BINDING) and before != entry:
            raise ValueError(entry.id)
        kept[entry.id] = entry
        return entry

    def remove(self, kind: type[_E], entry_id: str) -> _E:
        self._may_write()
        if kind in BINDING:
            raise ValueError(kind.__name__)
        entry = self.get(kind, entry_id)
        del self._kept[kind][entry_id]
        return entry

    def get(self, kind: type[_E], entry_id: str) -> _E:
        entry = self._kept.get(kind, {})[entry_id]
        assert isinstance(entry, kind)
        return entry

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        found = [each for each in self._kept.get(kind, {}).values() if isinstance(each, kind)]
        return tuple(sorted(found, key=lambda entry: (entry.at, entry.id)))

    def _may_write(self) -> None:
        if self.disk_full:
            raise UserError("The disk is full.")
