from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.series import (
    AWAY_DAYS,
    MOST_POINTS,
    Period,
    Range,
    after_sentence,
    day_start_s,
    gaps,
    pain_change,
    pain_points,
    pain_sentence,
    point_day_words,
    point_words,
    thinned,
    usual_pain,
    within,
)
from tests.fakes.records import done_on, make_session

FIRST = date(2026, 9, 1)
WENT = "Your pain before sessions went from"
MATTERS = "A change of 2 or more is likely to matter."


def days(*scores: int | None) -> list[SessionRecord]:
    """One session a day from the first of September, with these scores before."""
    return [done_on(FIRST + timedelta(days=n), score) for n, score in enumerate(scores)]


sessions_over_time = st.lists(
    st.tuples(st.integers(0, 400), st.none() | st.integers(0, 10)), max_size=40, unique=True
).map(lambda pairs: [done_on(FIRST + timedelta(days=day), score) for day, score in pairs])


def test_the_sentence_of_the_design() -> None:
    points = pain_points(days(4, 4, 5, 3, 3, 2, 2, 2))
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
    assert pain_sentence(pain_points(days(*scores))) == sentence


def test_one_bad_day_does_not_decide_how_it_went() -> None:
    assert pain_change(pain_points(days(4, 9, 4, 3, 2, 2, 8, 2))) == (4, 2)


def test_pain_after_is_compared_from_three_sessions_on() -> None:
    pairs = [(4, 3), (5, 4), (3, 3)]
    sessions = [done_on(FIRST + timedelta(days=n), *pair) for n, pair in enumerate(pairs)]
    assert after_sentence(pain_points(sessions)) == "Pain after a session is usually 1 lower."
    assert after_sentence(pain_points(sessions[:2])) == ""


def test_several_sessions_a_day_are_points_of_their_own() -> None:
    morning = done_on(FIRST, 4, id="m")
    evening = done_on(FIRST, 2, id="e", started_at=morning.started_at + timedelta(hours=9))
    points = pain_points([evening, morning])
    assert [(point.session_id, point.before) for point in points] == [("m", 4), ("e", 2)]
    assert points[1].local_s - points[0].local_s == 9 * 3600


def test_a_point_lies_in_its_own_local_day_whatever_the_zone() -> None:
    start = datetime(2026, 10, 25, 23, 30, tzinfo=UTC)
    record = make_session(
        started_at=start, local_date=date(2026, 10, 26), utc_offset_minutes=60, nrs_before=3
    )
    (point,) = pain_points([record])
    assert point.local_s == day_start_s(date(2026, 10, 26)) + 1800


@given(sessions_over_time)
def test_the_line_breaks_exactly_where_over_a_week_has_no_score(sessions) -> None:
    points = pain_points(sessions)
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
    (run,) = usual_pain(pain_points(days(*scores)))
    for place, value in enumerate(run):
        assert value.value == median(scores[max(0, place - 6) : place + 1])
    (earlier,) = usual_pain(pain_points(days(*scores[:-1] or scores)))
    assert run[: len(earlier)] == earlier


@given(sessions_over_time, st.sampled_from(Range))
def test_a_span_holds_its_days_and_no_older_one(sessions, span) -> None:
    today = FIRST + timedelta(days=400)
    kept = within(sessions, span, today)
    for record in sessions:
        age = (today - record.local_date).days
        assert (record in kept) == (span.days is None or age < span.days)


def test_long_histories_are_shown_by_week_and_very_long_ones_by_month() -> None:
    def every_day(years: int):
        return pain_points([done_on(FIRST + timedelta(days=n), 3, 2) for n in range(years * 365)])

    assert {point.period for point in thinned(every_day(1))} == {Period.SESSION}
    for years, period in ((3, Period.WEEK), (12, Period.MONTH)):
        shown = thinned(every_day(years))
        assert {point.period for point in shown} == {period}
        assert {(point.before, point.after) for point in shown} == {(3, 2)}
        assert len(shown) <= MOST_POINTS
        assert len(usual_pain(shown)) == 1  # nobody was away
    assert point_day_words(thinned(every_day(3))[0]) == "Week of 31 August 2026"
    assert point_day_words(thinned(every_day(12))[0]) == "September 2026"


def test_the_read_out_names_only_scores_that_were_given() -> None:
    both, only_after = pain_points([done_on(FIRST, 2, 1), done_on(FIRST + timedelta(1), None, 5)])
    assert (point_words(both), point_words(only_after)) == ("Before 2, after 1", "After 5")
    assert point_day_words(both) == "Tue 1 September 2026"
