"""The person's own exercises stand beside the program's, and a broken one harms no other."""

from sijoint_desktop.content.own import with_own
from tests.content.samples import NOD, REACH, edited, sample_library

OWN = edited(edited(REACH, 'id = "reach"', 'id = "mine"'), 'code = "E90"', 'code = "X01"')


def no_motion_faults(_spec: object, _name: str) -> tuple[str, ...]:
    return ()


def test_an_own_exercise_joins_the_library_and_is_marked() -> None:
    library, faults = with_own(sample_library(), {"mine.toml": OWN}, no_motion_faults)
    assert faults == ()
    assert library.ids == ("reach", "nod", "mine")
    assert [exercise.own for exercise in library] == [False, False, True]


def test_broken_files_are_reported_and_left_out_and_the_others_stay() -> None:
    taken = edited(edited(OWN, 'id = "mine"', 'id = "nod"'), 'exercise = "nod"\n', "")
    files = {
        "broken.toml": "format = ",
        "mine.toml": OWN,
        "nod.toml": taken,
        "second.toml": edited(OWN, 'id = "mine"', 'id = "second"'),
        "theirs.toml": edited(edited(NOD, 'id = "nod"', 'id = "theirs"'), '"E91"', '"E77"'),
    }
    library, faults = with_own(sample_library(), files, no_motion_faults)
    assert library.ids == ("reach", "nod", "mine")
    assert [fault.split(": ")[:2] for fault in faults] == [
        ["broken.toml", "end of the file"],
        ["nod.toml", "id"],
        ["nod.toml", "code"],
        ["second.toml", "code"],
        ["theirs.toml", "code"],
    ]


def test_a_movement_that_no_body_can_make_is_left_out() -> None:
    def out_of_reach(_spec: object, name: str) -> tuple[str, ...]:
        return (f"{name}: motion: leg_l misses its contact by 90 mm",)

    library, faults = with_own(sample_library(), {"mine.toml": OWN}, out_of_reach)
    assert "mine" not in library
    assert faults == ("mine.toml: motion: leg_l misses its contact by 90 mm",)
