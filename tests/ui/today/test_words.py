"""What the Today page says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.progress import Review
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.core.language import Habits, speak
from sijoint_desktop.history.entries import PauseKind
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.ui.today.words import (
    DayMark,
    checked_words,
    greeting,
    last_words,
    long_date,
    near_date,
    pain_points,
    pain_sentence,
    pause_words,
    review_words,
    today_sentence,
    was_done,
    week_of,
    week_sentence,
)
from tests.fakes.records import done_on, make_pause, make_session

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        (0, "Hello"),
        (3, "Hello"),
        (4, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (18, "Good evening"),
        (23, "Good evening"),
    ],
)
def test_the_greeting_fits_the_hour(hour: int, expected: str) -> None:
    assert greeting(hour, "") == expected
    assert greeting(hour, "Anna") == f"{expected}, Anna"


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
    assert all((day.mark is DayMark.AHEAD) == (day.on > today) for day in days)


def test_a_week_begins_on_the_day_on_which_it_does_where_the_person_lives() -> None:
    speak("en", None, Habits(first_weekday=6, month_first=True))
    days = week_of(THURSDAY, [])
    speak("en")
    assert (days[0].on, days[6].on) == (date(2026, 11, 22), date(2026, 11, 28))


def test_days_with_a_session_are_done_and_today_is_never_a_miss() -> None:
    sessions = [done_on(date(2026, 11, 23), 3), done_on(date(2026, 11, 25), 2)]
    days = week_of(THURSDAY, sessions)
    assert [day.done for day in days] == [True, False, True, False, False, False, False]
    assert days[3].words == "Thursday 26 November: still open"
    assert days[1].words == "Tuesday 24 November: free"
    assert days[0].words == "Monday 23 November: done"
    assert days[6].words.endswith("to come")
    assert week_sentence(days, WeekPlan(goal=5)) == "2 of 5 days done"
    assert week_sentence(days, WeekPlan(goal=1)) == "2 days done, 1 planned"
    assert today_sentence(days) == "Today is still open"


def test_chosen_days_are_the_plan_of_the_week() -> None:
    plan = WeekPlan(goal=5, weekdays=frozenset({0, 1, 3, 5}))
    days = week_of(THURSDAY, [done_on(date(2026, 11, 23), 3)], plan)
    assert [day.mark for day in days] == [
        DayMark.DONE,
        DayMark.NOTHING,
        DayMark.FREE,
        DayMark.OPEN,
        DayMark.FREE,
        DayMark.PLANNED,
        DayMark.FREE,
    ]
    assert week_sentence(days, plan) == "1 of 4 days done"
    free = week_of(date(2026, 11, 25), [], plan)
    assert today_sentence(free) == "A free day today"


def test_days_of_a_pause_are_no_misses() -> None:
    paused = make_pause(PauseKind.REST, date(2026, 11, 24))
    plan = WeekPlan(weekdays=frozenset({1, 3, 5}))
    days = week_of(THURSDAY, [], plan, [paused])
    assert [day.mark for day in days[1:6]] == [*[DayMark.PAUSED] * 3, DayMark.FREE, DayMark.PLANNED]
    assert today_sentence(days) == "Pause today"


def test_an_illness_and_a_rest_are_named_with_their_first_day() -> None:
    rest = pause_words(make_pause(PauseKind.REST, THURSDAY), THURSDAY)
    ill = pause_words(make_pause(PauseKind.SICKNESS, date(2026, 11, 12)), THURSDAY)
    assert rest[0] == "Your plan rests, since today"
    assert ill[0] == "Your plan waits while you are ill, since 12 Nov"
    assert "fever" in ill[1]


@pytest.mark.parametrize(
    ("review", "said"),
    [
        (Review(14, (5.0, 5.0)), "the danger signs"),
        (Review(42, None), "the danger signs"),
        (Review(42, (5.0, 3.0)), "was 5 in the first week and is 3 now. So much less"),
        (Review(84, (5.0, 4.5)), "is 4.5 now. Only a change of 2 or more"),
    ],
)
def test_a_look_back_says_how_the_pain_changed_and_whether_that_counts(
    review: Review, said: str
) -> None:
    heading, text = review_words(review)
    assert heading.startswith({14: "Two", 42: "6", 84: "12"}[review.day] + " weeks")
    assert said in text


def test_the_last_check_is_named_by_its_age() -> None:
    said = [checked_words(THURSDAY - timedelta(days=ago), THURSDAY) for ago in (0, 1, 9)]
    assert said == [f"Symptoms checked {when}" for when in ("today", "yesterday", "9 days ago")]
    assert checked_words(None, THURSDAY) == ""
    assert checked_words(THURSDAY + timedelta(days=3), THURSDAY) == ""  # a clock ran ahead


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
    opened = done_on(THURSDAY, reps=())
    said = f"Last session yesterday: {len(record.reps)} of {record.planned_reps} repetitions"
    assert last_words([record, opened], THURSDAY) == said
    assert last_words([], THURSDAY) == ""
