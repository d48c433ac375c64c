"""The quick look at the stored sessions: it sees what the store sees, or leaves it to the store."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from sijoint_desktop.history.entries import KINDS, Dated, PainEntry
from sijoint_desktop.history.records import SessionRecord, SessionStatus
from sijoint_desktop.store.database import Database, open_database
from sijoint_desktop.store.glance import glance
from sijoint_desktop.store.identity import DATABASE_NAME
from tests.fakes.records import done_on, make_session
from tests.fakes.strategies import entries, session_records


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / DATABASE_NAME)
    yield opened
    opened.close()


def sessions_seen(path: Path) -> tuple[SessionRecord, ...] | None:
    seen = glance(path)
    return None if seen is None else seen.sessions


def ended(record: SessionRecord) -> bool:
    return record.status is not SessionStatus.RUNNING


def test_no_file_means_no_sessions_and_stays_away(tmp_path: Path) -> None:
    seen = glance(tmp_path / "nothing.db")
    assert seen is not None
    assert (seen.sessions, seen.all(PainEntry)) == ((), ())
    assert list(tmp_path.iterdir()) == []


def test_a_new_store_has_no_sessions(database: Database) -> None:
    assert sessions_seen(database.path) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=session_records().filter(ended))
def test_it_sees_exactly_what_the_store_sees(
    tmp_path_factory: pytest.TempPathFactory, record: SessionRecord
) -> None:
    opened = open_database(tmp_path_factory.mktemp("data") / DATABASE_NAME)
    opened.sessions.begin(record)
    opened.close()
    assert sessions_seen(opened.path) == opened.sessions.sessions() == (record,)
    opened.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kept=entries)
def test_it_sees_every_kind_of_entry_as_the_store_does(
    tmp_path_factory: pytest.TempPathFactory, kept: Dated
) -> None:
    opened = open_database(tmp_path_factory.mktemp("data") / DATABASE_NAME)
    opened.entries.put(kept)
    opened.close()
    seen = glance(opened.path)
    assert seen is not None
    for kind in KINDS.values():
        assert seen.all(kind) == opened.entries.all(kind)
    assert seen.all(type(kept)) == (kept,)
    opened.close()


def test_sessions_come_in_the_order_of_the_store(database: Database) -> None:
    for day in (4, 2, 9):
        record = done_on(make_session().local_date.replace(day=day), 3, 2, id=f"day {day}")
        database.sessions.begin(record)
    assert sessions_seen(database.path) == database.sessions.sessions()


def test_a_session_that_was_cut_off_is_left_to_the_store(database: Database) -> None:
    database.sessions.begin(make_session(status=SessionStatus.RUNNING))
    assert glance(database.path) is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE alembic_version SET version_num = '9999'",
        "DELETE FROM alembic_version",
        "DROP TABLE alembic_version",
        "DROP TABLE reps",
        "PRAGMA application_id = 5",
    ],
)
def test_a_file_of_another_kind_is_left_to_the_store(database: Database, change: str) -> None:
    database.close()
    connection = sqlite3.connect(database.path)
    connection.execute(change)
    connection.commit()
    connection.close()
    assert glance(database.path) is None


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x07" * 900]
)
def test_a_damaged_file_is_left_to_the_store(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sijoint.db"
    path.write_bytes(content)
    assert glance(path) is None
    assert path.read_bytes() == content


def test_a_locked_file_is_left_to_the_store(database: Database) -> None:
    database.close()
    connection = sqlite3.connect(database.path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    assert glance(database.path) is None
    connection.execute("ROLLBACK")
    connection.close()


def test_looking_leaves_no_trace(database: Database) -> None:
    database.sessions.begin(done_on(make_session().local_date, 3, 2))
    database.close()
    before = database.path.read_bytes(), sorted(p.name for p in database.path.parent.iterdir())
    glance(database.path)
    after = database.path.read_bytes(), sorted(p.name for p in database.path.parent.iterdir())
    assert before == after
