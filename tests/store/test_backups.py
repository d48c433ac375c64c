"""Copies of the database: made when something changed, thinned out, whole or not there."""

import os
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.store import backups as module
from sijoint_desktop.store.backups import (
    back_up_before,
    back_up_daily,
    backups,
    good_backups,
    worth_keeping,
)
from sijoint_desktop.store.database import Database, open_database
from tests.fakes.records import make_pain

DAY = date(2026, 11, 22)


def test_a_copy_is_made_once_and_again_when_something_changed(database: Database) -> None:
    first = back_up_daily(database.path, DAY)
    assert first is not None
    assert first.name == "sijoint-2026-11-22.db"
    assert first.stat().st_mode & 0o777 == 0o600
    assert first.parent.stat().st_mode & 0o777 == 0o700
    assert back_up_daily(database.path, DAY + timedelta(days=1)) is None
    database.entries.put(make_pain())
    assert back_up_daily(database.path, DAY + timedelta(days=1)) is not None
    assert [each.day.day for each in backups(database.path)] == [23, 22]


def test_a_copy_of_the_same_day_takes_the_place_of_the_earlier_one(database: Database) -> None:
    back_up_daily(database.path, DAY)
    database.entries.put(make_pain())
    copy = back_up_daily(database.path, DAY)
    assert copy is not None
    opened = open_database(copy)
    assert len(opened.archive().kept) == 1
    opened.close()
    assert len(backups(database.path)) == 1


def test_where_nothing_was_recorded_nothing_is_copied(path: Path) -> None:
    assert back_up_daily(path, DAY) is None
    assert not path.parent.exists()


def test_a_copy_that_fails_leaves_the_earlier_one(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up_daily(database.path, DAY)
    assert copy is not None
    before = copy.read_bytes()
    database.entries.put(make_pain())

    def full(_path: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "copy_database", full)
    with pytest.raises(OSError, match="space"):
        back_up_daily(database.path, DAY)
    assert copy.read_bytes() == before
    assert [each.path for each in good_backups(database.path)] == [copy]


def test_a_half_made_copy_of_a_crash_goes_with_the_next_one(database: Database) -> None:
    back_up_daily(database.path, DAY)
    half = database.path.parent / "backups" / "sijoint-2026-11-21.db.part"
    half.write_bytes(b"half")
    database.entries.put(make_pain())
    back_up_daily(database.path, DAY)
    assert not half.exists()


def test_copies_before_a_change_do_not_replace_each_other(database: Database) -> None:
    names = {back_up_before(database.path, "import", DAY).name for _ in range(3)}
    assert len(names) == 3
    assert {each.before for each in backups(database.path)} == {"import"}


def test_damaged_and_foreign_copies_are_not_good(database: Database) -> None:
    copy = back_up_daily(database.path, DAY)
    folder = database.path.parent / "backups"
    (folder / "sijoint-2026-11-20.db").write_bytes(os.urandom(9000))
    with sqlite3.connect(folder / "sijoint-2026-11-19.db") as foreign:
        foreign.execute("CREATE TABLE recipes (name)")
    foreign.close()
    (folder / "holiday.jpg").write_bytes(b"a picture")
    assert [each.path for each in good_backups(database.path)] == [copy]
    assert len(backups(database.path)) == 3


def test_a_year_of_days_thins_out_to_days_weeks_and_months() -> None:
    kept = worth_keeping([DAY - timedelta(days=n) for n in range(800)], DAY)
    ages = sorted((DAY - day).days for day in kept)
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(kept) <= 7 + 4 + 12
    assert max(ages) > 300


@given(st.lists(st.integers(-5, 900), max_size=60), st.integers(0, 6))
def test_thinning_keeps_the_newest_and_the_week_and_is_stable(ages: list[int], later: int) -> None:
    days = {DAY - timedelta(days=age) for age in ages}
    kept = worth_keeping(days, DAY)
    assert kept <= days
    assert {day for day in days if (DAY - day).days < 7} <= kept
    assert worth_keeping(kept, DAY) == kept
    if days:
        assert max(days) in worth_keeping(days, DAY + timedelta(days=later))
