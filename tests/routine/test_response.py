import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.routine.response import Hurt, Zone
from tests.routine.courses import BRIDGE, TILT, easy, hurt


@pytest.mark.parametrize(
    ("before", "worst", "zone"),
    [
        (0, 0, Zone.GREEN),
        (0, 2, Zone.GREEN),
        (2, 3, Zone.AMBER),
        (5, 5, Zone.AMBER),
        (3, 5, Zone.AMBER),
        (2, 5, Zone.RED),  # more than 2 above its start
        (0, 3, Zone.RED),
        (6, 6, Zone.RED),
        (None, 4, Zone.AMBER),
        (3, None, Zone.UNKNOWN),
    ],
)
def test_the_zone_follows_the_worst_pain(before: int | None, worst: int | None, zone: Zone) -> None:
    assert easy(0, before=before, worst=worst).zone is zone


def test_sharp_pain_and_new_numbness_are_red_however_small() -> None:
    assert easy(0, hurts=(hurt("glute_bridge", 1, sharp=True),)).zone is Zone.RED
    assert easy(0, hurts=(Hurt(BRIDGE, 1, new_numbness=True),)).zone is Zone.RED


def test_pain_that_grows_from_one_time_to_the_next_is_red() -> None:
    growing = (hurt("glute_bridge", 2), hurt("glute_bridge", 3))
    assert easy(0, worst=3, before=2, hurts=growing).zone is Zone.RED
    elsewhere = (hurt("glute_bridge", 2), Hurt(TILT, 3))
    assert easy(0, worst=3, before=2, hurts=elsewhere).zone is Zone.AMBER


def test_a_hurt_counts_even_when_the_score_after_the_session_leaves_it_out() -> None:
    assert easy(0, worst=1, hurts=(hurt("glute_bridge", 6),)).zone is Zone.RED
    assert easy(0, worst=1, hurts=(hurt("glute_bridge", None),)).zone is Zone.AMBER
    assert easy(0, worst=None, hurts=(hurt("glute_bridge", None),)).zone is Zone.AMBER


def test_the_next_morning_may_be_one_point_higher_and_no_more() -> None:
    assert easy(0, before=2, morning=3).settled is True
    assert easy(0, before=2, morning=4).settled is False
    assert easy(0, before=2, morning=None).settled is None
    assert easy(0, before=2, morning=2, woke=True).settled is False


_SCORES = st.none() | st.integers(0, 10)


@given(before=_SCORES, worst=st.integers(0, 9), sharp=st.booleans())
def test_more_pain_is_never_a_milder_zone(before: int | None, worst: int, sharp: bool) -> None:
    hurts = (hurt("glute_bridge", 0, sharp=sharp),)
    order = [Zone.GREEN, Zone.AMBER, Zone.RED]
    less = easy(0, before=before, worst=worst, hurts=hurts).zone
    more = easy(0, before=before, worst=worst + 1, hurts=hurts).zone
    assert order.index(less) <= order.index(more)
