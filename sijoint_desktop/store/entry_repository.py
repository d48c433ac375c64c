"""Keeps the entries beside sessions in the database; stands behind history/repository.py."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sijoint_desktop.history.entries import BINDING, CheckRecord, Dated, kind_name
from sijoint_desktop.store.faults import in_plain_words
from sijoint_desktop.store.rows import entry_of, entry_row
from sijoint_desktop.store.stamps import Now, bury, next_stamp, unbury
from sijoint_desktop.store.tables import metadata

_E = TypeVar("_E", bound=Dated)


class SqlEntryRepository:
    """The entries of one database; each call is one transaction, on disk when it returns."""

    def __init__(self, engine: sa.Engine, now: Now) -> None:
        self._engine = engine
        self._now = now

    def put(self, entry: _E) -> _E:
        """Store an entry, new or in place of the one with its id, and return it."""
        with in_plain_words(), self._engine.begin() as connection:
            if isinstance(entry, BINDING):
                _require_unchanged(connection, entry)
            table = table_of(type(entry))
            stamp = next_stamp(connection, table, entry.id, self._now())
            write_entry(connection, entry, stamp)
            unbury(connection, table, entry.id)
        return entry

    def remove(self, kind: type[_E], entry_id: str) -> _E:
        """Delete an entry and return it, so that it can be put back."""
        if kind in BINDING:
            raise ValueError(f"a {kind.__name__} stays on record")
        with in_plain_words(), self._engine.begin() as connection:
            entry = _read(connection, kind, entry_id)
            bury(connection, table_of(kind), entry_id, self._now())
        return entry

    def get(self, kind: type[_E], entry_id: str) -> _E:
        """Return one entry; raises LookupError where there is none."""
        with in_plain_words(), self._engine.begin() as connection:
            return _read(connection, kind, entry_id)

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind, the oldest first."""
        with in_plain_words(), self._engine.begin() as connection:
            return read_entries(connection, kind)


class EntriesIn:
    """Every entry as one transaction sees it."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind, the oldest first."""
        return read_entries(self._connection, kind)


def table_of(kind: type[Dated]) -> sa.Table:
    """Return the table of a kind of entry."""
    return metadata.tables[kind_name(kind)]


def read_entries(connection: sa.Connection, kind: type[_E]) -> tuple[_E, ...]:
    """Return every entry of a kind inside a transaction, the oldest first."""
    table = table_of(kind)
    rows = connection.execute(sa.select(table).order_by(table.c.at, table.c.id))
    return tuple(entry_of(kind, row) for row in rows.mappings())


def write_entry(connection: sa.Connection, entry: Dated, stamp: str) -> None:
    """Store an entry inside a transaction, as changed at the moment of ``stamp``."""
    table = table_of(type(entry))
    values: dict[str, Any] = entry_row(entry) | {"updated_at": stamp}
    statement = insert(table).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=[table.c.id], set_=values))


def write_entries(
    connection: sa.Connection, kind: type[Dated], stamped: Sequence[tuple[Dated, str]]
) -> None:
    """Store entries of a kind that are not there, each as changed at its moment, at once."""
    rows = [entry_row(entry) | {"updated_at": stamp} for entry, stamp in stamped]
    if rows:
        connection.execute(sa.insert(table_of(kind)), rows)


def _read(connection: sa.Connection, kind: type[_E], entry_id: str) -> _E:
    table = table_of(kind)
    row = connection.execute(sa.select(table).where(table.c.id == entry_id)).mappings().first()
    if row is None:
        raise LookupError(f"there is no {kind.__name__} {entry_id}")
    return entry_of(kind, row)


def _require_unchanged(connection: sa.Connection, entry: Dated) -> None:
    """Raise ValueError where an entry that a lock may stand on would be changed.

    Only the moment at which a result page was left may be added.
    """
    try:
        kept = _read(connection, type(entry), entry.id)
    except LookupError:
        return
    if isinstance(kept, CheckRecord) and isinstance(entry, CheckRecord) and kept.left_at is None:
        kept = replace(kept, left_at=entry.left_at)
    if kept != entry:
        raise ValueError(f"{type(entry).__name__} {entry.id} stays as it was recorded")
