"""The strap runs from hand to hand round the sole, keeps its length, and changes sides."""

import numpy as np
import pytest

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.strap import strap_points
from tests.motion import shipped
from tests.motion.lying_still import lying_still


def strap_at(row: int, side: Side) -> np.ndarray:
    pose = bake(shipped.spec("hamstring_strap"), side=side).pose(row)
    assert pose.scene.strap is side
    return strap_points(pose.positions, pose.frames, side, pose.stature_m)


def test_it_begins_and_ends_in_the_hands_and_lies_under_the_arch() -> None:
    pose = bake(shipped.spec("hamstring_strap")).pose(96)
    points = strap_points(pose.positions, pose.frames, Side.RIGHT, pose.stature_m)
    for end, side in ((points[0], "_l"), (points[-1], "_r")):
        wrist, tip = (pose.positions[JOINT_INDEX[joint + side]] for joint in ("wrist", "hand"))
        assert np.linalg.norm(end - (wrist + tip) / 2) < 0.03
    heel, ball = (pose.positions[JOINT_INDEX[joint]] for joint in ("heel_r", "ball_r"))
    assert np.linalg.norm(points[2] - (heel + ball) / 2) < 0.06


def test_it_keeps_its_length_to_a_hand_while_the_leg_is_raised() -> None:
    lengths = [
        np.linalg.norm(np.diff(strap_at(row, Side.RIGHT), axis=0), axis=1).sum()
        for row in range(0, 192, 12)
    ]
    assert np.ptp(lengths) < 0.16


def test_on_the_other_side_it_is_the_mirror_image() -> None:
    right, left = strap_at(96, Side.RIGHT), strap_at(96, Side.LEFT)
    assert np.allclose(left[::-1], right * (1, -1, 1), atol=1e-9)


def test_a_strap_without_a_side_is_named() -> None:
    text = """
base = "supine"
props = ["strap"]
root = { mode = "pin", joint = "neck" }
"""
    with pytest.raises(ContentError, match="props: a strap goes round one foot"):
        lying_still(text)
