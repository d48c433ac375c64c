"""What is done lying on one side shows what its words say."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from tests.motion import shipped
from tests.motion.moments import at, off_line, reading
from tests.reference.recording import lengths


def test_clamshell_opens_the_knee_while_the_hips_stay_stacked_and_the_feet_together() -> None:
    r = shipped.recording("clamshell", Side.LEFT)
    assert at(r, "knee_l")[2] > at(r, "knee_l", "Ready")[2] + 0.18
    over = r.at("hip_l") - r.at("hip_r")
    assert np.abs(over[:, :2]).max() < 0.005
    assert np.ptp(r.at("pelvis"), axis=0).max() < 0.001
    assert np.abs(r.angles["lumbar_rotation"]).max() < 1
    assert np.ptp(r.at("ankle_l"), axis=0).max() < 0.001
    assert lengths(r.at("ankle_l") - r.at("ankle_r")).max() < 0.09
    assert np.ptp(r.at("knee_r"), axis=0).max() < 0.001


def test_the_harder_clamshell_has_a_band_and_the_others_none() -> None:
    spec = shipped.spec("clamshell")
    assert spec.variants["progressed"].scene.band
    assert not spec.scene.band


def test_a_head_that_lies_on_a_pillow_touches_it() -> None:
    for name in ("clamshell",):
        clip = bake(shipped.spec(name))
        head, pillow = clip.positions[0, JOINT_INDEX["head"]] / 1.75, clip.scene.cushions[0]
        top = pillow.at[2] + pillow.size[2] / 2
        assert head[2] - 0.045 == pytest.approx(top, abs=0.012)
        assert abs(head[0] - 0.02 - pillow.at[0]) < pillow.size[0] / 2
        assert abs(head[1] - pillow.at[1]) < pillow.size[1] / 2


def test_side_plank_makes_one_line_of_knee_hip_and_shoulder_above_the_elbow() -> None:
    r = shipped.recording("side_plank_knees", Side.RIGHT)
    middle = {
        joint: (at(r, joint + "_l") + at(r, joint + "_r")) / 2 for joint in ("shoulder", "hip")
    }
    assert off_line(middle["hip"], middle["shoulder"], at(r, "knee_r")) < 0.07
    assert abs(reading(r, "hip_abduction_r", "Hold")) < 3
    assert abs(reading(r, "hip_flexion_r", "Hold")) < 3
    assert abs(reading(r, "lumbar_lateral", "Hold")) < 2
    above = at(r, "shoulder_r") - at(r, "elbow_r")
    assert np.linalg.norm(above[:2]) < 0.02
    for joint in ("hip", "shoulder"):  # one above the other, seen from the head
        assert abs((at(r, joint + "_l") - at(r, joint + "_r"))[1]) < 0.02
    assert at(r, "hip_r")[2] > at(r, "hip_r", "Ready")[2] + 0.10
    assert at(r, "hip_r", "Ready")[2] < 0.062 * 1.75  # before the lift it rests on the floor


def test_the_harder_side_plank_has_its_top_leg_straight_and_in_line() -> None:
    clip = bake(shipped.spec("side_plank_knees").variants["progressed"])
    line = clip.positions[clip.rows // 2]
    hip, knee, ankle = (line[JOINT_INDEX[joint]] for joint in ("hip_l", "knee_l", "ankle_l"))
    assert off_line(knee, hip, ankle) < 0.005
    assert ankle[2] < 0.05
