"""The Check page offers the check, keeps what it finds, and opens exercise as the rules say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from sijoint_desktop.app.checkup import Checkup, new_sitting
from sijoint_desktop.app.moment import stamp
from sijoint_desktop.app.reminder import check_due
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.routine.course import RuleId
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply, Value
from sijoint_desktop.triage.sitting import Sitting
from sijoint_desktop.triage.urgency import Urgency
from sijoint_desktop.ui.checker.country import CountryCard
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.style.style import Style
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.routine.whole_library import WHOLE
from tests.triage.shipped import CHECK
from tests.ui.checker.conftest import CONTACTS, PLANS, SELF_TESTS, make_stage, put_up
from tests.ui.checker.test_wizard import DONE, words_in


class Stand:
    """Checks over a fake repository; ``fault`` is raised in place of them where it is set."""

    def __init__(self) -> None:
        self.clock, self.entries = FakeClock(), FakeEntryRepository()
        self.checkup = Checkup(self.entries, self.clock)
        self.fault: UserError | None = None
        self.country: str | None = None

    def checks(self) -> Checkup:
        if self.fault is not None:
            raise self.fault
        return self.checkup


@pytest.fixture
def stand() -> Stand:
    return Stand()


@pytest.fixture
def page(kept: list[QWidget], qtbot, stand: Stand):
    style = Style(choice=ThemeChoice.LIGHT)
    made = CheckPage(
        checker=lambda: CHECK,
        checks=stand.checks,
        contacts=lambda: CONTACTS,
        plans=lambda: PLANS,
        self_tests=lambda: SELF_TESTS,
        make_stage=lambda: make_stage(style),
        new_sitting=new_sitting,
        country_to_ask=lambda: stand.country,
        due=lambda: check_due(stand.entries, (), stand.clock.now().date()),
        library=WHOLE,
        now=stand.clock.now,
        style=style,
    )
    put_up(made, kept, qtbot)
    yield made
    style.deleteLater()


def finish(page: CheckPage, **replies) -> None:
    """Begin a check, give the answers of a complete one with these in it, and close its result."""
    page.start()
    give(page, {**DONE.replies, **replies})


def give(page: CheckPage, replies: Mapping[str, Value]) -> None:
    """Give all answers of the check that is open, and close its result."""
    wizard = page.wizard
    assert wizard is not None
    wizard.sitting = wizard.sitting.answered(replies)
    for _ in Page:
        if wizard.currentId() < len(Page) - 1:
            wizard.currentPage().initializePage()
            wizard.next()
    wizard.accept()


def test_before_the_first_check_it_offers_one(page: CheckPage) -> None:
    said = words_in(page)
    assert "No check yet" in said
    page.start_button.click()
    assert page.wizard is not None
    assert page.currentWidget() is page.wizard


def test_a_finished_check_is_on_record_and_named(page: CheckPage, stand: Stand) -> None:
    finish(page)
    last = stand.checkup.last()
    assert last is not None
    assert last.level is Urgency.SELF_CARE
    assert page.wizard is None
    assert "Your last check: 22 November 2026" in words_in(page)
    assert "You can exercise at home" in words_in(page)


def test_a_clean_check_under_a_pause_says_what_stays_closed(page: CheckPage, stand: Stand) -> None:
    stand.checkup.pause_plan(RuleId.TWO_RED, "Two sessions within 7 days hurt too much.")
    stand.clock.advance(3600)
    page.start()
    assert page.wizard is not None
    page.wizard.sitting = page.wizard.sitting.answered(DONE.replies)
    while page.wizard.currentId() < len(Page) - 1:
        page.wizard.currentPage().initializePage()
        page.wizard.next()
    for said in (words_in(page.wizard), _after_closing(page)):
        assert "You can exercise at home" not in said
        assert "Two sessions within 7 days hurt too much." in said
        assert "They open when you were seen and cleared." in said
        assert "Use this routine" not in said
    assert stand.checkup.lock() is not None


def _after_closing(page: CheckPage) -> str:
    assert page.wizard is not None
    page.wizard.accept()
    return words_in(page)


def test_an_emergency_locks_and_says_why_and_whom_to_call(page: CheckPage, stand: Stand) -> None:
    finish(page, ces_bowel=Reply.YES)
    assert stand.checkup.lock() is not None
    said = words_in(page)
    assert "Get emergency help now" in said
    assert "You cannot hold your poo" in said
    assert "999 or 112 (United Kingdom)" in said
    assert not [label for label in page.findChildren(QLabel) if "seen and cleared" in label.text()]


def test_seen_and_cleared_opens_the_clinicians_level_with_a_day_that_can_be(
    page: CheckPage, stand: Stand, qtbot
) -> None:
    finish(page, worried=Reply.YES)
    stand.clock.advance(3 * 86400)
    page.refresh()
    for day in (date(2026, 11, 20), date(2026, 12, 24)):
        page.lock_card.seen_on.setDate(QDate(day.year, day.month, day.day))
        page.lock_card.cleared.click()
        assert stand.checkup.lock() is not None
        assert "choose the day you were seen" in words_in(page)
    page.lock_card.seen_on.setDate(QDate(2026, 11, 24))
    with qtbot.waitSignal(page.changed):
        page.lock_card.cleared.click()
    assert stand.checkup.lock() is None
    said = words_in(page)
    assert "paused" not in said
    assert "You were seen and cleared" in said
    with qtbot.waitSignal(page.routine_wished) as wished:
        page.plan_card.use.click()
    assert wished.args[0].slots
    filled = [
        b
        for b in page.findChildren(QPushButton)
        if b.property("kind") == "primary" and b.isVisibleTo(page)
    ]
    assert filled == [page.start_button]


def test_what_cannot_be_kept_is_said_and_an_emergency_is_shown_all_the_same(
    page: CheckPage, stand: Stand, qtbot
) -> None:
    page.start()
    wizard = page.wizard
    wizard.sitting = wizard.sitting.answered({**DONE.replies, "ces_bowel": Reply.YES})
    stand.fault = UserError("the disk is full; free some space")
    with qtbot.waitSignal(page.trouble) as trouble:
        for _ in range(2):
            wizard.currentPage().initializePage()
            wizard.next()
    assert trouble.args == ["Your check was not saved", "the disk is full; free some space"]
    assert "Get emergency help now" in words_in(page)
    stand.fault = None
    wizard.accept()
    assert stand.checkup.lock() is not None


def test_a_check_put_aside_can_be_gone_on_with(page: CheckPage) -> None:
    page.start()
    page.wizard.sitting = page.wizard.sitting.answered({"age": 40, "sex": "male"})
    page.wizard.currentPage().initializePage()
    page.wizard.next()
    page.wizard.reject()
    assert page.wizard is None
    page.go_on_button.click()
    assert page.wizard.sitting.page is Page.EMERGENCY_SIGNS
    assert page.wizard.sitting.answers.get("age") == 40


def test_a_tick_that_was_corrected_stays_on_record_although_the_check_was_put_aside(
    page: CheckPage, stand: Stand
) -> None:
    page.start()
    for answer in (Reply.YES, Reply.NO):
        page.wizard.sitting = page.wizard.sitting.answered({"ces_bowel": answer})
    page.wizard.reject()
    page.go_on_button.click()
    give(page, DONE.replies)
    last = stand.checkup.last()
    assert last is not None
    assert last.answers["ces_bowel"] == Reply.NO
    assert last.corrected == {"ces_bowel": (Reply.YES,)}


def test_a_draft_of_other_questions_is_not_offered(page: CheckPage, stand: Stand) -> None:
    sitting = Sitting(Page.START, Answers({"asked_no_more": Reply.YES}))
    stand.checkup.save_draft(sitting)
    page.refresh()
    assert "Go on with your check" not in [b.text() for b in page.findChildren(QAbstractButton)]


def test_a_check_of_two_weeks_ago_is_due_again(page: CheckPage, stand: Stand) -> None:
    finish(page)
    assert "Check again" not in words_in(page)
    stand.clock.advance(timedelta(days=14).total_seconds())
    page.refresh()
    assert "two weeks old or more. Check again." in words_in(page)


def test_pain_that_grew_since_the_last_check_asks_for_a_new_one(
    page: CheckPage, stand: Stand
) -> None:
    finish(page, pain_avg_week=2)
    stand.clock.advance(3600)
    stand.entries.put(PainEntry(nrs=5, **stamp(stand.clock)))
    page.refresh()
    assert "3 points or more above your last check. Check again." in words_in(page)


def test_the_plan_of_the_last_check_can_be_taken_later(page: CheckPage, qtbot) -> None:
    finish(page)
    with qtbot.waitSignal(page.routine_wished) as wished:
        page.plan_card.use.click()
    assert wished.args[0].slots


def test_a_check_on_record_names_the_routine_it_offered(page: CheckPage, stand: Stand) -> None:
    finish(page)
    kept = stand.checkup.last()
    assert kept is not None
    assert kept.routine_id
    stand.clock.advance(60)
    finish(page, worried=Reply.YES)
    assert stand.checkup.last().routine_id is None


def test_the_summary_of_a_result_can_be_had_at_once_and_later(page: CheckPage, qtbot) -> None:
    page.start()
    wizard = page.wizard
    wizard.sitting = wizard.sitting.answered({**DONE.replies, "ces_bowel": Reply.YES})
    for _ in range(2):
        wizard.currentPage().initializePage()
        wizard.next()
    view = wizard.page_of(Page.RESULT).shown
    assert "I cannot hold my poo" in words_in(view)
    with qtbot.waitSignal(page.summary_wished) as at_once:
        view.summary.click()
    wizard.accept()
    with qtbot.waitSignal(page.summary_wished) as later:
        page.summary_button.click()
    for outcome in (at_once.args[0], later.args[0]):
        assert outcome.result.level is Urgency.EMERGENCY
        assert outcome.answers.get("ces_bowel") == Reply.YES
        assert outcome.plan is None
    assert later.args[0].at == at_once.args[0].at


def test_a_check_that_todays_rules_would_judge_otherwise_gives_no_plan_and_no_summary(
    page: CheckPage, stand: Stand
) -> None:
    finish(page)
    kept = stand.checkup.last()
    later = kept.at + timedelta(minutes=1)
    stand.entries.put(replace(kept, id="other", level=Urgency.LIMITED, at=later))
    page.refresh()
    names = [b.text() for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page)]
    assert "Use this routine" not in names
    assert "Summary for a clinician" not in names


def test_the_country_is_asked_once_with_a_guess(page: CheckPage, stand: Stand, qtbot) -> None:
    stand.country = "NZ"
    page.start()
    card = page.wizard.findChild(CountryCard)
    assert card.choice.currentText() == "New Zealand"
    card.choice.setCurrentText("Ireland")
    page.wizard.sitting = page.wizard.sitting.answered({"age": 40, "sex": "male"})
    page.wizard.currentPage().initializePage()
    with qtbot.waitSignal(page.country_said) as said:
        page.wizard.next()
    assert said.args == ["IE"]
    page.wizard.reject()
    stand.country = None
    page.start()
    assert page.wizard.findChild(CountryCard) is None


def test_a_country_without_a_known_number_is_guessed_as_another(
    page: CheckPage, stand: Stand
) -> None:
    stand.country = "C"
    page.start()
    assert page.wizard.findChild(CountryCard).choice.currentText() == "Another country"


def test_a_draft_that_cannot_be_read_is_said(page: CheckPage, stand: Stand, qtbot) -> None:
    stand.fault = UserError("the history cannot be read; start the program again")
    with qtbot.waitSignal(page.trouble) as trouble:
        page.go_on()
    assert "cannot be read" in trouble.args[1]
    assert page.wizard is None


def test_the_routine_of_a_result_is_handed_on(page: CheckPage, qtbot) -> None:
    page.start()
    wizard = page.wizard
    wizard.sitting = wizard.sitting.answered(DONE.replies)
    for _ in range(8):
        wizard.currentPage().initializePage()
        wizard.next()
    with qtbot.waitSignal(page.routine_wished) as wished:
        wizard.page_of(Page.RESULT).shown.plan.use.click()
    assert wished.args[0].slots
    assert page.wizard is None


def test_records_that_cannot_be_read_are_said_and_nothing_is_offered(
    page: CheckPage, stand: Stand
) -> None:
    stand.fault = UserError("the history cannot be read; start the program again")
    page.refresh()
    assert "the history cannot be read" in words_in(page)
