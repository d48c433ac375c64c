"""How far a figure moves along its clip, to tell when another picture would look different."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Clip

Array = NDArray[np.float64]

_LEVER = 0.07
"""Statures from a joint to what stands out from it, such as the nose from the head."""

_SWELL = 0.03
"""Statures by which a channel, such as the breath in the belly, moves what it belongs to."""


def travelled(clip: "Clip") -> Array:
    """Return for every row how far the quickest point of the figure has come, in metres (rows,).

    Two rows look alike where the way between them is short; it is never underrated by much.
    """
    moved = np.linalg.norm(np.diff(clip.positions, axis=0), axis=2).max(1)
    # the chord between two turned axes is about the angle in radians times the square root of 2
    turned = np.linalg.norm(np.diff(clip.frames, axis=0), axis=(2, 3)).max(1) / np.sqrt(2.0)
    steps = np.maximum(moved, turned * _LEVER * clip.stature_m)
    for values in clip.channels.values():
        steps = np.maximum(steps, np.abs(np.diff(values)) * _SWELL * clip.stature_m)
    return np.concatenate([[0.0], np.cumsum(steps)])
