from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sijoint_desktop.history.ledger import line_of
from sijoint_desktop.history.next_day import NextDay, next_day_picture
from sijoint_desktop.history.pain import pain_picture, told
from sijoint_desktop.history.picture import DAY_S, Picture
from sijoint_desktop.history.sight import LEAST_WIDTH
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.history.chart_view import ChartView
from sijoint_desktop.ui.history.charts import paint_picture
from sijoint_desktop.ui.style.tokens import PRINT
from tests.fakes.records import done_on

TODAY = date(2026, 11, 22)


def picture(days: int = 60) -> Picture:
    sessions = [done_on(TODAY - timedelta(days=n), 3 + n % 3, 2) for n in range(0, days, 2)]
    pain = told(map(line_of, sessions), ())
    return pain_picture(pain, TODAY - timedelta(days=days - 1), TODAY)


@pytest.fixture
def view(style, qtbot) -> ChartView:
    shown = ChartView(style=style, high=True)
    qtbot.addWidget(shown)
    shown.resize(700, 320)
    shown.show_picture(picture())
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    QApplication.processEvents()
    return shown


def days_in_sight(view: ChartView) -> float:
    return view.sight.width / DAY_S


def turn_wheel(view: ChartView, notches: int, modifiers=Qt.KeyboardModifier.NoModifier) -> bool:
    middle = QPointF(view.width() / 2, view.height() / 2)
    event = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def test_plus_minus_and_zero_zoom(view: ChartView) -> None:
    assert days_in_sight(view) == pytest.approx(60)  # all of it
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert days_in_sight(view) == pytest.approx(40)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert days_in_sight(view) == pytest.approx(60)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert days_in_sight(view) == pytest.approx(60)  # there is no more
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert days_in_sight(view) * DAY_S == pytest.approx(LEAST_WIDTH)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert days_in_sight(view) == pytest.approx(60)


def test_shift_and_arrows_move_along_and_stop_at_the_ends(view: ChartView) -> None:
    view.zoom(4)
    before = view.sight.start
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.sight.start < before
    assert days_in_sight(view) == pytest.approx(15)
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.sight.end == picture().end


def test_the_wheel_zooms_with_the_keyboard_or_with_control_and_else_scrolls(view, qtbot) -> None:
    assert turn_wheel(view, 1)
    assert days_in_sight(view) == pytest.approx(40)
    view.clearFocus()
    assert not turn_wheel(view, 1)
    assert days_in_sight(view) == pytest.approx(40)
    assert turn_wheel(view, -1, Qt.KeyboardModifier.ControlModifier)
    assert days_in_sight(view) == pytest.approx(60)


def test_dragging_moves_along(view: ChartView) -> None:
    view.zoom(3)
    before = view.sight.start
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    QTest.mouseMove(view, QPoint(400, 100))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    assert view.sight.start < before
    QTest.mouseMove(view, QPoint(500, 100))
    moved = view.sight
    QTest.mouseMove(view, QPoint(350, 100))
    assert view.sight == moved  # let go


def test_reading_out_brings_what_is_out_of_sight_into_sight(view: ChartView) -> None:
    view.zoom(8)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.readout.startswith("Fri 25 September 2026: ")
    assert view.sight.start == picture().start


def test_what_is_in_sight_is_said_in_words(view: ChartView, qtbot) -> None:
    with qtbot.waitSignal(view.view_changed) as said:
        view.zoom(1.5, picture().end)
    assert said.args == ["14 October 2026 to 22 November 2026"]


def test_words_of_a_person_are_shown_as_they_are(view: ChartView) -> None:
    view._readout.show_words("Today", "<b>5 < 6</b>")
    assert "&lt;b&gt;" in view._readout.text()


def test_kinds_of_days_side_by_side_are_read_out_and_not_zoomed(view: ChartView) -> None:
    days = tuple((TODAY, nrs) for nrs in (2, 3, 3))
    view.show_picture(next_day_picture(NextDay(days, days)))
    before = view.sight
    QTest.keyClick(view, Qt.Key.Key_Plus)
    turn_wheel(view, 1)
    assert view.sight == before
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.readout == "After a session: Pain 2 on 1 day"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.readout == "After a session: Pain 3 on 2 days"


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }


@pytest.mark.parametrize("theme", list(ThemeChoice))
def test_the_chart_follows_the_theme(view: ChartView, style, theme: ThemeChoice) -> None:
    style.apply(theme, 100, MotionChoice.FOLLOW)
    found = colours(view.grab().toImage())
    for token in ("surface", "accent", "line"):
        assert style.color(token).name() in found, token
    assert style.theme.ink in view._readout.styleSheet()


def test_a_chart_is_painted_in_tones_for_paper(qapp) -> None:
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    paint_picture(picture(), painter, QRectF(0, 0, 600, 300))
    painter.end()
    found = colours(image)
    assert {PRINT.accent.lower(), PRINT.surface.lower()} <= found
    assert "#123456" not in found
