"""What nobody expected is written down; what a part of the program refused is only said."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.ui.shell.faults import LOG_NAME, FaultCatcher


@pytest.fixture
def catcher(qtbot: QtBot, tmp_path: Path) -> Iterator[FaultCatcher]:
    made = FaultCatcher(tmp_path)
    yield made
    made.let_go()


def caught(qtbot: QtBot, catcher: FaultCatcher, error: Exception) -> str:
    with qtbot.waitSignal(catcher.caught) as told:
        sys.excepthook(type(error), error, None)
    return str(told.args[0])


def test_a_refusal_is_said_in_its_own_words(
    qtbot: QtBot, catcher: FaultCatcher, tmp_path: Path
) -> None:
    words = "The disk is full. Make room, then try again."
    assert caught(qtbot, catcher, UserError(words)) == words
    assert not (tmp_path / LOG_NAME).exists()


def test_a_fault_is_written_down(qtbot: QtBot, catcher: FaultCatcher, tmp_path: Path) -> None:
    said = caught(qtbot, catcher, ZeroDivisionError("by nought"))
    assert "a fault in the program" in said
    assert "by nought" in (tmp_path / LOG_NAME).read_text(encoding="utf-8")
