"""The Help page says when to stop, which keys there are, and what the program is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.help.page import (
    BUILDER_KEYS,
    CHART_KEYS,
    KEYS,
    LICENCES,
    SESSION_KEYS,
    STOP_SIGNS,
    HelpPage,
)
from sijoint_desktop.ui.style.style import Style, ThemeChoice


@pytest.fixture
def page(qtbot: QtBot) -> HelpPage:
    made = HelpPage(style=Style(choice=ThemeChoice.LIGHT))
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(page: HelpPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_the_danger_signs_are_all_there(page: HelpPage) -> None:
    shown = texts(page)
    assert all(sign in shown for sign in STOP_SIGNS)
    assert "get medical help now" in shown


def test_every_key_is_explained(page: HelpPage) -> None:
    shown = texts(page)
    told = (*KEYS, *SESSION_KEYS, *BUILDER_KEYS, *CHART_KEYS)
    assert all(keys in shown and meaning in shown for keys, meaning in told)


def test_it_says_plainly_what_the_program_is_not(page: HelpPage) -> None:
    shown = texts(page)
    assert "general information" in shown
    assert "not a medical device" in shown
    assert "not yet been reviewed by a clinician" in shown


@pytest.mark.parametrize("section", ["shortcuts", "safety", "about"])
def test_a_section_is_scrolled_to(page: HelpPage, section: str) -> None:
    page.show_section(section)
    card = page._sections[section]
    top = card.mapTo(page, card.rect().topLeft()).y()
    at_end = page.verticalScrollBar().value() == page.verticalScrollBar().maximum()
    assert at_end or 0 <= top <= 60


def test_the_licences_can_be_read_in_full(page: HelpPage) -> None:
    for name, _licence, _path in LICENCES:
        word = name.partition(" (")[0]
        [button] = [b for b in page.findChildren(QPushButton) if b.text().endswith(word)]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        assert "Copyright" in dialog.findChild(QPlainTextEdit).toPlainText()
        dialog.close()
