import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.picture import Stop
from sijoint_desktop.history.sight import Sight, earlier, later, nearest

WHOLE = Sight(0, 1000, 0, 1000, 10)

moves = st.lists(
    st.one_of(
        st.tuples(st.just("zoom"), st.floats(0.01, 100), st.none() | st.floats(-500, 1500)),
        st.tuples(st.just("move"), st.floats(-5000, 5000), st.none()),
        st.tuples(st.just("hold"), st.floats(0, 1000), st.none()),
        st.tuples(st.just("whole"), st.just(0.0), st.none()),
    ),
    max_size=12,
)


@given(moves)
def test_sight_never_leaves_the_axis_nor_grows_too_narrow(steps) -> None:
    sight = WHOLE
    for kind, amount, at in steps:
        if kind == "zoom":
            sight = sight.zoomed(amount, at)
        elif kind == "move":
            before = sight.width
            sight = sight.moved(amount)
            assert sight.width == pytest.approx(before)
        elif kind == "hold":
            sight = sight.holding(amount)
            assert sight.start - 1e-6 <= amount <= sight.end + 1e-6
        else:
            sight = sight.whole()
            assert sight.is_whole
        assert 0 <= sight.start < sight.end <= 1000  # a Sight that is not would not exist
        assert sight.width >= 10 - 1e-6


@given(st.floats(1.1, 20), st.floats(0, 1000))
def test_what_one_zooms_at_stays_where_it_is(factor: float, at: float) -> None:
    closer = WHOLE.zoomed(factor, at)
    if closer.width > WHOLE.least:
        assert (at - closer.start) / closer.width == pytest.approx(at / 1000, abs=1e-6)


def stop(x: float, y: float = 0) -> Stop:
    return Stop(x, y, "", str)


def test_stops_are_gone_through_one_by_one_and_end_at_the_ends() -> None:
    stops = [stop(1), stop(2, 3), stop(2, 5), stop(9)]
    assert earlier(stops, None) is later(stops, None) is stops[-1]
    assert earlier(stops, stops[2]) is stops[1]
    assert later(stops, stops[1]) is stops[2]
    assert earlier(stops, stops[0]) is stops[0]
    assert later(stops, stops[3]) is stops[3]
    assert earlier([], None) is None


def test_the_nearest_stop_is_the_one_at_the_pointer() -> None:
    stops = [stop(1), stop(2, 3), stop(2, 5)]
    assert nearest(stops, 2.2, 4.9) is stops[2]
    assert nearest(stops, -7, 9) is stops[0]
    assert nearest([], 1, 1) is None
