"""Exercises are found by id, and two files never fight over one."""

import pytest

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.core.errors import ContentError, UserError
from tests.content.samples import FILES, NOD, REACH, edited, sample_library


def test_exercises_come_in_the_order_of_their_codes() -> None:
    library = sample_library()
    assert [exercise.code for exercise in library] == ["E90", "E91"]
    assert library.ids == ("reach", "nod")
    assert len(library) == 2
    assert "nod" in library
    assert "node" not in library


def test_an_exercise_is_found_by_its_id() -> None:
    assert sample_library().get("nod").name == "Nod"


@pytest.mark.parametrize(
    ("word", "hint"),
    [("reech", "did you mean reach?"), ("zzz", "known are reach, nod"), ("", "known are")],
)
def test_an_unknown_id_is_answered_with_what_there_is(word: str, hint: str) -> None:
    with pytest.raises(UserError, match=f"no exercise {word!r}.*{hint}".replace("?", r"\?")):
        sample_library().get(word)


def test_faults_of_all_files_are_told_together() -> None:
    files = {
        "reach.toml": edited(REACH, "E90", "90"),
        "nod.toml": edited(NOD, "format = 1", "format = 7"),
    }
    with pytest.raises(ContentError) as caught:
        parse_library(files)
    assert [fault.split(": ")[:2] for fault in caught.value.faults] == [
        ["nod.toml", "format"],
        ["reach.toml", "code"],
    ]


def test_two_exercises_may_not_share_a_code() -> None:
    with pytest.raises(ContentError, match=r"reach\.toml: code: 'E91'; nod has it already"):
        parse_library({**FILES, "reach.toml": edited(REACH, "E90", "E91")})
