"""A motion file is read whole, or refused with every fault in it named."""

import tomllib
from dataclasses import FrozenInstanceError

import pytest

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.check import check_spec
from sijoint_desktop.motion.model import Breath, ContactKind, Role, Section
from sijoint_desktop.motion.spec import MotionSpec, parse_motion
from tests.motion import shipped

KNEELING = """
base = "quadruped"
authored_side = "left"
working = ["hip_l-knee_l"]
muscles = ["glute_max_l"]
arrows = ["ankle_l"]
root = { mode = "knee" }
[[pose]]
name = "level"
[pose.angles]
hip_flexion_l = 90
[pose.contacts]
leg_l = { type = "kneel", at = [0.0, 0.05] }
leg_r = { type = "kneel", at = [0.0, -0.05] }
[[pose]]
name = "back"
inherits = "level"
[pose.angles]
hip_flexion_l = -5
[pose.contacts]
leg_l = "off"
[[timeline]]
pose = "level"
phase = "Ready"
hold = 1
section = "enter"
rest = true
[[timeline]]
pose = "back"
phase = "Reach"
move = "effort"
hold = "dose"
breath = "out"
[[timeline]]
pose = "level"
phase = "Return"
move = "return"
hold = "pause"
[[mistake]]
id = "too_high"
pose = "back"
mark = "ankle_l"
[mistake.angles]
hip_flexion_l = -19
"""


def parse(text: str) -> MotionSpec:
    return parse_motion(tomllib.loads(text), "any.toml")


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(ContentError) as caught:
        parse(text)
    return caught.value.faults


def test_a_pose_inherits_everything_that_it_does_not_state() -> None:
    spec = parse(KNEELING)
    assert spec.authored_side is Side.LEFT
    back = spec.poses["back"]
    assert back.angles["hip_flexion_l"] == -5
    assert set(back.contacts) == {"leg_r"}
    assert back.contacts["leg_r"].kind is ContactKind.KNEEL
    (mistake,) = spec.mistakes
    assert mistake.right == "back"
    assert mistake.pose.angles["hip_flexion_l"] == -19
    assert set(mistake.pose.contacts) == {"leg_r"}


def test_timeline_rows_take_seconds_or_the_dose() -> None:
    ready, reach, back = parse(KNEELING).rows
    assert (ready.hold, ready.section, ready.rest) == (1.0, Section.ENTER, True)
    assert (reach.move, reach.hold, reach.hold_phase) == (Role.EFFORT, Role.HOLD, "Hold")
    assert (back.move, back.hold, back.hold_phase) == (Role.RETURN, Role.PAUSE, "Pause")
    assert reach.breath is Breath.OUT


def test_a_motion_cannot_be_changed() -> None:
    spec = parse(KNEELING)
    with pytest.raises(FrozenInstanceError):
        spec.loop = False  # type: ignore[misc]
    with pytest.raises(TypeError):
        spec.poses["level"].angles["hip_flexion_l"] = 3  # type: ignore[index]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "hip_flexion_l = -5",
            "hip_flexon_l = -5",
            "any.toml: pose.2.angles.hip_flexon_l: unknown angle; did you mean hip_flexion_l?",
        ),
        (
            "hip_flexion_l = -5",
            'hip_flexion_l = "far"',
            "any.toml: pose.2.angles.hip_flexion_l: 'far'; expected a number",
        ),
        (
            'base = "quadruped"',
            'base = "upside_down"',
            (
                "any.toml: base: 'upside_down'; expected one of supine, prone, side_lying, "
                "quadruped, upright"
            ),
        ),
        (
            'inherits = "level"',
            'inherits = "levl"',
            "any.toml: pose.2.inherits: no pose 'levl' stands above; did you mean level?",
        ),
        (
            'leg_r = { type = "kneel", at = [0.0, -0.05] }',
            'leg_r = { type = "palm", at = [0.0, -0.05] }',
            (
                "any.toml: pose.1.contacts.leg_r.type: palm does not suit leg_r; "
                "expected flat, kneel, heel, side, on"
            ),
        ),
        (
            'leg_r = { type = "kneel", at = [0.0, -0.05] }',
            'leg_r = { type = "kneel", at = [0.0] }',
            "any.toml: pose.1.contacts.leg_r.at: [0.0]; expected a list of 2 numbers",
        ),
        (
            'leg_r = { type = "kneel", at = [0.0, -0.05] }',
            'leg_r = { type = "kneel", at = [0.0, -0.05], yawn = 3 }',
            "any.toml: pose.1.contacts.leg_r.yawn: unknown key; did you mean yaw?",
        ),
        (
            'leg_l = "off"',
            'arm_x = "off"',
            "any.toml: pose.2.contacts.arm_x: unknown limb; did you mean arm_r?",
        ),
        (
            'move = "effort"',
            'move = "efort"',
            "any.toml: timeline.2.move: 'efort'; expected seconds or effort or return",
        ),
        (
            'move = "effort"',
            "move = 0",
            "any.toml: timeline.2.move: 0 s; expected more than 0, or effort or return",
        ),
        (
            'pose = "back"\nphase',
            'pose = "bakc"\nphase',
            "any.toml: timeline.2.pose: no pose 'bakc'; did you mean back?",
        ),
        (
            'pose = "level"\nphase = "Return"',
            'pose = "back"\nphase = "Return"',
            "any.toml: timeline: ends at 'back'; expected to loop to 'level'",
        ),
        (
            'hold = "dose"',
            'hold = "dose"\nvia = true',
            "any.toml: timeline.2.via: a pose that is passed through cannot have a hold",
        ),
        (
            'muscles = ["glute_max_l"]',
            'muscles = ["glute_max"]',
            "any.toml: muscles: unknown 'glute_max'; did you mean glute_max_r?",
        ),
        (
            'mark = "ankle_l"',
            'mark = "ankel_l"',
            "any.toml: mistake.1.mark: unknown joint 'ankel_l'; did you mean ankle_l?",
        ),
        (
            'base = "quadruped"',
            'base = "quadruped"\nspeed = 3',
            "any.toml: speed: unknown key",
        ),
    ],
)
def test_each_fault_says_where_it_is_and_what_was_expected(old: str, new: str, fault: str) -> None:
    assert KNEELING.count(old) >= 1
    assert fault in faults(KNEELING.replace(old, new, 1))


def test_a_mistake_of_a_pose_that_is_not_there_is_one_fault() -> None:
    assert len(faults(KNEELING.replace('pose = "back"\nmark', 'pose = "bakc"\nmark'))) == 1


def test_all_faults_are_reported_at_once() -> None:
    broken = KNEELING.replace("hip_flexion_l = 90", "hip_flexon_l = 90")
    broken = broken.replace('mode = "knee"', 'mode = "kne"').replace('"effort"', '"efort"')
    assert len(faults(broken)) == 3


@pytest.mark.parametrize("name", shipped.NAMES)
def test_what_ships_has_no_fault(name: str) -> None:
    assert list(check_spec(shipped.spec(name))) == []


def test_an_angle_over_its_limit_is_refused_with_its_degrees() -> None:
    spec = parse(KNEELING.replace("hip_flexion_l = -5", "hip_flexion_l = -41"))
    found = list(check_spec(spec))
    assert "pose 'back': hip_flexion_l is -41.0 degrees, outside -25 to 135" in found


LYING = """
base = "supine"
root = { mode = "pin", joint = "pelvis", at = [0.0, 0.0, 0.063] }
[[pose]]
name = "lie"
[pose.contacts]
leg_l = { type = "flat", at = [0.235, 0.05] }
[[pose]]
name = "slide"
inherits = "lie"
[[timeline]]
pose = "lie"
phase = "Ready"
[[timeline]]
pose = "slide"
phase = "Slide"
move = "effort"
[[timeline]]
pose = "lie"
phase = "Return"
move = "return"
"""


def test_a_foot_out_of_reach_is_refused_with_its_millimetres() -> None:
    spec = parse(LYING.replace("[0.235, 0.05]", "[0.600, 0.05]"))
    found = [fault for fault in check_spec(spec) if "misses" in fault]
    assert found[0] == "pose 'lie': leg_l misses its contact by 191.6 mm"


def test_a_limb_that_is_almost_straight_is_refused_with_its_stretch() -> None:
    spec = parse(LYING.replace("[0.235, 0.05]", "[0.4895, 0.05]"))
    found = [fault for fault in check_spec(spec) if "stretched" in fault]
    assert found[0].endswith("% of its length; at most 99.5 %")


def test_a_body_that_nothing_carries_is_refused() -> None:
    spec = parse(KNEELING.replace('leg_l = "off"', 'leg_l = "off"\nleg_r = "off"'))
    found = list(check_spec(spec))
    assert "pose 'back': nothing carries the body; expected a kneel contact of a leg" in found
    assert "from 'level' to 'back': nothing carries the body all the way" in found


def test_a_body_pinned_in_two_places_is_refused_in_between() -> None:
    moved = '[[pose]]\nname = "slide"\nroot = { at = [0.1, 0.0, 0.063] }\n'
    spec = parse(LYING.replace('[[pose]]\nname = "slide"\n', moved))
    assert "from 'lie' to 'slide': nothing carries the body all the way" in list(check_spec(spec))
