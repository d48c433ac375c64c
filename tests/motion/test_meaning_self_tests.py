"""The self-tests on a chair, standing and with one finger show what their words say."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from tests.motion import shipped
from tests.motion.moments import at, off_line, phase, reading

THOMAS, FIGURE_4 = "thomas_test", "figure4_test"
ONE_LEG, FINGER, BENDING = "one_leg_stand", "one_finger", "bending_test"


def test_one_knee_is_hugged_from_behind_the_thigh_and_the_other_leg_lies_long() -> None:
    r = shipped.recording(THOMAS, Side.RIGHT)
    assert reading(r, "hip_flexion_l", "Notice") > 100
    assert reading(r, "knee_flexion_r", "Notice") < 6
    assert at(r, "heel_r", "Notice")[2] < 0.02  # the heel is down, and so is the knee
    assert at(r, "knee_r", "Notice")[2] < at(r, "hip_r", "Notice")[2] + 0.005
    for side in ("_l", "_r"):
        wrist, hip, knee = (at(r, j, "Notice") for j in ("wrist" + side, "hip_l", "knee_l"))
        thigh = (knee - hip) / np.linalg.norm(knee - hip)
        assert 0.3 < (wrist - hip) @ thigh / np.linalg.norm(knee - hip) < 0.8


def test_nothing_of_it_hangs_over_an_edge() -> None:
    r = shipped.recording(THOMAS, Side.RIGHT)
    assert r.positions[..., 2].min() > -0.003
    assert r.angles["hip_flexion_r"].min() > -15  # no push into the end of the range


def test_the_seated_test_crosses_the_ankle_without_a_lean() -> None:
    r = shipped.recording(FIGURE_4, Side.LEFT)
    assert np.linalg.norm(at(r, "ankle_l", "Notice") - at(r, "knee_r", "Notice")) < 0.15
    assert abs(reading(r, "pelvis_tilt", "Notice")) < 3
    still = r.frames_of(phase(r, "Notice"))
    assert np.ptp(r.positions[still], axis=0).max() < 1e-6


def test_one_leg_is_lifted_to_hip_height_with_a_hand_on_the_chair() -> None:
    r = shipped.recording(ONE_LEG, Side.LEFT)
    assert reading(r, "hip_flexion_l", "Notice") > 80
    assert abs(at(r, "hip_l", "Notice")[2] - at(r, "hip_r", "Notice")[2]) < 0.003
    wrist = r.at("wrist_r")[r.frames_of(phase(r, "Lift knee"))]
    assert np.ptp(wrist, axis=0).max() < 0.01  # the hand stays on the chair all the while
    assert at(r, "ankle_r", "Notice")[2] == pytest.approx(at(r, "ankle_r", "Ready")[2])


def test_the_finger_points_beside_the_low_back_and_to_the_same_spot_twice() -> None:
    r = shipped.recording(FINGER, Side.RIGHT)
    first, second = at(r, "hand_r", "Hold"), at(r, "hand_r", "Notice")
    assert np.linalg.norm(first - second) < 1e-6
    spot = first - at(r, "pelvis", "Hold")
    assert spot[0] < -0.08  # behind
    assert -0.10 < spot[1] < -0.04  # beside the midline, on the sore side
    assert 0.04 < spot[2] < 0.13
    away = at(r, "hand_r", "Pause")
    assert np.linalg.norm(away - first) > 0.25


def test_the_bend_rounds_back_and_hips_while_the_hands_slide_down_the_thighs() -> None:
    r = shipped.recording(BENDING)
    assert reading(r, "lumbar_flexion", "Hold") > 35
    assert reading(r, "hip_flexion_r", "Hold") > 40
    assert r.angles["knee_flexion_r"].max() < 15  # a bend and no squat
    shares = []
    for frame in r.frames_of(phase(r, "Bend")):
        wrist, hip, knee = (r.at(joint)[frame] for joint in ("wrist_r", "hip_r", "knee_r"))
        assert off_line(wrist, hip, knee) < 0.11  # it never leaves the thigh
        shares.append((wrist - hip) @ (knee - hip) / ((knee - hip) @ (knee - hip)))
    assert np.all(np.diff(shares) > -0.01)
    assert shares[0] < 0.2
    assert shares[-1] > 0.65


def test_the_bend_starts_and_ends_upright() -> None:
    r = shipped.recording(BENDING)
    assert at(r, "head_top", "Ready")[2] == pytest.approx(at(r, "head_top", "Pause")[2])
    assert abs(reading(r, "pelvis_tilt", "Pause")) < 1
