"""When the check is due again, and what a lock that stands tells the person to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sijoint_desktop.app.reminder import advice_on, check_due
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import Dated
from sijoint_desktop.history.safety import lock_on
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.emergency_numbers import MATERNITY_IF, MATERNITY_UNIT, Contacts, Line
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import NOON, done_on, make_check, make_hurt, make_pain, make_rescreen

CHECK = make_check(answers={"pain_avg_week": 3})
CONTACTS = Contacts("Ireland", ("112",), crisis=Line("Samaritans", "116 123"))


def due_in(days: float, *entries: Dated, **session: int) -> tuple[DueReason, ...]:
    day = (NOON + timedelta(days=days)).date()
    sessions = [done_on(day, **session)] if session else []
    return check_due(FakeEntryRepository(CHECK, *entries), sessions, day)


def test_before_the_first_check_it_is_due() -> None:
    assert check_due(FakeEntryRepository(), [], NOON.date()) == (DueReason.NEVER,)


def test_it_is_due_after_two_weeks_and_not_before() -> None:
    assert due_in(13) == ()
    assert due_in(14) == (DueReason.DAYS,)


def test_pain_three_above_the_check_asks_for_it_wherever_it_was_told() -> None:
    assert due_in(2, make_pain(hours=40, nrs=5)) == ()
    assert due_in(2, make_pain(hours=40, nrs=6)) == (DueReason.PAIN,)
    assert due_in(2, before=6) == (DueReason.PAIN,)


def test_what_hurt_badly_or_three_times_asks_for_it() -> None:
    assert due_in(2, make_hurt(hours=24, nrs=6)) == (DueReason.HURT,)
    thrice = [make_hurt(f"h{n}", hours=24 + n, nrs=2) for n in range(3)]
    assert due_in(2, *thrice) == (DueReason.HURT,)
    elsewhere = replace(thrice[2], session_id=SessionId("another"))
    assert due_in(2, *thrice[:2], elsewhere) == ()


def told(**answers: str) -> tuple[str, ...]:
    check = make_check(level=Urgency.EMERGENCY, answers=answers)
    entries = FakeEntryRepository(check)
    lock = lock_on(entries, NOON + timedelta(hours=1))
    assert lock is not None
    return advice_on(lock, entries, CONTACTS).lines


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_after_thoughts_of_self_harm_the_crisis_line_stays_first(answer: str) -> None:
    assert "Samaritans" in told(unsafe_thoughts=answer)[0]
    assert not any("Samaritans" in line for line in told(unsafe_thoughts="no"))


def test_the_maternity_unit_is_named_as_the_check_has_it() -> None:
    assert MATERNITY_UNIT in told(pregnancy_status="pregnant")
    assert MATERNITY_IF in told()
    not_pregnant = told(pregnancy_status="no")
    assert not {MATERNITY_UNIT, MATERNITY_IF} & set(not_pregnant)
    assert not {MATERNITY_UNIT, MATERNITY_IF} & set(told(sex="male"))  # he was never asked


def test_where_only_a_check_is_missing_nobody_is_sent_to_a_doctor() -> None:
    entries = FakeEntryRepository(make_rescreen({"fall_or_change": True}))
    lock = lock_on(entries, NOON + timedelta(hours=1))
    assert lock is not None
    told = advice_on(lock, entries, CONTACTS)
    assert told.heading == "Do the check first"
    assert not any("See a doctor" in line for line in told.lines)
    assert "call 112 (Ireland)" in told.lines[-1]
