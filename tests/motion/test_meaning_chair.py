"""The exercises on a chair show what their words say."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.room import SEAT_HEIGHT, SEATED_HIP_HEIGHT
from tests.motion import shipped
from tests.motion.moments import at, reading
from tests.reference.recording import MASSES, Array, Recording

FIGURE_4, STAND = "figure4_seated", "sit_to_stand"
NOSE_M = 0.107  # from the joint of the head forwards
SEATED_M = (SEAT_HEIGHT + SEATED_HIP_HEIGHT) * 1.75


def balance(r: Recording, name: str) -> Array:
    """Return where the body's centre of mass is in the middle of a phase."""
    total, moment = 0.0, np.zeros(3)
    for first, last, mass, share in MASSES:
        for a, b in r.paired(first, last) if f"{first}_l" in r.joints else ((first, last),):
            total += mass
            moment += mass * (at(r, a, name) * (1 - share) + at(r, b, name) * share)
    centre: Array = moment / total
    return centre


def test_the_ankle_rests_on_the_other_knee_and_its_own_knee_opens() -> None:
    r = shipped.recording(FIGURE_4, Side.LEFT)
    ankle, knee = at(r, "ankle_l"), at(r, "knee_r")
    assert np.linalg.norm(ankle - knee) < 0.15
    assert ankle[2] > knee[2] + 0.05
    assert at(r, "knee_l")[1] > at(r, "hip_l")[1] + 0.12
    assert at(r, "ankle_l")[1] < 0  # it has crossed over


def test_the_lean_comes_from_the_hips_with_a_flat_back() -> None:
    r = shipped.recording(FIGURE_4, Side.LEFT)
    assert reading(r, "pelvis_tilt") > reading(r, "pelvis_tilt", "Cross") + 12
    assert abs(reading(r, "lumbar_flexion")) < 6
    assert at(r, "neck")[0] > at(r, "neck", "Cross", 1.0)[0] + 0.08
    assert at(r, "pelvis")[2] == pytest.approx(SEATED_M, abs=1e-4)


def test_no_hand_is_near_the_crossed_knee_but_where_it_is_drawn_wrong() -> None:
    r = shipped.recording(FIGURE_4, Side.LEFT)
    for hand in ("hand_l", "hand_r", "wrist_l", "wrist_r"):
        assert np.linalg.norm(at(r, hand) - at(r, "knee_l")) > 0.15
    wrong = bake(shipped.spec(FIGURE_4)).mistake_pose("knee_pressed").positions
    assert np.linalg.norm(wrong[JOINT_INDEX["wrist_l"]] - wrong[JOINT_INDEX["knee_l"]]) < 0.12


def test_standing_up_begins_on_the_seat_and_ends_tall_over_both_feet() -> None:
    r = shipped.recording(STAND)
    assert at(r, "pelvis", "Ready")[2] == pytest.approx(SEATED_M, abs=1e-4)
    assert at(r, "pelvis")[2] > 0.90
    assert reading(r, "hip_flexion_l") < 15
    centre = balance(r, "Hold")
    assert at(r, "heel_l")[0] < centre[0] < at(r, "toe_l")[0]
    assert abs(centre[1]) < 0.01  # even on both feet


def test_the_weight_is_over_the_feet_before_the_hips_leave_the_seat() -> None:
    r = shipped.recording(STAND)
    nose = at(r, "head", "Lean forward", 1.0)[0] + NOSE_M
    assert at(r, "ball_l")[0] - 0.02 < nose < at(r, "toe_l")[0] + 0.02
    assert reading(r, "lumbar_flexion", "Lean forward") < 10
    assert at(r, "pelvis", "Lean forward", 1.0)[2] == pytest.approx(SEATED_M, abs=1e-3)


def test_knees_stay_over_the_toes_all_the_way_but_where_it_is_drawn_wrong() -> None:
    r = shipped.recording(STAND)
    for side in ("_l", "_r"):
        across = np.abs(r.at("knee" + side)[:, 1] - r.at("ball" + side)[:, 1])
        assert across.max() < 0.04
        assert (r.at("knee" + side)[:, 0] < r.at("toe" + side)[:, 0] + 0.02).all()
    wrong = bake(shipped.spec(STAND)).mistake_pose("knees_in").positions
    knees = wrong[JOINT_INDEX["knee_l"], 1] - wrong[JOINT_INDEX["knee_r"], 1]
    feet = wrong[JOINT_INDEX["ball_l"], 1] - wrong[JOINT_INDEX["ball_r"], 1]
    assert knees < feet - 0.08


def test_the_easier_way_keeps_the_hands_on_the_thighs_until_the_hips_rise() -> None:
    spec = shipped.spec(STAND).variants["beginner"]
    assert {"arm_l", "arm_r"} <= set(spec.poses["lean"].contacts)
    assert not {"arm_l", "arm_r"} & set(spec.poses["stand"].contacts)
