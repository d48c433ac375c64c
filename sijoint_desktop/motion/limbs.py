"""Analytic two-bone solutions: where knee and elbow go when both ends of a limb are given."""

import numpy as np

from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion.rotation import Array

KNEE, ELBOW = 1.0, -1.0
"""The sign of the hinge: a knee protrudes forwards from its limb, an elbow backwards."""

_STRETCH = 0.99995  # a limb is never solved straighter than this; keys are refused well before


def two_bone(
    near: Array, far: Array, lengths: tuple[float, float], pole: Array, hinge: float
) -> tuple[Array, Array]:
    """Return the frames (M, 3, 3) of the upper and the lower bone of M limbs.

    ``near`` and ``far`` are the ends (M, 3), ``pole`` is the direction in which the middle joint
    protrudes. The plane of the limb comes from the pole alone, so a solution never flips from one
    moment to the next. Out of reach, the limb points to ``far`` at full stretch.
    """
    upper, lower = lengths
    line = far - near
    reach = np.sqrt(np.einsum("mi,mi->m", line, line))
    along = rot.unit(line)
    reach = np.clip(reach, abs(upper - lower) + 1e-6, (upper + lower) * _STRETCH)[:, None]
    foot = (upper**2 - lower**2 + reach**2) / (2 * reach)
    height = np.sqrt(np.maximum(upper**2 - foot**2, 0.0))
    across = rot.unit(pole - rot.dot(pole, along) * along)
    middle = foot * along + height * across
    y = rot.cross(along, across) * -hinge
    return rot.from_axes(y, -middle / upper), rot.from_axes(y, (middle - reach * along) / lower)


def aimed(
    near: Array, middle: Array, far: Array, hinge_axis: Array, hinge: float = KNEE
) -> tuple[Array, Array]:
    """Return the frames of two bones whose three joints are all given.

    ``hinge_axis`` stands in for the hinge's direction where the limb is too straight to show it.
    """
    z1, z2 = rot.unit(near - middle), rot.unit(middle - far)
    y = rot.cross(z1, z2) * hinge
    bent = rot.dot(y, y) > 0.05**2
    y = rot.unit(np.where(bent, y, hinge_axis))
    return rot.from_axes(y, z1), rot.from_axes(y, z2)
