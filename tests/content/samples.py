"""Small exercise files for tests, and the real ones of the assets folder."""

from pathlib import Path

from sijoint_desktop.content.library import Library, parse_library

EXERCISES = Path(__file__).parents[2] / "assets" / "content" / "exercises"
ROUTINES = EXERCISES.parent / "routines"

REACH = """\
format = 1
id = "reach"
code = "E90"
name = "Arm reach"
summary = "Reach one arm up."
purpose = "stabilise"
position = "standing"
equipment = []
sides = "each"
side_word = "arm up"
muscles = ["shoulder"]
breath = "Breathe out as you reach."
feel = "Your shoulder working."
cues = ["Slow."]
sources = ["Made up for tests"]

[[step]]
text = "Stand tall."
phases = ["Ready"]

[[step]]
text = "Reach up."
phases = ["Reach", "Hold"]

[[step]]
text = "Lower the arm."
phases = ["Lower"]

[[mistake]]
id = "shrug"
wrong = "the shoulder creeps up"
right = "keep it low"
motion_id = "shrug"

[[mistake]]
id = "rushing"
wrong = "going too fast"
right = "take your time"

[[caution]]
tag = "general"
action = "ask"
text = "Sore shoulder? Ask first."

[[easier]]
text = "Reach half as high."

[[harder]]
text = "Do the nod after it."
exercise = "nod"

[dose.beginner]
sets = 1
reps = 4
hold_s = 2
rest_s = 30
days_per_week = [3, 3]
tempo = { effort_s = 2, return_s = 2, pause_s = 1 }

[dose.standard]
sets = 1
reps = 8
hold_s = 3
rest_s = 30
days_per_week = [3, 5]
note = "8 to 10 times"
tempo = { effort_s = 2, return_s = 2, pause_s = 1 }

[dose.progressed]
sets = 2
reps = 10
hold_s = 6
rest_s = 30
days_per_week = [3, 5]
tempo = { effort_s = 2, return_s = 2, pause_s = 1 }

[motion]
base = "upright"
authored_side = "left"
root = { mode = "standing", xy = [0.0, 0.0] }
working = ["shoulder_l-elbow_l"]
arrows = ["wrist_l"]

[[motion.pose]]
name = "start"
[motion.pose.angles]
knee_flexion_l = 15
knee_flexion_r = 15
[motion.pose.contacts]
leg_l = { type = "flat", at = [0.0, 0.05] }
leg_r = { type = "flat", at = [0.0, -0.05] }

[[motion.pose]]
name = "up"
inherits = "start"
[motion.pose.angles]
shoulder_flexion_l = 120

[[motion.timeline]]
pose = "start"
phase = "Ready"
hold = 1
rest = true
section = "enter"

[[motion.timeline]]
pose = "up"
phase = "Reach"
move = "effort"
hold = "dose"
breath = "out"

[[motion.timeline]]
pose = "start"
phase = "Lower"
move = "return"
hold = "pause"

[[motion.mistake]]
id = "shrug"
pose = "up"
mark = "shoulder_l"
[motion.mistake.angles]
shoulder_flexion_l = 150
"""
"""Trains one side, then the other; names the nod as its harder way."""

NOD = (
    REACH.replace('id = "reach"', 'id = "nod"')
    .replace("E90", "E91")
    .replace("Arm reach", "Nod")
    .replace('exercise = "nod"', 'exercise = "reach"')
    .replace('sides = "each"', 'sides = "together"')
    .replace('side_word = "arm up"\n', "")
    .replace('authored_side = "left"\n', "")
)
"""Uses both sides together."""

FILES = {"reach.toml": REACH, "nod.toml": NOD}


def sample_library() -> Library:
    """Return the library of the two made-up exercises."""
    return parse_library(FILES)


def shipped_files() -> dict[str, str]:
    """Return the exercise files that come with the program, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in EXERCISES.glob("*.toml")}


def shipped_self_tests() -> dict[str, str]:
    """Return the self-test files that come with the program, by name."""
    folder = EXERCISES.parent / "self_tests"
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.toml")}


def edited(text: str, old: str, new: str) -> str:
    """Return a text with one passage replaced; the passage must be there."""
    assert old in text
    return text.replace(old, new, 1)
