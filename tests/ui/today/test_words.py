"""What the Today page says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.ui.today.words import (
    greeting,
    long_date,
    near_date,
    pain_points,
    pain_sentence,
    session_lines,
    was_done,
    week_of,
    week_sentence,
)
from tests.fakes.records import done_on, make_session

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [(0, "evening"), (4, "morning"), (11, "morning"), (12, "afternoon"), (18, "evening")],
)
def test_the_greeting_fits_the_hour(hour: int, expected: str) -> None:
    assert greeting(hour, "") == f"Good {expected}"
    assert greeting(hour, "Anna") == f"Good {expected}, Anna"


def test_dates_are_said_in_words() -> None:
    assert long_date(THURSDAY) == "Thursday 26 November"
    assert near_date(THURSDAY, THURSDAY) == "today"
    assert near_date(date(2026, 11, 25), THURSDAY) == "yesterday"
    assert near_date(date(2026, 11, 12), THURSDAY) == "12 Nov"


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_week_has_seven_days_from_monday_with_one_today(today: date) -> None:
    days = week_of(today, [])
    assert [day.on.weekday() for day in days] == list(range(7))
    assert [day.on for day in days if day.today] == [today]
    assert all(day.future == (day.on > today) for day in days)


def test_days_with_a_session_are_done_and_today_is_never_a_miss() -> None:
    sessions = [done_on(date(2026, 11, 23), 3), done_on(date(2026, 11, 25), 2)]
    days = week_of(THURSDAY, sessions)
    assert [day.done for day in days] == [True, False, True, False, False, False, False]
    assert days[3].words == "Thursday 26 November: still open"
    assert days[1].words == "Tuesday 24 November: rest"
    assert days[0].words == "Monday 23 November: done"
    assert days[6].words.endswith("to come")
    assert week_sentence(days) == "2 days done so far"


def test_a_session_without_a_repetition_is_no_exercise() -> None:
    empty = make_session(status=SessionStatus.ENDED_EARLY)
    assert not was_done(empty)
    assert was_done(done_on(THURSDAY))


def test_pain_is_that_of_the_last_14_days() -> None:
    sessions = [done_on(THURSDAY - timedelta(days=back), back % 5) for back in (20, 14, 13, 5, 0)]
    sessions.append(done_on(THURSDAY))  # the question was not answered
    points = pain_points(THURSDAY, sessions)
    assert [(THURSDAY - day).days for day, _ in points] == [13, 5, 0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], "Your pain line starts with your first session."),
        ([4], "4 out of 10"),
        ([4, 5, 2], "From 4 down to 2 out of 10"),
        ([2, 6], "From 2 up to 6 out of 10"),
        ([3, 9, 3], "From 3 to 3 out of 10"),
    ],
)
def test_the_way_of_the_pain_is_one_sentence(values: list[int], expected: str) -> None:
    points = [(THURSDAY + timedelta(days=n), value) for n, value in enumerate(values)]
    assert pain_sentence(points) == expected


def test_the_last_session_is_summed_up() -> None:
    record = done_on(date(2026, 11, 25), 4, 2)
    lines = session_lines(record, THURSDAY)
    assert lines[0] == "Yesterday"
    assert lines[1] == f"{len(record.reps)} of {record.planned_reps} repetitions"
    assert lines[2] == "11 minutes"
    assert lines[3] == "Pain 4 before, 2 after"
    assert len(session_lines(done_on(date(2026, 11, 25)), THURSDAY)) == 3
