from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.effort import (
    Measure,
    exercise_picture,
    exercises_done,
    has_sides,
    sides_picture,
    sides_sentence,
)
from sijoint_desktop.history.ledger import Effort
from sijoint_desktop.history.picture import DAY_S, Sign, round_top
from tests.fakes.records import make_hurt

FIRST = date(2026, 9, 1)
SPAN = {"first": FIRST, "today": FIRST + timedelta(days=60)}


def effort(day: int, reps: int, held: float, side: Side | None = None, exercise="bridge") -> Effort:
    when = FIRST + timedelta(days=day)
    return Effort(when, ExerciseId(exercise), side, reps, Seconds(held))


def test_exercises_are_listed_by_the_days_they_were_done_on() -> None:
    done = [effort(0, 1, 1), effort(0, 1, 1, Side.LEFT, "clam"), effort(1, 1, 1, None, "clam")]
    assert exercises_done(done) == ("clam", "bridge")


def test_an_exercise_shows_both_sides_of_a_day_together() -> None:
    done = [effort(0, 5, 20, Side.LEFT), effort(0, 5, 25, Side.RIGHT), effort(2, 12, 60)]
    for measure, values in ((Measure.HELD, (45.0, 60.0)), (Measure.REPS, (10.0, 12.0))):
        shown = exercise_picture(done, ExerciseId("bridge"), "Bridge", measure, **SPAN)
        [bars] = shown.detail(30 * DAY_S).bars
        assert bars.highs == values
        assert max(values) <= shown.top
    assert shown.sentence == (
        "Done on 2 days, from 10 repetitions in a day at the start to 12 now."
    )
    assert [str(stop) for stop in shown.detail(30 * DAY_S).stops] == [
        "Tue 1 September 2026: 10 repetitions",
        "Thu 3 September 2026: 12 repetitions",
    ]
    assert str(shown.detail(4000 * DAY_S).stops[0]) == (
        "September 2026: 11 repetitions in a day, on average"
    )
    assert shown.table().rows[0] == (FIRST + timedelta(days=2), "Both", 12, 60)


def test_left_and_right_are_compared_in_words() -> None:
    done = [effort(0, 10, 100, Side.LEFT), effort(0, 10, 80, Side.RIGHT), effort(0, 9, 50)]
    assert has_sides(done)
    assert sides_sentence(done, (), Measure.HELD) == (
        "Left 100 seconds held, right 80: more on the left."
    )
    hurts = [make_hurt("a", side=Side.LEFT), make_hurt("b", side=Side.LEFT), make_hurt("c")]
    assert sides_sentence(done, hurts, Measure.REPS) == (
        "Left 10 repetitions, right 10: about the same. "
        "It hurt twice on the left, never on the right."
    )
    assert sides_sentence([effort(0, 9, 50)], (), Measure.REPS) == ""


def test_left_and_right_are_two_lines_with_marks_of_their_own() -> None:
    done = [
        effort(0, 10, 100, Side.LEFT),
        effort(0, 10, 80, Side.RIGHT),
        effort(30, 1, 9, Side.LEFT),
    ]
    shown = sides_picture(done, (), Measure.HELD, **SPAN)
    detail = shown.detail(30 * DAY_S)
    assert [curve.sign for curve in detail.curves] == [Sign.USUAL, Sign.SECOND]
    assert [points.ys for points in detail.points] == [(100.0, 9.0), (80.0,)]
    assert [stop.words() for stop in detail.stops] == [
        "Left 100, right 80 seconds held",
        "Left 9, right none seconds held",
    ]
    assert shown.table().rows[-1] == (FIRST, 100, 80, 10, 10)


@given(st.floats(0, 1e7))
def test_the_top_of_an_axis_holds_the_highest_value_with_few_lines(highest: float) -> None:
    top, step = round_top(highest)
    assert top >= highest
    assert top / step <= 5
    assert top <= max(1.0, 2.5 * highest)
