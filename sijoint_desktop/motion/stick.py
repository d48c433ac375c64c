"""The stick held along the back: it touches tail, ribs and head as long as the back stays flat."""

import numpy as np

from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.model import Vector
from sijoint_desktop.motion.rotation import Array

STICK_PROP = "stick"
STICK_CHANNEL = "stick_shown"

STICK_RADIUS = 0.008
"""In statures: a broom handle of 28 mm."""

_BEYOND = 0.055  # how far it sticks out below the tail and above the head
_TOUCH: tuple[tuple[str, str, Vector], ...] = (
    ("pelvis", "pelvis", (-0.072, 0.0, 0.000)),
    ("thorax", "t12l1", (-0.053, 0.0, 0.070)),
    ("head", "head", (-0.056, 0.0, 0.030)),
)
"""Frame, joint and offset of tail, ribs and head, one radius off the skin."""


def touching_points(positions: Array, frames: Array, stature_m: float) -> Array:
    """Return where tail, ribs and head meet a stick (3, 3), in metres, for one pose."""
    points = [
        positions[JOINT_INDEX[joint]] + frames[FRAME_INDEX[frame]] @ np.array(offset) * stature_m
        for frame, joint, offset in _TOUCH
    ]
    return np.array(points)


def stick_ends(positions: Array, frames: Array, stature_m: float) -> Array:
    """Return the two ends (2, 3) in metres of a stick laid against tail and ribs.

    A back that rounds leaves the stick at the head; a back that sags leaves it at the ribs.
    """
    tail, ribs, head = touching_points(positions, frames, stature_m)
    along = (ribs - tail) / np.linalg.norm(ribs - tail)
    length = float((head - tail) @ along)
    beyond = _BEYOND * stature_m
    return np.stack([tail - beyond * along, tail + (length + beyond) * along])
