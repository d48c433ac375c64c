"""Reminders in the real program: through the desktop's service, from the tray, and unseen."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.lock import FolderLock
from sijoint_desktop.bootstrap.program import Program, run_window
from sijoint_desktop.bootstrap.second_start import Doorbell
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.ui.shell.tray import Tray
from tests.bootstrap.sessions import do_reps
from tests.bootstrap.walking import Walk

# the platform without a screen has no tray, and says so when an icon is shown all the same
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Walk]:
    made = Walk(qtbot, qapp, tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def unseen(program: Callable[..., Program], tmp_path: Path) -> Callable[[], Program]:
    """Start at log-in, where reminders were switched on before."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text('{"reminders": true}')
    return partial(program, unseen=True)


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Let there be a tray, or none."""

    def put(there: bool) -> None:
        monkeypatch.setattr(Tray, "is_there", property(lambda _self: there))

    return put


def test_started_unseen_the_program_waits_in_the_tray(unseen, tray) -> None:
    tray(True)
    program = unseen()
    assert program.assembly.reminders.tray.shown
    assert not program.window.isVisible()
    program.assembly.reminders.tray.open_wished.emit()
    assert program.window.isVisible()
    assert not program.window.isMinimized()
    assert program.window.current == "today"


def test_started_unseen_without_a_tray_the_window_is_minimised(unseen) -> None:
    program = unseen()
    assert program.window.isMinimized()
    assert program.window.isVisible()


def test_a_closed_window_stays_in_the_tray_only_where_that_is_wished(walk: Walk, tray) -> None:
    tray(True)
    walk.start()
    walk.now.preferences.set("reminders", True)
    assert QApplication.quitOnLastWindowClosed()
    walk.now.preferences.set("stay_in_tray", True)
    assert not QApplication.quitOnLastWindowClosed()
    walk.now.window.close()
    assert not walk.now.window.isVisible()
    walk.now.assembly.reminders.look()
    assert not walk.now.window.isVisible()
    tray(False)
    walk.now.assembly.reminders.look()
    assert walk.now.window.isMinimized(), "nothing else could bring it back"
    assert QApplication.quitOnLastWindowClosed()


def test_a_session_ends_when_its_window_goes_to_the_tray(walk: Walk, tray) -> None:
    tray(True)
    walk.start()
    walk.checks()
    for key in ("reminders", "stay_in_tray"):
        walk.now.preferences.set(key, True)
    do_reps(walk.now, walk.clock, 2)
    walk.now.window.close()
    [record] = walk.services.bridge.sessions()
    assert record.status is SessionStatus.ENDED_EARLY
    walk.waits(days=1, hours=10)
    reminders = walk.now.assembly.reminders
    reminders.look()
    [message] = walk.now.window.messages.texts
    assert message.startswith("Time for your exercises")
    reminders.tray.start_wished.emit()
    assert walk.now.window.isVisible()
    assert not walk.session.under_way
    assert walk.session.before.isVisible()


def test_quit_in_the_tray_ends_the_program(qtbot: QtBot, walk: Walk, tray) -> None:
    tray(True)
    walk.start()
    walk.now.preferences.set("stay_in_tray", True)
    assert not QApplication.quitOnLastWindowClosed()
    walk.now.assembly.reminders.tray.quit_wished.emit()
    assert not walk.now.window.isVisible()
    walk.close()
    assert QApplication.quitOnLastWindowClosed()


def test_nothing_comes_while_exercise_is_closed(walk: Walk) -> None:
    walk.start()
    walk.checks(ces_saddle_numb=Reply.YES)
    walk.now.preferences.set("reminders", True)
    walk.waits(hours=10)
    walk.now.assembly.reminders.look()
    assert walk.now.window.messages.texts == ()


def test_a_start_at_log_in_leaves_an_open_window_where_it_is(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock, bell = FolderLock(tmp_path), Doorbell(tmp_path)
    assert lock.take()
    with qtbot.assertNotEmitted(bell.rung, wait=100):
        assert run_window(Options(tmp_path, background=True)) == 0
    assert capsys.readouterr().err == ""
    bell.close()
    lock.release()


@pytest.fixture
def reminded(walk: Walk) -> Iterator[Any]:
    """Return the service of a desktop, with a program behind it whose reminder is due."""
    desktop = pytest.importorskip("tests.fakes.notification_service", reason="Linux only")
    if not desktop.HAS_BUS:
        pytest.skip("dbus-daemon is not installed")
    walk.start()
    walk.checks()
    walk.now.preferences.set("reminders", True)
    walk.waits(hours=10)
    walk.now.window.showMinimized()
    with desktop.own_bus():
        service = desktop.FakeNotificationService()
        yield service
        service.close()
        walk.now.assembly.reminders.notices.close()


def test_a_notification_goes_with_the_program(qtbot: QtBot, walk: Walk, reminded: Any) -> None:
    reminders = walk.now.assembly.reminders
    reminders.look()
    assert reminded.next_call()[0] == "Notify"
    qtbot.waitUntil(lambda: reminders.notices._shown > 0)
    reminders.close()
    assert reminded.next_call()[0] == "CloseNotification"


def test_a_notification_comes_once_and_starts_the_session(
    qtbot: QtBot, walk: Walk, reminded: Any
) -> None:
    reminders = walk.now.assembly.reminders
    reminders.look()
    reminders.look()
    name, fields = reminded.next_call()
    assert (name, fields[3]) == ("Notify", "Time for your exercises")
    assert reminded.calls.empty()
    qtbot.waitUntil(lambda: reminders.notices._shown > 0)
    reminded.press(reminders.notices._shown, "start")
    qtbot.waitUntil(lambda: walk.now.window.current == "session")
    assert not walk.now.window.isMinimized()
    assert reminded.next_call()[0] == "CloseNotification"
    assert walk.now.window.messages.texts == ()
