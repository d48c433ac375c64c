"""The questions before a session fit somebody who has done a check, and somebody who has not."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.rescreen import QUESTIONS
from sijoint_desktop.ui.session.before import BeforeFace
from sijoint_desktop.ui.style.style import Style
from tests.ui.session.conftest import LIBRARY, routine


def asked(qtbot: QtBot, *, unchecked: bool) -> str:
    """Return what is asked, with what a screen reader says for the answers."""
    face = BeforeFace(LIBRARY, Contacts, style=Style())
    qtbot.addWidget(face)
    face.open(routine("nod"), 8, unchecked=not unchecked)  # what was asked before is no matter
    face.open(routine("nod"), 8, unchecked=unchecked)
    names = [question.button(yes=True).accessibleName() for question in face.questions]
    return "\n".join([*(label.text() for label in face.findChildren(QLabel)), *names])


def test_after_a_check_the_time_since_it_counts(qtbot: QtBot) -> None:
    said = asked(qtbot, unchecked=False)
    assert all(f"Yes: {question.text}" in said for question in QUESTIONS)
    assert "since your last session" in said


def test_without_a_check_nothing_is_asked_about_one(qtbot: QtBot) -> None:
    said = asked(qtbot, unchecked=True)
    assert "last check" not in said
    assert "last session" not in said
    assert "Yes: In the last weeks, did you have a slip or a fall" in said
    assert all(question.text in said for question in QUESTIONS[:4])


@pytest.mark.parametrize(
    "said", ["pregnant", "give birth", "thin bones", "artificial hip", "very bendy joints"]
)
def test_without_a_check_what_takes_exercises_away_is_asked(qtbot: QtBot, said: str) -> None:
    assert said in asked(qtbot, unchecked=True)
