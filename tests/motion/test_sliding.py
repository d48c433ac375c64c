"""What slides along the floor stays on it all the way, and is not said to rest where it was."""

import tomllib

import numpy as np
import pytest

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.motion.check import check_spec
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.skeleton import ANKLE_HEIGHT, PALM_WRIST_HEIGHT, THIGH
from sijoint_desktop.motion.solve import Path
from sijoint_desktop.motion.spec import MotionSpec, parse_motion

HEEL_SLIDE = """
base = "supine"
root = { mode = "pin", joint = "neck", at = [-0.324, 0.0, 0.043] }
[[pose]]
name = "bent"
[pose.contacts]
leg_l = { type = "flat", at = [0.235, 0.062] }
leg_r = { type = "flat", at = [0.235, -0.062] }
arm_l = { type = "palm", at = [-0.02, 0.20] }
[[pose]]
name = "long"
inherits = "bent"
[pose.contacts]
leg_l = { type = "flat", at = [0.380, 0.062], slides = true }
arm_l = { type = "palm", at = [-0.03, 0.23], slides = true }
[[timeline]]
pose = "bent"
phase = "Ready"
[[timeline]]
pose = "long"
phase = "Slide"
move = 2
[[timeline]]
pose = "bent"
phase = "Back"
move = 2
"""

KNEE_SLIDE = """
base = "upright"
root = { mode = "knee" }
[[pose]]
name = "tall"
[pose.contacts]
leg_l = { type = "kneel", at = [0.0, 0.05] }
leg_r = { type = "kneel", at = [0.0, -0.05] }
[[pose]]
name = "sunk"
inherits = "tall"
[pose.contacts]
leg_l = { type = "kneel", at = [0.10, 0.05], slides = true }
leg_r = { type = "kneel", at = [0.10, -0.05], slides = true }
[[timeline]]
pose = "tall"
phase = "Ready"
[[timeline]]
pose = "sunk"
phase = "Sink"
move = 2
[[timeline]]
pose = "tall"
phase = "Back"
move = 2
"""


def parse(text: str) -> MotionSpec:
    return parse_motion(tomllib.loads(text), "any.toml")


def test_a_heel_and_a_hand_slide_on_the_floor_from_place_to_place_and_back() -> None:
    spec = parse(HEEL_SLIDE)
    assert list(check_spec(spec)) == []
    path, at = bake(spec, stature_m=1.0).positions, JOINT_INDEX
    far = Path(spec).key_rows[1]
    assert np.abs(path[:, at["ankle_l"], 2] - ANKLE_HEIGHT).max() < 1e-9
    assert np.abs(path[:, at["wrist_l"], 2] - PALM_WRIST_HEIGHT).max() < 1e-9
    for row, heel, hand in ((0, 0.235, 0.20), (far, 0.380, 0.23), (-1, 0.235, 0.20)):
        assert path[row, at["ankle_l"], 0] == pytest.approx(heel)
        assert path[row, at["wrist_l"], 1] == pytest.approx(hand)
    assert (np.diff(path[: far + 1, at["ankle_l"], 0]) >= 0).all()
    assert np.ptp(path[:, at["ankle_r"]], axis=0).max() < 1e-9


def test_what_slides_is_said_to_rest_only_where_it_stops() -> None:
    spec = parse(HEEL_SLIDE)
    clip, far = bake(spec), Path(spec).key_rows[1]
    for row in (0, far, clip.rows - 1):
        assert {"heel_l", "wrist_l"} <= set(clip.contacts[row])
    assert not {"heel_l", "wrist_l"} & set(clip.contacts[far // 2])
    assert "heel_r" in clip.contacts[far // 2]


def test_another_place_without_sliding_lets_go_of_the_floor() -> None:
    spec = parse(HEEL_SLIDE.replace(", slides = true", ""))
    ankle = bake(spec, stature_m=1.0).positions[:, JOINT_INDEX["ankle_l"], 2]
    assert np.abs(ankle - ANKLE_HEIGHT).max() > 0.001


def test_knees_slide_and_carry_the_pelvis_with_them() -> None:
    clip = bake(parse(KNEE_SLIDE), stature_m=1.0)
    far, at = clip.rows // 2, JOINT_INDEX
    thigh = clip.positions[:, at["hip_r"]] - clip.positions[:, at["knee_r"]]
    assert np.linalg.norm(thigh, axis=1) == pytest.approx(THIGH)
    assert clip.positions[far, at["knee_r"], 0] == pytest.approx(0.10)
    assert clip.positions[far, 0, 2] < clip.positions[0, 0, 2] - 0.01


def test_what_is_not_on_the_floor_cannot_slide() -> None:
    held = HEEL_SLIDE.replace('"palm", at = [-0.02, 0.20]', '"on", on = "pelvis", slides = true')
    with pytest.raises(ContentError, match=r"on is not on the floor; expected flat, kneel, heel"):
        parse(held)
