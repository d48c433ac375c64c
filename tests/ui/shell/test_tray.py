"""The icon in the tray: only where there is one, with ways to open, start and quit."""

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.shell.tray import Tray
from tests.fakes.pseudo import untranslated


def test_without_a_tray_no_icon_is_shown(qtbot: QtBot) -> None:
    tray = Tray(QIcon(":/app.svg"), is_there=lambda: False)
    tray.show_icon(True)
    assert not tray.shown
    assert not tray.say("Time for your exercises", "")
    assert not tray.shows_notices


def test_the_menu_opens_starts_and_quits(qtbot: QtBot) -> None:
    tray = Tray(QIcon(":/app.svg"), is_there=lambda: False)
    opens, starts, quits = (action for action in tray.menu.actions() if not action.isSeparator())
    assert (opens.text(), starts.text(), quits.text()) == ("Open", "Start the routine", "Quit")
    for action, wish in (
        (opens, tray.open_wished),
        (starts, tray.start_wished),
        (quits, tray.quit_wished),
    ):
        with qtbot.waitSignal(wish, timeout=1000):
            action.trigger()


def test_a_press_on_the_icon_opens_but_one_for_the_menu_does_not(qtbot: QtBot) -> None:
    tray = Tray(QIcon(":/app.svg"), is_there=lambda: False)
    reasons = QSystemTrayIcon.ActivationReason
    with qtbot.waitSignal(tray.open_wished, timeout=1000):
        tray._icon.activated.emit(reasons.Trigger)
    with qtbot.assertNotEmitted(tray.open_wished):
        tray._icon.activated.emit(reasons.Context)


@pytest.mark.usefixtures("pseudo")
def test_every_word_of_the_menu_is_translated(qtbot: QtBot) -> None:
    tray = Tray(QIcon(":/app.svg"), is_there=lambda: False)
    assert [each.text() for each in tray.menu.actions() if untranslated(each.text())] == []
