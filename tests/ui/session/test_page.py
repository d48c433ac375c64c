import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.entries import HurtChoice, HurtEvent
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.history.safety import lock_on
from sijoint_desktop.player.snapshot import State
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Part, SegmentKind, Timings
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.rescreen import QUESTIONS
from sijoint_desktop.triage.urgency import Urgency
from sijoint_desktop.ui.session.audio import Cue, SilentAudio
from sijoint_desktop.ui.session.controls import Controls
from sijoint_desktop.ui.session.flash import EdgeFlash
from sijoint_desktop.ui.session.page import SessionPage
from sijoint_desktop.ui.session.run import Outlets, Ways
from sijoint_desktop.ui.style.style import Style
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.pseudo import gap, gaps
from tests.fakes.records import NOON, make_check
from tests.ui.session.conftest import LIBRARY, FakeAwake, FakeStage, FakeVoice, Stand, routine


def press(stand: Stand, key: Qt.Key) -> None:
    QTest.keyClick(stand.page.player, key)


def with_hold(seconds: float, sets: int = 1) -> Routine:
    """One exercise whose hold lasts so long."""
    plain = routine("nod")
    dose = replace(plain.slots[0].dose, hold_s=Seconds(seconds), sets=sets)
    return replace(plain, slots=(replace(plain.slots[0], dose=dose),))


def flashing(stand: Stand) -> bool:
    return stand.page.player.findChild(EdgeFlash).isVisible()  # type: ignore[union-attr]


def words_in(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# --- before ---------------------------------------------------------------------------------


def test_start_waits_for_three_answers_and_the_pain(stand: Stand) -> None:
    before = stand.page.before
    stand.page.begin(routine("nod"))
    for question in before.questions:
        assert not before.start.isEnabled()
        question.button(yes=False).click()
    assert not before.start.isEnabled()
    before.pain.chosen.emit(3)
    assert before.start.isEnabled()
    before.start.click()
    assert stand.page.under_way
    assert [kept.nrs_before for kept in stand.repository.sessions()] == [3]


@pytest.mark.parametrize("index", range(len(QUESTIONS)))
def test_any_yes_says_what_to_do_and_leaves_no_way_to_start(stand: Stand, index: int) -> None:
    before = stand.page.before
    stand.page.begin(routine("nod"))
    before.questions[index].button(yes=True).click()
    assert before.blocked
    said = words_in(before)
    assert "local emergency number (112 works on many mobiles)" in said
    assert "stays closed" in said
    buttons = [b for b in before.findChildren(QAbstractButton) if b.isVisible()]
    assert [b.text() for b in buttons] == ["Close"]
    before.start.click()
    assert not stand.page.under_way
    assert stand.repository.sessions() == ()


def test_a_yes_is_handed_on_at_once_with_all_answers(stand: Stand, qtbot) -> None:
    stand.page.begin(routine("nod"))
    first, second = stand.page.before.questions[:2]
    first.button(yes=False).click()
    with qtbot.waitSignal(stand.page.danger_answered) as handed:
        second.button(yes=True).click()
    assert handed.args == [{QUESTIONS[0].id: False, QUESTIONS[1].id: True}]


def test_a_session_that_the_lock_refuses_is_not_begun(stand: Stand) -> None:
    stand.repository.lock = lock_on(FakeEntryRepository(make_check(level=Urgency.URGENT)), NOON)
    stand.start("nod")
    assert not stand.page.under_way
    assert "Exercise is closed" in words_in(stand.page.before)
    stand.page.before.start.click()
    assert not stand.page.under_way


def test_after_a_no_a_yes_still_closes_the_session(stand: Stand) -> None:
    before = stand.page.before
    stand.page.begin(routine("nod"))
    stand.answer()
    before.questions[2].button(yes=True).click()
    assert before.blocked
    assert not before.start.isEnabled()


@pytest.mark.parametrize("pain", [7, 8, 9, 10])
def test_strong_pain_means_not_today(stand: Stand, pain: int) -> None:
    stand.page.begin(routine("nod"))
    stand.answer(pain)
    stand.page.before.start.click()
    assert stand.page.before.blocked
    assert "Not today" in words_in(stand.page.before)
    assert stand.repository.sessions() == ()


def test_opening_again_asks_again(stand: Stand) -> None:
    stand.page.begin(routine("nod"))
    stand.answer(8)
    stand.page.before.start.click()
    stand.page.begin(routine("nod"))
    assert not stand.page.before.blocked
    assert not stand.page.before.start.isEnabled()


def test_not_now_closes_the_page(stand: Stand, qtbot) -> None:
    stand.page.begin(routine("nod"))
    with qtbot.waitSignal(stand.page.closed):
        stand.page.before.cancel.click()


def test_where_nothing_can_be_saved_it_says_so_and_the_person_decides(stand: Stand, qtbot) -> None:
    stand.repository.disk_full = True
    stand.page.begin(routine("nod"))
    stand.answer()
    stand.page.before.start.click()
    assert not stand.page.under_way
    assert "cannot be saved" in words_in(stand.page.before)
    stand.page.before.start.click()
    assert stand.page.under_way
    assert "not being saved" in stand.page.player.trouble.text()
    stand.to_the_end()
    with qtbot.waitSignal(stand.page.finished) as done:
        stand.page.after.save.click()
    assert done.args == [None]
    assert "not saved" in stand.page.after.summary


def test_one_minute_is_said_in_the_singular(stand: Stand) -> None:
    before = stand.page.before
    before.open(routine("nod"), 1)
    assert "1 exercise, about 1 minute" in words_in(before)
    assert "1 minutes" not in words_in(before)


def test_the_side_that_comes_first_can_be_chosen_for_today(stand: Stand) -> None:
    stand.page.begin(routine("nod", "reach"))
    before = stand.page.before
    assert before.start_side.isVisible()
    assert before.start_side.side is Side.LEFT
    stand.answer()
    before.start_side.choose(Side.RIGHT)
    before.start.click()
    assert stand.page.run is not None
    sides = [s.side for s in stand.page.run.script.segments if s.side is not None]
    assert (sides[0], sides[-1]) == (Side.RIGHT, Side.LEFT)


def test_no_side_is_asked_for_where_both_work_together(stand: Stand) -> None:
    stand.page.begin(routine("nod"))
    assert not stand.page.before.start_side.isVisible()


def test_sides_that_begin_differently_stay_so_unless_one_is_chosen(stand: Stand) -> None:
    plain = routine("reach", "reach")
    first, second = plain.slots
    mixed = replace(plain, slots=(first, replace(second, start_side=Side.RIGHT)))
    stand.page.begin(mixed)
    assert stand.page.before.start_side.side is None
    stand.answer()
    stand.page.before.start.click()
    assert stand.page.run is not None
    assert stand.page.run.routine == mixed


# --- the look of it -------------------------------------------------------------------------


def test_the_ring_keeps_its_size_while_the_next_step_changes(stand: Stand) -> None:
    stand.start("reach")
    sizes = set()
    for _ in range(40):
        QCoreApplication.processEvents()
        sizes.add(stand.page.player.ring.size().toTuple())
        stand.go(1.0)
    assert len(sizes) == 1


def test_an_extra_set_is_named_as_one(stand: Stand) -> None:
    plain = routine("reach")
    slot = replace(plain.slots[0], extra_set=Side.RIGHT)
    stand.page.begin(replace(plain, slots=(slot,)))
    stand.answer()
    stand.page.before.start.click()
    while not stand.shown.extra_set:
        assert "extra set" not in words_in(stand.page.player)
        stand.go(1.0)
    assert stand.shown.part is Part.REST_SET
    assert "One extra set with the RIGHT" in words_in(stand.page.player)
    assert "extra set" in words_in(stand.page.player)


def test_the_way_to_breathe_is_said_while_it_matters(stand: Stand) -> None:
    stand.start("reach")
    press(stand, Qt.Key.Key_F)
    floor = stand.page.lead.floor
    assert floor is not None
    said = set()
    while stand.page.under_way:
        labels = [label.text() for label in floor.findChildren(QLabel)]
        said.add((stand.shown.breath.value, "Breathe out" in labels))
        stand.go(0.5)
    assert said == {("out", True), ("free", False)}


# --- keys -----------------------------------------------------------------------------------


def test_space_pauses_and_goes_on_after_a_re_count(stand: Stand) -> None:
    stand.start()
    stand.go(3)
    press(stand, Qt.Key.Key_Space)
    assert stand.shown.state is State.PAUSED
    press(stand, Qt.Key.Key_Space)
    assert stand.shown.state is State.RECOUNT
    stand.go(3)
    assert stand.shown.state is State.RUNNING
    assert stand.shown.position_s == 3.0


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_the_black_screen_button_of_a_presenter_pauses(stand: Stand, key: Qt.Key) -> None:
    stand.start()
    stand.go(3)
    press(stand, key)
    assert stand.shown.state is State.PAUSED


def test_where_large_text_leaves_no_room_an_exercise_to_go_to_can_still_be_read(
    stand: Stand,
) -> None:
    stand.page.resize(960, 600)
    stand.page.player._style.apply(ThemeChoice.LIGHT, 200, MotionChoice.ALWAYS)
    stand.start("nod", "reach")
    press(stand, Qt.Key.Key_Space)
    QCoreApplication.processEvents()
    jump = stand.page.player.findChild(QComboBox)
    assert jump is not None
    assert jump.width() > jump.fontMetrics().horizontalAdvance("2. Arm reach")


@pytest.mark.parametrize("word", ["Back", "Pause", "Next", "Repeat", "That hurt", "End"])
def test_the_arrow_goes_on_whatever_button_has_the_focus(stand: Stand, word: str) -> None:
    stand.start()
    buttons = stand.page.player.controls.findChildren(QAbstractButton)
    button = next(b for b in buttons if b.accessibleName() == word)
    button.setFocus()
    assert stand.shown.kind is SegmentKind.GET_READY
    QTest.keyClick(button, Qt.Key.Key_Right)
    assert stand.shown.kind is SegmentKind.MOVE


def test_a_question_shows_which_answer_space_would_press(stand: Stand) -> None:
    stand.start()
    press(stand, Qt.Key.Key_Escape)
    ask = stand.page.player.ask
    assert ask.buttons[0].hasFocus()
    assert ask.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def test_while_a_question_stands_nothing_says_that_space_goes_on(stand: Stand) -> None:
    stand.start()
    press(stand, Qt.Key.Key_Space)
    assert "Press Space to go on" in words_in(stand.page.player)
    press(stand, Qt.Key.Key_Escape)
    assert "Press Space to go on" not in words_in(stand.page.player)
    press(stand, Qt.Key.Key_Escape)
    assert "Press Space to go on" in words_in(stand.page.player)


def test_answers_stand_at_the_end_of_the_bar_and_the_words_have_the_rest(stand: Stand) -> None:
    stand.start()
    press(stand, Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    ask = stand.page.player.ask
    last = ask.buttons[-1]
    assert ask.width() - last.mapTo(ask, last.rect().topRight()).x() < 40
    assert len({b.mapTo(ask, b.rect().topLeft()).y() for b in ask.buttons}) == 1


def test_space_pauses_whatever_button_has_the_focus(stand: Stand) -> None:
    stand.start()
    for button in stand.page.player.controls.findChildren(QAbstractButton):
        button.setFocus()
        before = stand.shown.position_s
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert stand.shown.state is State.PAUSED
        assert stand.shown.position_s == before
        press(stand, Qt.Key.Key_Space)
        stand.go(3)


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_PageDown])
def test_right_and_a_presenter_go_to_what_comes_next(stand: Stand, key: Qt.Key) -> None:
    stand.start()
    stand.go(2)
    press(stand, key)
    assert (stand.shown.part, stand.shown.rep_number) == (Part.REPEAT, 1)
    press(stand, key)
    assert stand.shown.rep_number == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_PageUp])
def test_left_goes_back_to_the_start_of_the_repetition(stand: Stand, key: Qt.Key) -> None:
    stand.start()
    stand.go(14)
    press(stand, key)
    assert stand.shown.position_s == 10.0


def test_r_repeats(stand: Stand) -> None:
    stand.start()
    stand.go(16.5)  # in the pause after the first repetition
    press(stand, Qt.Key.Key_R)
    assert (stand.shown.rep_number, stand.shown.position_s) == (1, 10.0)


def report(stand: Stand, nrs: int | None, button: str, *, numb: bool = False) -> None:
    """Say that it hurt, how badly, and choose what to do."""
    press(stand, Qt.Key.Key_P)
    face = stand.page.hurt
    assert face.isVisible()
    face.pain.set_value(None)
    if nrs is not None:
        QTest.keyClick(face.pain, str(nrs))
    face.numb.set_ticked(numb)
    choice = next(b for b in face.findChildren(QAbstractButton) if b.text() == button)
    assert choice.isVisibleTo(face)
    assert choice.isEnabled()
    choice.click()


def test_p_stops_at_once_and_asks_how_bad_before_it_offers_a_way(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    press(stand, Qt.Key.Key_P)
    face = stand.page.hurt
    assert stand.shown.state is State.PAUSED
    assert "Nod" in words_in(face)
    assert not any(b.isEnabled() for b in (face.easier, face.skip, face.end))
    QTest.keyClick(face.pain, "3")
    assert all(b.isEnabled() for b in (face.skip, face.end))


def test_what_hurt_is_on_record_with_its_exercise_and_place(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    press(stand, Qt.Key.Key_P)
    face = stand.page.hurt
    QTest.keyClick(face.pain, "3")
    face.sharp.set_ticked(True)
    next(b for b in face.findChildren(QAbstractButton) if b.text() == "Buttock").click()
    face.skip.click()
    [kept] = stand.entries.all(HurtEvent)
    assert (kept.exercise_id, kept.place, kept.nrs, kept.sharp) == ("nod", "Buttock", 3, True)
    assert kept.choice is HurtChoice.SKIP
    assert (stand.shown.slot, stand.shown.part) == (1, Part.REST_EXERCISE)


def test_the_easier_version_takes_one_step_down_and_waits_for_the_person(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    planned = stand.page.run.script.planned_reps
    report(stand, 2, "Easier version")
    assert stand.page.player.isVisible()
    assert stand.shown.slot == 0
    assert stand.page.run.script.planned_reps < planned


@pytest.mark.parametrize(("nrs", "numb"), [(6, False), (9, False), (None, True), (0, True)])
def test_strong_pain_and_numbness_leave_only_the_end(
    stand: Stand, nrs: int | None, numb: bool
) -> None:
    stand.start()
    stand.go(12)
    press(stand, Qt.Key.Key_P)
    face = stand.page.hurt
    if nrs is not None:
        QTest.keyClick(face.pain, str(nrs))
    face.numb.set_ticked(numb)
    assert not face.easier.isVisibleTo(face)
    assert not face.skip.isVisibleTo(face)
    face.end.click()
    assert not stand.page.under_way
    stand.page.after.save.click()
    assert stand.page.after.check.isVisibleTo(stand.page.after)


def test_the_third_time_ends_the_session(stand: Stand) -> None:
    stand.start("nod", "reach", "nod")
    stand.go(12)
    report(stand, 1, "Skip it")
    report(stand, 1, "Skip it")
    press(stand, Qt.Key.Key_P)
    face = stand.page.hurt
    QTest.keyClick(face.pain, "1")
    assert not face.skip.isVisibleTo(face)
    face.end.click()
    assert not stand.page.under_way


def test_a_key_pressed_by_mistake_leaves_nothing_on_record(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    report(stand, None, "Pressed by mistake")
    assert stand.entries.all(HurtEvent) == ()
    assert stand.shown.state is State.PAUSED
    press(stand, Qt.Key.Key_Space)
    stand.go(3)
    assert (stand.shown.state, stand.shown.slot) == (State.RUNNING, 0)


def test_esc_asks_and_a_second_esc_stays(stand: Stand) -> None:
    stand.start()
    stand.go(17)
    press(stand, Qt.Key.Key_Escape)
    assert stand.shown.state is State.PAUSED
    assert stand.page.player.ask.heading == "End here? The 1 repetition you did is saved."
    press(stand, Qt.Key.Key_Escape)
    assert not stand.page.player.ask.isVisible()
    assert stand.shown.state is State.RECOUNT


def test_ending_early_is_kept_as_such(stand: Stand) -> None:
    stand.start()
    stand.go(17)
    press(stand, Qt.Key.Key_Escape)
    QTest.keyClick(stand.page.player.ask.buttons[1], Qt.Key.Key_Return)
    (kept,) = stand.repository.sessions()
    assert (kept.status, len(kept.reps)) == (SessionStatus.ENDED_EARLY, 1)
    assert stand.page.after.isVisible()


def test_keys_do_nothing_else_while_a_question_stands(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    press(stand, Qt.Key.Key_P)
    before = stand.shown
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_R, Qt.Key.Key_F, Qt.Key.Key_P):
        press(stand, key)
    assert stand.shown == before
    assert stand.page.lead.floor is None


def test_space_presses_the_answer_that_has_the_focus(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    press(stand, Qt.Key.Key_Escape)
    stand.page.player.ask.buttons[1].setFocus()
    press(stand, Qt.Key.Key_Space)
    assert not stand.page.under_way  # the answer was "End"


# --- floor view -----------------------------------------------------------------------------


def test_f_shows_the_floor_view_and_f_leaves_it(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    press(stand, Qt.Key.Key_F)
    floor = stand.page.lead.floor
    assert floor is not None
    stand.go(1)
    assert stand.stages[1].row == stand.shown.row
    QTest.keyClick(floor, Qt.Key.Key_Space)
    assert stand.shown.state is State.PAUSED
    QTest.keyClick(floor, Qt.Key.Key_F)
    assert stand.page.lead.floor is None
    assert stand.stages[0].row == stand.shown.row


def test_closing_the_floor_view_goes_back_to_the_window(stand: Stand) -> None:
    stand.start()
    press(stand, Qt.Key.Key_F)
    floor = stand.page.lead.floor
    assert floor is not None
    floor.close()
    assert stand.page.lead.floor is None
    assert stand.page.under_way


def test_that_hurt_works_in_the_floor_view(stand: Stand) -> None:
    stand.start("nod")
    press(stand, Qt.Key.Key_F)
    floor = stand.page.lead.floor
    assert floor is not None
    QTest.keyClick(floor, Qt.Key.Key_P)
    assert stand.shown.state is State.PAUSED
    assert stand.page.lead.floor is None
    assert stand.page.hurt.isVisible()
    QTest.keyClick(stand.page.hurt.pain, "1")
    stand.page.hurt.skip.click()  # the only exercise
    assert stand.page.after.isVisible()


# --- figure and clock -----------------------------------------------------------------------


def test_the_figure_is_where_the_player_says_at_any_moment(stand: Stand) -> None:
    stand.start("reach", "nod")
    keys = {20: Qt.Key.Key_Space, 26: Qt.Key.Key_Space, 60: Qt.Key.Key_Left, 90: Qt.Key.Key_R}
    sides = set()
    for tick in range(700):
        stand.go(0.137, step=0.137)
        if tick in keys:
            press(stand, keys[tick])
        if not stand.page.under_way:
            break
        shown = stand.shown
        stage = stand.stages[0]
        if shown.digit_due_s > 0.012:  # just before a change the figure waits for it
            assert stage.row == shown.row
        assert stage.shown == (shown.exercise_id, shown.side.value if shown.side else "")
        sides.add(stage.shown)
    assert {("reach", "left"), ("reach", "right"), ("nod", "")} <= sides


def test_nothing_ticks_while_hidden_paused_or_asked(stand: Stand) -> None:
    page = stand.page
    assert not page.lead.ticking
    stand.start()
    assert page.lead.ticking
    press(stand, Qt.Key.Key_Space)
    assert not page.lead.ticking
    press(stand, Qt.Key.Key_Space)
    assert page.lead.ticking
    page.hide()
    assert not page.lead.ticking
    assert stand.shown.state is State.PAUSED
    page.show()
    assert not page.lead.ticking


def test_a_computer_that_slept_is_found_paused_with_the_reason(stand: Stand) -> None:
    stand.start()
    stand.go(12)
    at = stand.shown.position_s
    stand.clock.suspend(3600)
    stand.page.lead.look()
    assert (stand.shown.state, stand.shown.position_s) == (State.PAUSED, at)
    assert "does not count" in words_in(stand.page.player)


# --- record ---------------------------------------------------------------------------------


def test_each_repetition_is_kept_before_anything_of_the_next_is_shown(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.start("nod")
    player = stand.page.player
    seen: list[tuple[int, str]] = []
    keep = stand.repository.add_rep

    def watch(session_id, rep) -> None:
        keep(session_id, rep)
        seen.append((rep.rep_number, player.shown_repetition))

    monkeypatch.setattr(stand.repository, "add_rep", watch)
    stand.to_the_end()
    assert seen == [(n, f"{n} of 4") for n in (1, 2, 3, 4)]


def test_a_disk_that_is_full_for_a_while_loses_nothing(stand: Stand) -> None:
    stand.start("nod")
    stand.repository.disk_full = True
    stand.go(18)
    assert "Not saved yet" in stand.page.player.trouble.text()
    stand.repository.disk_full = False
    stand.go(8)
    assert stand.page.player.trouble.text() == ""
    stand.to_the_end()
    (kept,) = stand.repository.sessions()
    assert [rep.rep_number for rep in kept.reps] == [1, 2, 3, 4]


def test_a_disk_that_is_full_at_the_end_can_be_tried_again(stand: Stand, qtbot) -> None:
    stand.start("nod")
    stand.repository.disk_full = True
    stand.to_the_end()
    stand.page.after.save.click()
    assert "Not saved yet" in stand.page.after.trouble
    stand.repository.disk_full = False
    with qtbot.waitSignal(stand.page.finished):
        stand.page.after.save.click()
    (kept,) = stand.repository.sessions()
    assert (kept.status, len(kept.reps)) == (SessionStatus.COMPLETED, 4)


def test_after_the_end_the_pain_is_asked_and_all_is_kept(stand: Stand, qtbot) -> None:
    stand.start()
    stand.to_the_end()
    assert stand.page.after.isVisible()
    stand.page.after.pain.set_value(1)
    with qtbot.waitSignal(stand.page.finished) as done:
        stand.page.after.save.click()
    (kept,) = stand.repository.sessions()
    assert done.args == [kept]
    assert (kept.status, kept.nrs_before, kept.nrs_after) == (SessionStatus.COMPLETED, 2, 1)
    assert len(kept.reps) == kept.planned_reps == 12
    assert "2 before, 1 now" in stand.page.after.summary
    said = words_in(stand.page.after)
    assert "4 of 4 repetitions" in said
    assert "8 of 8 repetitions" in said
    with qtbot.waitSignal(stand.page.closed):
        stand.page.after.done.click()


def test_the_pain_after_may_be_left_out(stand: Stand) -> None:
    stand.start("nod")
    stand.to_the_end()
    stand.page.after.save.click()
    assert stand.repository.sessions()[0].nrs_after is None


def test_closing_the_window_keeps_what_was_done(stand: Stand) -> None:
    stand.start("nod")
    stand.go(17)
    stand.page.end_now()
    (kept,) = stand.repository.sessions()
    assert (kept.status, len(kept.reps)) == (SessionStatus.ENDED_EARLY, 1)


def test_a_session_under_way_is_not_begun_a_second_time(stand: Stand) -> None:
    stand.start("nod")
    stand.go(12)
    run = stand.page.run
    stand.page.begin(routine("reach"))
    assert stand.page.run is run


# --- heard and shown ------------------------------------------------------------------------


def test_starts_ends_and_side_changes_are_heard(stand: Stand) -> None:
    stand.start("reach")
    stand.go(10)
    assert stand.audio.heard == [Cue.RISE, Cue.RISE, Cue.RISE, Cue.START]
    stand.audio.heard.clear()
    stand.go(4)  # out, and a hold of two seconds
    assert stand.audio.heard == [Cue.FALL, Cue.END]
    while stand.shown.kind is not SegmentKind.SIDE_CHANGE:
        stand.go(0.5)
    assert stand.audio.heard[-1] is Cue.SIDE


def test_what_comes_is_said_and_a_pause_hushes(stand: Stand) -> None:
    stand.start("reach")
    assert stand.voice.said == ["Get ready. Arm reach. Left arm up"]
    stand.go(10.0)
    assert stand.voice.said[-1] == "Reach"
    press(stand, Qt.Key.Key_Space)
    assert stand.voice.hushed == 1


def test_a_half_way_cue_can_be_switched_off(stand: Stand) -> None:
    heard = {}
    for on in (True, False):
        stand.ways.append(Ways(half_way=on))
        stand.page.begin(with_hold(24))
        stand.answer()
        stand.page.before.start.click()
        stand.audio.heard.clear()
        stand.voice.said.clear()
        stand.go(28.0)
        heard[on] = (Cue.HALF in stand.audio.heard, "Half way" in stand.voice.said)
        stand.page.end_now()
    assert heard == {True: (True, True), False: (False, False)}


def test_a_flash_shows_with_each_tone_where_it_is_wanted(stand: Stand) -> None:
    stand.start("nod")
    stand.go(8.0)
    assert not flashing(stand)
    stand.page.end_now()
    stand.ways.append(Ways(flash=True))
    stand.start("nod")
    stand.go(7.0)
    assert flashing(stand)


def test_the_screen_stays_awake_while_the_session_runs(stand: Stand) -> None:
    stand.start("nod")
    assert stand.awake.wish == "hold"
    press(stand, Qt.Key.Key_Space)
    assert stand.awake.wish == "rest"
    press(stand, Qt.Key.Key_Space)
    assert stand.awake.wish == "hold"
    stand.page.end_now()
    assert stand.awake.wish == "release"


def test_a_counted_set_waits_for_done_where_the_person_likes_it_so(stand: Stand) -> None:
    stand.ways.append(Ways(waits_for_done=True))
    stand.page.begin(with_hold(0))
    stand.answer()
    stand.page.before.start.click()
    stand.go(12.0)
    assert stand.page.player.controls.next_button.text() == "Set done"
    stand.go(120.0)
    assert stand.shown.state is State.AWAITING
    assert stand.page.player.controls.pause_button.text() == "Done"
    assert stand.page.player.controls.pause_button.toolTip() == "Done (Space)"
    assert "Press Done" in words_in(stand.page.player)
    before = stand.shown.segment
    press(stand, Qt.Key.Key_Space)
    assert stand.page.run is not None
    assert not stand.page.under_way or stand.shown.segment > before


def test_set_done_ends_the_set_early_by_button_and_by_key(stand: Stand) -> None:
    stand.ways.append(Ways(waits_for_done=True))
    for by_key in (True, False):
        stand.page.begin(with_hold(0, sets=2))
        stand.answer()
        stand.page.before.start.click()
        stand.go(12.0)
        if by_key:
            press(stand, Qt.Key.Key_Right)
        else:
            stand.page.player.controls.next_button.click()
        assert stand.shown.part is Part.REST_SET
        assert stand.page.run is not None
        assert len(stand.page.run.reps) == stand.shown.reps_done > 1
        stand.page.end_now()


def test_while_paused_one_can_go_to_any_exercise(stand: Stand) -> None:
    stand.start("nod", "reach")
    stand.go(12.0)
    jump = stand.page.player.findChild(QComboBox)
    assert jump is not None
    assert not jump.isVisible()
    press(stand, Qt.Key.Key_Space)
    assert jump.isVisible()
    assert [jump.itemText(i) for i in range(jump.count())] == ["1. Nod", "2. Arm reach"]
    jump.activated.emit(1)
    assert (stand.shown.slot, stand.shown.part) == (1, Part.READY)
    assert stand.shown.state is State.PAUSED


def test_a_hold_that_is_left_is_kept_with_what_was_held(stand: Stand) -> None:
    stand.page.begin(with_hold(24))
    stand.answer()
    stand.page.before.start.click()
    while stand.shown.kind is not SegmentKind.HOLD:
        stand.go(0.5)
    stand.go(10.0)
    press(stand, Qt.Key.Key_Right)
    [rep] = stand.repository.sessions()[0].reps
    assert rep.held_s == pytest.approx(10.0, abs=0.5)
    assert rep.planned_hold_s == 24.0


def test_missing_sound_is_said_before_the_session_in_plain_words(stand: Stand) -> None:
    stand.audio.trouble = "No sound here."
    stand.page.begin(routine("nod"))
    assert "No sound here." in words_in(stand.page.before)
    stand.answer()
    stand.page.before.start.click()
    assert "No sound here." not in words_in(stand.page.player)


def test_everything_that_can_be_used_has_a_name(stand: Stand) -> None:
    stand.page.begin(routine("nod"))

    def nameless() -> list[str]:
        return [
            type(widget).__name__
            for widget in stand.page.findChildren(QAbstractButton)
            if widget.isVisible()
            and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]

    assert nameless() == []
    stand.start("reach")
    assert nameless() == []
    press(stand, Qt.Key.Key_P)
    assert nameless() == []


def test_the_ring_is_a_progress_bar_to_a_screen_reader(stand: Stand) -> None:
    stand.start("reach")
    stand.go(2.5)
    ring = stand.page.player.ring
    seen = QAccessible.queryAccessibleInterface(ring)
    assert seen.role() == QAccessible.Role.ProgressBar
    assert seen.valueInterface().currentValue() == 8
    assert ring.number == "8"
    assert ring.fraction == pytest.approx(0.75)
    press(stand, Qt.Key.Key_Space)
    assert ring.dotted


def test_the_window_never_has_to_grow(stand: Stand) -> None:
    stand.start("reach")
    press(stand, Qt.Key.Key_P)
    least = stand.page.minimumSizeHint()
    assert least.width() <= 640
    assert least.height() <= 480


# --- letting go -----------------------------------------------------------------------------


def test_the_page_is_freed(qtbot) -> None:
    style = Style()

    def refuse() -> None:
        raise UserError("nothing to store here")

    page = SessionPage(
        style=style,
        library=LIBRARY,
        stages=FakeStage,
        recorder=refuse,
        clock=FakeClock(),
        outlets=Outlets(SilentAudio(), FakeVoice(), FakeAwake()),
        contacts=Contacts,
        next_step=str,
        timings=Timings,
    )
    page.begin(routine("nod"))
    gone = weakref.ref(page)
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None


def test_in_a_narrow_window_that_hurt_keeps_its_words(qtbot) -> None:
    style = Style(choice=ThemeChoice.LIGHT, text_percent=200)
    made = Controls(style=style)
    qtbot.addWidget(made)
    made.set_room(820, low=True)
    assert [b.text() for b in made.findChildren(QPushButton) if b.text()] == ["That hurt"]
    assert made.minimumSizeHint().width() <= 820
    style.deleteLater()


# --- the language ---------------------------------------------------------------------------


def own_words() -> set[str]:
    """The words of the exercises, which were read before the test began."""
    return {"Test routine"} | {
        words
        for each in LIBRARY
        for words in (each.name, each.side_word, each.breath, *_steps(each), *_phases(each))
        if words
    }


def _steps(exercise: Exercise) -> list[str]:
    return [step.text for step in exercise.steps]


def _phases(exercise: Exercise) -> list[str]:
    return [name for row in exercise.motion.rows for name in (row.phase, row.hold_phase)]


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(stand: Stand) -> None:
    own = sorted(own_words(), key=len, reverse=True)
    stand.start("nod", "reach")
    while stand.page.under_way:
        stand.go(1.0)
        assert gaps(stand.page.player, own) == []
    press(stand, Qt.Key.Key_F)
    assert gaps(stand.page.after, own) == []
    stand.page.after.save.click()
    assert gaps(stand.page.after, [*own, "The dose stays as it is."]) == []
    assert [said for said in stand.voice.said if gap(said, own)] == []


@pytest.mark.usefixtures("pseudo")
def test_every_word_of_the_questions_is_translated(stand: Stand) -> None:
    own = sorted(own_words(), key=len, reverse=True)
    stand.page.begin(routine("nod"))
    assert gaps(stand.page.before, own) == []
    stand.page.before.questions[0].button(yes=True).click()
    assert gaps(stand.page.before, own) == []
    stand.page.hurt.open("Nod", times=3, easier=True)
    stand.page.hurt.numb.set_ticked(True)
    assert gaps(stand.page.hurt, own) == []
