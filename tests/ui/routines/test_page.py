"""The Routines page: choosing a routine, what it asks for, starting and printing it."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.shelf import Shelf
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.routines.minutes import clock_text, spending
from sijoint_desktop.ui.routines.page import RoutinesPage
from sijoint_desktop.ui.style.style import Style

Make = Callable[..., RoutinesPage]


@pytest.fixture
def make(qtbot: QtBot, parts: dict[str, object], routines: tuple[Routine, ...]) -> Make:
    def made(
        given: tuple[Routine, ...] = routines,
        timings: Callable[[], Timings] = Timings,
        may_start: Callable[[], bool] = lambda: True,
    ) -> RoutinesPage:
        def shelf() -> Shelf:
            return Shelf(given[0].id if given else RoutineId(""), (), given)

        page = RoutinesPage(
            shelf=shelf, fitting=Fitting, timings=timings, may_start=may_start, **parts
        )
        qtbot.addWidget(page)
        page.resize(1104, 768)
        page.show()
        qtbot.waitExposed(page)
        return page

    return made


def said(page: RoutinesPage) -> list[tuple[str, str]]:
    return [(row.line.exercise.name, row.line.dose) for row in page.detail.rows]


def test_the_first_routine_is_on_show(make: Make) -> None:
    page = make()
    assert page.detail.name.text() == "Reach and nod"
    assert said(page) == [
        ("Arm reach", "4 each side, hold 2 s"),
        ("Nod", "8 times, hold 3 s"),
    ]
    assert [choice.isChecked() for choice in page.choices] == [True, False]


def test_what_is_listed_already_is_chosen_without_a_new_list(make: Make) -> None:
    page = make()
    listed = list(page.choices)
    page.show_routine("short")
    assert page.detail.name.text() == "Left reach"
    assert [choice.isChecked() for choice in page.choices] == [False, True]
    assert page.choices == listed


def test_each_row_and_the_total_show_the_players_time(
    make: Make, library: Library, routines: tuple[Routine, ...]
) -> None:
    page = make()
    spent = spending(routines[0], library, Timings())
    assert page.detail.total.text() == f"{spent.minutes} min"
    assert [row.line.seconds for row in page.detail.rows] == list(spent.slots)
    places = page.detail.bar.stretches()
    shares = [place.width() / sum(p.width() for p in places) for place in places]
    assert shares == pytest.approx([s / spent.total_s for s in spent.slots])
    assert clock_text(spent.slots[0]).count(":") == 1


def test_picking_another_routine_shows_it(make: Make) -> None:
    page = make()
    QTest.mouseClick(page.choices[1], Qt.MouseButton.LeftButton)
    assert page.detail.name.text() == "Left reach"
    assert said(page) == [("Arm reach", "4 on the left, hold 2 s")]
    assert page.choices[1].isChecked()
    assert not page.choices[0].isChecked()


def test_start_and_print_carry_the_chosen_routine(
    make: Make, routines: tuple[Routine, ...]
) -> None:
    page = make()
    started: list[Routine] = []
    printed: list[Routine] = []
    page.start_requested.connect(started.append)
    page.print_requested.connect(printed.append)
    QTest.mouseClick(page.choices[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.detail.start, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.detail.print_sheet, Qt.MouseButton.LeftButton)
    assert started == [routines[1]]
    assert printed == [routines[1]]


def test_a_row_opens_its_exercise_and_marks_its_stretch(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    row = page.detail.rows[1]
    row.setFocus()
    assert page.detail.bar.chosen == 1
    with qtbot.waitSignal(page.exercise_requested) as opened:
        QTest.keyClick(row, Qt.Key.Key_Space)
    assert opened.args == ["nod"]
    page.detail.start.setFocus()
    assert page.detail.bar.chosen == -1


def test_new_timings_change_the_total(make: Make) -> None:
    rests = [Timings()]
    page = make(timings=lambda: rests[-1])
    before = page.detail.total.text()
    rests.append(Timings(rest_exercises_s=200))
    page.refresh()
    assert page.detail.total.text() != before


def test_without_a_routine_the_page_says_so(make: Make) -> None:
    page = make(())
    assert page.nothing.isVisible()
    assert not page.detail.isVisible()


def test_large_text_makes_one_column_in_which_nothing_is_cut(make: Make, style: Style) -> None:
    page = make()
    style.apply(ThemeChoice.DARK, 200, MotionChoice.FOLLOW)
    page.resize(884, 608)
    QApplication.processEvents()
    assert page.content.width() <= page.viewport().width()
    for row in (*page.detail.rows, *page.choices):
        assert row.height() >= row.heightForWidth(row.width())
    assert page.detail.start.mapTo(page, page.detail.start.rect().bottomRight()).y() < 608


def test_whatever_takes_the_keyboard_has_a_name(make: Make) -> None:
    page = make()
    takes = [
        widget
        for widget in page.content.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert takes
    assert not [type(widget) for widget in takes if not widget.accessibleName()]
    assert page.detail.rows[0].accessibleName().startswith("1. Arm reach. 4 each side, hold 2 s.")
    assert page.detail.bar.accessibleName().startswith("Where the time goes: Arm reach ")


def test_while_exercise_is_closed_nothing_can_be_started_here(make: Make, qtbot: QtBot) -> None:
    allowed = [False]
    page = make(may_start=lambda: allowed[0])
    assert not page.detail.start.isEnabled()
    assert page.closed.isVisible()
    with qtbot.waitSignal(page.check_requested):
        page.closed.acted.emit()
    allowed[0] = True
    page.refresh()
    assert page.detail.start.isEnabled()
    assert not page.closed.isVisible()


def test_the_page_is_freed(
    qtbot: QtBot, parts: dict[str, object], routines: tuple[Routine, ...]
) -> None:
    page = RoutinesPage(
        shelf=lambda: Shelf(routines[0].id, (), routines),
        fitting=Fitting,
        timings=Timings,
        may_start=lambda: True,
        **parts,
    )
    detail = weakref.ref(page.detail)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    del page
    gc.collect()
    assert detail() is None
