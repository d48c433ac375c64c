"""Going through the check in the window, with a mouse, a keyboard or a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget, QWizard

from sijoint_desktop.core.side import Side
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.urgency import Urgency
from sijoint_desktop.ui.checker.demonstrator import Demonstrator
from sijoint_desktop.ui.checker.rows import ChoiceRow, NumberRow, TickRow
from sijoint_desktop.ui.style.widgets import Chip
from tests.triage.shipped import CHECK, walk

MAN = {"age": 40, "sex": "male"}
DONE, _ = walk(
    {
        **MAN,
        "side": "left",
        "buttock_pain": Reply.YES,
        "sit_long_stiff": Reply.YES,
        "feels_stuck": Reply.YES,
        "duration": "2_6wk",
    }
)


SELF_TESTED = tuple(c for s in CHECK.flow.sections if s.page is Page.SELF_TESTS for c in s.codes)


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def tick(stand, code: str) -> None:
    row = stand.questions.rows[code]
    assert isinstance(row, TickRow)
    row.box.click()


def test_age_and_sex_open_the_way(stand) -> None:
    check = stand({})
    assert not check.go_on.isEnabled()
    age, sex = (check.questions.rows[code] for code in ("age", "sex"))
    assert isinstance(age, NumberRow)
    assert isinstance(sex, ChoiceRow)
    age.box.setValue(40)
    assert not check.go_on.isEnabled()
    sex.button("male").click()
    assert check.go_on.isEnabled()
    check.go_on.click()
    assert check.page is Page.EMERGENCY_SIGNS


def test_pregnancy_is_asked_where_it_can_be_and_its_weeks_after_a_yes(stand) -> None:
    check = stand({"age": 30})
    rows = check.questions.rows
    rows["sex"].button("male").click()
    assert not rows["pregnancy_status"].isVisible()
    rows["sex"].button("female").click()
    assert rows["pregnancy_status"].isVisible()
    assert not rows["gestation_band"].isVisible()
    rows["pregnancy_status"].button("pregnant").click()
    assert rows["gestation_band"].isVisible()
    assert not check.go_on.isEnabled()


def test_none_of_these_is_a_deliberate_choice_and_the_only_way_on_without_a_tick(stand) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    assert not check.questions.none.isChecked()
    assert not check.go_on.isEnabled()
    check.questions.none.click()
    assert check.go_on.isEnabled()
    check.go_on.click()
    assert check.page is Page.WARNING_SIGNS
    assert check.wizard.sitting.answers.get("ces_bowel") == Reply.NO


def test_a_tick_takes_none_of_these_away_and_leads_to_help_at_once(stand) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    check.questions.none.click()
    tick(check, "ces_bowel")
    assert not check.questions.none.isEnabled()
    assert not check.questions.none.isChecked()
    check.go_on.click()
    assert check.page is Page.RESULT
    said = words_in(check.wizard)
    assert "Get emergency help now" in said
    assert "999 or 112 (United Kingdom)" in said
    assert "You cannot hold your poo" in said
    assert "Exercises are paused." in said
    assert "Use this routine" not in [b.text() for b in check.wizard.findChildren(QAbstractButton)]


def test_what_a_screen_reader_toggles_is_an_answer_like_a_click(stand) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    sign = check.questions.rows["ces_bowel"].box
    sign.toggle()  # it never clicks
    assert check.wizard.sitting.answers.get("ces_bowel") == Reply.YES
    sign.toggle()
    assert check.wizard.sitting.answers.get("ces_bowel") == Reply.NO
    check.questions.none.toggle()
    assert check.go_on.isEnabled()


def test_back_corrects_a_mistaken_tick_and_both_answers_stay_on_record(stand) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    tick(check, "ces_bowel")
    check.go_on.click()
    check.wizard.button(QWizard.WizardButton.BackButton).click()
    assert check.page is Page.EMERGENCY_SIGNS
    tick(check, "ces_bowel")
    check.to(Page.WARNING_SIGNS)
    assert check.wizard.sitting.answers.get("ces_bowel") == Reply.NO
    assert check.wizard.sitting.corrected == {"ces_bowel": (Reply.YES,)}


def test_an_answer_is_in_the_draft_before_the_page_is_left(stand, qtbot) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    with qtbot.waitSignal(check.wizard.drafted) as drafted:
        tick(check, "ces_bowel")
    assert drafted.args[0].answers.get("ces_bowel") == Reply.YES
    assert drafted.args[0].page is Page.EMERGENCY_SIGNS


def test_back_keeps_every_answer(stand) -> None:
    check = stand(DONE.replies, Page.TRIGGERS)
    for _ in range(6):
        check.wizard.button(QWizard.WizardButton.BackButton).click()
    assert check.page is Page.START
    check.to(Page.TRIGGERS)
    assert check.questions.rows["feels_stuck"].box.isChecked()


def test_a_result_cannot_be_put_aside_and_an_answer_is_said_with_its_value(stand) -> None:
    check = stand({**DONE.replies, "pain_avg_week": 5}, Page.RESULT)
    assert "You said: Pain on most days of the last week: 5" in words_in(check.wizard)
    visible = [b.text() for b in check.wizard.findChildren(QAbstractButton) if b.isVisible()]
    assert "Save and close" not in visible


def test_a_complete_check_shows_pattern_plan_and_reasons(stand) -> None:
    check = stand(DONE.replies, Page.RESULT)
    said = words_in(check.wizard)
    for words in (
        "You can exercise at home",
        "Your answers look most like stiffness",
        "No home test can measure",
        "After a long sit +2",
        "Does it fit the SI joint? 3 points",
        "everything else builds on it",
        "It is not a diagnosis",
    ):
        assert words in said, words


def test_a_check_without_a_pattern_says_so(stand) -> None:
    nothing = dict.fromkeys(("sit_long_stiff", "morning_stiff_short", "feels_stuck"), Reply.NO)
    check = stand({**DONE.replies, **nothing}, Page.RESULT)
    assert "Your answers show no clear pattern" in words_in(check.wizard)


@pytest.mark.parametrize(
    ("replies", "opens"),
    [
        ({"fever_chills": Reply.YES}, "in 48 hours or later"),
        ({"worried": Reply.YES}, "on the Check page that you were seen and cleared"),
        ({"age": 17}, "for adults of 18 and over"),
    ],
)
def test_a_result_says_its_day_and_what_opens_exercise_again(stand, replies, opens: str) -> None:
    given, _ = walk({**DONE.replies, **replies})
    said = words_in(stand(given.replies, Page.RESULT).wizard)
    assert opens in said
    assert "Check of 22 November 2026." in said


def test_the_routine_of_the_plan_can_be_taken(stand, qtbot) -> None:
    check = stand(DONE.replies, Page.RESULT)
    view = check.wizard.page_of(Page.RESULT).shown
    with qtbot.waitSignal(view.use_wished) as taken:
        view.plan.use.click()
    assert len(taken.args[0].slots) == 6


def test_who_did_the_self_tests_without_a_finding_need_tick_nothing(stand) -> None:
    given = {c: v for c, v in DONE.replies.items() if c not in SELF_TESTED}
    check = stand(given, Page.SELF_TESTS)
    assert not check.go_on.isEnabled()
    assert not check.questions.none.isChecked()
    check.questions.rows["aslr_heavy"].button("none").click()
    assert check.go_on.isEnabled()
    check.go_on.click()
    assert check.page is Page.RESULT
    assert check.wizard.sitting.answers.get("fig4_tight") == Reply.NO


def test_self_tests_can_be_left_out(stand) -> None:
    without = {c: v for c, v in DONE.replies.items() if c not in ("aslr_heavy", "fig4_tight")}
    check = stand(without, Page.SELF_TESTS)
    assert check.page is Page.SELF_TESTS
    assert not check.go_on.isEnabled()
    check.questions.none.click()
    check.go_on.click()
    assert check.page is Page.RESULT
    assert check.wizard.sitting.answers.get("fig4_tight") == Reply.SKIPPED


def test_closing_half_way_hands_the_draft_on(stand) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    check.said.clear()
    QTest.keyClick(check.wizard, Qt.Key.Key_Escape)
    assert [name for name, _ in check.said] == ["drafted"]
    assert check.wizard.sitting.page is Page.EMERGENCY_SIGNS


def test_a_result_that_was_seen_counts_as_left_however_the_check_is_closed(stand) -> None:
    for close in ("accept", "reject"):
        check = stand({**MAN, "ces_bowel": Reply.YES}, Page.EMERGENCY_SIGNS)
        check.questions.none.setChecked(False)
        check.go_on.click()
        getattr(check.wizard, close)()
        names = [name for name, _ in check.said]
        assert names[-1] == "left"
        assert check.said[-1][1].level is Urgency.EMERGENCY


def test_a_draft_opens_where_it_was_left_and_no_further_than_its_answers_lead(stand) -> None:
    assert stand(DONE.replies, Page.HOW).page is Page.HOW
    assert stand(MAN, Page.HOW).page is Page.EMERGENCY_SIGNS


def test_each_sign_explains_itself_to_eye_and_ear(stand) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    row = check.questions.rows["ces_saddle_numb"]
    assert row.help.accessibleName().startswith("What does this mean?")
    assert row.box.accessibleName() == row.question.sign
    assert row.box.accessibleDescription() == row.question.means
    assert row.question.means not in words_in(row)
    row.help.click()
    assert row.question.means in words_in(row)


@pytest.mark.parametrize("page", [page for page in Page if page is not Page.RESULT])
def test_the_keyboard_reaches_every_answer_and_each_control_has_a_name(stand, page: Page) -> None:
    check = stand(DONE.replies, page)
    assert check.page is page
    for row in check.questions.rows.values():
        if row.isVisible():
            controls = [b for b in row.findChildren(QAbstractButton) if b.isVisible()]
            assert all(b.accessibleName() or b.text() for b in controls)
            assert any(b.focusPolicy() & Qt.FocusPolicy.TabFocus for b in controls)


def test_the_steps_say_where_one_is(stand) -> None:
    check = stand(MAN, Page.EMERGENCY_SIGNS)
    names = [label.accessibleName() for label in check.wizard.findChildren(QLabel)]
    assert "Step 2, Emergency signs, you are here" in names
    assert "Step 1, Before you start, done" in names
    assert "Step 9, Result, to come" in names


def test_the_self_tests_are_shown_one_at_a_time_with_their_stop_rule(stand, qtbot) -> None:
    check = stand(DONE.replies, Page.SELF_TESTS)
    shown = check.questions.demonstrator
    assert shown.shown.id == "aslr_plain"
    assert shown.stage.head.running
    assert "Stop at once if the pain is sharp, or if you get dizzy on your back." in words_in(shown)
    check.questions.rows["stork_stuck"].demo.click()
    assert shown.shown.id == "one_leg_stand"
    qtbot.waitUntil(lambda: "if you feel that you may fall" in words_in(shown))
    shown.sides[Side.LEFT].click()
    assert shown.stage.side is Side.LEFT
    shown.moving.click()
    assert not shown.stage.head.running


def offered(shown: Demonstrator) -> list[str]:
    chips = [chip for chip in shown.findChildren(Chip) if chip.isVisible()]
    return [chip.text() for chip in chips if chip not in shown.sides.values()]


def test_only_self_tests_that_suit_the_person_are_offered(stand) -> None:
    check = stand({**DONE.replies, "dizzy_on_back": Reply.YES}, Page.SELF_TESTS)
    names = offered(check.questions.demonstrator)
    assert names == ["Standing on one leg", "Ankle on the other knee", "Bending again and again"]


def test_nobody_with_thin_bones_is_shown_the_bending(stand) -> None:
    check = stand({**DONE.replies, "osteoporosis_known": Reply.YES}, Page.SELF_TESTS)
    names = offered(check.questions.demonstrator)
    assert "Bending again and again" not in names


def test_the_finger_test_is_shown_where_it_is_asked_for(stand) -> None:
    check = stand(DONE.replies, Page.WHERE)
    assert not check.questions.demonstrator.isVisible()
    check.questions.rows["fortin_one_finger"].demo.click()
    assert check.questions.demonstrator.isVisible()
    assert check.questions.demonstrator.shown.id == "one_finger"


@pytest.mark.parametrize(
    ("replies", "said"),
    [
        ({"sex": "male"}, False),
        ({"sex": "female", "pregnancy_status": "pregnant", "gestation_band": "wk_0_15"}, False),
        ({"sex": "female", "pregnancy_status": "pregnant", "gestation_band": "wk_16_19"}, True),
        ({"sex": "female", "pregnancy_status": "pregnant", "gestation_band": "not_sure"}, True),
        ({"sex": "female", "pregnancy_status": "not_sure"}, True),
    ],
)
def test_who_is_16_weeks_pregnant_or_more_is_told_how_to_lie(stand, replies, said: bool) -> None:
    given, _ = walk({**DONE.replies, **replies})
    check = stand(given.replies, Page.SELF_TESTS)
    assert ("pillows" in words_in(check.questions)) is said
