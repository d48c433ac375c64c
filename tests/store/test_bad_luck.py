"""Bad luck on real files: damage, sudden death, odd clocks. Clear words, and nothing saved is lost.

The suite kills fewer processes than tests/benchmarks/kills.py, which does 200 of each kind.
"""

import random
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.records import local_parts
from sijoint_desktop.store.backups import back_up_daily, good_backups
from sijoint_desktop.store.database import open_database
from sijoint_desktop.store.restoring import restore
from tests.fakes.records import NOON, make_pain, make_rep, make_session
from tests.store.killing import KINDS, kill_often

COPIES = 100
KILLS = 4


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "h.db"
    database = open_database(path)
    for number in range(60):
        reps = tuple(make_rep(rep) for rep in range(1, 9))
        database.sessions.begin(make_session(f"s{number}", reps=reps))
        database.entries.put(make_pain(f"p{number}", note="x" * 50))
    database.close()
    return path.read_bytes()


def damaged(content: bytes, chance: random.Random) -> bytes:
    raw = bytearray(content)
    match chance.randrange(4):
        case 0:  # a stretch of noise
            start = chance.randrange(len(raw))
            length = chance.randrange(1, 4096)
            raw[start : start + length] = chance.randbytes(min(length, len(raw) - start))
        case 1:  # single flipped bits
            for _ in range(chance.randrange(1, 40)):
                raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        case 2:  # cut off
            del raw[chance.randrange(len(raw)) :]
        case _:  # zeros, as a failing disk returns
            start = chance.randrange(len(raw)) // 512 * 512
            raw[start : start + 4096] = bytes(min(4096, len(raw) - start))
    return bytes(raw)


def test_a_hundred_damaged_copies_open_or_are_put_back_from_the_copy(
    whole: bytes, tmp_path: Path
) -> None:
    chance = random.Random(11)  # noqa: S311
    for number in range(COPIES):
        path = tmp_path / str(number) / "h.db"
        path.parent.mkdir()
        path.write_bytes(whole)
        back_up_daily(path, NOON.date())
        path.write_bytes(damaged(whole, chance))
        try:
            database = open_database(path)
        except UserError as refusal:  # such as: made by a newer version, or by another program
            assert "Nothing was changed" in str(refusal)  # noqa: PT017
            continue
        with closing(database):
            if database.notices:
                ids = {session.id for session in database.sessions.sessions()}
                assert ids >= {f"s{each}" for each in range(60)}
                assert len(database.entries.all(PainEntry)) >= 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_process_killed_at_any_moment_leaves_everything_that_was_saved(
    kind: str, tmp_path: Path
) -> None:
    assert kill_often(kind, tmp_path, kills=KILLS, seed=5) == []


def test_entries_of_both_summer_time_changes_keep_their_day_and_order(tmp_path: Path) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    database = open_database(tmp_path / "h.db")
    for name, moment in {
        "forward": datetime(2026, 3, 29, 1, 59, tzinfo=berlin) + timedelta(hours=1),
        "back-1": datetime(2026, 10, 25, 2, 30, tzinfo=berlin),
        "back-2": datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1),
    }.items():
        at, day, offset = local_parts(moment)
        database.entries.put(make_pain(name, at=at, local_date=day, utc_offset_minutes=offset))
    kept = database.entries.all(PainEntry)
    database.close()
    assert [entry.id for entry in kept] == ["forward", "back-1", "back-2"]
    assert [str(entry.local_date) for entry in kept] == ["2026-03-29", "2026-10-25", "2026-10-25"]
    assert kept[2].at - kept[1].at == timedelta(hours=1)


def test_travel_across_the_date_line_keeps_the_local_dates(tmp_path: Path) -> None:
    database = open_database(tmp_path / "h.db")
    start = datetime(2026, 6, 1, 11, 30, tzinfo=UTC)
    for name, zone in (("a", "Pacific/Auckland"), ("b", "Pacific/Honolulu")):
        at, day, offset = local_parts(start.astimezone(ZoneInfo(zone)))
        database.entries.put(make_pain(name, at=at, local_date=day, utc_offset_minutes=offset))
        start += timedelta(hours=8)
    days = [str(entry.local_date) for entry in database.entries.all(PainEntry)]
    database.close()
    assert days == ["2026-06-01", "2026-06-01"]


def test_a_clock_set_back_keeps_every_copy_and_loses_no_edit(tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    future = datetime(2030, 1, 1, tzinfo=UTC)
    database = open_database(path, now=lambda: future)
    database.entries.put(make_pain("p", nrs=3))
    back_up_daily(path, future.date())
    database.close()
    database = open_database(path, now=lambda: NOON)
    theirs = database.archive()
    database.entries.put(make_pain("p", nrs=6))
    assert database.merge(theirs).is_empty  # the edit made by the clock set back is the later one
    database.close()
    back_up_daily(path, NOON.date())
    assert len(list(good_backups(path))) == 2
    restore(path, next(good_backups(path)).path, lambda: NOON)
    database = open_database(path)
    assert database.entries.get(PainEntry, "p").nrs == 6
    database.close()
