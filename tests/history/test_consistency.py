from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.core.language import Habits, speak
from sijoint_desktop.history.consistency import (
    DayState,
    Schedule,
    current_week,
    day_words,
    days_with_exercise,
    week_starts_of,
    weeks,
    weeks_in_a_row,
)
from sijoint_desktop.history.entries import PauseKind
from sijoint_desktop.history.records import SessionStatus, local_parts
from tests.fakes.records import done_on, make_pause, make_rep, make_session

THURSDAY = date(2026, 11, 19)
dates = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak("en")


def states(sessions, today: date) -> list[DayState]:
    return [day.state for day in current_week(sessions, today).days]


def test_the_present_week_knows_done_open_and_ahead() -> None:
    none, done, ahead = DayState.NONE, DayState.DONE, DayState.AHEAD
    sessions = [done_on(date(2026, 11, 17))]
    assert states(sessions, THURSDAY) == [none, done, none, DayState.OPEN, *[ahead] * 3]
    sessions.append(done_on(THURSDAY))
    assert states(sessions, THURSDAY) == [none, done, none, done, *[ahead] * 3]


def test_a_session_that_ended_early_makes_a_day_partly_done() -> None:
    early = done_on(THURSDAY, status=SessionStatus.ENDED_EARLY)
    assert days_with_exercise([early])[THURSDAY].state is DayState.PARTLY
    later = done_on(THURSDAY, id="later")
    day = days_with_exercise([early, later])[THURSDAY]
    assert (day.state, day.sessions, day.minutes) == (DayState.DONE, 2, 22)


def test_a_session_that_was_only_opened_is_no_day_of_exercise() -> None:
    opened = make_session(local_date=THURSDAY, status=SessionStatus.ENDED_EARLY)
    assert days_with_exercise([opened]) == {}
    assert states([opened], THURSDAY)[3] is DayState.OPEN


def test_a_session_after_midnight_counts_for_the_day_on_the_persons_clock() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for moment in (
        datetime(2026, 10, 25, 0, 10, tzinfo=berlin),
        datetime(2026, 10, 25, 23, 50, tzinfo=berlin),  # 25 hours lie between, and one date
    ):
        instant, day, offset = local_parts(moment)
        rep = make_rep(finished_at=instant)
        record = make_session(
            started_at=instant, local_date=day, utc_offset_minutes=offset, reps=(rep,)
        )
        assert list(days_with_exercise([record])) == [date(2026, 10, 25)]


def test_what_is_a_week_follows_the_country() -> None:
    saturday, sunday = date(2026, 11, 21), date(2026, 11, 22)
    done = [done_on(saturday - timedelta(weeks=1)), done_on(sunday)]
    assert weeks_in_a_row(week_starts_of(done), sunday) == 2
    assert current_week(done, saturday).first_day == date(2026, 11, 16)
    speak("en", habits=Habits(first_weekday=6))
    assert weeks_in_a_row(week_starts_of(done), sunday) == 1  # the week between holds nothing
    assert current_week(done, sunday).first_day == sunday


def test_the_present_week_cannot_break_the_row() -> None:
    sessions = [done_on(THURSDAY - timedelta(weeks=back)) for back in (1, 2, 3, 5)]
    assert weeks_in_a_row(week_starts_of(sessions), THURSDAY) == 3
    assert weeks_in_a_row(week_starts_of([*sessions, done_on(THURSDAY)]), THURSDAY) == 4
    assert weeks_in_a_row(frozenset(), THURSDAY) == 0


@pytest.mark.parametrize("kind", list(PauseKind))
def test_a_week_with_a_pause_does_not_break_the_row(kind: PauseKind) -> None:
    starts = week_starts_of([done_on(THURSDAY - timedelta(weeks=back)) for back in (0, 1, 3)])
    assert weeks_in_a_row(starts, THURSDAY) == 2
    sick = make_pause(kind, THURSDAY - timedelta(weeks=2), THURSDAY - timedelta(weeks=2))
    assert weeks_in_a_row(starts, THURSDAY, Schedule(pauses=(sick,))) == 3


def test_planned_days_are_missed_planned_or_off() -> None:
    off = make_pause(PauseKind.SICKNESS, date(2026, 11, 18), date(2026, 11, 18))
    schedule = Schedule(frozenset({0, 1, 2, 3, 4}), date(2026, 11, 17), (off,))
    week = current_week([], THURSDAY, schedule)
    none, missed, rest = DayState.NONE, DayState.MISSED, DayState.REST
    planned, ahead = DayState.PLANNED, DayState.AHEAD
    # Monday lies before the first day, Wednesday was a day off, today is still open
    assert [day.state for day in week.days] == [
        *(none, missed, rest, DayState.OPEN, planned, ahead, ahead)
    ]
    assert (week.days_planned, week.days_done) == (3, 0)
    assert [day.is_over for day in week.days] == [True] * 3 + [False] * 4
    assert day_words(week.days[1], is_today=False).endswith("planned, no session")
    assert day_words(week.days[2], is_today=False).endswith("day off")


def test_a_flare_up_marks_its_planned_days_and_what_was_done_in_it() -> None:
    flare = make_pause(PauseKind.FLARE, date(2026, 11, 16), None)
    schedule = Schedule(frozenset({0, 2}), date(2026, 11, 1), (flare,))
    week = current_week([done_on(date(2026, 11, 17))], THURSDAY, schedule)
    flared, rest = DayState.FLARE, DayState.REST
    assert [day.state for day in week.days] == [flared, flared, flared, *[rest] * 4]
    assert (week.days_planned, week.days_done) == (0, 1)
    assert day_words(week.days[1], is_today=False).endswith("flare-up, eased off, 11 minutes")


@given(
    st.lists(dates, unique=True, max_size=30),
    dates,
    st.frozensets(st.integers(0, 6)),
    st.lists(
        st.tuples(dates, st.none() | st.integers(0, 20), st.sampled_from(PauseKind)), max_size=4
    ),
)
def test_neither_today_nor_a_day_off_is_ever_missed(done, today, weekdays, off) -> None:
    pauses = tuple(
        make_pause(kind, day, None if days is None else day + timedelta(days=days))
        for day, days, kind in off
    )
    schedule = Schedule(weekdays, date(2026, 2, 1), pauses)
    for week in weeks([done_on(day) for day in done], today, 20, schedule):
        for day in week.days:
            if day.state is DayState.MISSED:
                assert day.day < today
                assert day.day.weekday() in weekdays
                assert not any(pause.covers(day.day) for pause in pauses)
                assert day.day not in done


@given(st.lists(dates, unique=True, max_size=30), dates, st.integers(1, 60), st.integers(0, 6))
def test_weeks_have_no_hole_and_today_is_never_a_miss(done, today, count, first) -> None:
    speak("en", habits=Habits(first_weekday=first))
    shown = weeks([done_on(day) for day in done], today, count)
    flat = [day for week in shown for day in week.days]
    assert len(flat) == 7 * count
    assert flat[0].day.weekday() == first
    assert [day.day for day in flat] == [flat[0].day + timedelta(n) for n in range(7 * count)]
    assert today in [day.day for day in shown[-1].days]
    for day in flat:
        if day.day in done:
            assert day.state is DayState.DONE
        elif day.day == today:
            assert day.state is DayState.OPEN
        else:
            assert day.state is (DayState.AHEAD if day.day > today else DayState.NONE)


def test_a_day_reads_out_in_words() -> None:
    day = days_with_exercise([done_on(THURSDAY)])[THURSDAY]
    assert day_words(day, is_today=False) == "Thursday 19 November 2026: done, 11 minutes"
    today = current_week([], THURSDAY).days[3]
    assert day_words(today, is_today=True) == "Today, Thursday 19 November 2026: still open"


def test_minutes_of_a_session_cut_off_end_with_its_last_repetition() -> None:
    start = datetime(2026, 11, 19, 9, tzinfo=UTC)
    rep = make_rep(finished_at=start + timedelta(minutes=7))
    assert make_session(started_at=start, reps=(rep,)).minutes == 7
