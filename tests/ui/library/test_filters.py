"""Search and filters leave what a person asked for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import CautionTag, Position, Purpose
from sijoint_desktop.content.suitability import Fitting, Person
from sijoint_desktop.ui.library.filters import (
    NOTHING_NEEDED,
    Filter,
    Order,
    equipment_present,
    matching,
    positions_present,
    purpose_counts,
    result_line,
)

NOBODY = Fitting()


def person(*has: CautionTag) -> Person:
    return Person({tag: tag in has for tag in CautionTag})


def names(library: Library, wanted: Filter, fitting: Fitting = NOBODY) -> list[str]:
    return [exercise.name for exercise in matching(library, wanted, fitting)[0]]


def test_an_empty_filter_leaves_everything_in_order(library: Library) -> None:
    assert matching(library, Filter(), NOBODY) == (library.exercises, ())


def test_what_is_not_safe_is_left_out_and_told_apart_from_what_does_not_match(
    library: Library,
) -> None:
    stiff = Fitting(person(CautionTag.FLOOR))
    shown, hidden = matching(library, Filter(safe=True), stiff)
    assert [e.name for e in hidden] == ["Cat-cow", "Kneeling hip stretch", "Bird-dog"]
    assert len(shown) == 5
    _, hidden = matching(library, Filter(safe=True, text="bird"), stiff)
    assert [e.name for e in hidden] == ["Bird-dog"]
    assert len(names(library, Filter(), stiff)) == 8


def test_before_a_check_nothing_is_left_out(library: Library) -> None:
    assert matching(library, Filter(safe=True, suited=True), NOBODY) == (library.exercises, ())


def test_only_what_suits_the_profile_is_shown(library: Library) -> None:
    suits = Fitting(person(), frozenset({"cat_cow", "glute_bridge"}))
    assert names(library, Filter(suited=True), suits) == ["Cat-cow", "Glute bridge"]


def test_the_order_by_position_changes_position_least(library: Library) -> None:
    found = names(library, Filter(order=Order.POSITION))
    assert found[:4] == ["Pelvic tilt", "Piriformis stretch", "Glute bridge", "Hip rotation"]
    assert found[-1] == "Fitting a belt"


def test_equipment_is_a_filter_and_nothing_is_a_kind_of_it(library: Library) -> None:
    with_mat = replace(library.get("cat_cow"), equipment=("mat",))
    two = Library((library.get("bird_dog"), with_mat))
    assert equipment_present(two) == ("mat", NOTHING_NEEDED)
    assert names(two, Filter(equipment="mat")) == ["Cat-cow"]
    assert names(two, Filter(equipment=NOTHING_NEEDED)) == ["Bird-dog"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bird", ["Bird-dog"]),
        ("BIRD dog", ["Bird-dog"]),
        ("bird-dog", ["Bird-dog"]),
        ("hip", ["Kneeling hip stretch", "Hip rotation"]),
        ("kneeling stretch", ["Kneeling hip stretch"]),
        ("loosen", ["Pelvic tilt", "Cat-cow", "Hip rotation"]),
        ("hands and knees", ["Cat-cow", "Bird-dog"]),
        ("E05", ["Glute bridge"]),
        ("  ponte ", []),
    ],
)
def test_search_finds_words_anywhere(library: Library, text: str, found: list[str]) -> None:
    assert names(library, Filter(text=text)) == found


def test_purpose_and_position_are_joined(library: Library) -> None:
    wanted = Filter(purpose=Purpose.MOBILISE, position=Position.SUPINE)
    assert names(library, wanted) == ["Pelvic tilt", "Hip rotation"]
    assert names(library, Filter(text="cat", position=Position.SUPINE)) == []


def test_counts_cover_every_purpose(library: Library) -> None:
    counts = purpose_counts(library)
    assert list(counts) == list(Purpose)
    assert sum(counts.values()) == len(library)
    assert counts[Purpose.SUPPORT] == 1


def test_only_positions_that_occur_are_offered(library: Library) -> None:
    assert positions_present(library) == (
        Position.SUPINE,
        Position.QUADRUPED,
        Position.HALF_KNEELING,
        Position.STANDING,
    )


def test_the_result_is_said_in_words() -> None:
    assert result_line(8, 0, 8) == "Showing all 8."
    assert result_line(3, 0, 8) == "Showing 3 of 8."
    assert result_line(0, 0, 8) == "Showing 0 of 8."
    assert result_line(7, 1, 8).startswith("Showing 7 of 8. 1 is left out for you")
    assert "2 are left out" in result_line(5, 2, 8)


def test_a_filter_never_adds_or_reorders(library: Library) -> None:
    @given(text=st.text(max_size=20), purpose=st.sampled_from([None, *Purpose]))
    def narrowing(text: str, purpose: Purpose | None) -> None:
        found = [e.id for e in matching(library, Filter(text=text, purpose=purpose), NOBODY)[0]]
        assert [e.id for e in library if e.id in found] == found
        assert {e.id for e in matching(library, Filter(text=text), NOBODY)[0]} >= set(found)

    narrowing()
