"""The panel that stands in place of exercises says why they are closed and what to do."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.shipped import load_emergency_numbers
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.triage.advice import advice
from sijoint_desktop.triage.lock import LockState, Rescreened, SafetyHistory, lock_state
from sijoint_desktop.ui.lock.panel import LockPanel
from sijoint_desktop.ui.style.style import Style
from tests.fakes.pseudo import gaps
from tests.ui.checker.test_wizard import words_in

NOW = datetime(2026, 11, 26, 8, 30, tzinfo=UTC)


def make_panel(qtbot: QtBot, question: str) -> LockPanel:
    """Return the panel after a yes to a question before a session."""
    lock = lock_state(SafetyHistory(rescreens=(Rescreened(NOW, {question: True}),)), NOW)
    assert isinstance(lock, LockState)
    told = advice(lock.level, load_emergency_numbers().of("GB"))
    panel = LockPanel(lock, told, style=Style(choice=ThemeChoice.LIGHT))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_it_says_why_what_to_do_and_when_it_opens(qtbot: QtBot) -> None:
    said = words_in(make_panel(qtbot, "legs"))
    assert "Exercises are paused since 26 November 2026." in said
    assert "Reason: A leg that gets weaker, or new trouble in both legs" in said
    assert "Get emergency help now" in said
    assert "999 or 112" in said
    assert "from 28 November 2026, 08:30 on." in said


def test_where_a_check_is_all_that_is_needed_it_says_so(qtbot: QtBot) -> None:
    said = words_in(make_panel(qtbot, "fall_or_change"))
    assert "Do the check first" in said
    assert "They open again after a check that finds nothing against exercise." in said


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(qtbot: QtBot) -> None:
    for question in ("saddle_bladder_bowel", "fall_or_change"):
        assert gaps(make_panel(qtbot, question), ()) == []
