"""What is told beside sessions comes back as it was, from the database as from its fake."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.history.entries import (
    BINDING,
    KINDS,
    BeltDay,
    CheckRecord,
    Clearance,
    Dated,
    HurtEvent,
    PainEntry,
)
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.store.database import Database, open_database
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import make_check, make_clearance, make_hurt, make_pain
from tests.fakes.strategies import entries


@pytest.fixture(params=["sql", "fake"])
def repository(request: pytest.FixtureRequest, database: Database) -> EntryRepository:
    return database.entries if request.param == "sql" else FakeEntryRepository()


@settings(max_examples=25, deadline=None)
@given(told=st.lists(entries, max_size=12, unique_by=lambda entry: (type(entry), entry.id)))
def test_every_kind_comes_back_unchanged_after_the_program_was_closed(told: list[Dated]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "h.db")
        for entry in told:
            assert database.entries.put(entry) == entry
        database.close()
        again = open_database(Path(folder) / "h.db")
        kept = {kind: again.entries.all(kind) for kind in KINDS.values()}
        again.close()
    fake = FakeEntryRepository(*told)
    assert kept == {kind: fake.all(kind) for kind in KINDS.values()}


def test_several_pains_of_a_day_are_kept_in_the_order_of_time(repository: EntryRepository) -> None:
    late, early = make_pain("a", hours=9), make_pain("b", hours=1)
    repository.put(late)
    repository.put(early)
    assert repository.all(PainEntry) == (early, late)


def test_an_entry_is_changed_deleted_and_put_back(repository: EntryRepository) -> None:
    repository.put(make_pain("a", nrs=3))
    changed = repository.put(make_pain("a", nrs=5))
    assert repository.all(PainEntry) == (changed,)
    assert repository.remove(PainEntry, "a") == changed
    assert repository.all(PainEntry) == ()
    repository.put(changed)
    assert repository.get(PainEntry, "a") == changed


def test_an_entry_that_is_not_there_is_named(repository: EntryRepository) -> None:
    with pytest.raises(LookupError):
        repository.get(PainEntry, "lost")
    with pytest.raises(LookupError):
        repository.remove(BeltDay, "lost")


@pytest.mark.parametrize("entry", [make_check(), make_clearance(), make_hurt()])
def test_what_a_lock_stands_on_is_never_taken_away(
    repository: EntryRepository, entry: Dated
) -> None:
    assert isinstance(entry, BINDING)
    repository.put(entry)
    with pytest.raises(ValueError, match=type(entry).__name__):
        repository.remove(type(entry), entry.id)
    assert repository.all(type(entry)) == (entry,)


def test_a_result_on_record_keeps_its_level_and_takes_when_it_was_left(
    repository: EntryRepository,
) -> None:
    check = repository.put(make_check(level=Urgency.EMERGENCY))
    with pytest.raises(ValueError, match=check.id):
        repository.put(replace(check, level=Urgency.SELF_CARE))
    left = repository.put(replace(check, left_at=check.at + timedelta(minutes=2)))
    with pytest.raises(ValueError, match=check.id):
        repository.put(replace(check, left_at=None))
    assert repository.all(CheckRecord) == (left,)


def test_a_hurt_and_a_clearance_stay_as_they_were_recorded(repository: EntryRepository) -> None:
    hurt, clearance = repository.put(make_hurt(nrs=7)), repository.put(make_clearance())
    with pytest.raises(ValueError, match=hurt.id):
        repository.put(replace(hurt, nrs=1))
    with pytest.raises(ValueError, match=clearance.id):
        repository.put(replace(clearance, note="later"))
    assert repository.all(HurtEvent) == (hurt,)
    assert repository.all(Clearance) == (clearance,)


def test_a_change_is_stamped_later_than_the_one_before_when_the_clock_was_set_back(
    path: Path,
) -> None:
    moments = [datetime(2026, 11, 22, hour, tzinfo=UTC) for hour in (12, 12, 9, 8)]
    database = open_database(path, now=lambda: moments.pop(0))
    database.entries.put(make_pain("a", nrs=3))
    with database._engine.connect() as connection:
        first = connection.exec_driver_sql("SELECT updated_at FROM pains").scalar_one()
    database.entries.put(make_pain("a", nrs=4))
    with database._engine.connect() as connection:
        second = connection.exec_driver_sql("SELECT updated_at FROM pains").scalar_one()
    database.entries.remove(PainEntry, "a")
    with database._engine.connect() as connection:
        third = connection.exec_driver_sql("SELECT deleted_at FROM tombstones").scalar_one()
    database.close()
    assert first < second < third


def test_nothing_of_a_deleted_entry_stays_in_the_file(path: Path) -> None:
    database = open_database(path)
    database.entries.put(make_pain("a", note="a very private sentence"))
    assert b"private" in path.read_bytes()
    database.entries.remove(PainEntry, "a")
    database.close()
    assert b"private" not in path.read_bytes()
