"""Bad luck while the window is open, on real files: it says so in words, and nothing saved is lost.

The store itself has many more of these, in tests/store.
"""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.app.moment import stamp_at
from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.lines import lines
from sijoint_desktop.store.backups import back_up_daily, backups
from sijoint_desktop.store.database import open_database
from sijoint_desktop.ui.shell.faults import LOG_NAME
from tests.fakes.clock import FakeClock
from tests.fakes.disk import remount, small_disk_at
from tests.fakes.records import NOON, done_on, make_pain
from tests.store.test_bad_luck import damaged

DAMAGED_COPIES = 6
Start = Callable[..., Program]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def disk(folder: Path) -> Iterator[Path]:
    with small_disk_at(folder) as mounted:
        yield mounted


def fill(folder: Path, pains: int = 1) -> Path:
    path = folder / "sijoint.db"
    database = open_database(path)
    database.sessions.begin(done_on(NOON.date(), 4, 3))
    for number in range(pains):
        database.entries.put(make_pain(f"p{number}", note="x" * 60))
    database.close()
    return path


def add(started: Program, entry: PainEntry) -> None:
    """Add an entry as the table does."""
    assert started.assembly is not None
    started.assembly._records_desk.editor.do("Add pain", [Change(None, entry)])


def texts(started: Program) -> str:
    return " | ".join(started.window.messages.texts)


def kept(started: Program) -> list[str]:
    assert started.store is not None
    return [each.id for each in started.store.bridge.read().all(PainEntry)]


def assert_no_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Traceback" not in capsys.readouterr().err
    assert not (folder / LOG_NAME).exists()


def added_until_refused(started: Program) -> Iterator[str]:
    for number in range(2000):
        entry = make_pain(f"n{number:04}", note="x" * 2000)
        try:
            add(started, entry)
        except UserError as refusal:
            assert "disk" in str(refusal)  # noqa: PT017
            return
        yield entry.id
    raise AssertionError("the disk never filled")


def test_a_disk_that_fills_up_is_said_and_everything_saved_stays(
    qtbot: QtBot, program: Start, disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    started = program()
    saved = list(added_until_refused(started))
    assert sorted(kept(started)) == saved != []
    desk = started.assembly.data_desk
    desk.transfer.export_to(disk / "out.json")
    qtbot.waitUntil(lambda: not desk.office.work.is_running)
    assert "Nothing was exported: Cannot write" in texts(started)
    assert not (disk / "out.json").exists()
    desk.keeping.back_up()
    qtbot.waitUntil(lambda: not desk.office.work.is_running)
    assert "No copy was made" in texts(started)
    remount(disk, "size=4m")
    add(started, make_pain("after"))
    assert len(kept(started)) == len(saved) + 1
    assert_no_fault(disk, capsys)


def test_a_folder_that_is_read_only_is_shown_and_not_written(
    qtbot: QtBot, disk: Path, qapp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(disk)
    remount(disk, "ro")
    started = Program(qapp, Options(disk))
    qtbot.addWidget(started.window)
    with qtbot.waitSignal(started.filled, timeout=20_000):
        started.window.show()
    started.store.upkeep.stop()
    qtbot.waitUntil(lambda: "read-only" in texts(started), timeout=20_000)
    with pytest.raises(UserError, match="read-only"):
        add(started, make_pain("new"))
    assert kept(started) == ["p0"]
    started.window.open_page("history")
    started.clear_away()
    assert "Traceback" not in capsys.readouterr().err


def test_a_database_that_another_program_holds_is_said_and_works_afterwards(
    qtbot: QtBot, program: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fill(folder)
    monkeypatch.setitem(open_database.__kwdefaults__, "busy_s", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        started = program()
        qtbot.waitUntil(lambda: "used by another program" in texts(started), timeout=20_000)
        with pytest.raises(UserError, match="used by another program"):
            add(started, make_pain("new"))
        other.execute("ROLLBACK")
    add(started, make_pain("new"))
    assert sorted(kept(started)) == ["new", "p0"]


@pytest.mark.parametrize("seed", range(DAMAGED_COPIES))
def test_a_damaged_file_opens_or_is_put_back_from_the_copy(
    qtbot: QtBot, program: Start, folder: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = fill(folder, pains=50)
    back_up_daily(path, NOON.date())
    path.write_bytes(damaged(path.read_bytes(), random.Random(seed)))  # noqa: S311
    before = path.read_bytes()
    started = program()
    started.store.prepare()
    qtbot.waitUntil(lambda: started.store._database is not None or bool(texts(started)))
    started.store.upkeep.begin()
    started.store.upkeep.stop()
    if "Nothing was changed" in texts(started):  # it looks like that of another program
        assert path.read_bytes() == before
    else:
        qtbot.waitUntil(lambda: len(kept(started)) >= 50, timeout=20_000)
    assert_no_fault(folder, capsys)


def test_a_clock_that_is_set_back_loses_no_entry_and_no_copy(program: Start, folder: Path) -> None:
    clock = FakeClock(datetime(2030, 1, 1, 12, tzinfo=UTC))
    started = program(clock=clock)
    add(started, make_pain("later", **_stamp(clock)))
    started.store.upkeep.begin()
    started.store.upkeep.stop()
    clock.set_now(NOON)
    add(started, make_pain("now", **_stamp(clock)))
    started.store.upkeep.begin()
    started.store.upkeep.stop()
    assert sorted(kept(started)) == ["later", "now"]
    assert {str(copy.day) for copy in backups(folder / "sijoint.db")} == {
        "2030-01-01",
        "2026-11-22",
    }
    for page in ("today", "history"):
        started.window.open_page(page)


def _stamp(clock: FakeClock) -> dict[str, object]:
    return {name: part for name, part in stamp_at(clock.now()).items() if name != "id"}


def shown(started: Program) -> list[str]:
    """Return when each line of the table is, the newest first."""
    return [line.when for line in lines((), started.store.bridge.read())]


def test_the_hour_that_comes_twice_is_kept_twice_and_in_order(program: Start) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    clock = FakeClock(datetime(2026, 10, 25, 2, 30, tzinfo=berlin))
    started = program(clock=clock)
    add(started, make_pain("first", **_stamp(clock)))
    clock.set_now(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1))
    add(started, make_pain("second", **_stamp(clock)))
    assert kept(started) == ["first", "second"]
    assert shown(started) == ["Sun 25 Oct 2026, 02:30"] * 2
    started.window.open_page("history")


def test_the_hour_that_is_left_out_changes_no_day(program: Start) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    clock = FakeClock(datetime(2026, 3, 29, 1, 59, tzinfo=berlin))
    started = program(clock=clock)
    add(started, make_pain("before", **_stamp(clock)))
    clock.advance(120)
    add(started, make_pain("after", **_stamp(clock)))
    assert shown(started) == ["Sun 29 Mar 2026, 03:01", "Sun 29 Mar 2026, 01:59"]


def test_a_flight_over_the_date_line_keeps_the_day_that_the_person_had(program: Start) -> None:
    start = datetime(2026, 6, 1, 11, 30, tzinfo=UTC)
    clock = FakeClock(start.astimezone(ZoneInfo("Pacific/Auckland")))
    started = program(clock=clock)
    add(started, make_pain("home", **_stamp(clock)))
    clock.set_now((start + timedelta(hours=8)).astimezone(ZoneInfo("Pacific/Honolulu")))
    add(started, make_pain("away", **_stamp(clock)))
    assert kept(started) == ["home", "away"]
    assert sorted(shown(started)) == ["Mon 1 Jun 2026, 09:30", "Mon 1 Jun 2026, 23:30"]
    for page in ("today", "history"):
        started.window.open_page(page)
