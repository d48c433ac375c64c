"""What is done lying on the back, one leg or both at work, shows what its words say."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import Clip, bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from tests.motion import shipped
from tests.motion.moments import at, off_line, phase, reading
from tests.reference.recording import lengths


def end_of(clip: Clip, joint: str) -> np.ndarray:
    """Return where a joint is in the middle of the clip, the held pose of a clip of one move."""
    point: np.ndarray = clip.positions[clip.rows // 2, JOINT_INDEX[joint]]
    return point


def test_knee_rocks_go_a_hands_width_to_each_side_with_the_knees_together() -> None:
    r = shipped.recording("knee_rocks")
    middle = (r.at("knee_l") + r.at("knee_r"))[:, 1] / 2
    for most in (middle.max(), -middle.min()):
        assert 0.06 < most < 0.12
    assert np.ptp(lengths(r.at("knee_l") - r.at("knee_r"))) < 0.03
    for joint in ("shoulder_l", "shoulder_r", "ball_l", "ball_r"):
        assert np.ptp(r.at(joint), axis=0).max() < 0.01


def test_knee_to_chest_holds_the_thigh_from_behind_and_draws_it_in() -> None:
    r = shipped.recording("knee_to_chest", Side.RIGHT)
    hip, knee = at(r, "hip_r"), at(r, "knee_r")
    thigh = (knee - hip) / np.linalg.norm(knee - hip)
    front = at(r, "neck") - hip
    front = front - (front @ thigh) * thigh
    front /= np.linalg.norm(front)
    for side in ("_l", "_r"):
        palm = (at(r, "wrist" + side) + at(r, "hand" + side)) / 2 - hip
        assert 0.3 < palm @ thigh / np.linalg.norm(knee - hip) < 0.8
        assert palm @ front < -0.03
    away = lengths(r.at("knee_r") - r.at("chest"))
    drawn = r.frames_of(phase(r, "Draw in"))
    assert away[drawn[-1]] < away[drawn[0]] - 0.08
    assert np.ptp(r.at("ankle_l"), axis=0).max() < 0.002


def test_the_harder_knee_to_chest_leaves_the_other_leg_long_on_the_floor() -> None:
    clip = bake(shipped.spec("knee_to_chest").variants["progressed"])
    hip, knee, ankle = (clip.positions[:, JOINT_INDEX[j]] for j in ("hip_l", "knee_l", "ankle_l"))
    assert max(off_line(k, h, a) for h, k, a in zip(hip, knee, ankle, strict=True)) < 0.085
    assert ankle[:, 2].max() < 0.1


def test_march_floats_one_foot_ten_centimetres_while_the_pelvis_is_still() -> None:
    r = shipped.recording("supine_march", Side.RIGHT)
    lifted = at(r, "ankle_r")[2] - at(r, "ankle_r", "Ready")[2]
    assert lifted == pytest.approx(0.10, abs=0.03)
    for joint in ("pelvis", "hip_l", "hip_r", "l5s1", "ankle_l", "wrist_l", "wrist_r"):
        assert np.ptp(r.at(joint), axis=0).max() < 0.001
    for side, outwards in (("_l", 1), ("_r", -1)):  # the fingers lie on the hip bones
        finger, hip = at(r, "hand" + side), at(r, "hip" + side)
        assert np.linalg.norm(finger[:2] - hip[:2]) < 0.11
        assert finger[1] * outwards > 0
        assert finger[2] > hip[2] + 0.04


def test_dead_bug_lowers_one_heel_and_the_opposite_arm_over_a_still_back() -> None:
    r = shipped.recording("dead_bug", Side.RIGHT)
    for joint in ("pelvis", "l5s1", "t12l1", "knee_l", "wrist_r"):
        assert np.ptp(r.at(joint), axis=0).max() < 0.001
    assert reading(r, "hip_flexion_l", "Hold") == pytest.approx(85, abs=5)
    assert reading(r, "knee_flexion_l", "Hold") == pytest.approx(90, abs=2)
    assert 0 < at(r, "heel_r")[2] < 0.10
    assert at(r, "wrist_l")[0] < at(r, "head_top")[0]  # the arm has gone over the head
    assert at(r, "wrist_l")[2] < at(r, "wrist_l", "Ready")[2] - 0.3


def test_dead_bug_taps_the_heel_when_it_is_easier_and_stretches_the_leg_when_harder() -> None:
    variants = shipped.spec("dead_bug").variants
    easy, hard = (bake(variants[level]) for level in ("beginner", "progressed"))
    assert end_of(easy, "heel_r")[2] < 0.02
    assert np.ptp(easy.positions[:, JOINT_INDEX["wrist_l"]], axis=0).max() < 0.001
    hip, knee, ankle = (end_of(hard, joint) for joint in ("hip_r", "knee_r", "ankle_r"))
    assert off_line(knee, hip, ankle) < 0.03


def test_strap_stretch_straightens_the_raised_knee_over_a_heavy_pelvis() -> None:
    r = shipped.recording("hamstring_strap", Side.RIGHT)
    assert reading(r, "knee_flexion_r", "Hold") < 12
    assert 65 < reading(r, "hip_flexion_r", "Hold") < 90
    for joint in ("pelvis", "l5s1", "ankle_l", "wrist_l", "wrist_r"):
        assert np.ptp(r.at(joint), axis=0).max() < 0.001
    lower, upper = (
        shipped.spec("hamstring_strap").variants[level].poses["raised"].angles["knee_flexion_r"]
        for level in ("progressed", "beginner")
    )
    assert lower < reading(r, "knee_flexion_r", "Hold") < upper


@pytest.mark.parametrize("name", ["aslr_plain", "aslr_squeezed"])
def test_the_straight_leg_lift_goes_to_twenty_centimetres(name: str) -> None:
    r = shipped.recording(name, Side.RIGHT)
    lifted = at(r, "ankle_r")[2] - at(r, "ankle_r", "Ready")[2]
    assert lifted == pytest.approx(0.20, abs=0.02)
    assert off_line(at(r, "knee_r"), at(r, "hip_r"), at(r, "ankle_r")) < 0.01
    for joint in ("pelvis", "ankle_l", "heel_l"):
        assert np.ptp(r.at(joint), axis=0).max() < 0.001


def test_the_squeeze_presses_both_sides_of_the_hips_before_and_while_the_leg_lifts() -> None:
    clip = bake(shipped.spec("aslr_squeezed"))
    push = clip.channels["push"]
    knee = clip.positions[:, JOINT_INDEX["knee_r"], 2]
    moving = np.flatnonzero(np.abs(np.diff(knee)) > 1e-5)
    assert push[moving[0]] == pytest.approx(1, abs=0.05)
    for side, outwards in (("_l", 1.0), ("_r", -1.0)):
        hand = clip.positions[0, [JOINT_INDEX["wrist" + side], JOINT_INDEX["hand" + side]]].mean(0)
        away = hand - clip.positions[0, JOINT_INDEX["pelvis"]]
        assert away[1] * outwards == pytest.approx(0.100 * 1.75, abs=0.03)
