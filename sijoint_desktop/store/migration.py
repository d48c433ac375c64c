"""Brings a database file to the newest schema, all at once or not at all."""

from datetime import date
from pathlib import Path

import sqlalchemy as sa

from sijoint_desktop.store.engine import make_engine
from sijoint_desktop.store.files import claim_name
from sijoint_desktop.store.identity import APPLICATION_ID
from sijoint_desktop.store.sqlite_file import copy_database


def backup_before_migration(path: Path, revision: str, today: date) -> Path:
    """Copy the file to ``<name>.before-update-<revision>-<date>`` beside it; return the copy."""
    target = claim_name(path, f"before-update-{revision}-{today.isoformat()}")
    copy_database(path, target)
    return target


def migrate(path: Path, *, busy_s: float) -> None:
    """Run every migration that is missing, in one transaction that also checks the references.

    Raises sqlalchemy.exc.DBAPIError where disk or lock refuse, and RuntimeError where a migration
    would leave rows that point nowhere; the file is then as it was.
    """
    # imported here: only a file that needs a migration pays for loading Alembic
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "sijoint_desktop.store:migrations")
    config.set_main_option("path_separator", "os")
    engine = make_engine(path, foreign_keys=False, busy_s=busy_s)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            _require_sound_references(connection)
    finally:
        engine.dispose()


def _require_sound_references(connection: sa.Connection) -> None:
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost:
        raise RuntimeError(f"a migration left {len(lost)} rows without their parent")
