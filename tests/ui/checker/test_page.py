"""The Check page offers the check, keeps what it finds, and opens exercise as the rules say."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import CheckDraft, CheckRecord, Clearance
from sijoint_desktop.history.records import local_parts
from sijoint_desktop.history.safety import lock_on, standing_checks
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.lock import checked, clearance
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.urgency import Urgency
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.style.style import Style
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.routine.whole_library import WHOLE
from tests.triage.shipped import CHECK
from tests.ui.checker.conftest import CONTACTS, PLANS
from tests.ui.checker.test_wizard import DONE, words_in


class FakeChecks:
    """Keeps checks in a fake repository, by the rules of the lock."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock, self.entries = clock, FakeEntryRepository()
        self.fault: UserError | None = None

    def _parts(self, id_: str = "") -> dict:
        at, local_date, offset = local_parts(self.clock.now())
        return {
            "id": id_ or uuid4().hex,
            "at": at,
            "local_date": local_date,
            "utc_offset_minutes": offset,
        }

    def save_draft(self, page, answers) -> CheckDraft:
        draft = CheckDraft(page=page, answers=dict(answers.replies), **self._parts("check"))
        return self.entries.put(draft)

    def draft(self) -> CheckDraft | None:
        return next(iter(self.entries.all(CheckDraft)), None)

    def record(self, result, answers, catalogue, *, sitting, corrected=None) -> CheckRecord:
        parts = self._parts()
        facts = checked(result, answers, catalogue, parts["at"])
        if self.draft() is not None:
            self.entries.remove(CheckDraft, "check")
        return self.entries.put(
            CheckRecord(
                sitting=sitting,
                rule_set=result.rules_version,
                level=result.level,
                reasons=facts.reasons,
                answers=dict(answers.replies),
                corrected=corrected or {},
                **parts,
            )
        )

    def leave(self, check_id) -> CheckRecord:
        return self.entries.get(CheckRecord, check_id)

    def clear(self, seen_on) -> Clearance:
        lock = self.lock()
        assert lock is not None
        word = clearance(seen_on, lock=lock, now=self.clock.now())
        return self.entries.put(Clearance(seen_on=word.seen_on, **self._parts()))

    def lock(self):
        if self.fault is not None:
            raise self.fault
        return lock_on(self.entries, self.clock.now())

    def last(self) -> CheckRecord | None:
        return max(standing_checks(self.entries.all(CheckRecord)), key=lambda c: c.at, default=None)


@pytest.fixture
def checks() -> FakeChecks:
    return FakeChecks(FakeClock())


@pytest.fixture
def page(qtbot, checks: FakeChecks):
    style = Style(choice=ThemeChoice.LIGHT)
    made = CheckPage(
        checker=lambda: CHECK,
        checks=lambda: checks,
        contacts=lambda: CONTACTS,
        plans=lambda: PLANS,
        new_sitting=lambda: uuid4().hex,
        library=WHOLE,
        now=checks.clock.now,
        style=style,
    )
    qtbot.addWidget(made)
    made.resize(1080, 760)
    made.show()
    yield made
    style.deleteLater()


def finish(page: CheckPage, **replies) -> None:
    """Begin a check, give the answers of a complete one with these in it, and close its result."""
    page.start()
    wizard = page.wizard
    assert wizard is not None
    wizard.sitting = wizard.sitting.answered({**DONE.replies, **replies}, wizard.sitting.started_at)
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


def test_a_finished_check_is_on_record_and_named(page: CheckPage, checks: FakeChecks) -> None:
    finish(page)
    last = checks.last()
    assert last is not None
    assert last.level is Urgency.SELF_CARE
    assert page.wizard is None
    assert "Your last check: 22 November 2026" in words_in(page)
    assert "You can exercise at home" in words_in(page)


def test_an_emergency_locks_and_says_why_and_whom_to_call(
    page: CheckPage, checks: FakeChecks
) -> None:
    finish(page, ces_bowel=Reply.YES)
    assert checks.lock() is not None
    said = words_in(page)
    assert "Get emergency help now" in said
    assert "You cannot hold your poo" in said
    assert "999 or 112 (United Kingdom)" in said
    assert not [label for label in page.findChildren(QLabel) if "seen and cleared" in label.text()]


def test_seen_and_cleared_opens_the_clinicians_level_with_a_day_that_can_be(
    page: CheckPage, checks: FakeChecks, qtbot
) -> None:
    finish(page, worried=Reply.YES)
    checks.clock.advance(3 * 86400)
    page.refresh()
    for day in (date(2026, 11, 20), date(2026, 12, 24)):
        page.seen_on.setDate(QDate(day.year, day.month, day.day))
        page.cleared.click()
        assert checks.lock() is not None
        assert "choose the day you were seen" in words_in(page)
    page.seen_on.setDate(QDate(2026, 11, 24))
    with qtbot.waitSignal(page.changed):
        page.cleared.click()
    assert checks.lock() is None
    assert "paused" not in words_in(page)


def test_a_check_put_aside_can_be_gone_on_with(page: CheckPage) -> None:
    page.start()
    page.wizard.sitting = page.wizard.sitting.answered(
        {"age": 40, "sex": "male"}, page.wizard.sitting.started_at
    )
    page.wizard.currentPage().initializePage()
    page.wizard.next()
    page.wizard.reject()
    assert page.wizard is None
    page.go_on_button.click()
    assert page.wizard.sitting.page is Page.EMERGENCY_SIGNS
    assert page.wizard.sitting.answers.get("age") == 40


def test_a_check_of_two_weeks_ago_is_due_again(page: CheckPage, checks: FakeChecks) -> None:
    finish(page)
    assert "Check again" not in words_in(page)
    checks.clock.advance(timedelta(days=14).total_seconds())
    page.refresh()
    assert "two weeks old or more. Check again." in words_in(page)


def test_the_routine_of_a_result_is_handed_on(page: CheckPage, qtbot) -> None:
    page.start()
    wizard = page.wizard
    wizard.sitting = wizard.sitting.answered(DONE.replies, wizard.sitting.started_at)
    for _ in range(8):
        wizard.currentPage().initializePage()
        wizard.next()
    with qtbot.waitSignal(page.routine_wished) as wished:
        wizard.page_of(Page.RESULT).shown.use.click()
    assert wished.args[0].slots
    assert page.wizard is None


def test_records_that_cannot_be_read_are_said_and_nothing_is_offered(
    page: CheckPage, checks: FakeChecks
) -> None:
    checks.fault = UserError("the history cannot be read; start the program again")
    page.refresh()
    assert "the history cannot be read" in words_in(page)
