from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QScrollArea

from sijoint_desktop.history.consistency import weeks
from sijoint_desktop.history.weekly import weekly_picture
from sijoint_desktop.ui.history.chart_card import ChartCard, with_ending
from tests.fakes.records import done_on

TODAY = date(2026, 11, 22)


def picture():
    done = [done_on(TODAY - timedelta(days=3 * n)) for n in range(9)]
    return weekly_picture(weeks(done, TODAY, 6))


@pytest.fixture
def card(style, qtbot) -> ChartCard:
    shown = ChartCard("Days in a week", style=style)
    qtbot.addWidget(shown)
    shown.offer(picture)
    shown.resize(700, 460)
    shown.show()
    qtbot.waitUntil(lambda: shown.chart is not None)
    return shown


def press(card: ChartCard, name: str) -> None:
    found = (b for b in card.findChildren(QAbstractButton) if b.accessibleName() == name)
    QTest.mouseClick(next(found), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_a_card_out_of_sight_makes_nothing_until_it_is_scrolled_to(style, qtbot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    card = ChartCard("Days in a week", style=style)
    asked: list[str] = []
    card.offer(lambda: asked.append("made") or picture())
    holder = ChartCard("Above", style=style)
    holder.setFixedSize(600, 2000)
    holder.body.addStretch(1)
    holder.body.addWidget(card)
    area.setWidget(holder)
    area.resize(640, 300)
    area.show()
    QApplication.processEvents()
    assert asked == []
    area.ensureWidgetVisible(card)
    qtbot.waitUntil(lambda: asked == ["made"])
    assert card.chart is not None


def test_the_sentence_stands_above_the_chart(card: ChartCard) -> None:
    assert card.sentence.startswith("9 days with exercise")
    card.offer(lambda: "Nothing to compare yet.")
    card.show_now()
    assert card.sentence == "Nothing to compare yet."
    assert not card.chart.isVisible()


def test_the_table_has_the_same_numbers_is_sorted_and_copied(card: ChartCard) -> None:
    press(card, "Show as table: Days in a week")
    table = card.numbers
    assert table.isVisible()
    assert not card.chart.isVisible()
    assert table.accessibleName() == "Days in a week, as a table"
    model = table.model()
    assert model.index(0, 0).data() == "Mon 16 Nov 2026"
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    done = [int(model.index(row, 1).data()) for row in range(model.rowCount())]
    assert done == sorted(done)
    press(card, "Copy table: Days in a week")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Week of\tDays done\tDays planned\tSessions\tMinutes"
    assert len(lines) == model.rowCount() + 1
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    press(card, "Show as chart: Days in a week")
    assert card.chart.isVisible()


def test_the_buttons_zoom(card: ChartCard) -> None:
    whole = card.chart.sight
    press(card, "Look closer: Days in a week")
    assert card.chart.sight != whole
    press(card, "See all: Days in a week")
    assert card.chart.sight == whole


def rows_of_numbers(image: QImage) -> list[int]:
    """Return which rows of a saved chart, 1000 wide, have ink left of the chart."""
    image = image.scaledToWidth(1000, Qt.TransformationMode.SmoothTransformation)
    return [
        y
        for y in range(100, 490)
        if any(QColor(image.pixel(x, y)).lightness() < 128 for x in range(25, 60))
    ]


def test_the_numbers_of_a_drawing_stand_where_those_of_a_picture_do(
    card: ChartCard, tmp_path: Path
) -> None:
    card.save(tmp_path / "days.png")
    card.save(tmp_path / "days.svg")
    drawn = QImage(1000, 560, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    QSvgRenderer(str(tmp_path / "days.svg")).render(painter)
    painter.end()
    expected = rows_of_numbers(QImage(str(tmp_path / "days.png")))
    seen = rows_of_numbers(drawn)
    assert expected
    assert (seen[0], seen[-1]) == pytest.approx((expected[0], expected[-1]), abs=4)


def test_a_picture_and_a_drawing_hold_the_whole_chart(card: ChartCard, tmp_path: Path) -> None:
    card.save(tmp_path / "days.png")
    image = QImage(str(tmp_path / "days.png"))
    assert (image.width(), image.height()) == (2000, 1120)
    card.save(tmp_path / "days.svg")
    drawing = ElementTree.parse(tmp_path / "days.svg")  # noqa: S314 - our own file
    name = "{http://www.w3.org/2000/svg}"
    words = "".join("".join(text.itertext()) for text in drawing.iter(f"{name}text"))
    assert "Days in a week" in words
    assert "Days with exercise" in words
    assert drawing.find(f".//{name}image") is None  # vectors, not a picture of them
    assert card.fault == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["days.png", "days.svg"]


def test_a_place_that_cannot_be_written_is_said_in_words(card: ChartCard, tmp_path: Path) -> None:
    card.save(tmp_path / "nowhere" / "days.png")
    assert "cannot write" in card.fault
    assert list(tmp_path.iterdir()) == []
    card.save(tmp_path / "days.png")
    assert card.fault == ""


def test_the_file_dialog_is_asked_for_a_name(card, tmp_path: Path, monkeypatch) -> None:
    asked = (str(tmp_path / "mine"), "SVG drawing (*.svg)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: asked)
    press(card, "Save picture: Days in a week")
    assert (tmp_path / "mine.svg").read_bytes().startswith(b"<?xml")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    press(card, "Save picture: Days in a week")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.svg"]


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("a", "PNG picture (*.png)", "a.png"),
        ("a.b", "SVG drawing (*.svg)", "a.b.svg"),
        ("a.SVG", "PNG picture (*.png)", "a.SVG"),
    ],
)
def test_an_ending_is_added_where_there_is_none(name: str, kind: str, wanted: str) -> None:
    assert with_ending(Path(name), kind).name == wanted
