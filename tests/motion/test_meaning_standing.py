"""The standing exercises show what their words say."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import Pose, bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.model import Stuff
from sijoint_desktop.motion.solve import Path
from sijoint_desktop.motion.stick import STICK_CHANNEL, stick_ends, touching_points
from tests.motion import shipped
from tests.motion.moments import at, off_line, phase, reading

HINGE, WALL = "hip_hinge", "wall_push_single_leg"
KNEE_M = 0.030 * 1.75


def off_the_stick(pose: Pose) -> float:
    """Return how far the farthest of tail, ribs and head is from the stick, in statures."""
    points = touching_points(pose.positions, pose.frames, 1.0)
    ends = stick_ends(pose.positions, pose.frames, 1.0)
    return max(off_line(point, *ends) for point in points)


@pytest.mark.parametrize("row", [0, 30, 60, 96])
def test_the_stick_keeps_touching_tail_ribs_and_head(row: int) -> None:
    pose = bake(shipped.spec(HINGE), stature_m=1.0).pose(row)
    assert pose.channels[STICK_CHANNEL] == 1
    assert off_the_stick(pose) < 0.008


def test_a_rounded_back_leaves_the_stick() -> None:
    clip = bake(shipped.spec(HINGE), stature_m=1.0)
    assert off_the_stick(clip.mistake_pose("back_rounds")) > 0.04


def test_the_hinge_is_at_the_hips_with_still_and_soft_knees() -> None:
    r = shipped.recording(HINGE)
    assert reading(r, "hip_flexion_l") > 55
    assert reading(r, "hip_flexion_l") < 90
    assert np.ptp(r.angles["lumbar_flexion"]) < 1
    assert 5 < reading(r, "knee_flexion_l", "Ready") < reading(r, "knee_flexion_l") < 25
    assert at(r, "pelvis")[0] < at(r, "pelvis", "Ready")[0] - 0.12  # hips go back
    assert at(r, "knee_l")[0] < at(r, "toe_l")[0]
    squat = bake(shipped.spec(HINGE)).mistake_pose("squatting").positions
    assert squat[JOINT_INDEX["knee_l"], 0] > at(r, "knee_l")[0] + 0.15


def test_both_hands_hold_the_stick() -> None:
    clip = bake(shipped.spec(HINGE), stature_m=1.0)
    pose = clip.pose(0)
    ends = stick_ends(pose.positions, pose.frames, 1.0)
    for side in ("_l", "_r"):
        wrist, hand = (pose.positions[JOINT_INDEX[j + side]] for j in ("wrist", "hand"))
        along = np.linspace(0, 1, 20)[:, None]
        nearest = min(off_line(point, *ends) for point in wrist + along * (hand - wrist))
        assert nearest < 0.03


def test_the_lifted_knee_touches_the_wall_at_a_square_corner() -> None:
    r = shipped.recording(WALL, Side.RIGHT)
    (wall,) = (box for box in shipped.spec(WALL).room if box.stuff is Stuff.WALL)
    surface = (wall.centre[1] - wall.half[1]) * 1.75
    assert at(r, "knee_l")[1] + KNEE_M == pytest.approx(surface, abs=0.012)
    assert 70 < reading(r, "hip_flexion_l") < 95
    for joint in ("elbow_l", "shoulder_l", "hand_l", "ankle_l", "head"):  # and nothing goes into it
        assert r.at(joint)[:, 1].max() < surface - 0.015


def test_the_pelvis_stays_level_over_the_standing_leg() -> None:
    r = shipped.recording(WALL, Side.RIGHT)
    assert abs(at(r, "hip_l")[2] - at(r, "hip_r")[2]) < 0.003
    assert abs(at(r, "neck")[1] - at(r, "pelvis")[1]) < 0.005  # tall
    assert 3 < reading(r, "knee_flexion_r") < 15  # a soft knee
    held = r.frames_of(phase(r, "Hold"))
    assert np.ptp(r.positions[held], axis=0).max() < 1e-6


def test_the_push_of_the_knee_points_into_the_wall() -> None:
    (push,) = shipped.spec(WALL).pushes
    assert push.joint == "knee_l"
    assert push.direction[1] > 0


def test_a_dropped_hip_and_a_lean_are_drawn_as_such() -> None:
    clip, at_index = bake(shipped.spec(WALL)), JOINT_INDEX
    dropped = clip.mistake_pose("hip_drops").positions
    assert dropped[at_index["hip_l"], 2] < dropped[at_index["hip_r"], 2] - 0.025
    leaning = clip.mistake_pose("leaning").positions
    assert leaning[at_index["neck"], 1] > leaning[at_index["pelvis"], 1] + 0.08


def test_the_easier_wall_push_rests_the_fingers_on_the_chair() -> None:
    spec = shipped.spec(WALL).variants["beginner"]
    clip = bake(spec, stature_m=1.0)
    pose = clip.pose(Path(spec).key_rows[2])
    back = max((b for b in spec.room if b.stuff is Stuff.WOOD), key=lambda b: b.centre[2])
    hand = pose.positions[JOINT_INDEX["hand_r"]]
    assert abs(hand[2] - (back.centre[2] + back.half[2])) < 0.05
    assert abs(hand[0] - back.centre[0]) < 0.09
