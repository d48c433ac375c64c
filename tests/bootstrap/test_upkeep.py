"""What the window does for the file by itself: a copy a day, and a look whether it is sound."""

import os
from pathlib import Path

import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.store.backups import backups, folder_of
from sijoint_desktop.store.database import open_database
from sijoint_desktop.store.upkeep import look_after
from tests.fakes.records import NOON, done_on, make_pain

TODAY = NOON.date()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data" / "sijoint.db"
    database = open_database(file)
    for number in range(40):
        database.entries.put(make_pain(f"p{number}", note="x" * 100))
    database.sessions.begin(done_on(TODAY, 4, 3))
    database.close()
    return file


def damage(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[8192:12288] = os.urandom(4096)
    path.write_bytes(bytes(raw))


def test_a_copy_is_made_where_something_changed_since_the_last(path: Path) -> None:
    assert look_after(path, TODAY)
    [copy] = backups(path)
    made = copy.path.stat().st_ctime_ns
    assert look_after(path, TODAY)
    assert copy.path.stat().st_ctime_ns == made


def test_a_damaged_file_is_told_and_takes_no_copys_place(path: Path) -> None:
    look_after(path, TODAY)
    damage(path)
    assert not look_after(path, TODAY)
    [copy] = backups(path)
    assert open_database(copy.path).entries.get(PainEntry, "p0").note == "x" * 100


def test_without_a_file_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert look_after(tmp_path / "no.db", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_made_is_said(path: Path) -> None:
    folder_of(path).write_text("a file in the place of the folder")
    with pytest.raises(UserError, match="What you recorded is safe"):
        look_after(path, TODAY)


def test_the_window_makes_the_copy_of_the_day(qtbot, program, path: Path) -> None:
    started = program()
    started.store.upkeep.begin()
    started.store.upkeep.stop()
    assert len(backups(path)) == 1
    assert started.window.messages.texts == ()


def test_damage_found_by_the_window_is_put_right_from_the_copy_and_told(
    qtbot, program, path: Path
) -> None:
    look_after(path, TODAY)
    started = program()
    damage(path)
    started.store.upkeep.begin()
    qtbot.waitUntil(lambda: bool(started.window.messages.texts), timeout=20_000)
    [told] = started.window.messages.texts
    assert "The file with your history was damaged." in told
    assert "put back from the copy of 22 November 2026" in told
    assert len(started.store.bridge.read().all(PainEntry)) == 40
    assert list(path.parent.glob("sijoint.db.corrupt-*"))


def test_a_copy_that_the_window_cannot_make_is_said_in_words(qtbot, program, path: Path) -> None:
    folder_of(path).write_text("a file in the place of the folder")
    started = program()
    started.store.upkeep.begin()
    qtbot.waitUntil(lambda: bool(started.window.messages.texts), timeout=20_000)
    assert started.window.messages.texts[0].startswith("No copy was made today: Today's copy")
