"""The running program over a data folder of its own."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.player.clock import Clock
from tests.bootstrap.walking import Walk


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    started: list[Program] = []

    def start(clock: Clock | None = None, *, unseen: bool = False) -> Program:
        gc.collect()  # what earlier tests left must not be collected by the thread that loads
        made = Program(qapp, Options(tmp_path / "data"), clock=clock)
        for key in ("sound", "voice"):  # a test machine has no loudspeaker, and Qt says so
            made.preferences.set(key, False)
        started.append(made)
        qtbot.addWidget(made.window)
        with qtbot.waitSignal(made.filled, timeout=20_000):
            (made.begin_unseen if unseen else made.window.show)()
        made._figures.wait()
        assert made.store is not None
        made.store.upkeep.stop()  # a test that wants it begins it
        return made

    yield start
    for made in started:
        made.close()
        qapp.aboutToQuit.disconnect(made.close)
        made._installer.remove()
        qapp.removeTranslator(made._qt_words)


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Walk]:
    """A person whose program is started in the test, at least once, and is open at its end."""
    made = Walk(qtbot, qapp, tmp_path / "data")
    yield made
    window = made.now.window
    made.close()
    window.deleteLater()  # half closed it would take part in the next test
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
