"""A routine goes into a file and comes back as it was."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.routine.model import LeftOut, Routine, Slot, SlotSides, WhyLeftOut
from sijoint_desktop.routine.parse import parse_routine, parse_routines, routine_text
from tests.content.samples import ROUTINES, edited, sample_library, shipped_files

LIBRARY = sample_library()

TWO = """\
format = 1
id = "two"
name = "Two"
summary = "Reach and nod."

[[exercise]]
id = "reach"
level = "beginner"
reps = 3
sides = "left"
start_side = "right"

[[exercise]]
id = "nod"
level = "standard"
"""


def faults_of(text: str) -> tuple[str, ...]:
    with pytest.raises(ContentError) as caught:
        parse_routine(text, "two.toml", LIBRARY)
    return caught.value.faults


def test_what_a_file_does_not_state_comes_from_the_level() -> None:
    first, second = parse_routine(TWO, "two.toml", LIBRARY).slots
    assert first.dose == replace(LIBRARY.get("reach").doses[Level.BEGINNER], reps=3)
    assert (first.sides, first.start_side) == (SlotSides.LEFT, Side.RIGHT)
    assert second.dose == LIBRARY.get("nod").doses[Level.STANDARD]
    assert (second.sides, second.start_side) == (SlotSides.BOTH, Side.LEFT)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'id = "nod"',
            'id = "nodd"',
            "exercise.2.id: there is no exercise 'nodd'; did you mean nod?",
        ),
        ('"standard"', '"hard"', "exercise.2.level: 'hard'; expected one of beginner, standard"),
        ('level = "standard"\n', "", "exercise.2.level: missing; expected one of beginner"),
        ("reps = 3", "reps = 99", "exercise.1.reps: 99; expected whole repetitions from 1 to 50"),
        ("reps = 3", "hold_s = -1", "exercise.1.hold_s: -1; expected seconds from 0 to 120"),
        ("reps = 3", "rest = 3", "exercise.1.rest: unknown key"),
        (
            'sides = "left"',
            'sides = "up"',
            "exercise.1.sides: 'up'; expected one of both, left, right",
        ),
        ('id = "two"', 'id = "Two!"', "id: 'Two!'; expected small letters"),
        ('name = "Two"\n', "", "name: missing; expected a text in quotes"),
        ("format = 1", "format = 9", "format: 9; expected 1"),
    ],
)
def test_a_fault_says_which_entry_and_what_was_expected(old: str, new: str, expected: str) -> None:
    faults = faults_of(edited(TWO, old, new))
    assert any(fault.startswith(f"two.toml: {expected}") for fault in faults), faults


def test_a_routine_has_at_least_one_exercise() -> None:
    assert "two.toml: exercise: has 0 entries; expected 1 to 40" in faults_of(
        TWO.partition("[[")[0]
    )


def test_an_unknown_exercise_hides_no_other_fault() -> None:
    faults = faults_of(edited(edited(TWO, 'id = "reach"', 'id = "teach"'), "reps = 3", "reps = 0"))
    assert [fault.split(": ")[1] for fault in faults] == ["exercise.1.id", "exercise.1.reps"]


def test_all_routine_files_are_read_together() -> None:
    other = edited(TWO, '"two"', '"other"')
    routines = parse_routines({"two.toml": TWO, "other.toml": other}, LIBRARY)
    assert [routine.id for routine in routines] == ["other", "two"]


def test_two_routines_may_not_share_an_id_and_no_fault_hides_another() -> None:
    files = {"a.toml": TWO, "b.toml": TWO, "c.toml": edited(TWO, "reps = 3", "reps = 0")}
    with pytest.raises(ContentError) as caught:
        parse_routines(files, LIBRARY)
    assert caught.value.faults == (
        "b.toml: id: 'two'; another routine has it already",
        "c.toml: exercise.1.reps: 0; expected whole repetitions from 1 to 50",
    )


one_line = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=30).filter(
    lambda text: text == text.strip()
)
seconds = st.integers(0, 120) | st.floats(0, 120, allow_nan=False)


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    exercise = draw(st.sampled_from(LIBRARY.exercises))
    level = draw(st.sampled_from(Level))
    dose = replace(
        exercise.doses[level],
        sets=draw(st.integers(1, 10)),
        reps=draw(st.integers(1, 50)),
        hold_s=Seconds(draw(seconds)),
        rest_s=Seconds(draw(seconds)),
    )
    sides, start = draw(st.sampled_from(SlotSides)), draw(st.sampled_from(Side))
    extra = draw(st.sampled_from([None, *Side]))
    return Slot(exercise.id, level, dose, sides, start, extra)


notes = st.builds(
    LeftOut,
    slot=slots(),
    place=st.integers(0, 39),
    why=st.sampled_from(WhyLeftOut),
    instead=st.sampled_from([None, *(exercise.id for exercise in LIBRARY)]),
)
routines = st.builds(
    Routine,
    id=st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True).map(RoutineId),
    name=one_line,
    summary=one_line | st.just(""),
    slots=st.lists(slots(), min_size=1, max_size=5).map(tuple),
    left_out=st.lists(notes, max_size=2).map(tuple),
)


@settings(deadline=None)
@given(routines)
def test_writing_and_reading_gives_the_same_routine(routine: Routine) -> None:
    assert parse_routine(routine_text(routine), "any.toml", LIBRARY) == routine


def test_a_text_with_forbidden_letters_is_written_so_that_it_can_be_read_and_judged() -> None:
    routine = replace(parse_routine(TWO, "two.toml", LIBRARY), name='"a\\\x7f\n')
    assert faults_of(routine_text(routine)) == (
        "two.toml: name: '\"a\\\\\\x7f\\n'; expected one line without spaces at its ends",
    )


def test_what_is_left_out_is_judged_too() -> None:
    note = """
[[left_out]]
id = "nodd"
level = "standard"
place = 0
why = "boring"
instead = "teach"
"""
    faults = "\n".join(faults_of(TWO + note))
    assert "left_out.1.id: there is no exercise 'nodd'; did you mean nod?" in faults
    assert "left_out.1.place: 0; expected whole places from 1 to 40" in faults
    assert "left_out.1.why: 'boring'; expected one of hurts, position, equipment" in faults
    assert "left_out.1.instead: there is no exercise 'teach'" in faults


def test_a_routine_may_be_empty_only_while_it_is_being_built() -> None:
    routine = replace(parse_routine(TWO, "two.toml", LIBRARY), slots=())
    text = routine_text(routine)
    assert parse_routine(text, "two.toml", LIBRARY, empty=True) == routine
    assert faults_of(text) == ("two.toml: exercise: has 0 entries; expected 1 to 40",)


def test_the_file_in_the_documentation_is_sound_and_the_same_in_the_text() -> None:
    docs = ROUTINES.parents[2] / "docs"
    example = (docs / "examples" / "mornings.sijroutine").read_text(encoding="utf-8")
    routine = parse_routine(example, "mornings.sijroutine", parse_library(shipped_files()))
    assert len(routine.slots) == 3
    assert routine.left_out[0].why is WhyLeftOut.POSITION
    assert example in (docs / "routine-format.md").read_text(encoding="utf-8")
