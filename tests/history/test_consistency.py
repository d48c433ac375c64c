from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.consistency import (
    DayState,
    current_week,
    day_words,
    days_with_exercise,
    weeks,
    weeks_in_a_row,
)
from sijoint_desktop.history.records import SessionStatus, local_parts
from tests.fakes.records import done_on, make_rep, make_session

THURSDAY = date(2026, 11, 19)
dates = st.dates(date(2026, 1, 1), date(2026, 12, 31))


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


def test_the_present_week_cannot_break_the_row() -> None:
    sessions = [done_on(THURSDAY - timedelta(weeks=back)) for back in (1, 2, 3, 5)]
    assert weeks_in_a_row(sessions, THURSDAY) == 3
    assert weeks_in_a_row([*sessions, done_on(THURSDAY)], THURSDAY) == 4
    assert weeks_in_a_row([], THURSDAY) == 0


@given(st.lists(dates, unique=True, max_size=30), dates, st.integers(1, 60))
def test_weeks_run_from_monday_without_a_hole_and_today_is_never_a_miss(done, today, count) -> None:
    shown = weeks([done_on(day) for day in done], today, count)
    flat = [day for week in shown for day in week.days]
    assert len(flat) == 7 * count
    assert flat[0].day.weekday() == 0
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
