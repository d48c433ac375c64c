"""The guide can be read and searched inside the program, in every theme and size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.help.guide import GuideView
from sijoint_desktop.ui.style.style import MotionChoice, Style, ThemeChoice

FILLER = "\n\n".join(f"Sentence {number} of the story." for number in range(60))
GUIDE = f"""# Guide

First words.

## Sheets

Print a sheet. The sheet is in black and white.

| you want to | do this |
| --- | --- |
| larger words | large print |

{FILLER}

## Data

Your data stay here. Words in `code`.

### Copies

Copies are made each day, of your data.

{FILLER}
"""


@pytest.fixture
def style() -> Style:
    return Style(choice=ThemeChoice.LIGHT)


@pytest.fixture
def view(qtbot: QtBot, style: Style) -> GuideView:
    made = GuideView(GUIDE, style=style)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def in_sight(view: GuideView) -> str:
    """Return the text of the blocks from the first in sight to the last."""
    text = view.text
    first = text.block_at_top()
    last = text.cursorForPosition(text.viewport().rect().bottomLeft()).blockNumber()
    blocks = (text.document().findBlockByNumber(n).text() for n in range(first, last + 1))
    return "\n".join(blocks)


def test_the_contents_name_every_heading_and_lead_to_it(view: GuideView) -> None:
    rows = [view.contents.item(row).text().strip() for row in range(view.contents.count())]
    assert rows == ["Guide", "Sheets", "Data", "Copies"]
    view.contents.setCurrentRow(2)
    assert in_sight(view).startswith("Data")
    view.contents.setCurrentRow(0)
    assert in_sight(view).startswith("Guide")


def test_the_contents_follow_what_is_read(view: GuideView) -> None:
    bar = view.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.contents.currentItem().text().strip() == "Copies"
    bar.setValue(0)
    assert view.contents.currentItem().text() == "Guide"


def test_a_search_says_how_many_and_goes_from_place_to_place(view: GuideView) -> None:
    QTest.keyClicks(view.search, "SHEET")
    assert (view.count, view.result.text()) == (3, "1 of 3")  # the heading, and two in a sentence
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    assert view.result.text() == "2 of 3"
    QTest.mouseClick(view.before, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.before, Qt.MouseButton.LeftButton)
    assert view.result.text() == "3 of 3"
    QTest.mouseClick(view.after, Qt.MouseButton.LeftButton)
    assert view.result.text() == "1 of 3"


def test_the_place_that_is_shown_is_in_sight_and_marked_most(view: GuideView) -> None:
    QTest.keyClicks(view.search, "your data")
    view.go_on()
    assert "of your data" in in_sight(view)
    marks = view.text.extraSelections()
    assert [mark.cursor.selectedText().lower() for mark in marks] == ["your data", "your data"]
    grounds = [mark.format.background().color() for mark in marks]
    assert grounds[0] != grounds[1]


def test_words_apart_from_each_other_are_found_in_one_paragraph(view: GuideView) -> None:
    QTest.keyClicks(view.search, "black sheet")
    assert view.count == 1
    marks = [mark.cursor.selectedText() for mark in view.text.extraSelections()]
    assert sorted(marks) == ["black", "sheet", "sheet"]


def test_what_is_not_there_is_said_and_an_empty_search_marks_nothing(view: GuideView) -> None:
    QTest.keyClicks(view.search, "zebra")
    assert view.result.text() == "These words are not in the guide."
    assert not view.after.isVisible()
    QTest.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.result.text() == ""
    assert not view.text.extraSelections()


@pytest.mark.parametrize(
    ("typed", "marked"), [("cinturon", "cinturón"), ("UBEN", "üben"), ("gross", "groß")]
)
def test_accents_need_not_be_typed(qtbot: QtBot, style: Style, typed: str, marked: str) -> None:
    made = GuideView("# Guía\n\n\U0001f9d8 El cinturón.\n\nJeden Tag üben, groß", style=style)
    qtbot.addWidget(made)
    QTest.keyClicks(made.search, typed)
    assert [mark.cursor.selectedText() for mark in made.text.extraSelections()] == [marked]


def test_cells_of_tables_are_searched_too(view: GuideView) -> None:
    QTest.keyClicks(view.search, "large print")
    assert view.count == 1


@pytest.mark.parametrize("keys", ["find", "f3"])
def test_the_keys_of_the_search(view: GuideView, keys: str) -> None:
    view.activateWindow()
    view.text.setFocus()
    if keys == "find":
        QTest.keyClick(view.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert view.search.hasFocus()
    else:
        view.search.setText("sheet")
        QTest.keyClick(view.text, Qt.Key.Key_F3)
        assert view.result.text() == "2 of 3"
        QTest.keyClick(view.text, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
        assert view.result.text() == "1 of 3"


@pytest.mark.parametrize("theme", [ThemeChoice.DARK, ThemeChoice.CONTRAST_LIGHT])
def test_another_theme_keeps_the_chapter_and_the_search(
    view: GuideView, style: Style, theme: ThemeChoice
) -> None:
    view.contents.setCurrentRow(2)
    style.apply(theme, 100, MotionChoice.FOLLOW)
    assert in_sight(view).startswith("Data")
    ink = view.text.document().begin().begin().fragment().charFormat().foreground().color()
    assert ink == style.color("ink")
    QTest.keyClicks(view.search, "sheet")
    view.go_on()
    style.apply(ThemeChoice.LIGHT, 100, MotionChoice.FOLLOW)
    assert view.count == 3


def test_at_large_text_the_contents_are_pulled_down_and_nothing_is_cut_off(
    qtbot: QtBot, view: GuideView, style: Style
) -> None:
    style.apply(ThemeChoice.LIGHT, 200, MotionChoice.FOLLOW)
    view.resize(840, 500)
    assert not view.contents.isVisible()
    assert view.chapters.isVisible()
    view.chapters.setCurrentIndex(2)
    view.chapters.activated.emit(2)
    assert in_sight(view).startswith("Data")
    assert view.text.document().size().width() <= view.text.viewport().width()


def test_lines_stay_short_in_a_wide_window(view: GuideView) -> None:
    view.resize(1900, 500)
    assert view.text.viewport().width() <= 770
