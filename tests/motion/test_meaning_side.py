"""What is done lying on one side shows what its words say."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from tests.motion import shipped
from tests.motion.moments import at, off_line, phase, reading
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
    for name in ("clamshell", "side_hip_abduction", "open_book"):
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


def test_leg_lift_keeps_the_leg_straight_behind_the_body_and_goes_to_hip_height() -> None:
    r = shipped.recording("side_hip_abduction", Side.LEFT)
    for name in ("Ready", "Hold"):
        assert off_line(at(r, "knee_l", name), at(r, "hip_l", name), at(r, "ankle_l", name)) < 0.01
        assert at(r, "heel_l", name)[1] > at(r, "hip_l", name)[1] + 0.05
    assert at(r, "ankle_l", "Ready")[2] < 0.08
    assert at(r, "ankle_l")[2] == pytest.approx(at(r, "hip_l")[2], abs=0.08)
    toes = at(r, "toe_l") - at(r, "heel_l")
    assert toes[1] < -0.2  # they face forward, and do not point up
    assert toes[2] < 0.01
    assert np.ptp(r.at("pelvis"), axis=0).max() < 0.001
    assert reading(r, "knee_flexion_r", "Hold") > 80


def test_open_book_turns_the_ribs_while_the_knees_and_the_hips_stay() -> None:
    r = shipped.recording("open_book", Side.LEFT)
    for joint in ("pelvis", "knee_l", "knee_r", "ankle_l", "ankle_r"):
        assert np.ptp(r.at(joint), axis=0).max() < 0.001
    assert reading(r, "thoracic_rotation", "Hold") > 35
    assert abs(reading(r, "lumbar_rotation", "Hold")) < 13
    assert reading(r, "cervical_rotation", "Hold") > 35  # the eyes follow the hand
    meet = at(r, "hand_l", "Ready") - at(r, "hand_r", "Ready")
    assert np.linalg.norm(meet) < 0.12
    assert at(r, "hand_l")[1] > at(r, "shoulder_l")[1] + 0.3
    for joint, most in (("shoulder_r", 0.07), ("elbow_r", 0.06), ("wrist_r", 0.06)):
        assert r.at(joint)[:, 2].max() < most  # the lower arm stays on the floor


def test_open_book_has_its_pillow_between_the_knees() -> None:
    clip = bake(shipped.spec("open_book"))
    pillow = clip.scene.cushions[1]
    low, high = (pillow.at[2] + share * pillow.size[2] for share in (-0.5, 0.5))
    for joint, skin in (("knee_r", low - 0.03), ("knee_l", high + 0.03)):
        x, y, z = clip.positions[0, JOINT_INDEX[joint]] / 1.75
        assert z == pytest.approx(skin, abs=0.006)
        assert abs(x - pillow.at[0]) < pillow.size[0] / 2
        assert abs(y - pillow.at[1]) < pillow.size[1] / 2


def test_lying_leg_lift_keeps_the_hip_bones_down_and_lifts_a_straight_leg_a_little() -> None:
    r = shipped.recording("prone_hip_extension", Side.RIGHT)
    for joint in ("hip_l", "hip_r", "pelvis"):
        assert np.ptp(r.at(joint)[:, 2]) < 0.002
    assert 0.05 < at(r, "knee_r")[2] - at(r, "knee_r", "Ready")[2] < 0.15
    assert reading(r, "knee_flexion_r", "Hold") < 5
    for angle in ("pelvis_rotation", "lumbar_rotation"):
        assert np.abs(r.angles[angle]).max() < 1
    assert r.angles["lumbar_flexion"].min() > 0  # the back does not arch
    squeezed = r.at("knee_r")[r.frames_of(phase(r, "Squeeze")), 2]
    assert np.ptp(squeezed) < 0.005
    assert reading(r, "pelvis_tilt", "Squeeze") < -2


def test_a_forehead_on_the_front_rests_on_the_hands() -> None:
    r = shipped.recording("prone_hip_extension", Side.RIGHT)
    brow = at(r, "head", "Ready")[2] - 0.057 * 1.75
    assert brow == pytest.approx(0.02 * 1.75, abs=0.02)
    for hand in ("hand_l", "hand_r"):
        under = at(r, hand, "Ready") - at(r, "head", "Ready")
        assert np.linalg.norm(under[:2]) < 0.11
