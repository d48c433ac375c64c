"""The data as a whole from the window, over real files: out, in, copies, restore, erase."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.interchange import export_json
from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.history.archive import Archive, Kept
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.store.backups import back_up_daily, backups
from sijoint_desktop.store.database import open_database
from sijoint_desktop.ui.data.keeping import Keeping
from sijoint_desktop.ui.data.transfer import Transfer
from sijoint_desktop.ui.printing.preview import SheetPreview
from sijoint_desktop.ui.shell.data_desk import DataDesk
from tests.fakes.records import NOON, done_on, make_pain

NAME = "sijoint.db"


def fill(folder: Path, *pains: PainEntry) -> Path:
    database = open_database(folder / NAME)
    database.sessions.begin(done_on(NOON.date(), 4, 3))
    for pain in pains:
        database.entries.put(pain)
    database.close()
    return folder / NAME


def desk_of(started: Program) -> DataDesk:
    assert started.assembly is not None
    return started.assembly.data_desk


def settle(qtbot: QtBot, desk: DataDesk) -> None:
    qtbot.waitUntil(lambda: not desk.office.work.is_running, timeout=20_000)


def texts(started: Program) -> str:
    return " | ".join(started.window.messages.texts)


def transfer(started: Program) -> Transfer:
    return desk_of(started).transfer


def keeping(started: Program) -> Keeping:
    return desk_of(started).keeping


def pains(folder: Path) -> list[str]:
    database = open_database(folder / NAME)
    found = [each.id for each in database.entries.all(PainEntry)]
    database.close()
    return found


def exported(path: Path, *items: PainEntry) -> Path:
    kept = {("pains", item.id): Kept(item, NOON) for item in items}
    path.write_text(json.dumps(export_json(Archive(kept), NOON)))
    return path


def test_what_is_exported_says_where_it_is(qtbot, program, tmp_path) -> None:
    fill(tmp_path / "data", make_pain("p"))
    started = program()
    transfer(started).export_to(tmp_path / "all.csv", "csv")
    settle(qtbot, desk_of(started))
    assert "Your data was exported" in texts(started)
    assert "p" in (tmp_path / "all.csv").read_text()


def test_an_export_that_fails_leaves_the_old_file(qtbot, program, tmp_path) -> None:
    started = program()
    transfer(started).export_to(tmp_path / "no" / "folder.json")
    settle(qtbot, desk_of(started))
    assert "Nothing was exported: Cannot write" in texts(started)


def test_an_import_shows_what_it_does_before_it_does_it(qtbot, program, tmp_path) -> None:
    fill(tmp_path / "data", make_pain("mine"))
    path = exported(tmp_path / "theirs.json", make_pain("mine"), make_pain("theirs"))
    started = program()
    transfer(started).import_from(path)
    settle(qtbot, desk_of(started))
    asked = desk_of(started).office.asked
    assert asked is not None
    assert asked.isVisible()
    assert pains(tmp_path / "data") == ["mine"]
    before = started.store.bridge.version()
    asked.accept()
    settle(qtbot, desk_of(started))
    assert started.store.bridge.version() == before + 1  # the pages look once
    assert "Pain scores: 1 new." in texts(started)
    assert sorted(pains(tmp_path / "data")) == ["mine", "theirs"]
    assert [each.before for each in backups(tmp_path / "data" / NAME)] == ["import"]
    assert len(started.store.bridge.read().all(PainEntry)) == 2  # the pages see it
    transfer(started).import_from(path)
    settle(qtbot, desk_of(started))
    assert "There is nothing to bring in" in texts(started)


def test_an_import_that_is_not_wanted_changes_nothing(qtbot, program, tmp_path) -> None:
    fill(tmp_path / "data")
    started = program()
    transfer(started).import_from(exported(tmp_path / "t.json", make_pain("theirs")))
    settle(qtbot, desk_of(started))
    desk_of(started).office.asked.reject()
    assert pains(tmp_path / "data") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON"),
        ("[]", "not a history of this program"),
        ('{"format": "sijoint-history", "version": 99}', "newer version"),
        ("\udcff", "not a text in UTF-8"),
    ],
)
def test_a_bad_file_is_said_in_one_sentence(qtbot, program, tmp_path, text, words) -> None:
    fill(tmp_path / "data", make_pain("mine"))
    path = tmp_path / "bad.json"
    path.write_bytes(text.encode(errors="surrogateescape"))
    started = program()
    transfer(started).import_from(path)
    settle(qtbot, desk_of(started))
    assert "Nothing was brought in" in texts(started)
    assert words in texts(started)
    assert pains(tmp_path / "data") == ["mine"]


def test_a_copy_is_made_and_gone_back_to(qtbot, program, tmp_path) -> None:
    path = fill(tmp_path / "data", make_pain("old"))
    started = program()
    keeping(started).back_up()
    settle(qtbot, desk_of(started))
    assert "There is a copy of your history" in texts(started)
    [copy] = backups(path)
    corrections = started.store.entries()
    corrections.put(make_pain("new", hours=1))
    corrections.put(replace(make_pain("old"), nrs=9))
    keeping(started).show_copies()
    keeping(started).restore(copy.path)
    desk_of(started).office.asked.accept()
    settle(qtbot, desk_of(started))
    assert "Your history is that of the copy" in texts(started)
    shown = started.store.bridge.read().all(PainEntry)
    assert [(each.id, each.nrs) for each in shown] == [("old", 4)]
    assert {each.before for each in backups(path)} == {"", "restore"}
    started.store.entries().put(make_pain("after"))  # and it goes on from there


def test_a_file_that_is_no_copy_is_refused_and_the_history_stays(qtbot, program, tmp_path) -> None:
    fill(tmp_path / "data", make_pain("mine"))
    (tmp_path / "x.db").write_bytes(b"something else" * 100)
    started = program()
    keeping(started).restore(tmp_path / "x.db")
    desk_of(started).office.asked.accept()
    settle(qtbot, desk_of(started))
    assert "is no sound copy of your data" in texts(started)
    assert [each.id for each in started.store.bridge.read().all(PainEntry)] == ["mine"]


def test_a_fault_that_nobody_expected_is_said_and_ends_the_work(
    qtbot: QtBot, program: Callable[..., Program]
) -> None:
    started = program()
    office = desk_of(started).office
    said: list[str] = []

    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions():
        office.work.begin("Failing", fail, print, said.append)
        settle(qtbot, desk_of(started))
    assert said == ["This did not work."]


ERASES = """
import sys
from PySide6.QtWidgets import QApplication
from sijoint_desktop.bootstrap import program
from sijoint_desktop.__main__ import main

windows = []

class Watched(program.Program):
    def __init__(self, app, options):
        super().__init__(app, options)
        windows.append(self)
        self.filled.connect(self.on_filled)

    def on_filled(self):
        self._figures.wait()
        print("first run:", self.assembly._services.first_run, flush=True)
        if len(windows) == 2:
            QApplication.quit()
            return
        self.preferences.set("name", "Anna")
        desk = self.assembly.data_desk
        desk.keeping.erase()
        desk.office.asked.answer.setText("ERASE")
        desk.office.asked.yes.click()

program.Program = Watched
sys.exit(main(["--data-dir", sys.argv[1]]))
"""


def test_erasing_leaves_nothing_and_begins_as_on_the_first_day(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    path = fill(folder, make_pain("p"))
    back_up_daily(path, NOON.date())
    (folder / "own.toml").write_text("mine")
    done = subprocess.run(
        [sys.executable, "-c", ERASES, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["first run: False", "first run: True"]
    assert {each.name for each in folder.iterdir()} <= {"own.toml", "settings.json"}
    assert "Anna" not in "".join(each.read_text() for each in folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_the_files_belong_to_the_person_alone(qtbot, program, tmp_path) -> None:
    path = fill(tmp_path / "data", make_pain("p"))
    started = program()
    keeping(started).back_up()
    settle(qtbot, desk_of(started))
    for file in (path, backups(path)[0].path):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_report_is_made_from_the_records_and_shown(qtbot, program, tmp_path) -> None:
    fill(tmp_path / "data", make_pain("p", nrs=7))
    started = program()
    assert started.assembly is not None
    desk = started.assembly.report_desk
    started.window.menus.action("report").trigger()
    assert desk.asked is not None
    desk.asked.show_it.click()
    settle(qtbot, desk_of(started))
    (preview,) = started.window.findChildren(SheetPreview)
    assert preview.windowTitle() == "Print: Exercise report"
    preview.save_to(str(tmp_path / "report.html"))
    assert "7 at worst" in (tmp_path / "report.html").read_text(encoding="utf-8")
    with qtbot.waitSignal(preview.destroyed):
        preview.close()
