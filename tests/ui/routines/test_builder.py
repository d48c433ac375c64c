"""The builder: adding, moving, doses, swapping and leaving out, by pointer and by keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.content.library import Library, parse_library
from sijoint_desktop.content.model import CautionTag, Level
from sijoint_desktop.content.suitability import Fitting, Person
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.side import Side
from sijoint_desktop.routine.edit import slot_for
from sijoint_desktop.routine.model import Routine, SlotSides, WhyLeftOut
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.routines.builder import BuilderPage
from sijoint_desktop.ui.routines.slot_list import EXERCISE_MIME, PLACE_MIME
from sijoint_desktop.ui.style.style import Style
from tests.content.samples import shipped_files

WELL = Person(dict.fromkeys(CautionTag, False))
NEW_HIP = Person({**WELL.known, CautionTag.HIP_REPLACEMENT: True})
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """Keeps what the builder tells, and shows it again, as the window does."""

    def __init__(self, page: BuilderPage) -> None:
        self.page = page
        self.said: list[tuple[str, str]] = []
        page.edited.connect(self._on_edited)

    @property
    def routine(self) -> Routine:
        assert self.page.routine is not None
        return self.page.routine

    @property
    def names(self) -> list[str]:
        return [str(slot.exercise_id) for slot in self.routine.slots]

    def _on_edited(self, routine: object, words: str, key: str) -> None:
        assert isinstance(routine, Routine)
        self.said.append((words, key))
        self.page.show_routine(routine)


@pytest.fixture(scope="module")
def library() -> Library:
    return parse_library(shipped_files())


@pytest.fixture
def build(
    qtbot: QtBot, parts: dict[str, object], library: Library
) -> Iterator[Callable[..., Desk]]:
    pages: list[BuilderPage] = []

    def made(*names: str, person: Person | None = None) -> Desk:
        stack = QUndoStack()
        page = BuilderPage(
            **{**parts, "library": library},
            timings=Timings,
            fitting=lambda: Fitting(person),
            stack=stack,
        )
        stack.setParent(page)
        pages.append(page)
        slots = tuple(slot_for(library.get(name)) for name in names)
        page.show_routine(Routine(RoutineId("own_1"), "Mine", "", slots))
        page.resize(1104, 768)
        page.show()
        qtbot.waitExposed(page)
        return Desk(page)

    yield made
    for page in pages:  # now and in this thread; its timers would outlive it elsewhere
        page.close()
        page.deleteLater()
        QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)


Build = Callable[..., Desk]


def choose(desk: Desk, place: int) -> None:
    desk.page.list.setFocus()
    desk.page.list.setCurrentIndex(desk.page.list.rows.index(place))


def test_the_keys_move_a_row_and_it_stays_chosen(build: Build) -> None:
    desk = build("pelvic_tilt", "glute_bridge", "cat_cow")
    choose(desk, 0)
    QTest.keyClick(desk.page.list, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(desk.page.list, Qt.Key.Key_Down, CTRL)
    assert desk.names == ["glute_bridge", "cat_cow", "pelvic_tilt"]
    assert desk.page.list.currentIndex().row() == 2
    QTest.keyClick(desk.page.list, Qt.Key.Key_Down, CTRL)  # it is the last already
    QTest.keyClick(desk.page.list, Qt.Key.Key_Up, CTRL)
    assert desk.names == ["glute_bridge", "pelvic_tilt", "cat_cow"]
    assert desk.said[0] == ("moving Pelvic tilt", "")


def test_the_buttons_move_it_too_and_end_where_the_list_ends(build: Build) -> None:
    desk = build("pelvic_tilt", "glute_bridge")
    assert not desk.page.inspector.up.isEnabled()
    desk.page.inspector.down.click()
    assert desk.names == ["glute_bridge", "pelvic_tilt"]
    assert not desk.page.inspector.down.isEnabled()


@pytest.mark.parametrize(
    ("start", "before", "expected"),
    [
        (0, 3, ["glute_bridge", "cat_cow", "pelvic_tilt"]),
        (2, 0, ["cat_cow", "pelvic_tilt", "glute_bridge"]),
        (0, 2, ["glute_bridge", "pelvic_tilt", "cat_cow"]),
        (1, 1, ["pelvic_tilt", "glute_bridge", "cat_cow"]),
    ],
)
def test_a_row_is_dragged_to_where_it_is_dropped(
    build: Build, start: int, before: int, expected: list[str]
) -> None:
    desk = build("pelvic_tilt", "glute_bridge", "cat_cow")
    rows = desk.page.list.rows
    data = rows.mimeData([rows.index(start)])
    assert data.hasFormat(PLACE_MIME)
    assert rows.dropMimeData(data, Qt.DropAction.CopyAction, before, 0, QModelIndex())
    assert desk.names == expected


def test_an_exercise_is_dragged_from_the_library_to_its_place(build: Build) -> None:
    desk = build("pelvic_tilt", "glute_bridge")
    offered = desk.page.picker.list.rows
    desk.page.add.click()
    place = [line.exercise.id for line in offered.lines].index("cat_cow")
    data = offered.mimeData([offered.index(place)])
    assert data.hasFormat(EXERCISE_MIME)
    desk.page.list.rows.dropMimeData(data, Qt.DropAction.CopyAction, 1, 0, QModelIndex())
    assert desk.names == ["pelvic_tilt", "cat_cow", "glute_bridge"]
    assert not desk.page.list.rows.dropMimeData(
        QMimeData(), Qt.DropAction.CopyAction, 0, 0, QModelIndex()
    )


def test_an_empty_routine_is_filled_by_keys_alone(build: Build, qtbot: QtBot) -> None:
    desk = build()
    assert desk.page.nothing.isVisible()
    desk.page.add.setFocus()
    QTest.keyClick(desk.page.add, Qt.Key.Key_Space)
    QTest.keyClicks(desk.page.picker.search, "bird dog")
    assert [line.exercise.name for line in desk.page.picker.list.rows.lines] == ["Bird-dog"]
    QTest.keyClick(desk.page.picker.list, Qt.Key.Key_Return)
    assert desk.names == ["bird_dog"]
    assert desk.routine.slots[0].level is Level.BEGINNER
    assert not desk.page.nothing.isVisible()
    desk.page.picker.close_button.click()
    assert desk.page.inspector.isVisible()
    assert desk.page.inspector.name.text() == "Bird-dog"


def test_what_must_not_be_started_is_refused_with_the_reason(build: Build) -> None:
    desk = build("pelvic_tilt", person=NEW_HIP)
    desk.page.add.click()
    [line] = [o for o in desk.page.picker.list.rows.lines if o.exercise.id == "childs_pose"]
    assert line.warning.startswith("Left out for you: ")
    desk.page.picker.added.emit("childs_pose")
    assert desk.names == ["pelvic_tilt"]
    assert desk.page.refusal.isVisible()
    assert "was not added" in desk.page.refusal.heading.text()
    desk.page.picker.added.emit("cat_cow")
    assert desk.names == ["pelvic_tilt", "cat_cow"]
    assert not desk.page.refusal.isVisible()


def test_a_choice_that_meets_a_caution_says_so(build: Build) -> None:
    desk = build("quad_rock_back", person=NEW_HIP)
    assert desk.page.list.rows.lines[0].warning.startswith("Take care: ")
    assert desk.page.inspector.note.isVisible()


def test_the_dose_changes_with_time_and_total(build: Build) -> None:
    desk = build("glute_bridge", "clamshell")
    before = desk.page.list.rows.lines[0].seconds
    inspector = desk.page.inspector
    inspector.reps.more.click()
    inspector.hold.box.setValue(9)
    inspector.sets.more.click()
    inspector.rest.box.setValue(75)
    dose = desk.routine.slots[0].dose
    assert (dose.reps, dose.hold_s, dose.sets, dose.rest_s) == (7, 9, 2, 75)
    after = desk.page.list.rows.lines[0].seconds
    assert before is not None
    assert after is not None
    assert after > before
    assert [key for _words, key in desk.said] == [
        "0 repetitions",
        "0 hold",
        "0 sets",
        "0 rest",
    ]


def test_sides_start_and_extra_set_where_sides_take_turns(build: Build) -> None:
    desk = build("clamshell", "glute_bridge")
    inspector = desk.page.inspector
    inspector.start.buttons[1].click()
    inspector.extra.buttons[2].click()
    slot = desk.routine.slots[0]
    assert (slot.start_side, slot.extra_set) == (Side.RIGHT, Side.RIGHT)
    inspector.sides.buttons[1].click()
    assert desk.routine.slots[0].sides is SlotSides.LEFT
    assert not inspector.start.isVisible()
    choose(desk, 1)
    assert not inspector.sides.isVisible()


def test_a_level_brings_its_dose(build: Build, library: Library) -> None:
    desk = build("glute_bridge")
    desk.page.inspector.level.buttons[2].click()
    slot = desk.routine.slots[0]
    assert slot.level is Level.PROGRESSED
    assert slot.dose == library.get("glute_bridge").doses[Level.PROGRESSED]


def test_a_swap_asks_why_and_can_be_taken_back(build: Build, library: Library) -> None:
    desk = build("pelvic_tilt", "cat_cow")
    before = desk.routine
    choose(desk, 1)
    desk.page.inspector.swap.click()
    dialog = desk.page.dialog
    assert not dialog.done_button.isEnabled()
    dialog.choose(WhyLeftOut.POSITION)
    assert dialog.instead is not None
    assert dialog.instead.position is not library.get("cat_cow").position
    chosen = dialog.instead.id
    dialog.done_button.click()
    assert desk.names == ["pelvic_tilt", chosen]
    assert desk.routine.left_out[0].why is WhyLeftOut.POSITION
    assert desk.page.left_out.isVisible()
    desk.page.left_out.buttons[0].click()
    assert desk.routine == before
    assert not desk.page.left_out.isVisible()


def test_leaving_out_after_pain_says_what_to_watch_for(build: Build) -> None:
    desk = build("pelvic_tilt", "cat_cow")
    desk.page.inspector.leave_out.click()
    desk.page.dialog.choose(WhyLeftOut.HURTS)
    assert desk.page.dialog.hurts.isVisible()
    desk.page.dialog.done_button.click()
    assert desk.names == ["cat_cow"]
    assert desk.said == [("leaving out Pelvic tilt", "")]


def test_del_takes_one_out_for_good(build: Build) -> None:
    desk = build("pelvic_tilt", "cat_cow")
    choose(desk, 1)
    QTest.keyClick(desk.page.list, Qt.Key.Key_Delete)
    assert desk.names == ["pelvic_tilt"]
    assert desk.routine.left_out == ()


def test_the_name_is_written_over_and_esc_leaves_it(build: Build) -> None:
    desk = build("pelvic_tilt")
    name = desk.page.name
    name.pencil.click()
    name.edit.setText("Mornings  at home")
    QTest.keyClick(name.edit, Qt.Key.Key_Return)
    assert desk.routine.name == "Mornings at home"
    name.pencil.click()
    QTest.keyClicks(name.edit, "x")
    QTest.keyClick(name.edit, Qt.Key.Key_Escape)
    assert desk.routine.name == "Mornings at home"
    assert name.heading.isVisible()


def test_a_long_name_is_given_a_line_of_its_own_where_the_buttons_leave_it_too_little(
    build: Build,
) -> None:
    desk = build("cat_cow")
    page = desk.page
    heading, finish = page.name.heading, page.finish

    def is_beside() -> bool:
        return (
            finish.mapTo(page, finish.rect().center()).y()
            < heading.mapTo(page, heading.rect().bottomLeft()).y()
        )

    page.resize(860, 600)
    QApplication.processEvents()
    assert is_beside()
    page.edited.emit(replace(desk.routine, name="Morgens " * 9 + "Iliosakralgelenk"), "", "")
    QApplication.processEvents()
    assert not is_beside()
    assert heading.width() >= heading.calm_width


def test_fifteen_exercises_at_200_percent_are_all_there_and_named(
    build: Build, library: Library, style: Style
) -> None:
    desk = build(*library.ids[:15])
    style.apply(ThemeChoice.DARK, 200, MotionChoice.FOLLOW)
    desk.page.resize(884, 608)
    QApplication.processEvents()
    page = desk.page
    assert page.content.width() <= page.viewport().width()
    rows = page.list.rows
    last = page.list.visualRect(rows.index(14))
    assert last.bottom() <= page.list.viewport().height()
    spoken = rows.data(rows.index(14), Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith(f"15. {library.get(library.ids[14]).name}. ")
    for control in page.findChildren(QWidget):
        if control.objectName() == "qt_spinbox_lineedit":  # the number around it is named
            continue
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or words, control


def test_undo_in_a_number_is_left_to_the_window(build: Build) -> None:
    desk = build("glute_bridge")
    box = desk.page.inspector.reps.box
    for key, taken in ((Qt.Key.Key_Z, False), (Qt.Key.Key_A, True)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
        event.ignore()
        QApplication.sendEvent(box, event)
        assert event.isAccepted() is taken


def test_a_dose_above_the_harder_level_is_allowed_and_said(build: Build) -> None:
    desk = build("glute_bridge")
    assert "Usual at this level: 6 times, hold 2 s." in desk.page.inspector.takes.text()
    assert not desk.page.inspector.note.isVisible()
    desk.page.inspector.reps.box.setValue(50)
    assert desk.routine.slots[0].dose.reps == 50
    [line] = desk.page.list.rows.lines
    assert line.warning == "Take care: This is more than the harder level (3 × 15, hold 5 s)."
    assert desk.page.inspector.note.isVisible()


def test_in_pregnancy_the_harder_level_is_advised_against(build: Build) -> None:
    pregnant = Person({**WELL.known, CautionTag.PREGNANCY: True}, 12)
    desk = build("clamshell", person=pregnant)
    assert desk.page.list.rows.lines[0].warning == ""
    desk.page.inspector.level.buttons[2].click()
    assert "In pregnancy" in desk.page.list.rows.lines[0].warning


def test_the_menu_of_a_row_does_what_the_buttons_do(build: Build) -> None:
    desk = build("pelvic_tilt", "cat_cow")
    choose(desk, 1)
    actions = {action.text(): action for action in desk.page.list.actions()}
    actions["Move up"].trigger()
    assert desk.names == ["cat_cow", "pelvic_tilt"]
    actions["Remove"].trigger()
    assert desk.names == ["pelvic_tilt"]
