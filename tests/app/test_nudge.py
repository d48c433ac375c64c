"""When a reminder comes, and when it does not."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.nudge import NudgePlan, Told, nudge, nudge_plan, read_told
from sijoint_desktop.app.week import WeekPlan, week_plan
from sijoint_desktop.history.entries import PauseKind
from sijoint_desktop.settings.options import defaults
from tests.fakes.records import done_on, make_pause

THURSDAY = date(2026, 11, 26)
SIX = NudgePlan(WeekPlan(goal=3), time(18), again=True)
FRESH = Told(THURSDAY)


def at(hour: int, minute: int = 0, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)


def test_a_reminder_comes_at_its_time_and_once_more_after_two_hours() -> None:
    assert nudge(SIX, FRESH, at(17, 59), [], []) is None
    first = nudge(SIX, FRESH, at(18), [], [])
    assert first == Told(THURSDAY, 1)
    assert nudge(SIX, first, at(19, 59), [], []) is None
    second = nudge(SIX, first, at(20), [], [])
    assert second == Told(THURSDAY, 2)
    assert nudge(SIX, second, at(23), [], []) is None
    assert nudge(SIX, second, at(18, day=date(2026, 11, 27)), [], []) is not None


def test_what_went_by_while_the_computer_was_off_brings_one_reminder() -> None:
    late = nudge(SIX, FRESH, at(22), [], [])
    assert late == Told(THURSDAY, 2)
    assert nudge(SIX, late, at(22, 1), [], []) is None


@pytest.mark.parametrize(
    ("plan", "done", "pauses"),
    [
        (NudgePlan(WeekPlan()), (), ()),  # switched off
        (NudgePlan(WeekPlan(weekdays=frozenset({0, 2})), time(18)), (), ()),  # a free day
        (SIX, (0,), ()),  # done today
        (SIX, (1, 2, 3), ()),  # three days of three
        (SIX, (), (PauseKind.REST,)),
        (SIX, (), (PauseKind.SICKNESS,)),
    ],
)
def test_there_are_days_without_a_reminder(
    plan: NudgePlan, done: tuple[int, ...], pauses: tuple[PauseKind, ...]
) -> None:
    sessions = [done_on(THURSDAY - timedelta(days=ago)) for ago in done]
    off = [make_pause(kind, date(2026, 11, 24)) for kind in pauses]
    assert nudge(plan, FRESH, at(21), sessions, off) is None


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 3), st.booleans())
def test_a_day_never_brings_more_than_its_reminders(
    hour: int, minute: int, times: int, again: bool
) -> None:
    plan = NudgePlan(WeekPlan(), time(hour, minute), again=again)
    told = Told(THURSDAY, times)
    given_now = 0
    for step in range(0, 24 * 60, 7):
        after = nudge(plan, told, at(step // 60, step % 60), [], [])
        if after is not None:
            told, given_now = after, given_now + 1
    assert given_now <= max(0, (2 if again else 1) - times)


def test_the_settings_say_days_and_time() -> None:
    settings = defaults().changed("planned_days", "mon sat").changed("reminder_time", "07:30")
    assert week_plan(settings) == WeekPlan(5, frozenset({0, 5}))
    assert nudge_plan(settings).at is None  # off until it is wished
    on = nudge_plan(settings.changed("reminders", True))
    assert (on.at, on.again, on.week.days) == (time(7, 30), True, 2)


@given(st.dates(), st.integers(0, 2))
def test_what_was_given_is_read_back_as_it_was_kept(day: date, times: int) -> None:
    assert read_told(Told(day, times).as_text(), THURSDAY) == Told(day, times)


@pytest.mark.parametrize("text", ["", "2026-11-26", "yesterday 1", "2026-11-26 one"])
def test_a_kept_word_that_cannot_be_read_counts_as_nothing_given(text: str) -> None:
    assert read_told(text, THURSDAY) == Told(THURSDAY)
