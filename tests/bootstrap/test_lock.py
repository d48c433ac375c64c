"""Two starts with the same data: the second says so and leaves everything as it is."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.lock import LOCK_NAME, FolderLock
from sijoint_desktop.bootstrap.second_start import already_open, message_window
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.store.database import open_database
from tests.bootstrap.sessions import sessions_in
from tests.cli.starting import program
from tests.fakes.records import make_rep, make_session

TAKE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from sijoint_desktop.bootstrap.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
assert lock.take()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def held(folder: Path) -> Iterator[FolderLock]:
    """Stands for a window that is open with the data of ``folder``."""
    lock = FolderLock(folder)
    assert lock.take()
    yield lock
    lock.release()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("platform", ["", "offscreen"])
def test_a_second_start_says_so_and_changes_nothing(
    tmp_path: Path, folder: Path, held: FolderLock, platform: str
) -> None:
    database = open_database(folder / "sijoint.db")
    database.sessions.begin(make_session(reps=(make_rep(1),)))
    database.close()
    before = contents(folder)
    done = program(tmp_path, platform=platform)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"sijoint-desktop: {already_open(folder)}\n"
    assert contents(folder) == before
    [record] = sessions_in(folder)
    assert record.status is SessionStatus.RUNNING


def test_commands_work_beside_an_open_window(
    tmp_path: Path, folder: Path, held: FolderLock
) -> None:
    database = open_database(folder / "sijoint.db")
    database.sessions.begin(make_session(reps=(make_rep(1),)))
    database.close()
    done = program(tmp_path, "export", "--json", "-")
    assert (done.returncode, done.stderr) == (0, "")
    [session] = json.loads(done.stdout)["sessions"]
    assert session["status"] == "running"


def test_the_next_window_opens_when_the_first_is_closed(folder: Path, held: FolderLock) -> None:
    next_one = FolderLock(folder)
    assert not next_one.take()
    held.release()
    assert next_one.take()
    next_one.release()
    assert not (folder / LOCK_NAME).exists()


def test_other_data_is_another_matter(tmp_path: Path, held: FolderLock) -> None:
    other = FolderLock(tmp_path / "other")
    assert other.take()
    other.release()


def test_the_claim_of_a_killed_program_is_taken_over(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TAKE_AND_DIE, str(folder)], timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert (folder / LOCK_NAME).exists()
    lock = FolderLock(folder)
    assert lock.take()
    lock.release()


def test_where_nothing_can_be_written_nothing_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the place of the folder")
    assert FolderLock(tmp_path / "data").take()


def test_the_message_window_has_the_sentence_and_one_way_out(qtbot: QtBot, folder: Path) -> None:
    box = message_window(already_open(folder))
    qtbot.addWidget(box)
    assert box.text() == already_open(folder)
    assert box.standardButtons() == QMessageBox.StandardButton.Close
