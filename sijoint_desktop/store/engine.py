"""Builds SQLAlchemy engines that lose no acknowledged commit."""

import sqlite3
from pathlib import Path

import sqlalchemy as sa

from sijoint_desktop.store.sqlite_file import sqlite_uri

# Measured with simulated power cuts: a DELETE journal with synchronous=FULL and WAL with NORMAL
# both lose commits that were acknowledged; these settings lose none, and keep everything in one
# file that also opens on read-only media.
_PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",  # what a person deletes is gone from the file too
    "PRAGMA fullfsync=ON",  # macOS: asks the drive itself to write
    "PRAGMA checkpoint_fullfsync=ON",
)


def make_engine(
    path: Path, *, read_only: bool = False, foreign_keys: bool = True, busy_s: float = 5.0
) -> sa.Engine:
    """Return an engine for an existing file; every transaction begins IMMEDIATE.

    ``busy_s`` is how long to wait for another program's transaction. ``foreign_keys=False`` is for
    migrations: rebuilding a parent table would otherwise delete its children.
    """
    address = sqlite_uri(path, read_only=read_only)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            # isolation_level None: this module begins transactions itself, so that changes of the
            # schema roll back too and no SELECT runs outside its transaction
            address,
            uri=True,
            timeout=busy_s,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for pragma in () if read_only else _PRAGMAS:
                connection.execute(pragma)
            connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.QueuePool)
    begin = "BEGIN DEFERRED" if read_only else "BEGIN IMMEDIATE"

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
