"""Where the belt lies on the pelvis and where its ends are while it is put on.

The band runs around the pelvis at BELT_HEIGHT, its top edge just below the two bony points at the
front of the hips (the high position of Damen 2002), above the bony knobs at the side of the
thighs. All lengths are in statures, in the pelvis frame: x forward, y left, z up, origin midway
between the hip centres.
"""

from math import cos, radians, sin

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.model import Vector

BELT_HEIGHT = 0.024
"""The middle of the band; the bony points lie at 0.042."""

BELT_HALF_WIDTH = 0.014
BELT_CENTRE: Vector = (-0.006, 0.0, BELT_HEIGHT)
BELT_RADII = (0.068, 0.098)
"""Half depth and half breadth of the closed band, over clothes."""

HIP_BONE: Vector = (0.058, 0.069, 0.044)
"""The skin over the left bony point; half the inter-spinous distance of .139 sideways."""

BELT_CHANNELS: tuple[str, ...] = ("belt_wrap", "belt_shown", "belt_rise", "belt_tilt")
"""What a pose states about the belt, each 0 to 1: how far it is closed, how visible it is, and for
common mistakes how far it has risen to the waist and how much higher its left side is."""

WAIST_RISE = 0.080
"""From the right place of the belt up to the waist."""

WAIST_RADII = (0.056, 0.079)
"""Half depth and half breadth of a band that has risen to the waist."""

UNLEVEL_RISE = 0.026
"""How much higher the left side lies, and how much lower the right, where the belt is not level."""

_OPEN_DEGREES, _CLOSED_DEGREES = 88.0, 16.0
_OPEN_STANDOFF = 0.030


def belt_azimuth(wrap: float) -> float:
    """Return how far round from the front the left end is, in degrees, for a wrap of 0 to 1."""
    return _OPEN_DEGREES + wrap * (_CLOSED_DEGREES - _OPEN_DEGREES)


def belt_height(y: float, rise: float = 0.0, tilt: float = 0.0) -> float:
    """Return the height of the middle of the band, ``y`` to the left of the midline."""
    return BELT_HEIGHT + rise * WAIST_RISE + tilt * UNLEVEL_RISE * y / BELT_RADII[1]


def belt_radii(rise: float) -> tuple[float, float]:
    """Return half depth and half breadth of the closed band: it narrows towards the waist."""
    depth, breadth = (
        at_hips + rise * (at_waist - at_hips)
        for at_hips, at_waist in zip(BELT_RADII, WAIST_RADII, strict=True)
    )
    return depth, breadth


def belt_end(wrap: float, side: Side, rise: float = 0.0, tilt: float = 0.0) -> Vector:
    """Return an end of the belt in the pelvis frame: 0 held open beside the hips, 1 closed."""
    azimuth = radians(belt_azimuth(wrap))
    away = (1.0 - wrap) * _OPEN_STANDOFF
    x = BELT_CENTRE[0] + (BELT_RADII[0] + away) * cos(azimuth)
    y = (BELT_RADII[1] + away) * sin(azimuth) * (1.0 if side is Side.LEFT else -1.0)
    return (x, y, belt_height(y, rise, tilt))
