"""The suggested routines: what the clinical brief asks of each of them."""

from functools import cache

import pytest

from sijoint_desktop.content.library import Library, parse_library
from sijoint_desktop.content.model import CautionTag, Level, Position, Purpose
from sijoint_desktop.content.suitability import ON_THE_FLOOR, Person, judge
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.order import by_position
from sijoint_desktop.routine.parse import parse_routines
from sijoint_desktop.routine.script import compile_script, routine_minutes
from tests.content.samples import ROUTINES, shipped_files

WELL = dict.fromkeys(CautionTag, False)
NINE = (
    "first_gentle",
    "stiff",
    "tight",
    "carries_load_poorly",
    "mixed",
    "pregnancy",
    "after_birth",
    "five_minutes",
    "desk_break",
)
CORE = {"breathing_brace", "bird_dog", "supine_march", "hip_hinge", "wall_push_single_leg"}
GLUTE = {"glute_bridge", "clamshell", "sit_to_stand"}


@cache
def library() -> Library:
    return parse_library(shipped_files())


@cache
def suggested() -> dict[str, Routine]:
    files = {path.name: path.read_text(encoding="utf-8") for path in ROUTINES.glob("*.toml")}
    return {str(routine.id): routine for routine in parse_routines(files, library())}


def ids(name: str) -> list[str]:
    return [str(slot.exercise_id) for slot in suggested()[name].slots]


def test_the_nine_come_first_and_the_gentlest_is_the_first() -> None:
    assert tuple(suggested())[:9] == NINE


@pytest.mark.parametrize("name", NINE[:7])
def test_a_first_routine_has_four_to_six_exercises_at_the_easier_level(name: str) -> None:
    slots = suggested()[name].slots
    assert 4 <= len(slots) <= 6
    assert {slot.level for slot in slots} == {Level.BEGINNER}


@pytest.mark.parametrize("name", [n for n in NINE if n != "after_birth"])
def test_each_has_one_for_the_core_and_one_for_the_buttocks(name: str) -> None:
    assert CORE & set(ids(name))
    assert GLUTE & set(ids(name))


@pytest.mark.parametrize("name", NINE)
def test_nobody_goes_down_again_once_up(name: str) -> None:
    exercises = [library().get(each) for each in ids(name)]
    if name != "desk_break":  # from the chair up to the wall
        assert by_position(exercises) == tuple(exercises)


@pytest.mark.parametrize("weeks", [8, 18, 30])
def test_pregnancy_suits_every_week(weeks: int) -> None:
    person = Person({**WELL, CautionTag.PREGNANCY: True}, weeks)
    assert all(judge(library().get(each), person).suggested for each in ids("pregnancy"))


def test_after_birth_suits_the_first_weeks_and_stays_below_the_easier_dose() -> None:
    person = Person({**WELL, CautionTag.AFTER_BIRTH: True})
    assert all(judge(library().get(each), person).suggested for each in ids("after_birth"))
    assert not {"glute_bridge", "side_plank_knees", "dead_bug"} & set(ids("after_birth"))
    for slot in suggested()["after_birth"].slots:
        assert slot.dose.reps <= library().get(slot.exercise_id).doses[Level.BEGINNER].reps


def test_bearing_load_poorly_goes_to_no_end_of_range() -> None:
    person = Person({**WELL, CautionTag.HYPERMOBILE: True})
    chosen = [library().get(each) for each in ids("carries_load_poorly")]
    assert all(judge(exercise, person).suggested for exercise in chosen)
    assert all(exercise.purpose is not Purpose.RELEASE for exercise in chosen)


def test_the_desk_break_needs_no_floor() -> None:
    assert all(library().get(each).position not in ON_THE_FLOOR for each in ids("desk_break"))
    assert Position.SEATED in {library().get(each).position for each in ids("desk_break")}


def test_the_five_minutes_are_five_minutes() -> None:
    assert compile_script(suggested()["five_minutes"], library()).duration_s <= 5 * 60
    assert routine_minutes(suggested()["desk_break"], library()) <= 5


def test_the_eight_techniques_are_all_there() -> None:
    eight = [exercise.id for exercise in library() if exercise.code <= "E08"]
    assert sorted(ids("eight_techniques")) == sorted(eight)
    assert ids("eight_techniques")[-1] == "si_belt"
