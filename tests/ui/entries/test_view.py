"""The table of everything on record: finding, editing, deleting, and taking it back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.languages import speak_language
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.lines import LineKind, lines
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.history.series import Range
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.entries.form import Form
from sijoint_desktop.ui.entries.forms import PainForm, SessionForm
from sijoint_desktop.ui.entries.model import LinesModel
from sijoint_desktop.ui.entries.table import LinesTable
from sijoint_desktop.ui.style.style import Style
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import NOON, done_on
from tests.ui.entries.conftest import Desk

SESSION = "First gentle routine"


def form_of(desk: Desk) -> Form:
    return next(form for form in desk.view.findChildren(Form) if form.isVisible())


def test_sessions_and_entries_stand_in_one_table_the_newest_first(desk: Desk) -> None:
    assert sorted(desk.rows()) == ["Check", SESSION, "Pain"]
    assert desk.rows()[-1] == SESSION  # of the morning
    model = desk.view.table.model()
    row = [model.index(2, column).data() for column in range(model.columnCount())]
    assert row[0] == "Sun 22 Nov 2026, 09:00"
    assert row[2:] == ["11 min, 1 of 8 done", "4", "–", "3", ""]


def test_a_press_on_a_heading_sorts(desk: Desk) -> None:
    desk.view.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert desk.rows() == ["Pain", SESSION, "Check"]
    desk.view.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert desk.rows() == ["Check", SESSION, "Pain"]


def test_filters_and_search_narrow_the_table(desk: Desk) -> None:
    desk.view.filters.set_kind(LineKind.PAIN, True)
    assert desk.rows() == ["Pain"]
    desk.view.filters.search.setText("rain")
    assert desk.rows() == []
    assert desk.view.words.text().startswith("Nothing matches")
    assert not desk.view.table.isVisible()
    desk.view.filters.search.setText("STAIRS")
    assert desk.rows() == ["Pain"]


def test_a_time_without_anything_says_so(desk: Desk) -> None:
    desk.clock.set_now(NOON.replace(year=2027))
    desk.view.show_span(Range.TWO_WEEKS)
    assert desk.view.words.text().startswith("Nothing is on record in this time.")
    assert desk.view.add_button.y() < desk.view.words.y() < 200  # together, at the top
    assert not desk.view.filters.isVisible()
    desk.view.show_span(Range.ALL)
    assert len(desk.rows()) == 3


def test_a_deleted_session_comes_back_by_undo(desk: Desk) -> None:
    desk.choose(SESSION)
    QTest.keyClick(desk.view.table, Qt.Key.Key_Delete)
    assert SESSION not in desk.rows()
    assert desk.editor.undo_words == f"Delete {SESSION}"
    QTest.mouseClick(desk.view.undo_button, Qt.MouseButton.LeftButton)
    assert SESSION in desk.rows()
    desk.editor.redo()
    assert SESSION not in desk.rows()


def test_several_lines_are_deleted_and_brought_back_as_one(desk: Desk) -> None:
    desk.view.filters.set_kind(LineKind.PAIN, True)
    desk.view.filters.set_kind(LineKind.SESSION, True)
    desk.view.table.selectAll()
    desk.view.remove()
    assert desk.rows() == []
    desk.editor.undo()
    assert sorted(desk.rows()) == [SESSION, "Pain"]


def test_a_check_can_be_neither_edited_nor_deleted_and_says_why(desk: Desk) -> None:
    desk.choose("Check")
    assert not desk.view.edit_button.isEnabled()
    assert not desk.view.remove_button.isEnabled()
    assert "stays on record" in desk.view.reason.text()
    QTest.keyClick(desk.view.table, Qt.Key.Key_Delete)
    assert "Check" in desk.rows()


def test_enter_opens_the_form_and_save_keeps_the_edit(desk: Desk) -> None:
    desk.choose(SESSION)
    QTest.keyClick(desk.view.table, Qt.Key.Key_Return)
    form = form_of(desk)
    assert isinstance(form, SessionForm)
    form.after.choose(1)
    form.note.setPlainText("slept well after it")
    form.save()
    [kept] = desk.sessions.sessions()
    assert (kept.nrs_before, kept.nrs_after, kept.note) == (4, 1, "slept well after it")
    assert [line.what for line in desk.view.table.chosen] == [SESSION]
    desk.editor.undo()
    assert desk.sessions.sessions()[0].nrs_after == 3


def test_an_edit_that_changes_nothing_is_no_step(desk: Desk) -> None:
    desk.choose("Pain")
    desk.view.edit()
    form_of(desk).save()
    assert desk.editor.undo_words == ""


def test_a_full_disk_is_said_and_everything_stays(desk: Desk) -> None:
    desk.entries.disk_full = True
    desk.choose("Pain")
    desk.view.edit()
    form = form_of(desk)
    assert isinstance(form, PainForm)
    form.pain.choose(2)
    form.save()
    assert form.isVisible()
    assert form.fault == "The disk is full."
    form.reject()
    desk.view.remove()
    assert "Pain" in desk.rows()
    assert desk.entries.get(PainEntry, "p").nrs == 6


def test_an_undo_that_the_disk_refuses_can_be_tried_again(desk: Desk, qtbot) -> None:
    desk.choose("Pain")
    desk.view.remove()
    desk.entries.disk_full = True
    with qtbot.waitSignal(desk.editor.failed, timeout=0):
        desk.editor.undo()
    assert desk.editor.undo_words
    desk.entries.disk_full = False
    desk.editor.undo()
    assert "Pain" in desk.rows()


def test_a_step_of_several_that_fails_half_way_is_taken_back(desk: Desk) -> None:
    desk.sessions.disk_full = True
    desk.view.filters.set_kind(LineKind.PAIN, True)
    desk.view.filters.set_kind(LineKind.SESSION, True)
    desk.view.table.selectAll()
    desk.view.remove()
    assert sorted(desk.rows()) == [SESSION, "Pain"]
    assert desk.editor.undo_words == ""


def test_what_was_chosen_stays_chosen_when_something_is_added(desk: Desk) -> None:
    desk.choose("Pain")
    desk.sessions.put(done_on(NOON.date().replace(day=21), 5, 5))
    desk.view.refresh()
    assert [line.what for line in desk.view.table.chosen] == ["Pain"]


def test_a_store_that_cannot_be_read_is_said(desk: Desk, monkeypatch) -> None:
    def refuse() -> None:
        raise UserError("The disk could not be read.")

    monkeypatch.setattr(
        desk.view, "_record", replace(desk.view._record, sessions=refuse), raising=True
    )
    desk.view.refresh()
    assert desk.view._fault.text == "The disk could not be read."


def test_ctrl_f_goes_to_the_search(desk: Desk) -> None:
    desk.view.activateWindow()
    desk.view.table.setFocus()
    QTest.keyClick(desk.view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.view.filters.search.hasFocus()


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    for widget in desk.view.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found = QAccessible.queryAccessibleInterface(widget)
            assert found.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("percent", [100, 200])
def test_the_tools_stay_within_a_narrow_window(desk: Desk, style, percent: int) -> None:
    style.apply(ThemeChoice.DARK, percent, MotionChoice.NEVER)
    desk.view.resize(760, 600)
    for _ in range(3):
        QApplication.processEvents()
    for widget in (desk.view.activities_button, desk.view.filters, desk.view.table):
        left = widget.mapTo(desk.view, QPoint(0, 0)).x()
        assert left >= 0
        assert left + widget.width() <= desk.view.width()


def cut_off_words(style: Style, qtbot: QtBot) -> list[str]:
    """Return the words of sessions on each day of a week that have no room in the table."""
    model = LinesModel()
    table = LinesTable(model, style=style)
    qtbot.addWidget(table)
    table.resize(1280, 400)
    table.show()
    week = [
        done_on(NOON.date() - timedelta(days=ago), 4, 3, status=SessionStatus.ENDED_EARLY)
        for ago in range(7)
    ]
    model.show(tuple(lines(week, FakeEntryRepository())))
    letters, header = QFontMetrics(table.font()), table.horizontalHeader()
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(3)]
    return [
        cell.data()
        for cell in cells
        if letters.horizontalAdvance(cell.data()) + 24 > header.sectionSize(cell.column())
    ]


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_moments_and_details_are_never_cut_off(qtbot: QtBot, style: Style, language: str) -> None:
    speak_language(language)
    try:
        cut_off = cut_off_words(style, qtbot)
    finally:
        speak_language("en")
    assert cut_off == []
