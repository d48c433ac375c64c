"""Notes when a row was changed or deleted, so that the copies of two computers can be merged."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sijoint_desktop.history.plain import utc_text
from sijoint_desktop.store.tables import tombstones

Now = Callable[[], datetime]
"""Tells the present moment, aware."""

_LEAST = timedelta(microseconds=1)


def next_stamp(connection: sa.Connection, table: sa.Table, row_id: str, now: datetime) -> str:
    """Return the moment of a change to a row, later than the one before also by a clock set back.

    A row that comes back after it was deleted is changed later than it was deleted.
    """
    query = sa.select(table.c.updated_at).where(table.c.id == row_id)
    buried = sa.select(tombstones.c.deleted_at).where(_grave(table, row_id))
    known = [text for text in (connection.scalar(query), connection.scalar(buried)) if text]
    latest = max((datetime.fromisoformat(text) for text in known), default=None)
    return utc_text(now if latest is None else max(now, latest + _LEAST))


def bury(connection: sa.Connection, table: sa.Table, row_id: str, now: datetime) -> None:
    """Delete a row, and leave nothing but its id and the moment."""
    stamp = next_stamp(connection, table, row_id, now)
    connection.execute(sa.delete(table).where(table.c.id == row_id))
    statement = insert(tombstones).values(kind=table.name, id=row_id, deleted_at=stamp)
    key: list[Any] = [tombstones.c.kind, tombstones.c.id]
    connection.execute(
        statement.on_conflict_do_update(index_elements=key, set_={"deleted_at": stamp})
    )


def unbury(connection: sa.Connection, table: sa.Table, row_id: str) -> None:
    """Forget that a row was deleted, since it is kept again."""
    connection.execute(sa.delete(tombstones).where(_grave(table, row_id)))


def _grave(table: sa.Table, row_id: str) -> sa.ColumnElement[bool]:
    return sa.and_(tombstones.c.kind == table.name, tombstones.c.id == row_id)
