"""The soft ball between the knees: it is where both knees are, and they squash it."""

from dataclasses import dataclass

import numpy as np

from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.rotation import Array

BALL_PROP = "ball"
BALL_CHANNEL = "ball_shown"

BALL_RADIUS = 0.050
"""In statures: a soft ball of 17 to 18 cm, as sold for exercise, or a pillow folded once."""

KNEE_HALF_BREADTH = 0.030
"""From the middle of the knee to the skin of its inner side, clothed, in statures."""

_FLATTEST = 0.012
_LOWER = 0.020  # from the line between the knees to the middle of the ball, into their bend
_AROUND = [JOINT_INDEX[joint + side] for side in ("_l", "_r") for joint in ("hip", "ankle")]


@dataclass(frozen=True, slots=True)
class Ball:
    """The squashed ball: its middle (3,) and its semi-axes as rows (3, 3), in metres.

    The first axis runs from knee to knee; the other two grow as it gets shorter, for the ball
    keeps what is in it.
    """

    centre: Array
    axes: Array


def ball_between_knees(positions: Array, stature_m: float) -> Ball:
    """Return the ball that both knees of a pose (27, 3) in metres touch."""
    left, right = (positions[JOINT_INDEX[knee]] for knee in ("knee_l", "knee_r"))
    apart = float(np.linalg.norm(left - right))
    half = apart / 2.0 / stature_m - KNEE_HALF_BREADTH
    half = min(max(half, _FLATTEST), BALL_RADIUS)
    around = np.sqrt(BALL_RADIUS**3 / half)
    across = (left - right) / max(apart, 1e-9)
    middle = (left + right) / 2.0
    below = positions[_AROUND].mean(0) - middle
    below -= (below @ across) * across
    below /= max(float(np.linalg.norm(below)), 1e-9)
    rows = np.stack([half * across, around * below, around * np.cross(across, below)])
    return Ball(middle + _LOWER * stature_m * below, rows * stature_m)
