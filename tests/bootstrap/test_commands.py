"""The commands with the real painter and the real store, and what they load and leave behind."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from sijoint_desktop.app.shelf import ShelfKeeper
from sijoint_desktop.bootstrap.commands import headless_application
from sijoint_desktop.bootstrap.shipped import load_library, load_routines
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.store.database import open_database
from tests.cli.starting import program
from tests.fakes.clock import FakeClock
from tests.fakes.records import make_session

CONTENT = Path(__file__).parents[2] / "assets" / "content"
LOADED = """
import sys
from sijoint_desktop.__main__ import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["exercises"],
        ["routines"],
        ["motion", "bird_dog", "--json", "-"],
        ["check", str(CONTENT / "exercises" / "bird_dog.toml")],
        ["export", "--json", "-"],
    ],
    ids=lambda words: words[0],
)
def test_what_paints_nothing_loads_no_painter(tmp_path: Path, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "--data-dir", str(tmp_path), *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert not loaded & {"PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "pyqtgraph"}
    assert [name for name in loaded if name.startswith("sijoint_desktop.ui")] == []
    if words[0] in ("exercises", "routines"):
        assert not loaded & {"numpy", "sqlalchemy"}


def test_an_export_where_nothing_was_stored_leaves_nothing_behind(tmp_path: Path) -> None:
    done = program(tmp_path, "export", "--json", "-")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["sessions"] == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_stored_is_exported(tmp_path: Path) -> None:
    database = open_database(tmp_path / "data" / "sijoint.db")
    database.sessions.begin(make_session("first"))
    database.close()
    done = program(tmp_path, "export", "--json", "-")
    assert (done.returncode, done.stderr) == (0, "")
    assert [kept["id"] for kept in json.loads(done.stdout)["sessions"]] == ["first"]


def test_own_routines_are_listed_and_found_by_their_id(tmp_path: Path) -> None:
    database = open_database(tmp_path / "data" / "sijoint.db")
    keeper = ShelfKeeper(database.entries, FakeClock())
    routines = load_routines(load_library())
    for number, name in enumerate(("Mine", "Old")):
        own = replace(routines[0], id=RoutineId(f"own_{number}"), name=name)
        change = keeper.created(own, "")
        keeper.exchange(own.id, change.before, change.after)
    away = keeper.archived("own_1", "", away=True)
    keeper.exchange("own_1", away.before, away.after)
    database.close()
    listed = program(tmp_path, "routines").stdout
    assert listed.startswith("own_0                Mine ")
    assert "Old" not in listed
    done = program(tmp_path, "calendar", "own_0", "--ics", str(tmp_path / "mine.ics"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "SUMMARY:Mine" in (tmp_path / "mine.ics").read_text()


def test_where_the_history_is_damaged_the_programs_routines_are_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sijoint.db").write_bytes(b"noise" * 1000)
    done = program(tmp_path, "routines")
    assert done.returncode == 0
    assert "first_gentle" in done.stdout
    assert "your own routines are not known now" in done.stderr


def test_a_damaged_history_is_kept_and_said_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sijoint.db").write_bytes(b"no database at all")
    done = program(tmp_path, "export", "--json", "-")
    assert done.returncode == 0
    assert json.loads(done.stdout)["sessions"] == []
    assert done.stderr.startswith("sijoint-desktop: The file with your history was damaged")
    [kept] = (tmp_path / "data").glob("sijoint.db.corrupt-*")
    assert kept.read_bytes() == b"no database at all"


def test_a_picture_needs_no_display(tmp_path: Path) -> None:
    done = program(tmp_path, "render", "bird_dog", "--out", "bird.png", "--size", "320x200")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "bird.png").read_bytes().startswith(b"\x89PNG")


def test_there_is_one_application_for_all_commands(qapp: QApplication) -> None:
    assert headless_application() is qapp
