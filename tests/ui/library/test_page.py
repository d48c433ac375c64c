"""The Exercises page: search, filters, the moving card and the keyboard."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import CautionTag
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.library.model import Role
from sijoint_desktop.ui.library.page import LibraryPage
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, Text
from tests.ui.library.conftest import Parts, Told

IN_ROUTINE = {"pelvic_tilt", "glute_bridge"}


@pytest.fixture
def page(qtbot: QtBot, parts: Parts, told: Told) -> Iterator[LibraryPage]:
    made = LibraryPage(
        **parts,
        routine_ids=lambda: IN_ROUTINE,
        fitting=told,
    )
    qtbot.addWidget(made)
    made.resize(1104, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(page: LibraryPage) -> list[str]:
    return [exercise.name for exercise in page.model.exercises]


def chip(page: LibraryPage, word: str) -> None:
    found = next(c for c in page.filters.chips if c.text().startswith(word))
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def point_at(page: LibraryPage, row: int) -> None:
    card = page.grid.visualRect(page.model.index(row))
    QTest.mouseMove(page.grid.viewport(), card.center() + QPoint(9, 9))
    QTest.mouseMove(page.grid.viewport(), card.center())


def test_before_a_check_a_chip_about_the_person_says_what_to_do(
    page: LibraryPage, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.filters.safe, Qt.MouseButton.LeftButton)
    assert page.too_early.isVisible()
    assert not page.filters.safe.isChecked()
    assert len(shown(page)) == 8
    with qtbot.waitSignal(page.check_requested):
        QTest.mouseClick(
            next(b for b in page.too_early.findChildren(Button) if b.text()),
            Qt.MouseButton.LeftButton,
        )


def test_after_a_check_what_is_not_safe_is_named_with_reason_and_substitute(
    page: LibraryPage, told: Told, qtbot: QtBot
) -> None:
    told.has(CautionTag.FLOOR)
    page.refresh()
    assert page.filters.safe.isChecked()
    assert "Cat-cow" not in shown(page)
    assert page.result.text().startswith("Showing 5 of 8. 3 are left out for you")
    words = [text.text() for text in page.left_out.findChildren(Text)]
    assert words[0] == "Left out for you: 3"
    assert "Getting down to the floor is hard for you." in words
    instead = [link.text() for link in page.left_out.links if link.text().startswith("Instead")]
    assert instead[0] == "Instead: Pelvic tilt"
    with qtbot.waitSignal(page.exercise_requested) as opened:
        QTest.keyClick(page.left_out.links[0], Qt.Key.Key_Space)
    assert opened.args == ["pelvic_tilt"]


def test_what_is_left_out_can_be_shown_and_is_marked_for_eye_and_ear(
    page: LibraryPage, told: Told
) -> None:
    told.has(CautionTag.FLOOR)
    page.refresh()
    QTest.mouseClick(page.left_out.show_all, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 8
    assert not page.left_out.isVisible()
    index = page.model.index(page.model.row_of("cat_cow"))
    assert index.data(Role.LEFT_OUT)
    assert "Left out for you." in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not page.model.index(page.model.row_of("pelvic_tilt")).data(Role.LEFT_OUT)


def test_the_profile_chip_shows_what_the_plan_chose(page: LibraryPage, told: Told) -> None:
    told.has(suited=frozenset({"pelvic_tilt", "bird_dog"}))
    page.refresh()
    QTest.mouseClick(page.filters.suited, Qt.MouseButton.LeftButton)
    assert shown(page) == ["Pelvic tilt", "Bird-dog"]


def test_typing_leaves_what_matches(page: LibraryPage) -> None:
    QTest.keyClicks(page.search, "bridge")
    assert shown(page) == ["Glute bridge"]
    assert page.result.text() == "Showing 1 of 8."
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(shown(page)) == 8


def test_chips_name_their_counts_and_filter(page: LibraryPage) -> None:
    words = [c.text() for c in page.filters.chips]
    assert words == ["All 8", "Loosen 3", "Stretch 2", "Steady 2", "Support 1"]
    chip(page, "Steady")
    assert shown(page) == ["Glute bridge", "Bird-dog"]
    page.filters.position.setCurrentText("Hands and knees")
    assert shown(page) == ["Bird-dog"]


def test_nothing_found_offers_to_clear_the_filters(page: LibraryPage) -> None:
    chip(page, "Support")
    QTest.keyClicks(page.search, "bird")
    assert page.nothing.isVisible()
    assert not page.grid.isVisible()
    assert page.nothing.text.text() == "Nothing matches these filters."
    QTest.mouseClick(page.nothing.clear, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 8
    assert page.grid.isVisible()
    assert not page.nothing.isVisible()


def test_ctrl_f_goes_to_the_search_field(page: LibraryPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()


def test_every_card_is_in_sight_without_a_second_scroll_bar(page: LibraryPage) -> None:
    last = page.grid.visualRect(page.model.index(7))
    assert page.grid.viewport().rect().contains(last)
    assert page.grid.columns == 4


def test_large_text_takes_fewer_columns(page: LibraryPage, style: Style) -> None:
    style.apply(ThemeChoice.LIGHT, 200, MotionChoice.ALWAYS)
    page.resize(884, 608)
    assert page.grid.columns in (1, 2)


def test_enter_opens_the_card_that_the_arrow_keys_reached(page: LibraryPage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.exercise_requested) as opened:
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert opened.args == ["bird_dog"]


def test_a_click_opens_a_card_once(page: LibraryPage) -> None:
    asked: list[str] = []
    page.exercise_requested.connect(asked.append)
    centre = page.grid.visualRect(page.model.index(2)).center()
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert asked == ["piriformis_stretch"]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (0, Qt.Key.Key_Left, 0),
        (3, Qt.Key.Key_Right, 4),
        (1, Qt.Key.Key_Up, 1),
        (6, Qt.Key.Key_Down, 6),
        (2, Qt.Key.Key_End, 7),
        (6, Qt.Key.Key_Home, 0),
    ],
)
def test_arrow_keys_walk_row_by_row(page: LibraryPage, start: int, key: Qt.Key, end: int) -> None:
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.model.index(start))
    QTest.keyClick(page.grid, key)
    assert page.grid.currentIndex().row() == end


def test_only_the_card_under_the_pointer_moves(page: LibraryPage) -> None:
    assert not page.grid.moving.running
    point_at(page, 1)
    assert page.grid.moving.exercise_id == "cat_cow"
    point_at(page, 4)
    assert page.grid.moving.exercise_id == "glute_bridge"
    assert page.grid.moving.running
    QApplication.sendEvent(page.grid.viewport(), QEvent(QEvent.Type.Leave))
    assert page.grid.moving.exercise_id is None
    assert not page.grid.moving.running


def test_the_keyboards_card_moves_too(page: LibraryPage) -> None:
    page.grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.grid.moving.exercise_id == "pelvic_tilt"
    page.search.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.grid.moving.exercise_id is None


def test_nothing_runs_while_the_page_is_hidden(page: LibraryPage) -> None:
    point_at(page, 1)
    page.hide()
    assert not page.grid.moving.running
    assert page.grid.moving.exercise_id is None


def test_filtering_stops_the_card_that_moved(page: LibraryPage) -> None:
    point_at(page, 1)
    QTest.keyClicks(page.search, "bridge")
    assert not page.grid.moving.running


def test_pictures_come_in_turns_of_the_event_loop(page: LibraryPage, qtbot: QtBot) -> None:
    page.refresh()
    page.grid.viewport().grab()
    assert page.grid.pictures_pending
    stage = QColor("#FBFAF8")
    middle = page.grid.visualRect(page.model.index(7)).center() - QPoint(0, 40)
    qtbot.waitUntil(lambda: not page.grid.pictures_pending)
    grab = page.grid.viewport().grab().toImage()
    around = [
        grab.pixelColor(middle + QPoint(dx, dy)) for dx in range(-60, 60, 4) for dy in (-30, 0, 30)
    ]
    assert any(colour != stage for colour in around)


def test_another_theme_repaints_ground_and_figure(
    page: LibraryPage, style: Style, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not page.grid.pictures_pending)
    before = page.grid.viewport().grab().toImage()
    style.apply(ThemeChoice.DARK, 100, MotionChoice.ALWAYS)
    page.grid.viewport().grab()
    qtbot.waitUntil(lambda: not page.grid.pictures_pending)
    after = page.grid.viewport().grab().toImage()
    corner = page.grid.visualRect(page.model.index(0)).topLeft() + QPoint(28, 28)
    assert before.pixelColor(corner) == QColor("#FBFAF8")
    assert after.pixelColor(corner) == QColor("#191C22")


def test_less_motion_shows_only_the_ends_of_phases(page: LibraryPage, style: Style) -> None:
    style.apply(ThemeChoice.LIGHT, 100, MotionChoice.NEVER)
    point_at(page, 1)
    assert page.grid.moving.exercise_id == "cat_cow"
    rows = {page.grid.moving.row(t) for t in (0.1, 0.4, 0.9, 1.5)}
    assert len(rows) == 1


def test_each_card_can_be_read_aloud(page: LibraryPage) -> None:
    said = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Pelvic tilt. Loosen, on your back. In your routine."
    assert page.model.index(1).data(Role.IN_ROUTINE) is False
    assert QAccessible.queryAccessibleInterface(page.grid).text(QAccessible.Text.Name)
    for control in (page.search, page.filters.position, *page.filters.chips, page.nothing.clear):
        assert control.accessibleName()


def test_the_page_is_freed(
    qtbot: QtBot, style: Style, library: Library, clips: ClipStore, look: Callable[[], Look]
) -> None:
    page = LibraryPage(
        style=style, library=library, clips=clips, look=look, routine_ids=tuple, fitting=Fitting
    )
    grid = weakref.ref(page.grid)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    del page
    gc.collect()
    assert grid() is None


def test_a_screen_reader_opens_a_card_with_its_action(page: LibraryPage, qtbot: QtBot) -> None:
    card = QAccessible.queryAccessibleInterface(page.grid).child(2)
    actions = card.actionInterface()
    for _twice in range(2):
        with qtbot.waitSignal(page.exercise_requested) as opened:
            actions.doAction(actions.actionNames()[0])
        assert opened.args == ["piriformis_stretch"]
        assert not card.state().selected


def test_walking_with_the_keyboard_opens_nothing(page: LibraryPage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    with qtbot.assertNotEmitted(page.exercise_requested):
        QTest.keyClick(page.grid, Qt.Key.Key_Right)
        page.grid.selectAll()
