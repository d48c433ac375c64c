"""Reads everything on record out of the database, and takes in the changes of a merge."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from sijoint_desktop.app.merge import Changes, merge
from sijoint_desktop.history.archive import SESSIONS, Archive, Kept, Key
from sijoint_desktop.history.entries import KINDS
from sijoint_desktop.history.plain import utc_text
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.store.entry_repository import read_entries, write_entries
from sijoint_desktop.store.session_repository import read_sessions, write_sessions
from sijoint_desktop.store.tables import metadata, tombstones


def read_archive(connection: sa.Connection) -> Archive:
    """Return everything on record, as one transaction sees it."""
    kept: dict[Key, Kept] = {}
    stamps = _stamps(connection, SESSIONS)
    for session in read_sessions(connection):
        kept[SESSIONS, session.id] = Kept(session, stamps[session.id])
    for name, kind in KINDS.items():
        stamps = _stamps(connection, name)
        for entry in read_entries(connection, kind):
            kept[name, entry.id] = Kept(entry, stamps[entry.id])
    deleted = {
        (row.kind, row.id): datetime.fromisoformat(row.deleted_at)
        for row in connection.execute(sa.select(tombstones))
    }
    return Archive(kept, deleted)


def merge_into(connection: sa.Connection, theirs: Archive, now: datetime) -> Changes:
    """Join another archive with what is on record, inside a transaction, and tell what changed."""
    mine = read_archive(connection)
    changes = merge(mine, theirs, now)
    for (name, item_id), moment in changes.remove.items():
        _delete(connection, name, item_id)
        row = {"kind": name, "id": item_id, "deleted_at": utc_text(moment)}
        connection.execute(sa.insert(tombstones).values(row))
    for name, item_id in changes.put:
        if (name, item_id) in mine.kept or (name, item_id) in mine.deleted:
            _delete(connection, name, item_id)
    _write(connection, changes.put)
    return changes


def _write(connection: sa.Connection, put: Mapping[Key, Kept]) -> None:
    """Store items that are not there, list by list: ten years would else take a minute."""
    stamped = [(kept.item, utc_text(kept.updated_at)) for kept in put.values()]
    sessions = [(item, stamp) for item, stamp in stamped if isinstance(item, SessionRecord)]
    write_sessions(connection, sessions)
    for kind in KINDS.values():
        write_entries(
            connection, kind, [(item, stamp) for item, stamp in stamped if type(item) is kind]
        )


def _delete(connection: sa.Connection, name: str, item_id: str) -> None:
    """Take a row and its tombstone away; with a session go its repetitions."""
    table = metadata.tables[name]
    connection.execute(sa.delete(table).where(table.c.id == item_id))
    grave = sa.and_(tombstones.c.kind == name, tombstones.c.id == item_id)
    connection.execute(sa.delete(tombstones).where(grave))


def _stamps(connection: sa.Connection, name: str) -> dict[str, datetime]:
    table = metadata.tables[name]
    rows = connection.execute(sa.select(table.c.id, table.c.updated_at))
    return {row.id: datetime.fromisoformat(row.updated_at) for row in rows}
