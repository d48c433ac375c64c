"""The program speaks the language that was chosen, or that of the computer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from sijoint_desktop.bootstrap.languages import habits_of, speak_language, system_language
from sijoint_desktop.bootstrap.program import START_AGAIN, Program
from sijoint_desktop.core.language import Habits, language

pytestmark = pytest.mark.usefixtures("english_after")


def test_habits_are_those_of_the_country() -> None:
    assert habits_of(QLocale("en_GB")) == Habits()
    assert habits_of(QLocale("en_US")) == Habits(
        first_weekday=6, month_first=True, half_day_clock=True
    )
    assert habits_of(QLocale("de_AT")) == Habits(decimal_point=",")


def test_without_a_choice_the_computer_decides() -> None:
    speak_language("")
    assert language() == system_language()


def test_another_language_makes_the_window_anew(
    program: Callable[[], Program], qapp: QApplication
) -> None:
    running = program()
    QTimer.singleShot(0, lambda: running.preferences.set("language", "de"))
    assert qapp.exec() == START_AGAIN


def test_a_window_in_another_language_stands_where_the_last_one_stood(
    program: Callable[[], Program], qapp: QApplication
) -> None:
    running = program()
    running.window.resize(720, 600)
    QTimer.singleShot(0, lambda: running.preferences.set("language", "de"))
    qapp.exec()
    assert program().window.size() == running.window.size()
