from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.ledger import line_of
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.series import (
    AWAY_DAYS,
    PainPoint,
    Period,
    Range,
    after_sentence,
    average_sentence,
    chance_band,
    first_day,
    gaps,
    grouped,
    pain_change,
    pain_points,
    pain_sentence,
    period_words,
    usual_pain,
)
from sijoint_desktop.history.time_axis import day_start_s
from tests.fakes.records import done_on, make_session

FIRST = date(2026, 9, 1)
WENT = "Your pain before sessions went from"
MATTERS = "A change of 2 or more is likely to matter."


def days(*scores: int | None) -> list[SessionRecord]:
    """One session a day from the first of September, with these scores before."""
    return [done_on(FIRST + timedelta(days=n), score) for n, score in enumerate(scores)]


def points_of(sessions: Iterable[SessionRecord]) -> tuple[PainPoint, ...]:
    return pain_points(line_of(session) for session in sessions)


sessions_over_time = st.lists(
    st.tuples(st.integers(0, 400), st.none() | st.integers(0, 10)), max_size=40, unique=True
).map(lambda pairs: [done_on(FIRST + timedelta(days=day), score) for day, score in pairs])


def test_the_sentence_of_the_design() -> None:
    points = points_of(days(4, 4, 5, 3, 3, 2, 2, 2))
    assert pain_sentence(points) == (
        "Your pain before sessions went from 4 down to 2. "
        "A change of 2 or more is likely to matter."
    )


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ((), ""),
        ((None,), ""),
        ((4,), "Your pain before your session was 4."),
        ((4, None, 4), "Your pain before sessions stayed at 4."),
        ((2, 5), f"{WENT} 2 up to 5. {MATTERS}"),
        ((4, 3), f"{WENT} 4 down to 3. A change of 1 can be chance. {MATTERS}"),
    ],
)
def test_the_sentence_says_no_more_than_is_known(scores, sentence) -> None:
    assert pain_sentence(points_of(days(*scores))) == sentence


def test_one_bad_day_does_not_decide_how_it_went() -> None:
    assert pain_change(points_of(days(4, 9, 4, 3, 2, 2, 8, 2))) == (4, 2)


def test_pain_after_is_compared_from_three_sessions_on() -> None:
    pairs = [(4, 3), (5, 4), (3, 3)]
    sessions = [done_on(FIRST + timedelta(days=n), *pair) for n, pair in enumerate(pairs)]
    assert after_sentence(points_of(sessions)) == "Pain after a session is usually 1 lower."
    assert after_sentence(points_of(sessions[:2])) == ""


def test_several_sessions_a_day_are_points_of_their_own() -> None:
    morning = done_on(FIRST, 4, id="m")
    evening = done_on(FIRST, 2, id="e", started_at=morning.started_at + timedelta(hours=9))
    points = points_of([evening, morning])
    assert [point.before for point in points] == [4, 2]
    assert points[1].local_s - points[0].local_s == 9 * 3600


def test_a_point_lies_in_its_own_local_day_whatever_the_zone() -> None:
    start = datetime(2026, 10, 25, 23, 30, tzinfo=UTC)
    record = make_session(
        started_at=start, local_date=date(2026, 10, 26), utc_offset_minutes=60, nrs_before=3
    )
    (point,) = points_of([record])
    assert point.local_s == day_start_s(date(2026, 10, 26)) + 1800


@given(sessions_over_time)
def test_the_line_breaks_exactly_where_over_a_week_has_no_score(sessions) -> None:
    points = points_of(sessions)
    scored = [point for point in points if point.before is not None]
    runs = usual_pain(points)
    assert [value.local_s for run in runs for value in run] == [p.local_s for p in scored]
    breaks = [
        (one.local_s, other.local_s)
        for one, other in pairwise(scored)
        if (other.local_date - one.local_date).days > AWAY_DAYS
    ]
    assert [(gap.start_s, gap.end_s) for gap in gaps(points)] == breaks
    assert len(runs) == (len(breaks) + 1 if scored else 0)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=30))
def test_the_usual_pain_is_a_median_of_the_past_and_never_changes_later(scores) -> None:
    (run,) = usual_pain(points_of(days(*scores)))
    for place, value in enumerate(run):
        assert value.value == median(scores[max(0, place - 6) : place + 1])
    (earlier,) = usual_pain(points_of(days(*scores[:-1] or scores)))
    assert run[: len(earlier)] == earlier


@pytest.mark.parametrize("span", list(Range))
def test_a_span_holds_as_many_days_as_it_says_with_today_among_them(span) -> None:
    today = FIRST + timedelta(days=400)
    first = first_day(span, today)
    assert (first is None) == (span is Range.ALL)
    if first is not None:
        assert (today - first).days + 1 == span.days


def test_weeks_and_months_carry_the_medians_of_their_sessions() -> None:
    every_day = points_of([done_on(FIRST + timedelta(days=n), 3, 2) for n in range(365)])
    for period, count, first in (
        (Period.WEEK, 53, date(2026, 8, 31)),
        (Period.MONTH, 12, date(2026, 9, 1)),
    ):
        shown = grouped(every_day, period)
        assert (len(shown), shown[0].local_date) == (count, first)
        assert {(point.before, point.after) for point in shown} == {(3, 2)}
        assert len(usual_pain(shown)) == 1  # nobody was away
    assert grouped(every_day, Period.SESSION) == every_day


def test_days_weeks_and_months_have_their_words() -> None:
    day = date(2026, 9, 1)
    assert period_words(Period.SESSION, day) == "Tue 1 September 2026"
    assert period_words(Period.WEEK, day) == "Week of 1 September 2026"
    assert period_words(Period.MONTH, day) == "September 2026"


def test_the_average_after_sessions_is_said_as_a_sentence() -> None:
    scores = (6, 5, 5, 5, 5, 4, 3, 3, 3, 4)
    sessions = [done_on(FIRST + timedelta(days=4 * n), 5, score) for n, score in enumerate(scores)]
    assert average_sentence(points_of(sessions)) == (
        "Average pain after sessions fell from 5.2 to 3.4 over 5 weeks; "
        "a change of 2 or more is likely to matter."
    )
    assert average_sentence(points_of(sessions[:3])) == ""
    steady = [done_on(FIRST + timedelta(days=n), 5, 3) for n in range(4)]
    assert average_sentence(points_of(steady)) == (
        "Average pain after sessions stayed at 3 over 3 days."
    )


@pytest.mark.parametrize(
    ("start", "band"),
    [(10, (8, 10)), (7, (5, 9)), (5, (3.5, 6.5)), (2, (1, 3)), (0, (0, 1))],
)
def test_a_change_has_to_leave_2_points_or_30_percent(start, band) -> None:
    assert chance_band(points_of(days(start, 3))) == band
    assert chance_band(points_of(days(start))) is None
