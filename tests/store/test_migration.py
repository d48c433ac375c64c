import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.side import Side
from sijoint_desktop.history.records import Origin, SessionStatus
from sijoint_desktop.store import database as database_module
from sijoint_desktop.store import inspection, migration
from sijoint_desktop.store.database import Database, open_database
from sijoint_desktop.store.engine import make_engine
from sijoint_desktop.store.tables import metadata
from tests.fakes.records import make_rep, make_session

REFERENCE = Path(__file__).parents[1] / "reference"


def schema(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
    )
    return {
        name: " ".join(sorted(part.strip(" ,").replace('"', "") for part in sql.split("\n")))
        for name, sql in rows
    }


def test_the_migrations_build_exactly_the_tables_that_the_program_knows(
    path: Path, database: Database, tmp_path: Path
) -> None:
    engine = make_engine(path)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()
    # what autogenerate does not look at: check constraints and their names
    direct = sa.create_engine(f"sqlite:///{tmp_path / 'direct.db'}")
    metadata.create_all(direct)
    direct.dispose()
    with (
        closing(sqlite3.connect(path)) as migrated,
        closing(sqlite3.connect(tmp_path / "direct.db")) as made,
    ):
        assert schema(migrated) == schema(made)


def test_the_revisions_the_program_names_are_those_it_ships() -> None:
    config = Config()
    config.set_main_option("script_location", "sijoint_desktop.store:migrations")
    config.set_main_option("path_separator", "os")
    shipped = ScriptDirectory.from_config(config)
    newest_first = [script.revision for script in shipped.walk_revisions()]
    assert tuple(reversed(newest_first)) == inspection.REVISIONS


NEXT = '''
"""Adds a column by rebuilding the parent table."""
import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("sessions", recreate="always") as batch:
        batch.add_column(sa.Column("mood", sa.Integer))
    {then}
'''


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The program as it will be one schema later; call it with what its migration does last."""

    def make(then: str = "pass") -> None:
        folder = tmp_path / "versions"
        folder.mkdir()
        (folder / "v0005_mood.py").write_text(NEXT.format(then=then))
        revisions = (*inspection.REVISIONS, "0005")
        monkeypatch.setattr(inspection, "REVISIONS", revisions)
        shipped = Path(migration.__file__).parent / "migrations" / "versions"
        original = Config.set_main_option

        def with_versions(self: Config, name: str, value: str) -> None:
            original(self, name, value)
            original(self, "version_locations", f"{shipped}:{folder}")

        monkeypatch.setattr(Config, "set_main_option", with_versions)

    return make


def fill(path: Path) -> None:
    database = open_database(path)
    database.sessions.begin(make_session(reps=(make_rep(1), make_rep(2))))
    database.close()


def test_an_older_file_is_copied_first_and_keeps_every_row(path: Path, newer_program) -> None:
    fill(path)
    newer_program()
    database = open_database(path, now=lambda: datetime(2026, 11, 22, tzinfo=UTC))
    assert database.sessions.sessions() == (make_session(reps=(make_rep(1), make_rep(2))),)
    database.close()
    copy = path.with_name(f"{path.name}.before-update-0004-2026-11-22")
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT count(*) FROM reps").fetchone() == (2,)
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == ("0004",)
    with closing(sqlite3.connect(path)) as new:
        assert new.execute("SELECT version_num FROM alembic_version").fetchone() == ("0005",)
        assert new.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    path: Path, newer_program
) -> None:
    fill(path)
    before = path.read_bytes()
    newer_program(then="raise RuntimeError('half way')")
    with pytest.raises(RuntimeError, match="half way"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_migration_that_loses_a_parent_is_not_committed(path: Path, newer_program) -> None:
    fill(path)
    before = path.read_bytes()
    newer_program(then="op.execute('DELETE FROM sessions')")
    with pytest.raises(RuntimeError, match="without their parent"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_migration_without_room_for_the_copy_does_not_begin(
    path: Path, newer_program, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path)
    before = path.read_bytes()
    newer_program()

    def no_room(_path: Path, _revision: str, _day: date) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(database_module, "backup_before_migration", no_room)
    with pytest.raises(UserError, match="No space left"):
        open_database(path)
    assert path.read_bytes() == before


@pytest.fixture
def first_form(path: Path) -> Path:
    """A file as the first version of the program left it, with a session that was cut off."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as old:
        old.executescript((REFERENCE / "database-0001.sql").read_text(encoding="utf-8"))
    return path


def test_a_file_of_the_first_form_keeps_everything(first_form: Path) -> None:
    database = open_database(first_form)
    whole, cut_off = database.sessions.sessions()
    database.close()
    assert (whole.nrs_before, whole.nrs_after, whole.planned_reps) == (4, 3, 58)
    assert [rep.rep_number for rep in whole.reps] == [1, 2, 3]
    assert (whole.origin, whole.nrs_worst, whole.form_ok) == (Origin.GUIDED, None, None)
    assert (cut_off.status, cut_off.note) == (SessionStatus.RUNNING, "cut off")
    assert [rep.side for rep in cut_off.reps] == [Side.LEFT]
    with closing(sqlite3.connect(first_form)) as new:
        stamps = new.execute("SELECT updated_at FROM sessions ORDER BY started_at").fetchall()
    assert stamps == [("2026-10-24T16:19:44.000000Z",), ("2026-10-25T17:00:00.000000Z",)]


def test_an_updated_file_has_the_schema_of_a_new_one(first_form: Path, tmp_path: Path) -> None:
    open_database(first_form).close()
    open_database(tmp_path / "new.db").close()
    with (
        closing(sqlite3.connect(first_form)) as updated,
        closing(sqlite3.connect(tmp_path / "new.db")) as new,
    ):
        assert schema(updated) == schema(new)
