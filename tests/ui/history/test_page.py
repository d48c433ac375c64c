import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.core.language import Habits, speak, tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.history.entries import PauseKind
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.series import Range
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.history.chart_card import ChartCard
from sijoint_desktop.ui.history.page import HistoryPage, Sources
from sijoint_desktop.ui.style.widgets import Button, Segments
from tests.fakes.clock import FakeClock
from tests.fakes.ledger import FakeLedger
from tests.fakes.pseudo import gap, gaps
from tests.fakes.records import done_on, make_check, make_hurt, make_pause, make_rep

TODAY = date(2026, 11, 22)


class FakeTable:
    """Stands for the table of everything on record; it remembers the times it was to show."""

    def __init__(self) -> None:
        self.widget = QLabel("The table")
        self.spans: list[Range] = []

    def show_span(self, span: Range) -> None:
        self.spans.append(span)

    def refresh(self) -> None:
        """Nothing is on record here."""


def six_weeks() -> list[SessionRecord]:
    scores = (5, 4, 5, 4, 3, 3, 2, 3, 2, 2, 2, 1)
    return [
        done_on(
            TODAY - timedelta(days=3 * (len(scores) - place)),
            score,
            max(0, score - 1),
            planned_reps=40,
        )
        for place, score in enumerate(scores)
    ]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def ledger() -> FakeLedger:
    return FakeLedger(six_weeks())


def sources(ledger: FakeLedger, *weekdays: int) -> Sources:
    return Sources(lambda: ledger, lambda: WeekPlan(weekdays=frozenset(weekdays)), str.capitalize)


@pytest.fixture
def page(style, ledger, clock, qtbot) -> Iterator[HistoryPage]:
    shown = HistoryPage(style, sources(ledger), clock, FakeTable)
    qtbot.addWidget(shown)
    shown.resize(1104, 768)
    shown.show()
    QApplication.processEvents()
    return shown


def segment(page: HistoryPage, name: str) -> QWidget:
    return next(
        button
        for group in page.findChildren(Segments)
        for button in group.findChildren(QWidget)
        if button.accessibleName() == name
    )


def press(page: HistoryPage, name: str) -> None:
    QTest.mouseClick(segment(page, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def words_on(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    )


def test_an_empty_history_says_how_it_begins(style, clock, qtbot) -> None:
    page = HistoryPage(style, sources(FakeLedger()), clock, FakeTable)
    qtbot.addWidget(page)
    page.show()
    words = words_on(page)
    assert "Your pain line starts with your first session." in words
    assert "Days you exercise appear here." in words
    assert "In short" not in words
    assert page.pain.chart is None
    go = next(b for b in page.findChildren(Button) if b.text() == "Go to Today")
    with qtbot.waitSignal(page.today_requested, timeout=0):
        go.click()


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(style, clock, qtbot) -> None:
    taken = make_hurt(side=Side.LEFT), make_pause(PauseKind.FLARE, TODAY), make_check()
    reps = tuple(make_rep(n, side=side) for n, side in enumerate((*Side, None), start=1))
    sessions = [replace(each, reps=reps) for each in six_weeks()]
    own = ("The table", "Pelvic_tilt")
    for ledger in (FakeLedger(), FakeLedger(sessions, *taken)):
        page = HistoryPage(style, sources(ledger, 0, 2), clock, FakeTable)
        qtbot.addWidget(page)
        page.resize(1104, 768)
        page.show()
        for card in page.findChildren(ChartCard):
            card.show_now()
            assert gaps(page, own) == []
            for button in card.findChildren(Button):
                if button.text() == tr("Show as table"):
                    button.click()
            assert gaps(page, own) == []
        table = page.days.calendar.view.model()
        assert not gap(table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    ledger.fault = "kaputt"
    page.refresh()
    assert gaps(page, (*own, "kaputt")) == []


def test_weeks_of_the_calendar_begin_as_they_do_where_the_person_lives(
    style, ledger, clock, qtbot
) -> None:
    speak("en", habits=Habits(first_weekday=6))
    try:
        page = HistoryPage(style, sources(ledger), clock, FakeTable)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        cells = page.days.calendar.view.model()
        first = cells.index(0, cells.columnCount() - 1).data(Qt.ItemDataRole.ToolTipRole)
        page.days.calendar.view.setFocus()
        QApplication.processEvents()
        current = page.days.calendar.view.currentIndex()
    finally:
        speak("en")
    assert first == "Today, Sunday 22 November 2026: still open"
    assert (current.row(), current.column()) == (0, cells.columnCount() - 1)


def test_pyqtgraph_is_loaded_only_when_there_is_something_to_draw() -> None:
    code = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
import sijoint_desktop._resources_rc
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.ui.bridge import NoLedger
from sijoint_desktop.ui.history.page import HistoryPage, Sources
from sijoint_desktop.ui.style.style import Style
from tests.fakes.clock import FakeClock
app = QApplication([])
page = HistoryPage(Style(), Sources(NoLedger, WeekPlan, str), FakeClock(), QWidget)
page.show()
app.processEvents()
print(sorted({"pyqtgraph", "numpy", "sqlalchemy"} & set(sys.modules)))
"""
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_words_come_first(page: HistoryPage) -> None:
    assert page.summary.sentence.startswith("Your pain before sessions went from 5 down to 2.")
    words = words_on(page.summary)
    assert "Pain after a session is usually 1 lower." in words
    assert "12\ndays with exercise" in words
    assert "Today is still open" in words


def test_arrow_keys_read_out_one_session_after_the_other(page: HistoryPage) -> None:
    chart = page.pain.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.readout == "Thu 19 November 2026: Before 1, after 0"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.readout == "Mon 16 November 2026: Before 2, after 1"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.readout.startswith("Thu 19 November 2026")
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.readout.startswith("Sat 17 October 2026")
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.readout == ""


def test_the_pointer_reads_out_the_nearest_session_and_takes_it_away(page: HistoryPage) -> None:
    chart = page.pain.chart
    QTest.mouseMove(chart, QPoint(chart.width() - 20, 100))
    assert chart.readout.startswith("Thu 19 November 2026")
    QTest.mouseMove(chart, QPoint(60, 100))
    assert chart.readout.startswith("Sat 17 October 2026")
    assert chart.rect().contains(chart._readout.geometry())
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.readout == ""


def test_a_screen_reader_gets_the_chart_as_a_picture_with_its_sentence(page: HistoryPage) -> None:
    chart = QAccessible.queryAccessibleInterface(page.pain.chart)
    assert chart.role() == QAccessible.Role.Graphic
    assert chart.text(QAccessible.Text.Name) == "Pain, 0 to 10"
    assert "Average pain after sessions fell from 3 to 1 over 5 weeks" in chart.text(
        QAccessible.Text.Description
    )


def test_the_range_changes_words_and_table_alike(page: HistoryPage) -> None:
    press(page, "Shown as: Table")
    assert page.table.widget.isVisible()
    assert not page.pain.isVisible()
    press(page, "Time shown: All")
    press(page, "Time shown: 2 weeks")
    assert page.table.spans == [Range.THREE_MONTHS, Range.ALL, Range.TWO_WEEKS]
    press(page, "Shown as: Charts")
    assert page.summary.sentence.startswith("Your pain before sessions went from 2 down to 1.")


def test_only_the_view_on_show_is_read(page: HistoryPage, ledger: FakeLedger) -> None:
    press(page, "Shown as: Table")
    page.refresh()
    press(page, "Time shown: 2 weeks")
    assert (ledger.reads, len(page.table.spans)) == (1, 3)
    press(page, "Shown as: Charts")
    page.refresh()
    assert (ledger.reads, len(page.table.spans)) == (3, 3)
    press(page, "Shown as: Table")
    press(page, "Shown as: Charts")
    assert (ledger.reads, len(page.table.spans)) == (3, 4)


def test_a_range_without_sessions_says_so(page: HistoryPage, ledger: FakeLedger) -> None:
    ledger.sessions = (done_on(date(2026, 3, 2), 4, 4),)
    page.refresh()
    assert page.pain.sentence == "No pain scores in this time. Choose a longer one above."
    assert not page.pain.chart.isVisible()
    press(page, "Time shown: 1 year")
    assert page.pain.sentence == "Your pain before your session was 4."
    assert page.pain.chart.isVisible()


def test_days_are_read_out_by_key(page: HistoryPage) -> None:
    view = page.days.calendar.view
    view.setFocus()
    assert page.days.words == "Today, Sunday 22 November 2026: still open"
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert page.days.words == "Thursday 19 November 2026: done, 11 minutes"
    view.clearFocus()
    assert page.days.words == "12 days with exercise in the last year."


def test_days_are_read_out_at_the_pointer_and_to_a_screen_reader(page: HistoryPage) -> None:
    view = page.days.calendar.view
    page.ensureWidgetVisible(view)
    model = view.model()
    thursday = model.index(3, model.columnCount() - 1)
    QTest.mouseMove(view.viewport(), view.visualRect(thursday).center())
    QApplication.processEvents()
    words = "Thursday 19 November 2026: done, 11 minutes"
    assert page.days.words == words
    assert thursday.data(Qt.ItemDataRole.AccessibleTextRole) == words


def test_a_hidden_page_reads_nothing_until_it_is_shown(
    page: HistoryPage, ledger: FakeLedger
) -> None:
    assert ledger.reads == 1
    page.hide()
    ledger.sessions = (*ledger.sessions, done_on(TODAY, 1, 1))
    page.refresh()
    page.refresh()
    assert ledger.reads == 1
    page.show()
    assert ledger.reads == 2
    assert "13\ndays with exercise" in words_on(page.summary)
    assert "Today is done" in words_on(page.summary)
    page.hide()
    page.show()
    assert ledger.reads == 2


def test_a_new_day_is_noticed(page: HistoryPage, ledger: FakeLedger, clock: FakeClock) -> None:
    page.hide()
    clock.advance(86_400)
    page.show()
    assert ledger.reads == 2
    model = page.days.calendar.view.model()
    monday = model.index(0, model.columnCount() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert monday == "Today, Monday 23 November 2026: still open"


def test_a_history_that_cannot_be_read_is_said_and_tried_again(page, ledger: FakeLedger) -> None:
    ledger.fault = "The disk could not be read."
    page.refresh()
    assert "The disk could not be read." in words_on(page)
    assert page.pain.chart.isVisible()  # what was read before stays in sight
    ledger.fault = ""
    page.hide()
    page.show()
    assert "The disk could not be read." not in words_on(page)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [720, 880, 1104, 1700])
def test_nothing_is_cut_off(page: HistoryPage, style, percent: int, width: int) -> None:
    style.apply(ThemeChoice.LIGHT, percent, MotionChoice.FOLLOW)
    page.resize(width, 580)
    for _ in range(3):
        QApplication.processEvents()
    assert page.content.width() <= page.viewport().width()
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= needed
        if not label.wordWrap():
            assert label.width() >= label.minimumSizeHint().width()
    for widget in page.findChildren(QWidget):
        parent = widget.parentWidget()
        if widget.isVisible() and parent is not None and parent is not page.viewport():
            assert widget.geometry().right() <= parent.width() + 1


def test_everything_that_takes_the_keyboard_has_a_name(page: HistoryPage) -> None:
    for view in ("Charts", "Table"):
        press(page, f"Shown as: {view}")
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found = QAccessible.queryAccessibleInterface(widget)
                assert found.text(QAccessible.Text.Name), widget


def test_the_page_is_freed(style, ledger, clock, qapp) -> None:
    page = HistoryPage(style, sources(ledger), clock, FakeTable)
    page.show()
    qapp.processEvents()
    page.pain.chart.setFocus()
    QTest.keyClick(page.pain.chart, Qt.Key.Key_Left)
    gone: list[str] = []
    page.destroyed.connect(lambda: gone.append("page"))
    page.pain.chart.destroyed.connect(lambda: gone.append("chart"))
    remembered = weakref.ref(page)
    page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del page
    gc.collect()
    assert sorted(gone) == ["chart", "page"]
    assert remembered() is None


def test_the_report_on_paper_can_be_asked_for_from_here(page, qtbot) -> None:
    (report,) = [b for b in page.findChildren(Button) if b.text() == "Report for a clinician…"]
    with qtbot.waitSignal(page.report_requested):
        report.click()
