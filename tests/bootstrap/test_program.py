"""The parts put together: what loads when, where the data is, and what happens when things fail."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.checkup import new_sitting
from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.store.database import open_database
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.ui.bridge import StoreState
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.session.page import SessionPage
from sijoint_desktop.ui.today.page import TodayPage
from tests.bootstrap.sessions import do_reps, sessions_in
from tests.fakes.clock import FakeClock
from tests.fakes.records import done_on, make_rep, make_session
from tests.triage.shipped import CATALOGUE, CHECK

HEAVY = ("numpy", "sqlalchemy", "alembic", "pyqtgraph", "PySide6.QtMultimedia")

START = """
import json, sys
from PySide6.QtCore import QTimer
from sijoint_desktop.bootstrap import program
from sijoint_desktop.__main__ import main

class Watched(program.Program):
    def __init__(self, app, options):
        super().__init__(app, options)
        self.filled.connect(self.on_filled)
        self.app = app

    def fill(self):
        print(json.dumps(sorted(sys.modules)), flush=True)
        super().fill()

    def on_filled(self):
        self._figures.wait()
        self.window.open_page("exercises")
        QTimer.singleShot(300, self.leave)

    def leave(self):
        print(json.dumps(sorted(sys.modules)), flush=True)
        self.app.quit()

program.Program = Watched
sys.exit(main(["--data-dir", sys.argv[1]]))
"""


def press(word: str, within: QWidget) -> None:
    """Click the button with this word."""
    found = next(b for b in within.findChildren(QAbstractButton) if b.text() == word)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def today(program: Program) -> TodayPage:
    page = program.window.page("today")
    assert isinstance(page, TodayPage)
    return page


# --- what loads when -----------------------------------------------------------------


def test_nothing_heavy_is_loaded_before_the_window_is_seen(tmp_path: Path) -> None:
    database = open_database(tmp_path / "data" / "sijoint.db")
    database.sessions.begin(done_on(date(2026, 11, 20), 4, 2))
    database.close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path / "data")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    painted, later = (json.loads(line) for line in done.stdout.splitlines())
    assert [name for name in HEAVY if name in painted] == []
    assert "numpy" in later
    assert [name for name in later if name.startswith(("sqlalchemy", "alembic"))] == []


def test_starting_and_looking_writes_no_database(
    program: Callable[..., Program], tmp_path: Path
) -> None:
    program()
    assert not (tmp_path / "data" / "sijoint.db").exists()


# --- the first page ------------------------------------------------------------------


def test_a_first_start_is_welcomed(program: Callable[..., Program]) -> None:
    assert today(program()).welcoming


def test_stored_sessions_are_seen_at_once(program: Callable[..., Program], tmp_path: Path) -> None:
    database = open_database(tmp_path / "data" / "sijoint.db")
    database.sessions.begin(done_on(date(2026, 11, 20), 4, 2))
    database.close()
    started = program()
    assert not today(started).welcoming
    assert started.store is not None
    assert len(started.store.bridge.sessions()) == 1


def test_a_session_cut_off_without_its_routine_is_ended(
    qtbot: QtBot, program: Callable[..., Program], tmp_path: Path
) -> None:
    database = open_database(tmp_path / "data" / "sijoint.db")
    database.sessions.begin(make_session(reps=(make_rep(1), make_rep(2))))
    database.close()
    started = program()
    assert started.store is not None
    bridge = started.store.bridge
    qtbot.waitUntil(lambda: bridge.state is StoreState.READY, timeout=20_000)
    [record] = bridge.sessions()
    assert record.status is SessionStatus.ENDED_EARLY
    assert len(record.reps) == 2


# --- a session that does not come to its end ------------------------------------------


def test_closing_the_window_in_a_session_keeps_what_was_done(
    program: Callable[..., Program], tmp_path: Path
) -> None:
    clock = FakeClock()
    started = program(clock)
    do_reps(started, clock, 2)
    started.window.close()
    started.close()
    [record] = sessions_in(tmp_path / "data")
    assert record.status is SessionStatus.ENDED_EARLY
    assert [rep.rep_number for rep in record.reps] == [1, 2]
    assert record.nrs_before == 3
    assert record.ended_at == clock.now()


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sijoint_desktop.bootstrap import program
from sijoint_desktop.__main__ import main
from tests.bootstrap.sessions import do_reps
from tests.bootstrap.sessions import do_reps, sessions_in
from tests.fakes.clock import FakeClock

class Struck(program.Program):
    def __init__(self, app, options):
        self.fake = FakeClock()
        super().__init__(app, options, clock=self.fake)
        self.preferences.set("sound", False)
        self.preferences.set("voice", False)
        self.filled.connect(self.on_filled)

    def on_filled(self):
        self._figures.wait()
        do_reps(self, self.fake, 3)
        os.kill(os.getpid(), signal.SIGKILL)

program.Program = Struck
main(["--data-dir", sys.argv[1]])
"""


def test_after_a_kill_in_a_session_the_next_start_finds_every_rep(
    qtbot: QtBot, program: Callable[..., Program], tmp_path: Path
) -> None:
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "data"), root],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    clock = FakeClock()
    clock.advance(60 * 5)
    started = program(clock)
    assert started.store is not None
    bridge = started.store.bridge
    qtbot.waitUntil(lambda: bool(started.window.messages.texts), timeout=20_000)
    [offer] = started.window.messages.texts
    assert "3 repetitions are saved. You can go on with Belly breathing" in offer
    [record] = bridge.sessions()
    assert [rep.rep_number for rep in record.reps] == [1, 2, 3]
    press("Go on", started.window.messages)
    page = started.window.page("session")
    assert isinstance(page, SessionPage)
    assert page.run is not None
    assert page.run.session.snapshot(clock.monotonic()).rep_number == 4
    started.window.close()
    started.close()
    [record] = sessions_in(tmp_path / "data")
    assert record.status is SessionStatus.ENDED_EARLY
    assert [rep.rep_number for rep in record.reps] == [1, 2, 3]


# --- bad luck ------------------------------------------------------------------------


def newer(path: Path) -> None:
    open_database(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def test_a_history_of_a_newer_version_is_said_and_all_else_works(
    qtbot: QtBot, program: Callable[..., Program], tmp_path: Path
) -> None:
    newer(tmp_path / "data" / "sijoint.db")
    started = program()
    qtbot.waitUntil(lambda: bool(started.window.messages.texts), timeout=20_000)
    [message] = started.window.messages.texts
    assert "newer version" in message
    assert started.store is not None
    assert started.store.bridge.state is StoreState.FAILED
    with pytest.raises(UserError):
        started.store.recorder()
    for page in ("exercises", "routines", "history", "settings", "help"):
        started.window.open_page(page)
        assert started.window.current == page


def test_a_damaged_history_is_set_aside_and_said(
    qtbot: QtBot, program: Callable[..., Program], tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sijoint.db").write_bytes(b"no database at all")
    started = program()
    qtbot.waitUntil(lambda: bool(started.window.messages.texts), timeout=20_000)
    assert "damaged" in started.window.messages.texts[0]


def test_damaged_settings_are_said(program: Callable[..., Program], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text("{")
    [message] = program().window.messages.texts
    assert "damaged" in message


def test_a_fault_in_the_program_is_said_and_written_down(
    program: Callable[..., Program], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    started = program()
    fault = RuntimeError("something nobody thought of")
    sys.excepthook(RuntimeError, fault, None)
    [message] = started.window.messages.texts
    assert "What you recorded is safe" in message
    assert "nobody thought of" in (tmp_path / "data" / "faults.log").read_text()
    assert "nobody thought of" in capsys.readouterr().err


def test_pythons_own_hook_is_given_back(program: Callable[..., Program]) -> None:
    before = sys.excepthook
    started = program()
    assert sys.excepthook is not before
    started.close()
    assert sys.excepthook is before


# --- the pages together --------------------------------------------------------------

PAGES = ("today", "exercises", "exercise", "routines", "history", "session", "settings", "help")


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_takes_the_focus_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, program: Callable[..., Program], page: str
) -> None:
    started = program()
    window = started.window
    assert started.assembly is not None
    if page == "exercise":
        started.assembly._exercises.show_exercise("bird_dog")
    elif page == "session":
        window.menus.action("start").trigger()
    else:
        window.open_page(page)
    assert window.current == page
    with qtbot.waitActive(window):
        window.activateWindow()
    reached: set[QWidget] = set()
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.add(focus)
    assert reached
    names = {_name(widget): widget for widget in reached}
    assert "" not in names, names.get("")


def test_a_theme_change_reaches_every_page_that_was_made(
    program: Callable[..., Program],
) -> None:
    started = program()
    for page in ("exercises", "routines", "history", "settings", "help", "today"):
        started.window.open_page(page)
    started.preferences.set("theme", "contrast_dark")
    started.preferences.set("text_percent", 200)
    image = started.window.grab().toImage()
    assert image.pixelColor(2, image.height() - 2).name() == "#000000"


def test_the_summary_of_a_check_is_shown_before_it_is_printed(
    qtbot: QtBot, program: Callable[..., Program]
) -> None:
    started = program()
    services = started.assembly._services
    whole = closed_world(Answers({"age": 40, "sex": "male", "ces_bowel": Reply.YES}), CATALOGUE)
    services.store.checkup().record(CHECK.judge(whole), whole, CATALOGUE, sitting=new_sitting())
    started.window.open_page("check")
    page = started.window.page("check")
    assert isinstance(page, CheckPage)
    page.refresh()
    page.summary_button.click()
    preview = QApplication.activeModalWidget()
    assert preview is not None
    assert "Summary of a symptom check" in preview.windowTitle()
    preview.close()


def test_every_menu_entry_does_something(
    qtbot: QtBot, program: Callable[..., Program], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started = program()
    target = str(tmp_path / "out.json")
    monkeypatch.setattr(
        "sijoint_desktop.ui.data.transfer.QFileDialog.getSaveFileName",
        lambda *_arguments: (target, ""),
    )
    menus = started.window.menus
    assert started.assembly is not None
    for key, part in (("csv", "date,time"), ("fhir", "Bundle"), ("json", "sijoint-history")):
        menus.action(f"export_{key}").trigger()
        qtbot.waitUntil(lambda: not started.assembly.data_desk.office.work.is_running)
        assert part in Path(target).read_text()
    assert json.loads(Path(target).read_text())["sessions"] == []
    menus.action("help_safety").trigger()
    assert started.window.current == "help"
    menus.action("page_practise").trigger()
    assert started.window.current == "exercises"
    menus.action("print").trigger()
    preview = QApplication.activeModalWidget()
    assert preview is not None
    assert "Print" in preview.windowTitle()
    preview.close()
    menus.action("start").trigger()
    assert started.window.current == "session"
    assert not started.window.rail.isVisible()


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def test_without_a_display_there_is_one_clear_line(tmp_path: Path) -> None:
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    done = subprocess.run(
        [sys.executable, "-m", "sijoint_desktop", "--data-dir", str(tmp_path)],
        env={key: value for key, value in os.environ.items() if key not in hidden},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("sijoint-desktop: There is no display")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [("figure_style", "stick"), ("skin", "dark"), ("hair", "grey"), ("clothes", "plum")],
)
def test_the_chosen_figure_is_seen_on_every_page(
    qtbot: QtBot, program: Callable[..., Program], key: str, value: str
) -> None:
    from sijoint_desktop.ui.figure.stage import FigureStage  # noqa: PLC0415 - brings numpy

    started = program()
    started.window.page("exercise").show_exercise("bird_dog")  # type: ignore[attr-defined]
    started.window.open_page("exercise")
    started.window.open_page("today")
    qtbot.waitUntil(lambda: len(started.window.findChildren(FigureStage)) == 2)
    stages = started.window.findChildren(FigureStage)
    looks = [stage.view.look for stage in stages if stage.view is not None]
    assert len(looks) == 2
    started.preferences.set(key, value)
    after = [stage.view.look for stage in stages if stage.view is not None]
    assert all(new != old for new, old in zip(after, looks, strict=True))
