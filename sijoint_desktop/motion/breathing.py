"""How the skin of the trunk moves with the breath, for hands that rest on it and for the painter.

The travel of the skin is our own, larger than in quiet breathing (5 to 15 mm), so that it shows.
"""

import numpy as np

from sijoint_desktop.motion.joints import FRAMES
from sijoint_desktop.motion.model import BREATH_CHANNELS, MotionSpec
from sijoint_desktop.motion.rotation import Array, Index

_BACK, _DEPTH = -0.030, 0.090  # where the trunk's back is, and how deep it is, in statures
_BREADTH = 0.080
_LOW, _RISE = -0.030, 0.060  # the pelvis gives way from its low end to its upper edge

# by frame: forwards and sideways with full ribs, forwards and sideways with a full belly
_TRAVEL = {
    "pelvis": (0.000, 0.000, 0.013, 0.000),
    "lumbar": (0.003, 0.003, 0.019, 0.004),
    "t12": (0.009, 0.009, 0.010, 0.002),
    "thorax": (0.011, 0.009, 0.000, 0.000),
}
_BY_FRAME = np.array([_TRAVEL.get(frame, (0.0, 0.0, 0.0, 0.0)) for frame in FRAMES])
_PELVIS = FRAMES.index("pelvis")


def breathes(spec: MotionSpec) -> bool:
    """Tell whether the breath itself is what a motion shows."""
    return any(name in BREATH_CHANNELS for pose in spec.poses.values() for name in pose.channels)


def skin_shift(frame: Index, local: Array, breath: Array) -> Array:
    """Return by how much points of the skin move, in statures, in the axes of their frames.

    ``frame`` (n,) are places in FRAMES, ``local`` (n, 3) points in those frames, ``breath`` (n, 2)
    or (2,) the two channels. The back stays where it is, and so does every limb.
    """
    travel = _BY_FRAME[frame]
    forwards = np.clip((local[:, 0] - _BACK) / _DEPTH, 0.0, 1.2)
    upper = np.clip((local[:, 2] - _LOW) / _RISE, 0.0, 1.0)
    forwards = np.where(frame == _PELVIS, forwards * upper, forwards)
    sideways = local[:, 1] / _BREADTH
    shift = np.zeros_like(local)
    ribs, belly = breath[..., 0], breath[..., 1]
    shift[:, 0] = forwards * (travel[:, 0] * ribs + travel[:, 2] * belly)
    shift[:, 1] = sideways * (travel[:, 1] * ribs + travel[:, 3] * belly)
    return shift
