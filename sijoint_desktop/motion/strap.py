"""Where a strap runs that lies round the sole of one foot and is held in both hands."""

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.rotation import Array

STRAP_HALF_WIDTH = 0.0075
"""In statures: a strap of 26 mm."""

_UNDER_THE_ARCH = ((0.042, 0.028, -0.030), (0.042, 0.0, -0.040), (0.042, -0.028, -0.030))
"""From its left edge to its right, in the frame of the foot, in statures."""

_IN_THE_PALM = 0.052  # how far along the hand from the wrist, in statures
_OFF_THE_PALM = 0.010


def strap_points(positions: Array, frames: Array, side: Side, stature_m: float) -> Array:
    """Return the strap of one pose (5, 3) in metres: left hand, under the foot, right hand."""
    foot = frames[FRAME_INDEX["foot" + side.suffix]]
    ankle = positions[JOINT_INDEX["ankle" + side.suffix]]
    sole = ankle + np.array(_UNDER_THE_ARCH) @ foot.T * stature_m
    left, right = (_grip(positions, frames, hand, stature_m) for hand in Side)
    return np.concatenate([left[None], sole, right[None]])


def _grip(positions: Array, frames: Array, hand: Side, stature_m: float) -> Array:
    inwards = -1.0 if hand is Side.LEFT else 1.0
    local = np.array([0.0, inwards * _OFF_THE_PALM, -_IN_THE_PALM])
    turned: Array = frames[FRAME_INDEX["hand" + hand.suffix]] @ (local * stature_m)
    grip: Array = positions[JOINT_INDEX["wrist" + hand.suffix]] + turned
    return grip
