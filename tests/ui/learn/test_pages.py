"""The Learn pages list, find and show articles, and know which were read to their end."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.content.article import Article, Passage, Picture, Signs
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.parse import parse_exercise
from sijoint_desktop.ui.learn.article_page import ArticlePage
from sijoint_desktop.ui.learn.page import LearnPage
from sijoint_desktop.ui.learn.pelvis import PelvisDrawing, names
from sijoint_desktop.ui.style.style import Style, ThemeChoice
from tests.content.samples import REACH

LONG = tuple(f"Sentence number {number} says something." for number in range(60))
ARTICLES = (
    Article("joint", 1, "The joint", "Where it is.", (Passage("Where", ("Low down.",)),), ("A",)),
    Article(
        "belt",
        2,
        "The belt",
        "How to wear it.",
        (
            Passage("Place", LONG, picture=Picture.PELVIS),
            Passage("Stop", ("Take it off.", "- Numb skin."), signs=Signs.EMERGENCY),
            Passage("Look", ("Like this.",), exercise="reach"),
        ),
        ("B",),
    ),
)


class StillMover:
    """A figure that only notes what it is asked for."""

    def __init__(self) -> None:
        self.widget = QWidget()
        self.shown: list[str] = []
        self.moving = False

    def show_exercise(self, exercise: Exercise) -> None:
        self.shown.append(str(exercise.id))

    def set_moving(self, moving: bool) -> None:
        self.moving = moving


@pytest.fixture
def style(qapp: object) -> Style:
    return Style(choice=ThemeChoice.LIGHT)


@pytest.fixture
def page(qtbot: QtBot, style: Style) -> LearnPage:
    made = LearnPage(style=style, articles=ARTICLES, read=lambda: {"joint"})
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def movers() -> list[StillMover]:
    return []


@pytest.fixture
def reader(qtbot: QtBot, style: Style, movers: list[StillMover]) -> ArticlePage:
    def make() -> StillMover:
        movers.append(StillMover())
        return movers[-1]

    def signs(level: Signs) -> Sequence[str]:
        return (f"A sign that is {level}",)

    made = ArticlePage(
        style=style,
        articles=ARTICLES,
        library=Library((parse_exercise(REACH, "reach.toml"),)),
        signs=signs,
        make_mover=make,
    )
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def button(widget: QWidget, word: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text().startswith(word))


def test_each_page_says_how_long_it_is_and_whether_it_was_read(page: LearnPage) -> None:
    first, second = page.rows
    assert first.note.text() == "1 minute \u00b7 read"
    assert second.note.text() == "2 minutes \u00b7 not read yet"
    assert (first.button.text(), second.button.text()) == ("Read again", "Read")
    assert page.result.text() == "2 pages, 1 read."


def test_search_hides_what_does_not_hold_the_words_and_leads_to_where_they_are(
    qtbot: QtBot, page: LearnPage
) -> None:
    page.search.setText("numb skin")
    first, second = page.rows
    assert first.isHidden()
    assert second.summary.text() == "Numb skin."
    assert page.result.text() == "1 page holds these words."
    with qtbot.waitSignal(page.article_requested) as wished:
        second.button.click()
    assert wished.args == ["belt", 2]
    page.search.setText("elephant")
    assert page.result.text().startswith("No page holds these words.")
    page.search.clear()
    assert not first.isHidden()
    assert second.summary.text() == "How to wear it."


def test_a_row_opens_wherever_it_is_pressed_and_by_the_keyboard(
    qtbot: QtBot, page: LearnPage
) -> None:
    with qtbot.waitSignal(page.article_requested) as wished:
        QTest.mouseClick(page.rows[0], Qt.MouseButton.LeftButton, pos=page.rows[0].rect().center())
    assert wished.args == ["joint", 0]
    page.rows[1].button.setFocus()
    with qtbot.waitSignal(page.article_requested):
        QTest.keyClick(page.rows[1].button, Qt.Key.Key_Space)


def test_an_article_shows_text_signs_drawing_figure_and_sources(
    reader: ArticlePage, movers: list[StillMover]
) -> None:
    reader.show_article("belt")
    shown = texts(reader)
    assert {"The belt", "How to wear it.", "Take it off.", "Numb skin."} <= set(shown)
    assert "A sign that is emergency" in shown
    assert "Sources: B." in shown
    assert reader.findChildren(PelvisDrawing)
    assert movers[0].shown == ["reach"]
    assert movers[0].moving
    reader.hide()
    assert not movers[0].moving


def test_a_short_article_is_read_at_once_and_a_long_one_at_its_end(
    qtbot: QtBot, reader: ArticlePage
) -> None:
    with qtbot.waitSignal(reader.read_to_end) as read:
        reader.show_article("joint")
    assert read.args == ["joint"]
    ends: list[str] = []
    reader.read_to_end.connect(ends.append)
    reader.show_article("belt")
    qtbot.waitUntil(lambda: reader.verticalScrollBar().maximum() > 500)
    ends.clear()
    reader.verticalScrollBar().setValue(200)
    assert ends == []
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().maximum())
    assert ends == ["belt"]


def test_a_passage_is_scrolled_to(qtbot: QtBot, reader: ArticlePage) -> None:
    reader.show_article("belt", 2)
    qtbot.waitUntil(lambda: reader.verticalScrollBar().value() > 300)
    heading = next(label for label in reader.findChildren(QLabel) if label.text() == "Stop")
    assert 0 <= heading.mapTo(reader, heading.rect().topLeft()).y() < reader.height()


def test_next_leads_on_and_the_figure_to_its_exercise(qtbot: QtBot, reader: ArticlePage) -> None:
    reader.show_article("joint")
    button(reader, "Next: The belt").click()
    assert reader.title.text() == "The belt"
    with qtbot.waitSignal(reader.exercise_requested) as wished:
        button(reader, "See it step by step").click()
    assert wished.args == ["reach"]
    with qtbot.waitSignal(reader.back_requested):
        button(reader, "All pages").click()


def test_the_drawing_has_a_name_and_room_for_all_its_words(qtbot: QtBot, style: Style) -> None:
    drawing = PelvisDrawing(style=style)
    qtbot.addWidget(drawing)
    assert drawing.accessibleName() == "The pelvis from behind"
    assert "SI joints" in drawing.accessibleDescription()
    drawing.resize(600, drawing.height())
    picture = QPixmap(drawing.size())
    picture.fill(style.color("surface"))
    drawing.render(picture)
    colours = {
        picture.toImage().pixelColor(x, y).name()
        for x in range(0, 600, 2)
        for y in range(0, drawing.height(), 2)
    }
    assert style.color("accent").name() in colours  # the joints
    widest = max(drawing.fontMetrics().horizontalAdvance(name) for name in names())
    assert widest < 200
