from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.ledger import line_of, score_of
from sijoint_desktop.history.next_day import (
    LEAST_DAYS,
    NextDay,
    next_day,
    next_day_picture,
    next_day_sentence,
)
from sijoint_desktop.history.picture import DAY_S
from tests.fakes.records import NOON, done_on, make_pain

FIRST = NOON.date()


def score(day: int, nrs: int, hours: float = 0):
    return score_of(
        make_pain(
            f"{day}-{hours}",
            at=NOON + timedelta(days=day, hours=hours),
            local_date=FIRST + timedelta(days=day),
            nrs=nrs,
        )
    )


def test_each_day_counts_by_whether_the_day_before_it_had_a_session() -> None:
    lines = [line_of(done_on(FIRST + timedelta(days=day))) for day in (0, 1, 4)]
    found = next_day(lines, [score(0, 9), score(1, 2), score(2, 3), score(3, 6), score(5, 4)])
    assert [nrs for _day, nrs in found.with_session] == [2, 3, 4]
    assert [nrs for _day, nrs in found.without] == [6]


def test_the_first_score_of_a_day_is_the_one_that_counts() -> None:
    lines = [line_of(done_on(FIRST)), line_of(done_on(FIRST + timedelta(days=1), 5))]
    found = next_day(lines, [score(1, 8, hours=4)])  # the session of that day began at nine
    assert found.with_session == ((FIRST + timedelta(days=1), 5),)


def days(*scores: int) -> tuple[tuple[date, int], ...]:
    return tuple((FIRST + timedelta(days=n), nrs) for n, nrs in enumerate(scores))


def test_fewer_than_three_days_of_a_kind_are_not_compared() -> None:
    few = NextDay(days(1, 2, 3, 4), days(5, 6))
    assert not few.enough
    assert next_day_sentence(few) == (
        "This needs pain scores on at least 3 days after a session and 3 days after none. "
        "So far there are 4 and 2."
    )
    with pytest.raises(ValueError, match="3 days"):
        next_day_picture(few)


def test_the_comparison_gives_counts_and_claims_no_cause() -> None:
    compared = NextDay(days(2, 3, 4, 3), days(5, 4, 4))
    assert next_day_sentence(compared) == (
        "The day after a session, pain was 3.0 on average (4 days); the day after none, 4.3 "
        "(3 days). This does not say that one leads to the other."
    )
    shown = next_day_picture(compared)
    assert not shown.in_time
    assert [word for _x, word in shown.ticks] == ["After a session (4 days)", "After none (3 days)"]
    assert [str(stop) for stop in shown.detail(DAY_S).stops][:2] == [
        "After a session: Pain 2 on 1 day",
        "After a session: Pain 3 on 2 days",
    ]
    assert len(shown.table().rows) == 7


@given(
    st.sets(st.integers(0, 30)),
    st.lists(st.tuples(st.integers(0, 31), st.integers(0, 10)), max_size=40),
)
def test_every_scored_day_after_the_first_session_counts_once(done, scores) -> None:
    lines = [line_of(done_on(FIRST + timedelta(days=day))) for day in done]
    found = next_day(lines, [score(day, nrs, hours=n / 100) for n, (day, nrs) in enumerate(scores)])
    counted = [day for day, _nrs in (*found.with_session, *found.without)]
    expected = {FIRST + timedelta(days=day) for day, _ in scores if done and day > min(done)}
    assert len(counted) == len(set(counted))
    assert set(counted) == expected
    assert found.enough == (min(len(found.with_session), len(found.without)) >= LEAST_DAYS)
