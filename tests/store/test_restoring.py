"""An earlier copy comes back, opens no lock, and everything can be erased."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.safety import LockedError
from sijoint_desktop.store.backups import back_up_daily
from sijoint_desktop.store.database import open_database
from sijoint_desktop.store.restoring import erase_everything, restore
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.records import make_check, make_pain, make_session


def now() -> datetime:
    return datetime(2026, 11, 22, 18, tzinfo=UTC)


@pytest.fixture
def copy(path: Path) -> Path:
    """A copy with one pain entry; the database has got another one and a lock since."""
    database = open_database(path, now=now)
    database.entries.put(make_pain("old"))
    made = back_up_daily(path, now().date())
    database.entries.put(make_pain("new", hours=1))
    database.entries.put(make_check(level=Urgency.URGENT))
    database.close()
    assert made is not None
    return made


def pains(path: Path) -> list[str]:
    database = open_database(path, now=now)
    found = [entry.id for entry in database.entries.all(PainEntry)]
    database.close()
    return found


def test_a_copy_takes_the_place_of_the_database_which_is_kept(path: Path, copy: Path) -> None:
    before = restore(path, copy, now)
    assert before is not None
    assert before.name == "sijoint-2026-11-22-before-restore.db"
    assert pains(path) == ["old"]
    assert pains(before) == ["old", "new"]
    assert path.stat().st_mode & 0o777 == 0o600
    restore(path, before, now)
    assert pains(path) == ["old", "new"]


def test_restoring_opens_no_lock(path: Path, copy: Path) -> None:
    restore(path, copy, now)
    database = open_database(path, now=now)
    with pytest.raises(LockedError):
        database.sessions.begin(make_session())
    database.close()


def test_a_copy_is_restored_where_there_is_no_database(copy: Path, tmp_path: Path) -> None:
    target = tmp_path / "fresh" / "sijoint.db"
    assert restore(target, copy, now) is None
    assert pains(target) == ["old"]


def test_a_damaged_database_is_kept_beside_the_restored_one(path: Path, copy: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00 and nothing more")
    before = restore(path, copy, now)
    assert before is not None
    assert before.read_bytes().endswith(b"nothing more")
    assert pains(path) == ["old"]


@pytest.mark.parametrize("content", [b"", b"a letter", b"SQLite format 3\x00" + b"\x07" * 900])
def test_a_bad_copy_changes_nothing(path: Path, copy: Path, content: bytes) -> None:
    before = path.read_bytes()
    copy.write_bytes(content)
    with pytest.raises(UserError, match="no sound copy"):
        restore(path, copy, now)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if "restoring" in each.name] == []


def test_a_copy_that_is_not_there_is_named(path: Path, copy: Path) -> None:
    with pytest.raises(UserError, match="no sound copy"):
        restore(path, copy.with_name("lost.db"), now)
    assert pains(path) == ["old", "new"]


def test_erasing_leaves_nothing_of_ours_and_all_of_others(path: Path, copy: Path) -> None:
    folder = path.parent
    for name in ("settings.json", "faults.log", "sijoint.db.corrupt-2026-11-01"):
        (folder / name).write_text("private")
    (folder / "exercises").mkdir()
    (folder / "exercises" / "mine.toml").write_text("format = 1")
    erase_everything(folder)
    assert not copy.exists()
    assert [each.name for each in folder.iterdir()] == ["exercises"]
    erase_everything(folder)  # nothing left to do
