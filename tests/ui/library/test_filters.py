"""Search and filters leave what a person asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Position, Purpose
from sijoint_desktop.ui.library.filters import (
    Filter,
    matching,
    plain,
    positions_present,
    purpose_counts,
    result_line,
)


def names(library: Library, wanted: Filter) -> list[str]:
    return [exercise.name for exercise in matching(library, wanted)]


def test_an_empty_filter_leaves_everything_in_order(library: Library) -> None:
    assert matching(library, Filter()) == library.exercises
    assert Filter(text="  ").is_empty


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
    assert result_line(8, 8) == "Showing all 8."
    assert result_line(3, 8) == "Showing 3 of 8."
    assert result_line(0, 8) == "Showing 0 of 8."


def test_accents_and_case_do_not_matter() -> None:
    assert plain("Brücke  ÜBER-all") == "brucke uber all"


def test_a_filter_never_adds_or_reorders(library: Library) -> None:
    @given(text=st.text(max_size=20), purpose=st.sampled_from([None, *Purpose]))
    def narrowing(text: str, purpose: Purpose | None) -> None:
        found = [e.id for e in matching(library, Filter(text=text, purpose=purpose))]
        assert [e.id for e in library if e.id in found] == found
        assert {e.id for e in matching(library, Filter(text=text))} >= set(found)

    narrowing()
