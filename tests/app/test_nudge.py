"""When a reminder comes, and when it does not."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.nudge import (
    AGAIN_AFTER,
    NudgePlan,
    Told,
    Ways,
    nudge,
    nudge_plan,
    read_told,
    told_when_chosen,
)
from sijoint_desktop.app.week import WeekPlan, week_plan
from sijoint_desktop.history.entries import PauseKind
from sijoint_desktop.settings.options import defaults
from tests.fakes.clock import FakeClock
from tests.fakes.pseudo import untranslated
from tests.fakes.records import done_on, make_pause

THURSDAY = date(2026, 11, 26)
SIX = NudgePlan(WeekPlan(goal=3), time(18), again=True)
FRESH = Told(THURSDAY)
ONCE = Told(THURSDAY, (time(18),))
TWICE = Told(THURSDAY, (time(18), time(20)))
BERLIN = ZoneInfo("Europe/Berlin")
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def at(hour: int, minute: int = 0, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)


class Person:
    """Somebody whose program looks at a clock, and the moments at which it reminded."""

    def __init__(self, plan: NudgePlan, clock: FakeClock) -> None:
        self.plan, self.clock = plan, clock
        self.told = Told(clock.now().date())
        self.moments: list[datetime] = []

    def looks(self) -> None:
        after = nudge(self.plan, self.told, self.clock.now(), [], [])
        if after is not None:
            self.told = read_told(after.as_text(), self.clock.now().date())  # over a restart
            self.moments.append(self.clock.now())

    def looks_for(self, minutes: int, step: int = 5) -> None:
        for _ in range(minutes // step):
            self.looks()
            self.clock.advance(60 * step)


def test_a_reminder_comes_at_its_time_and_once_more_after_two_hours() -> None:
    assert nudge(SIX, FRESH, at(17, 59), [], []) is None
    assert nudge(SIX, FRESH, at(18), [], []) == ONCE
    assert nudge(SIX, ONCE, at(19, 59), [], []) is None
    assert nudge(SIX, ONCE, at(20), [], []) == TWICE
    assert nudge(SIX, TWICE, at(23), [], []) is None
    assert nudge(SIX, TWICE, at(18, day=date(2026, 11, 27)), [], []) is not None


def test_it_comes_once_where_no_second_one_is_wished() -> None:
    once = NudgePlan(WeekPlan(), time(18))
    assert nudge(once, FRESH, at(18), [], []) == ONCE
    assert nudge(once, ONCE, at(21), [], []) is None


def test_what_went_by_while_the_computer_was_off_is_made_up_for() -> None:
    late = nudge(SIX, FRESH, at(19, 50), [], [])
    assert late == Told(THURSDAY, (time(19, 50),))
    assert nudge(SIX, late, at(21, 49), [], []) is None, "not ten minutes later"
    assert nudge(SIX, late, at(21, 50), [], []) is not None


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
@pytest.mark.parametrize("told", [FRESH, ONCE])
def test_there_are_days_without_a_reminder(
    plan: NudgePlan, done: tuple[int, ...], pauses: tuple[PauseKind, ...], told: Told
) -> None:
    sessions = [done_on(THURSDAY - timedelta(days=ago)) for ago in done]
    off = [make_pause(kind, date(2026, 11, 24)) for kind in pauses]
    assert nudge(plan, told, at(21), sessions, off) is None


@given(TIMES, st.sampled_from([FRESH, ONCE]))
def test_nothing_comes_while_exercise_is_closed(now: time, told: Told) -> None:
    moment = datetime.combine(THURSDAY, now, tzinfo=UTC)
    assert nudge(SIX, told, moment, [], [], is_closed=lambda: True) is None


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])  # both changes in Berlin
@given(planned=st.integers(0, 24 * 12 - 1).map(lambda step: time(step // 12, step % 12 * 5)))
def test_each_reminder_comes_once_on_a_day_of_another_length(day: date, planned: time) -> None:
    midnight = datetime.combine(day, time(), tzinfo=BERLIN)
    person = Person(NudgePlan(WeekPlan(), planned, again=True), FakeClock(midnight, BERLIN))
    while person.clock.now().date() == day:
        person.looks_for(5)
    walls = [moment.replace(tzinfo=None) for moment in person.moments]
    due = datetime.combine(day, planned)
    assert walls[0] >= due
    # in spring an hour is left out, and what lay in it comes as soon as it is over
    assert walls[0] < due + timedelta(minutes=65)
    assert len(walls) == (2 if (walls[0] + AGAIN_AFTER).date() == day else 1)
    assert all(second >= first + AGAIN_AFTER for first, second in itertools.pairwise(walls))


@given(TIMES, st.lists(st.integers(-6 * 60, 6 * 60), max_size=6))
def test_a_clock_that_is_set_brings_no_third_reminder_of_a_day(
    planned: time, sets: list[int]
) -> None:
    person = Person(NudgePlan(WeekPlan(), planned, again=True), FakeClock(at(12)))
    for minutes in sets:
        person.looks_for(240, step=15)
        there = person.clock.now() + timedelta(minutes=minutes)
        if there.date() == person.clock.now().date():
            person.clock.set_now(there)
    person.looks_for(240, step=15)
    for day in {moment.date() for moment in person.moments}:
        assert sum(moment.date() == day for moment in person.moments) <= 2


def test_a_clock_that_was_years_ahead_does_not_keep_reminders_away() -> None:
    ahead = Told(date(2031, 1, 1), (time(18), time(20)))
    assert nudge(SIX, ahead, at(18), [], []) == ONCE


@pytest.mark.parametrize(("now", "times"), [(17, 2), (18, 0), (19, 0), (23, 0)])
def test_a_time_that_has_gone_by_when_it_is_chosen_waits_for_tomorrow(now: int, times: int) -> None:
    person = Person(SIX, FakeClock(at(now)))
    person.told = told_when_chosen(SIX, person.clock.now())
    while person.clock.now().date() == THURSDAY:
        person.looks_for(5)
    assert len(person.moments) == times
    person.clock.set_now(at(18, day=date(2026, 11, 27)))
    person.looks()
    assert len(person.moments) == times + 1


def test_the_settings_say_days_and_time() -> None:
    settings = defaults().changed("planned_days", "mon sat").changed("reminder_time", "07:30")
    assert week_plan(settings) == WeekPlan(5, frozenset({0, 5}))
    assert nudge_plan(settings).at is None  # off until it is wished
    on = nudge_plan(settings.changed("reminders", True))
    assert (on.at, on.again, on.week.days) == (time(7, 30), True, 2)


@given(st.dates(), st.lists(TIMES, max_size=2))
def test_what_was_given_is_read_back_as_it_was_kept(day: date, times: list[time]) -> None:
    told = Told(day, tuple(times))
    assert read_told(told.as_text(), THURSDAY) == told


@pytest.mark.parametrize("text", ["", "yesterday 18:00", "2026-11-26 one", "2026-11-26 1"])
def test_a_kept_word_that_cannot_be_read_counts_as_nothing_given(text: str) -> None:
    assert read_told(text, THURSDAY) == FRESH


def test_a_desktop_that_lacks_something_is_told_apart_from_one_that_has_all() -> None:
    said = {Ways(notices=n, tray=t).missing() for n in (True, False) for t in (True, False)}
    assert len(said) == 4
    assert Ways(notices=True, tray=True).missing() == ""


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("notices", [True, False])
def test_what_a_desktop_lacks_is_said_in_the_language_in_use(notices: bool) -> None:
    said = [Ways(notices=notices, tray=False).missing(), Ways(tray=True).missing()]
    assert [text for text in said if not text or untranslated(text)] == []
