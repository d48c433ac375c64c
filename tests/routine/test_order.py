from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.routine.order import by_position, position_changes
from tests.routine.courses import library

_SOME = st.lists(st.sampled_from(library().exercises), max_size=12)


@given(_SOME)
def test_no_order_changes_position_less_often(chosen: list[Exercise]) -> None:
    ordered = by_position(chosen)
    assert sorted(e.id for e in ordered) == sorted(e.id for e in chosen)
    positions = {exercise.position for exercise in chosen}
    assert position_changes(ordered) == max(len(positions) - 1, 0)
    assert position_changes(ordered) <= position_changes(chosen)


@given(_SOME)
def test_exercises_of_one_position_keep_their_order(chosen: list[Exercise]) -> None:
    ordered = by_position(chosen)
    for position in {exercise.position for exercise in chosen}:
        before = [e.id for e in chosen if e.position is position]
        assert [e.id for e in ordered if e.position is position] == before
