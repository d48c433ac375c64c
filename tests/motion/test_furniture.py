"""No exercise that ships takes a limb through the wall or the chair beside it."""

import numpy as np
import pytest

from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.model import Box, MotionSpec
from sijoint_desktop.motion.rotation import Array
from tests.motion import shipped

# the flesh between a joint and the skin beside it, in statures; hips and trunk rest on the seat
FLESH = {"elbow": 0.019, "wrist": 0.0135, "hand": 0.005, "knee": 0.0295, "ankle": 0.018}
FLESH |= {"heel": 0.004, "ball": 0.004, "toe": 0.003}
SQUASH = 0.004  # flesh gives way by 7 mm at 1.75 m
MOTIONS = [(name, None) for name in shipped.NAMES] + list(shipped.variants())
WITH_ROOM = [(name, level) for name, level in MOTIONS if shipped.spec(name).room]


def motion_of(name: str, level: str | None) -> MotionSpec:
    spec = shipped.spec(name)
    return spec if level is None else spec.variants[level]


def inside(points: Array, box: Box, flesh: float) -> float:
    """How deep the deepest of (N, 3) points with flesh around them is in a box; below 0 outside."""
    reach = np.array(box.half) + flesh
    depth: float = (reach - np.abs(points - np.array(box.centre))).min(axis=1).max()
    return depth


@pytest.mark.parametrize(("name", "level"), WITH_ROOM)
def test_limbs_stay_out_of_the_furniture(name: str, level: str | None) -> None:
    spec = motion_of(name, level)
    clip = bake(spec, stature_m=1.0)
    wrong = [clip.mistake_pose(mistake.id).positions[None] for mistake in spec.mistakes]
    positions = np.concatenate([clip.positions, *wrong])
    found = [
        (joint + side, box.stuff, round(depth * 1750))
        for joint, flesh in FLESH.items()
        for side in ("_l", "_r")
        for box in spec.room
        if (depth := inside(positions[:, JOINT_INDEX[joint + side]], box, flesh)) > SQUASH
    ]
    assert found == []
