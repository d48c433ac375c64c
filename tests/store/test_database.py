import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import LockedError
from sijoint_desktop.store.backups import back_up_daily
from sijoint_desktop.store.database import Database, open_database
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.records import make_check, make_rep, make_session

TODAY = date(2026, 11, 22)


def today() -> datetime:
    return datetime(2026, 11, 22, 9, tzinfo=UTC)


ROOT = Path(__file__).parents[2]


def files(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir() if not each.name.endswith("-journal")}


def test_a_new_file_is_for_its_owner_alone_and_marked_as_ours(path: Path) -> None:
    old = os.umask(0o022)
    try:
        database = open_database(path)
        database.sessions.begin(make_session())
        database.close()
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0].to_bytes(4) == b"SIJ1"


def test_every_connection_uses_the_settings_that_lose_nothing(database: Database) -> None:
    with database._engine.connect() as connection:
        answers = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "fullfsync")
        }
    assert answers == {
        "journal_mode": "truncate",
        "synchronous": 3,  # EXTRA
        "foreign_keys": 1,
        "fullfsync": 1,
    }


def test_two_programs_take_turns_without_losing_a_repetition(
    path: Path, database: Database
) -> None:
    other = open_database(path)
    database.sessions.begin(make_session())
    for number in range(1, 21):
        kept = (database, other)[number % 2].sessions
        kept.add_rep(SessionId("a"), make_rep(number))
    assert len(other.sessions.get(SessionId("a")).reps) == 20
    other.close()


def test_a_locked_file_is_said_to_be_in_use_and_works_afterwards(
    path: Path, database: Database
) -> None:
    database.sessions.begin(make_session())
    database.close()
    quick = open_database(path, busy_s=0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="used by another program"):
            open_database(path, busy_s=0.05)
        with pytest.raises(UserError, match="used by another program"):
            quick.sessions.add_rep(SessionId("a"), make_rep())
        other.execute("ROLLBACK")
    quick.sessions.add_rep(SessionId("a"), make_rep())
    assert quick.sessions.sessions() == (make_session(reps=(make_rep(),)),)
    quick.close()


def test_a_file_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    open_database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        open_database(path)
    assert path.read_bytes() == before
    assert files(path) == {path.name}


def test_a_file_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(UserError, match="another program"):
        open_database(path)
    assert path.read_bytes() == before
    assert files(path) == {path.name}


def filled(path: Path) -> None:
    database = open_database(path)
    for number in range(40):
        database.sessions.begin(each_of_forty(number))
    database.close()


def each_of_forty(number: int) -> SessionRecord:
    return make_session(f"s{number}", reps=(make_rep(1), make_rep(2)))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribble(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096  # the head of a page
    raw[middle : middle + 2048] = b"\xa5" * 2048
    path.write_bytes(raw)


def behead(path: Path) -> None:
    path.write_bytes(b"this is not a database" + path.read_bytes()[22:])


def forget_the_revision(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM alembic_version")
        connection.commit()


def orphan_the_reps(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM sessions WHERE id = 's3'")
        connection.commit()


@pytest.mark.parametrize(
    ("damage", "least"),
    [(cut, 0), (scribble, 1), (behead, 0), (forget_the_revision, 40), (orphan_the_reps, 39)],
)
def test_a_damaged_file_is_put_aside_and_said(path: Path, damage, least: int) -> None:
    filled(path)
    damage(path)
    harmed = path.read_bytes()
    database = open_database(path, now=today)
    aside = path.with_name(f"{path.name}.corrupt-2026-11-22")
    assert aside.read_bytes() == harmed
    assert aside.name in " ".join(database.notices)
    saved = database.sessions.sessions()
    assert set(saved) <= {each_of_forty(number) for number in range(40)}  # nothing made up
    assert len(saved) >= least
    database.sessions.begin(make_session())
    database.close()
    assert open_database(path).notices == ()


@pytest.mark.parametrize("damage", [cut, scribble, behead])
def test_the_newest_good_copy_takes_the_place_of_a_damaged_file(path: Path, damage) -> None:
    filled(path)
    good = back_up_daily(path, TODAY)
    assert good is not None
    bad = good.with_name("sijoint-2026-11-23.db")
    bad.write_bytes(b"SQLite format 3\x00 and nothing more")
    damage(path)
    database = open_database(path, now=today)
    assert "copy of 22 November 2026" in " ".join(database.notices)
    assert {record.id for record in database.sessions.sessions()} >= {f"s{n}" for n in range(40)}
    database.close()
    assert good.exists()


def test_what_was_added_after_the_copy_is_read_out_of_the_damaged_file(path: Path) -> None:
    filled(path)
    back_up_daily(path, TODAY)
    database = open_database(path)
    database.sessions.begin(make_session("newer", reps=(make_rep(5),)))
    database.entries.put(make_check(level=Urgency.EMERGENCY))
    database.close()
    forget_the_revision(path)
    database = open_database(path, now=today)
    assert database.sessions.get(SessionId("newer")).reps == (make_rep(5),)
    with pytest.raises(LockedError):  # damage opens no lock
        database.sessions.begin(make_session("next"))
    database.close()


def test_a_second_damaged_file_of_a_day_does_not_replace_the_first(path: Path) -> None:
    for _ in range(3):
        filled(path)
        cut(path)
        open_database(path, now=today).close()
    aside = {name for name in files(path) if "corrupt" in name}
    first = f"{path.name}.corrupt-2026-11-22"
    assert aside == {first, f"{first}-2", f"{first}-3"}


def test_an_empty_file_is_filled(path: Path) -> None:
    path.parent.mkdir()
    path.touch(0o600)
    database = open_database(path)
    assert database.notices == ()
    database.sessions.begin(make_session())
    database.close()


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "h.db").mkdir()
    with pytest.raises(UserError, match="cannot be used"):
        open_database(tmp_path / "h.db")


def test_a_data_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a shopping list")
    with pytest.raises(UserError, match="cannot be used"):
        open_database(tmp_path / "data" / "h.db")
    assert (tmp_path / "data").read_text() == "a shopping list"


def fill_until_refused(database: Database) -> int:
    for number in range(5000):
        try:
            database.sessions.begin(make_session(f"s{number:04}", note="x" * 2000))
        except UserError as refusal:
            assert "disk" in str(refusal)  # noqa: PT017
            return number
    raise AssertionError("the disk never filled")


def test_a_full_disk_is_said_and_leaves_nothing_half_written(small_disk: Path) -> None:
    database = open_database(small_disk / "h.db")
    kept = fill_until_refused(database)
    assert len(database.sessions.sessions()) == kept > 0
    subprocess.run(["mount", "-o", "remount,size=2m", str(small_disk)], check=True)
    database.sessions.begin(make_session("after", reps=(make_rep(),)))
    database.close()
    again = open_database(small_disk / "h.db")
    assert again.notices == ()
    assert len(again.sessions.sessions()) == kept + 1
    again.close()


def test_a_disk_that_fills_while_the_file_is_made_leaves_a_file_to_begin_again_with(
    small_disk: Path,
) -> None:
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="space"):
        ballast.write_bytes(b"x" * 4_000_000)
    with pytest.raises(UserError, match="disk"):
        open_database(small_disk / "h.db")
    ballast.unlink()
    database = open_database(small_disk / "h.db")
    assert database.notices == ()
    database.sessions.begin(make_session())
    database.close()


def test_a_read_only_disk_is_opened_for_looking(small_disk: Path) -> None:
    path = small_disk / "h.db"
    database = open_database(path)
    database.sessions.begin(make_session())
    database.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    database = open_database(path)
    assert database.read_only
    assert "read-only" in " ".join(database.notices)
    assert database.sessions.sessions() == (make_session(),)
    with pytest.raises(UserError, match="read-only"):
        database.sessions.add_rep(SessionId("a"), make_rep())
    database.close()


def test_a_write_protected_file_is_opened_for_looking(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write to a protected file")
    filled(path)
    path.chmod(0o400)
    database = open_database(path)
    assert database.read_only
    assert len(database.sessions.sessions()) == 40
    database.close()


def test_a_disk_that_turns_read_only_is_said(small_disk: Path) -> None:
    database = open_database(small_disk / "h.db")
    database.sessions.begin(make_session())
    database.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(UserError, match="read-only"):
        database.sessions.add_rep(SessionId("a"), make_rep())
    assert database.sessions.sessions() == (make_session(),)
    database.close()


LIMITED = """
    import os, resource, sys
    from pathlib import Path
    sys.path.insert(0, {root!r})
    from sijoint_desktop.core.errors import UserError
    from sijoint_desktop.store.database import open_database
    from tests.fakes.records import make_session
    path = Path(sys.argv[1])
    database = open_database(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (260000, 260000))
    kept = 0
    try:
        while kept < 500:
            database.sessions.begin(make_session(f"s{{kept}}", note="x" * 2000))
            kept += 1
    except UserError as refusal:
        print(kept, len(database.sessions.sessions()), refusal)
"""


def test_a_file_that_may_not_grow_is_said_and_leaves_nothing_half_written(path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("file size limits are a thing of Unix")
    script = textwrap.dedent(LIMITED.format(root=str(ROOT)))
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    kept, readable, words = ran.stdout.split(" ", 2)
    assert kept == readable
    assert "disk" in words
    database = open_database(path)
    assert database.notices == ()
    assert len(database.sessions.sessions()) == int(kept) > 0
    database.close()
