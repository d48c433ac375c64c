"""What ships is sound, and a broken sample is told every one of its faults."""

from sijoint_desktop.content.integrity import faults
from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import Level
from tests.content.samples import NOD, REACH, edited, sample_library, shipped_files

PHASES = "Ready, Reach, Hold, Lower, Pause"
PROGRAMME = [
    ("E01", "pelvic_tilt"),
    ("E02", "cat_cow"),
    ("E03", "figure4_supine"),
    ("E04", "hip_flexor_lunge"),
    ("E05", "glute_bridge"),
    ("E06", "bird_dog"),
    ("E07", "si_belt"),
    ("E08", "hip_rotation_supine"),
]


def test_every_exercise_ships_without_a_fault() -> None:
    library = parse_library(shipped_files())
    assert [(exercise.code, exercise.id) for exercise in library][: len(PROGRAMME)] == PROGRAMME
    assert list(faults(library)) == []


def test_the_standard_doses_are_those_of_the_programme() -> None:
    library = parse_library(shipped_files())
    doses = {exercise.id: exercise.doses[Level.STANDARD] for exercise in library}
    expected = {
        "pelvic_tilt": (1, 10, 1),
        "cat_cow": (1, 10, 1),
        "figure4_supine": (2, 1, 20),
        "hip_flexor_lunge": (2, 1, 20),
        "glute_bridge": (1, 10, 2),
        "bird_dog": (1, 8, 2),
        "si_belt": (1, 1, 3),
        "hip_rotation_supine": (1, 6, 2),
        "childs_pose": (2, 1, 20),
        "quad_rock_back": (2, 10, 1),
    }
    found = {name: (d.sets, d.reps, d.hold_s) for name, d in doses.items() if name in expected}
    assert found == expected
    assert doses["si_belt"].wear_minutes == (60, 120)


def test_a_sound_sample_has_no_faults() -> None:
    assert list(faults(sample_library())) == []


def test_a_broken_sample_is_told_every_fault() -> None:
    text = REACH
    for old, new in (
        ('summary = "Reach one arm up."', 'summary = "This will fix your joint!"'),
        ('name = "Arm reach"', f'name = "{"Reach " * 9}up"'),
        ('feel = "Your shoulder working."', f'feel = "{"on " * 26}and on"'),
        ('phases = ["Lower"]', 'phases = ["Lowering"]'),
        ('authored_side = "left"\n', ""),
        ('side_word = "arm up"', 'side_word = ""'),
        ('motion_id = "shrug"', 'motion_id = "shrugged"'),
        ('id = "rushing"', 'id = "shrug"'),
        ('exercise = "nod"', 'exercise = "nodd"'),
        ("reps = 10\nhold_s = 6", "reps = 2\nhold_s = 1"),
    ):
        text = edited(text, old, new)
    library = parse_library({"reach.toml": text, "nod.toml": NOD})
    assert list(faults(library)) == [
        "reach.toml: name: has 56 characters; expected at most 32",
        "reach.toml: summary: says 'fix'; expected words without such a claim",
        "reach.toml: feel: has a sentence of 28 words; expected at most 25",
        "reach.toml: step.3.phases: 'Lowering' is no phase; expected " + PHASES,
        "reach.toml: sides: 'each', yet the motion has no side; expected together",
        "reach.toml: side_word: is empty; expected a word after LEFT and RIGHT",
        "reach.toml: mistake.1.motion_id: 'shrugged' is not drawn; drawn are shrug",
        "reach.toml: mistake.2.id: 'shrug' is there twice",
        "reach.toml: motion.mistake: 'shrug' is drawn, yet no mistake has it as its motion_id",
        "reach.toml: harder.1.exercise: 'nodd' is no other exercise; known are nod",
        "reach.toml: dose.progressed: 20 seconds of work; expected at least the 56 of standard",
        "reach.toml: dose.progressed: 1 seconds of one hold; expected at least the 3 of standard",
    ]


def test_the_check_of_the_motion_is_asked_for_every_exercise() -> None:
    found = faults(sample_library(), lambda _motion, name: [f"{name}: motion: out of reach"])
    assert list(found) == [
        "reach.toml: motion: out of reach",
        "nod.toml: motion: out of reach",
    ]
