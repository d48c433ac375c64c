"""The part of the settings about the data, and the windows that ask before it is changed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sijoint_desktop.app.copies import Backup
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.ui.data.dialogs import ERASE_WORD, Ask, CopiesDialog
from sijoint_desktop.ui.data.section import DataSection
from sijoint_desktop.ui.style.style import Style

COPIES = (
    Backup(Path("backups/sijoint-2026-11-22.db"), date(2026, 11, 22)),
    Backup(Path("backups/sijoint-2026-11-21-before-import.db"), date(2026, 11, 21), "import"),
)


@pytest.fixture
def style(qapp: QApplication) -> Style:
    return Style(choice=ThemeChoice.LIGHT)


@pytest.fixture
def section(style: Style, qtbot) -> DataSection:
    formats = [("json", "Everything"), ("csv", "A table")]
    shown = DataSection(Path("/a/folder"), formats, style=style)
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.show()
    return shown


def test_the_folder_is_shown_and_each_button_asks_for_what_it_names(section, qtbot) -> None:
    assert any(label.text() == "/a/folder" for label in section.findChildren(QLabel))
    for key, signal in (
        ("import", section.import_wished),
        ("copy", section.copy_wished),
        ("copies", section.copies_wished),
        ("erase", section.erase_wished),
    ):
        with qtbot.waitSignal(signal, timeout=0):
            section.buttons[key].click()


def test_a_form_of_file_is_chosen_from_a_menu(section, qtbot) -> None:
    with qtbot.waitSignal(section.export_wished, timeout=0) as asked:
        section.exports["csv"].trigger()
    assert asked.args == ["csv"]


def test_erasing_waits_for_the_word(style, qtbot) -> None:
    asked = Ask("Erase?", ["All of it."], "Erase", style=style, word=ERASE_WORD)
    qtbot.addWidget(asked)
    asked.show()
    assert not asked.yes.isEnabled()
    QTest.keyClicks(asked.answer, "erase")
    assert not asked.yes.isEnabled()
    QTest.keyClick(asked.answer, Qt.Key.Key_Return)
    assert asked.isVisible()
    asked.answer.setText(ERASE_WORD)
    with qtbot.waitSignal(asked.accepted, timeout=0):
        asked.yes.click()


def test_the_copies_are_listed_the_newest_first_and_one_is_chosen(style, qtbot) -> None:
    dialog = CopiesDialog(COPIES, style=style)
    qtbot.addWidget(dialog)
    dialog.show()
    words = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert words == ["22 November 2026", "21 November 2026, before an import"]
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.chosen, timeout=0) as chosen:
        dialog.restore_button.click()
    assert chosen.args == [COPIES[1].path]


def test_without_a_copy_it_says_when_there_will_be_one(style, qtbot) -> None:
    dialog = CopiesDialog((), style=style)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.list.isVisible()
    assert not dialog.restore_button.isEnabled()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "There is no copy yet." in said


def test_everything_that_takes_the_keyboard_has_a_name(section, style, qtbot) -> None:
    dialog = CopiesDialog(COPIES, style=style)
    asked = Ask("Erase?", [], "Erase", style=style, word=ERASE_WORD)
    for shown in (section, dialog, asked):
        qtbot.addWidget(shown)
        shown.show()
        for widget in shown.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), widget
