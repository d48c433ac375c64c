"""From the first start to a running session in under three minutes, danger questions included."""

import re

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from sijoint_desktop.triage.rescreen import QUESTIONS
from tests.bootstrap.walking import Walk

WORDS_PER_MINUTE = 200  # read with care; most adults read such texts faster
CLICK_S = 1.5  # to find a button and press it
LIMIT_S = 180


class Newcomer:
    """Reads every word that is new, and presses buttons."""

    def __init__(self, walk: Walk) -> None:
        self._window = walk.now.window
        self.read: set[str] = set()
        self.words = self.clicks = 0

    def reads(self, page: QWidget) -> None:
        QApplication.processEvents()
        shown = page.findChildren(QLabel) + page.findChildren(QAbstractButton)
        texts = {widget.text() for widget in shown if widget.isVisible()} - self.read
        self.words += sum(len(re.findall(r"\w[\w'\u2019]*", text)) for text in texts)
        self.read |= texts

    def presses(self, words: str) -> None:
        buttons = self._window.findChildren(QAbstractButton)
        fitting = [b for b in buttons if b.isVisible() and words in (b.text(), b.accessibleName())]
        fitting[0].click()
        self.clicks += 1
        QApplication.processEvents()

    @property
    def seconds(self) -> float:
        return self.words / WORDS_PER_MINUTE * 60 + self.clicks * CLICK_S


def test_a_first_session_runs_within_three_minutes(walk: Walk) -> None:
    walk.start()
    person = Newcomer(walk)
    person.reads(walk.today)
    assert walk.today.welcoming
    person.presses("Start the first routine")
    person.reads(walk.session)
    for question in QUESTIONS:
        assert not walk.session.under_way
        person.presses(f"No: {question.unchecked or question.text}")
    person.presses("2")
    person.presses("Start")
    assert walk.session.under_way
    assert 60 < person.seconds < LIMIT_S


def test_a_danger_sign_at_the_first_start_ends_it_there(walk: Walk) -> None:
    walk.start()
    person = Newcomer(walk)
    person.presses("Start the first routine")
    person.presses(f"Yes: {QUESTIONS[0].text}")
    assert walk.session.before.blocked
    assert walk.services.records.lock() is not None
    person.presses("Close")
    assert not walk.starts_from_the_menu()


def test_the_country_is_one_press_away_from_its_emergency_number(walk: Walk) -> None:
    walk.start()
    window = walk.now.window
    window.menus.help_wished.emit("safety")
    Newcomer(walk).presses("Change the country")
    assert window.current == "settings"
    country = window.page("settings").field("country")  # type: ignore[attr-defined]
    assert not country.visibleRegion().isEmpty()
    walk.now.preferences.set("country", "GB")
    window.menus.help_wished.emit("safety")
    person = Newcomer(walk)
    person.reads(window.page("help"))
    assert "In an emergency call 999 or 112 (United Kingdom)." in person.read
