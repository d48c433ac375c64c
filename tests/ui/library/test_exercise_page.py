"""The page of one exercise: dose, steps, mistakes and what it asks of the window."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import CautionTag, Level
from sijoint_desktop.content.parse import parse_exercise
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Look, screen_look
from sijoint_desktop.ui.library.exercise_page import ExercisePage
from sijoint_desktop.ui.library.mistake_panel import Comparison, MistakePanel
from sijoint_desktop.ui.style.style import Style
from tests.content.samples import REACH
from tests.ui.library.conftest import Parts, Told

if TYPE_CHECKING:
    from sijoint_desktop.routine.model import Routine


@pytest.fixture
def page(qtbot: QtBot, parts: Parts, told: Told) -> ExercisePage:
    made = ExercisePage(
        **parts,
        fitting=told,
        routine_ids=lambda: ("cat_cow",),
        why_paused=lambda: told.paused,
    )
    qtbot.addWidget(made)
    made.resize(1104, 768)
    made.show_exercise("bird_dog")
    made.show()
    qtbot.waitExposed(made)
    return made


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def seconds(page: ExercisePage) -> float:
    timeline = page.player.stage.head.timeline
    assert timeline is not None
    return timeline.duration_s


def level_button(page: ExercisePage, word: str) -> QAbstractButton:
    buttons = page.dose.levels.findChildren(QAbstractButton)
    return next(button for button in buttons if button.text() == word)


def test_it_says_which_exercise_and_how_much(page: ExercisePage) -> None:
    assert page.name.text() == "Bird-dog"
    assert page.dose.amount.text() == "8 each side, hold 3 s"
    assert page.dose.detail.text() == "One set, 3 to 5 days a week."
    assert page.dose.note.text() == "8 to 10 times."


def test_an_unknown_exercise_is_refused(page: ExercisePage) -> None:
    with pytest.raises(UserError, match="bird_dog"):
        page.show_exercise("bird_dogs")


def test_another_level_changes_the_words_and_the_timing(page: ExercisePage) -> None:
    before = seconds(page)
    press(level_button(page, "Harder"))
    assert page.dose.amount.text() == "2 × 10 each side, hold 6 s"
    assert page.dose.level is Level.PROGRESSED
    assert seconds(page) == pytest.approx(before + 3)
    assert not page.dose.note.isVisible()


def test_the_step_of_the_present_phase_is_lit(page: ExercisePage) -> None:
    for phase, lit in (("Ready", [0]), ("Reach", [1]), ("Hold", [1]), ("Lower", [2])):
        page.player.phase_changed.emit(phase)
        assert [n for n, row in enumerate(page.steps.steps) if row.lit] == lit
    assert page.steps.steps[2].accessibleName() == "Step 3, now: Lower the arm."


def test_a_lit_step_does_not_move_the_others(page: ExercisePage) -> None:
    before = [row.geometry() for row in page.steps.steps]
    page.steps.light("Reach")
    QApplication.processEvents()
    assert [row.geometry() for row in page.steps.steps] == before


def test_mistakes_are_leafed_through_in_a_circle(page: ExercisePage) -> None:
    card = page.mistakes
    assert card.title.text() == "Common mistake: the shoulder creeps up"
    assert card.place.text() == "1 of 2"
    assert card.wrong.drawn
    assert card.right.drawn
    assert card.instead.text() == "Do this instead: keep it low."
    press(card.next)
    assert card.place.text() == "2 of 2"
    assert not card.wrong.drawn
    assert card.wrong.accessibleName() == "Not like this: Going too fast."
    assert card.right.accessibleName() == "Like this: Take your time."
    assert not card.instead.isVisible()
    press(card.next)
    assert card.place.text() == "1 of 2"
    press(card.back)
    assert card.place.text() == "2 of 2"


def test_practise_and_print_carry_this_exercise_at_its_level(page: ExercisePage) -> None:
    asked: list[Routine] = []
    page.practise_requested.connect(asked.append)
    page.print_requested.connect(asked.append)
    press(level_button(page, "Easier"))
    press(page.practise)
    press(page.print_card)
    assert len(asked) == 2
    for routine in asked:
        (slot,) = routine.slots
        assert routine.name == "Bird-dog"
        assert slot.exercise_id == "bird_dog"
        assert slot.level is Level.BEGINNER
        assert slot.dose.reps == 4


def test_back_and_a_harder_version_are_asked_for(page: ExercisePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back_requested):
        press(page.back)
    (link,) = page.versions.links
    assert link.text() == "Open Glute bridge"
    with qtbot.waitSignal(page.exercise_requested) as opened:
        link.click()
    assert opened.args == ["glute_bridge"]


def test_another_exercise_replaces_everything(page: ExercisePage) -> None:
    page.steps.light("Reach")
    page.show_exercise("pelvic_tilt", Level.BEGINNER)
    assert page.name.text() == "Pelvic tilt"
    assert page.dose.amount.text() == "4 each side, hold 2 s"
    assert page.mistakes.place.text() == "1 of 2"
    assert len(page.steps.steps) == 3


def test_a_narrow_page_and_large_text_make_one_column(page: ExercisePage, style: Style) -> None:
    assert page.dose.mapTo(page, page.dose.rect().topLeft()).x() > 600
    page.resize(884, 608)
    QApplication.processEvents()
    assert page.dose.mapTo(page, page.dose.rect().topLeft()).x() < 100
    page.resize(1104, 768)
    style.apply(ThemeChoice.LIGHT, 200, MotionChoice.ALWAYS)
    QApplication.processEvents()
    assert page.dose.mapTo(page, page.dose.rect().topLeft()).x() < 100
    assert page.content.width() <= page.viewport().width()


@pytest.mark.parametrize("width", [640, 780, 840, 866, 1104])
def test_no_word_of_a_name_is_broken(page: ExercisePage, width: int) -> None:
    page.name.setText("Diagonaler Vierf\u00fc\u00dflerstand")
    page.resize(width, 594)
    QApplication.processEvents()
    assert page.name.width() >= page.name.calm_width
    assert page.content.width() <= page.viewport().width()


def test_the_least_window_with_the_largest_text_cuts_no_button_off(
    page: ExercisePage, style: Style
) -> None:
    page.resize(866, 594)
    style.apply(ThemeChoice.LIGHT, 200, MotionChoice.ALWAYS)
    QApplication.processEvents()
    assert page.content.width() <= page.viewport().width()
    for button in (page.add, page.compare, page.print_card, page.practise):
        right = button.mapTo(page, button.rect().topRight()).x()
        assert button.width() >= button.sizeHint().width()
        assert right < page.viewport().width()


def test_a_long_name_leaves_room_for_what_stands_beside_it(page: ExercisePage) -> None:
    assert page.exercise is not None
    page.show_one(replace(page.exercise, name="Rock back on hands and knees, slowly"))
    QApplication.processEvents()
    assert page.content.minimumSizeHint().width() <= page.viewport().width()


def test_a_close_up_leaves_the_heading_free(qtbot: QtBot, style: Style, clips: ClipStore) -> None:
    pose = clips.get(parse_exercise(REACH, "reach.toml")).pose(0)
    look = screen_look(style.theme)
    panel = MistakePanel(wrong=True, style=style)
    qtbot.addWidget(panel)
    panel.resize(300, 200)
    panel.show_figure(Comparison(pose, pose, "front", "neck", close_up=True), look, "tall")
    seen = panel.grab().toImage()
    top = round(panel.figure_rect().top())
    assert {seen.pixelColor(x, top - 2).name() for x in range(20, 280)} == {
        style.theme.stage.lower()
    }
    assert len({seen.pixelColor(x, top + 4).name() for x in range(20, 280)}) > 1


def test_wrong_and_right_are_told_apart_without_colour(page: ExercisePage, qtbot: QtBot) -> None:
    wrong, right = page.mistakes.wrong.grab().toImage(), page.mistakes.right.grab().toImage()
    edge = [wrong.pixelColor(x, 2).name() for x in range(20, wrong.width() - 20)]
    solid = [right.pixelColor(x, 2).name() for x in range(20, right.width() - 20)]
    assert len(set(solid)) == 1
    assert len(set(edge)) > 1


def test_whatever_takes_the_keyboard_has_a_name(page: ExercisePage) -> None:
    takes = [
        widget
        for widget in page.content.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert takes
    assert not [type(widget) for widget in takes if not widget.accessibleName()]


def test_the_page_is_freed(
    qtbot: QtBot, style: Style, library: Library, clips: ClipStore, look: Callable[[], Look]
) -> None:
    page = ExercisePage(
        style=style,
        library=library,
        clips=clips,
        look=look,
        fitting=Fitting,
        routine_ids=tuple,
        why_paused=tuple,
    )
    page.show_exercise("bird_dog")
    steps = weakref.ref(page.steps)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    del page
    gc.collect()
    assert steps() is None


def test_an_exercise_that_is_left_out_says_why_and_cannot_be_practised(
    page: ExercisePage, told: Told, qtbot: QtBot
) -> None:
    assert page.practise.isEnabled()
    assert not page.fit.isVisible()
    told.has(CautionTag.FLOOR)
    page.show_exercise("cat_cow")
    assert not page.practise.isEnabled()
    assert page.fit.isVisible()
    assert page.fit.link is not None
    with qtbot.waitSignal(page.exercise_requested) as opened:
        press(page.fit.link)
    assert opened.args == ["pelvic_tilt"]


def test_an_exercise_of_the_routine_is_swapped_in_one_step(
    page: ExercisePage, told: Told, qtbot: QtBot
) -> None:
    told.has(CautionTag.FLOOR)
    page.show_exercise("bird_dog")
    assert page.fit.swap is None  # it is not in the routine
    page.show_exercise("cat_cow")
    assert page.fit.swap is not None
    with qtbot.waitSignal(page.swap_requested) as swapped:
        press(page.fit.swap)
    assert swapped.args == ["cat_cow", "pelvic_tilt"]


def test_what_only_needs_care_is_said_and_can_be_practised(page: ExercisePage, told: Told) -> None:
    told.has(CautionTag.FLOOR)
    page.show_exercise("pelvic_tilt")
    assert page.fit.isVisible()
    assert page.practise.isEnabled()


def test_nothing_is_practised_while_exercises_are_paused(page: ExercisePage, told: Told) -> None:
    assert page.practise.isEnabled()
    assert not page.paused.isVisible()
    told.paused = ("Reason: numbness between the legs", "The Check page says why.")
    page.hide()
    page.show()
    assert not page.practise.isEnabled()
    assert page.paused.isVisible()
    assert page.paused.text == page.paused.accessibleDescription() == "\n".join(told.paused)
    assert page.practise.toolTip() == "\n".join(told.paused)
    told.has(CautionTag.FLOOR)
    page.show_exercise("cat_cow")
    assert page.practise.toolTip().startswith("Reason: numbness")
    assert page.practise.toolTip().endswith("Left out for you: the reason is below.")
    told.paused = ()
    page.show_exercise("cat_cow")
    assert not page.paused.isVisible()


def test_why_exercises_are_paused_leads_to_the_check(
    page: ExercisePage, told: Told, qtbot: QtBot
) -> None:
    told.paused = ("Reason: numbness between the legs",)
    page.refresh()
    with qtbot.waitSignal(page.check_requested):
        page.paused.acted.emit()
