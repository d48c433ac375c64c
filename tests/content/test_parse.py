"""A physiotherapist edits a text file and is told exactly what is wrong with it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.content.model import CautionTag, Level, Sides
from sijoint_desktop.content.parse import parse_exercise
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.side import Side
from tests.content.samples import REACH, edited


def faults_of(text: str, name: str = "reach.toml") -> tuple[str, ...]:
    with pytest.raises(ContentError) as caught:
        parse_exercise(text, name)
    return caught.value.faults


def test_a_sound_file_becomes_an_exercise() -> None:
    reach = parse_exercise(REACH, "reach.toml")
    assert (reach.id, reach.code, reach.sides) == ("reach", "E90", Sides.EACH)
    assert reach.steps[1].phases == ("Reach", "Hold")
    assert [mistake.motion_id for mistake in reach.mistakes] == ["shrug", None]
    assert reach.cautions[0].tag is CautionTag.GENERAL
    assert reach.harder[0].exercise == "nod"
    assert reach.motion.authored_side is Side.LEFT
    dose = reach.doses[Level.STANDARD]
    assert (dose.sets, dose.reps, dose.hold_s, dose.rest_s) == (1, 8, 3.0, 30.0)
    assert dose.days_per_week == (3, 5)
    assert dose.note == "8 to 10 times"
    assert dose.wear_minutes is None
    assert set(reach.doses) == set(Level)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("hold_s = 3", "hold_s = 450", "dose.standard.hold_s: 450; expected seconds from 0 to 120"),
        ("hold_s = 3", "hold_s = nan", "dose.standard.hold_s: nan; expected seconds"),
        ("hold_s = 3", 'hold_s = "3 s"', "dose.standard.hold_s: '3 s'; expected seconds"),
        ("hold_s = 3", "hold_s = true", "dose.standard.hold_s: True; expected seconds"),
        ("hold_s = 3\n", "", "dose.standard.hold_s: missing; expected seconds"),
        ("reps = 8", "reps = 8.5", "dose.standard.reps: 8.5; expected whole repetitions from 1"),
        ("reps = 8", "rep = 8", "dose.standard.rep: unknown key; did you mean reps?"),
        ("[3, 5]", "[5, 3]", "dose.standard.days_per_week: [5, 3]; expected [least, most]"),
        ("effort_s = 2", "effort_s = 0", "dose.beginner.tempo.effort_s: 0; expected seconds"),
        ("[dose.standard]", "[dose.normal]", "dose.normal: unknown key"),
        ("[dose.standard]", "[dose.normal]", "dose.standard: missing; expected a table"),
        ('"stabilise"', '"heal"', "purpose: 'heal'; expected one of mobilise, release"),
        ('tag = "general"', 'tag = "wrists"', "caution.1.tag: 'wrists'; expected one of preg"),
        ('name = "Arm reach"', 'name = ""', "name: is empty; expected a text"),
        ('name = "Arm reach"', 'name = " Arm"', "name: ' Arm'; expected one line without spaces"),
        ('name = "Arm reach"', 'name = "a\\nb"', "name: 'a\\nb'; expected one line"),
        ('code = "E90"', 'code = "90"', "code: '90'; expected X and two digits"),
        ('id = "reach"', 'id = "reech"', "id: 'reech'; expected 'reach', as the file is called"),
        ("format = 1", "format = 2", "format: 2; expected 1"),
        ("format = 1\n", "", "format: missing; expected 1"),
        ('cues = ["Slow."]', "cues = []", "cues: has 0 entries; expected at least 1"),
        ('phases = ["Ready"]', "phases = []", "step.1.phases: has 0 entries"),
        (
            'phases = ["Ready"]',
            'phase = ["Ready"]',
            "step.1.phase: unknown key; did you mean phases?",
        ),
        (
            "shoulder_flexion_l = 120",
            "shoulder_flexion_left = 120",
            "motion.pose.2.angles.shoulder",
        ),
    ],
)
def test_a_fault_names_file_key_value_and_what_was_expected(
    old: str, new: str, expected: str
) -> None:
    faults = faults_of(edited(REACH, old, new))
    assert any(fault.startswith(f"reach.toml: {expected}") for fault in faults), faults


def test_all_faults_are_told_at_once() -> None:
    text = edited(REACH, "hold_s = 3", "hold_s = -1")
    text = edited(text, 'sides = "each"', 'sides = "both"')
    text = edited(text, 'pose = "up"', 'pose = "upp"')
    faults = faults_of(text)
    for key in ("dose.standard.hold_s", "sides", "motion.timeline.2.pose"):
        assert any(f"reach.toml: {key}: " in fault for fault in faults), faults


def test_a_file_without_a_motion_says_so() -> None:
    assert faults_of(REACH.partition("[motion]")[0]) == (
        "reach.toml: motion: missing; expected a table with the movement",
    )


def test_too_few_steps_and_mistakes_are_faults() -> None:
    text = edited(REACH, '[[step]]\ntext = "Stand tall."\nphases = ["Ready"]\n', "")
    start = text.index('[[mistake]]\nid = "rushing"')
    text = text[:start] + text[text.index("[[caution]]") :]
    faults = faults_of(text)
    assert "reach.toml: step: has 2 entries; expected 3 to 6 tables [[step]]" in faults
    assert "reach.toml: mistake: has 1 entries; expected 2 to 6 tables [[mistake]]" in faults


def test_a_syntax_error_names_its_line() -> None:
    faults = faults_of(edited(REACH, 'code = "E90"', 'code "E90"'))
    assert len(faults) == 1
    assert faults[0].startswith("reach.toml: line 3, column 6: ")


def test_the_file_may_lie_in_any_folder() -> None:
    assert parse_exercise(REACH, "/some/where/reach.toml").id == "reach"
    assert parse_exercise(REACH, r"C:\some\reach.toml").id == "reach"


keys = st.sampled_from([line.split(" =")[0] for line in REACH.splitlines() if " = " in line])


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_an_exercise_or_faults_but_no_other_error(text: str) -> None:
    assert faults_of(text)


@settings(deadline=None)
@given(
    keys, st.sampled_from(["[]", "{}", "0", "-1", "1e400", "''", "[[1]]", "[{a=1}]", "2020-01-01"])
)
def test_any_value_at_any_key_gives_an_exercise_or_faults(key: str, value: str) -> None:
    rows = [f"{key} = {value}" if row.startswith(f"{key} =") else row for row in REACH.splitlines()]
    faults: tuple[str, ...] = ()
    try:
        parse_exercise("\n".join(rows), "reach.toml")
    except ContentError as error:
        faults = error.faults
    assert all(fault.startswith("reach.toml: ") for fault in faults)


def test_a_level_may_move_otherwise_and_stays_the_same_object() -> None:
    variant = '\n[[motion.variant]]\nlevel = "beginner"\npose = "up"\n'
    pose = re.search(r'\[\[motion.pose\]\]\s*name = "(\w+)"', REACH)
    assert pose is not None
    exercise = parse_exercise(REACH + variant.replace('"up"', f'"{pose[1]}"'), "reach.toml")
    assert exercise.at(Level.STANDARD) is exercise
    easier = exercise.at(Level.BEGINNER)
    assert easier is exercise.at(Level.BEGINNER)
    assert (easier.id, easier.doses) == (exercise.id, exercise.doses)
    assert easier.motion is not exercise.motion


def test_a_level_that_is_none_is_a_fault() -> None:
    pose = re.search(r'\[\[motion.pose\]\]\s*name = "(\w+)"', REACH)
    assert pose is not None
    variant = f'\n[[motion.variant]]\nlevel = "simple"\npose = "{pose[1]}"\n'
    with pytest.raises(ContentError, match=r"variant\.level: 'simple'; expected beginner"):
        parse_exercise(REACH + variant, "reach.toml")


def test_a_step_may_read_otherwise_at_a_level() -> None:
    text = REACH.replace('text = "Reach up."', 'text = "Reach up."\nbeginner = "Reach half-way."')
    exercise = parse_exercise(text, "reach.toml")
    assert exercise.steps[1].text == "Reach up."
    assert exercise.at(Level.BEGINNER).steps[1].text == "Reach half-way."
    assert exercise.at(Level.PROGRESSED) is exercise
