"""The kneeling exercises show what their words say."""

import numpy as np
import pytest

from tests.motion import shipped
from tests.motion.moments import at, off_line, phase, reading

CHILD, ROCK = "childs_pose", "quad_rock_back"


def test_childs_pose_sits_back_towards_the_heels_and_rests_the_head() -> None:
    r = shipped.recording(CHILD)
    hips, heels = at(r, "pelvis"), at(r, "ankle_l")
    assert hips[0] < at(r, "pelvis", "Ready")[0] - 0.30
    assert hips[0] - heels[0] < 0.10
    assert at(r, "head")[2] < 0.15  # the forehead is down
    assert at(r, "head_top")[2] > 0.03
    assert at(r, "shoulder_l")[2] < at(r, "shoulder_l", "Ready")[2] - 0.30
    assert reading(r, "lumbar_flexion") > 15


def test_childs_pose_slides_the_hands_forward_without_lifting_them() -> None:
    r = shipped.recording(CHILD)
    way = r.frames_of(phase(r, "Sink back"))
    for side in ("_l", "_r"):
        wrist = r.at("wrist" + side)[way]
        assert np.ptp(wrist[:, 2]) < 0.001
        assert wrist[-1, 0] > wrist[0, 0] + 0.12
        assert at(r, "hand" + side)[0] > at(r, "head_top")[0] + 0.2


def test_the_knees_of_childs_pose_are_wide_and_the_feet_close() -> None:
    r = shipped.recording(CHILD)
    knees = np.ptp([at(r, "knee_l")[1], at(r, "knee_r")[1]])
    hips = np.ptp([at(r, "hip_l")[1], at(r, "hip_r")[1]])
    feet = np.ptp([at(r, "ankle_l")[1], at(r, "ankle_r")[1]])
    assert knees > 1.5 * hips
    assert feet < 0.85 * knees


def test_the_harder_childs_pose_takes_both_hands_to_one_side() -> None:
    spec = shipped.spec(CHILD).variants["progressed"]
    left, right = (spec.poses["rest"].contacts[arm].at for arm in ("arm_l", "arm_r"))
    assert left[1] < 0
    assert right[1] < left[1]
    assert spec.poses["rest"].angles["thoracic_lateral"] < -5


def test_rock_back_keeps_the_back_flat_while_the_hips_travel() -> None:
    r = shipped.recording(ROCK)
    for region in ("lumbar", "thoracic"):
        assert np.abs(r.angles[f"{region}_flexion"]).max() < 3
    assert np.ptp(r.angles["pelvis_tilt"]) < 3
    assert at(r, "pelvis")[0] < at(r, "pelvis", "Ready")[0] - 0.20
    assert reading(r, "hip_flexion_l") > reading(r, "hip_flexion_l", "Ready") + 25
    for share in (0.0, 0.5, 1.0):
        spine = (at(r, joint, "Rock back", share) for joint in ("t12l1", "l5s1", "neck"))
        assert off_line(*spine) < 0.04


def test_rock_back_leaves_hands_and_knees_where_they_are_and_arms_long() -> None:
    r = shipped.recording(ROCK)
    for joint in ("wrist_l", "wrist_r", "knee_l", "knee_r"):
        assert np.ptp(r.at(joint), axis=0).max() < 1e-4
    assert r.angles["elbow_flexion_l"].max() < 40
    assert at(r, "pelvis", "Rock forward", 1.0) == pytest.approx(at(r, "pelvis", "Ready"), abs=1e-3)


def test_rock_back_drawn_wrong_rounds_the_back() -> None:
    wrong = {m.id: m.pose.angles for m in shipped.spec(ROCK).mistakes}
    assert wrong["back_rounds"]["lumbar_flexion"] > 20
    assert wrong["chest_drops"]["lumbar_flexion"] < -10
