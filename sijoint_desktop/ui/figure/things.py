"""Pillows as parts of the figure, in depth order with its limbs."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.motion.joints import JOINTS
from sijoint_desktop.motion.model import Cushion, Scene
from sijoint_desktop.ui.figure.body import BODY, BODY_PARTS, BODY_STATIONS
from sijoint_desktop.ui.figure.geometry import (
    ROOM,
    Chain,
    Geometry,
    PartSpec,
    Station,
    Tone,
    build,
    chain,
)
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.figure.stick import STICK, STICK_PARTS, STICK_STATIONS

Array = NDArray[np.float64]

_ROUND = 0.62  # the share of half the breadth by which the corners of a cushion are round
_UNDER = -0.14
"""Statures by which a cushion on the floor counts as farther away: the body lies on it."""

_FLESH = 0.068  # what a camera leaves free round a joint, in statures


def geometry_of(style: FigureStyle) -> Geometry:
    """Return the stations, links and parts of a style."""
    return BODY if style is FigureStyle.BODY else STICK


@lru_cache(maxsize=32)
def with_things(style: FigureStyle, scene: Scene) -> Geometry:
    """Return the geometry of a style with the cushions of a scene."""
    if not scene.cushions:
        return geometry_of(style)
    if style is FigureStyle.BODY:
        stations, parts = BODY_STATIONS, BODY_PARTS
    else:
        stations, parts = STICK_STATIONS, STICK_PARTS
    things = [_cushion(c, number) for number, c in enumerate(scene.cushions)]
    more = tuple(station for stood, _ in things for station in stood)
    return build((*stations, *more), (*parts, *(part for _, part in things)))


def cushion_points(scene: Scene, stature_m: float) -> Array:
    """Return places (n, 27, 3) in metres that, with flesh about them, reach as far as cushions."""
    corners = []
    for cushion in scene.cushions:
        half = np.maximum(np.array(cushion.size) / 2.0 - _FLESH, 0.0)
        corners += [np.array(cushion.at) + sign * half for sign in (-1.0, 1.0)]
    points = np.array(corners) * stature_m
    return np.repeat(points[:, None], len(JOINTS), axis=1)


def _cushion(cushion: Cushion, number: int) -> tuple[tuple[Station, ...], PartSpec]:
    length, breadth, height = (edge / 2.0 for edge in cushion.size)
    round_ = _ROUND * min(length, breadth)
    nearer = _UNDER if cushion.at[2] <= height + 0.002 else 0.0
    names = [f"cushion_{number}_{corner}" for corner in range(4)]
    middle = f"cushion_{number}_middle"
    corners = tuple(
        Station(
            name,
            ROOM,
            ROOM,
            (
                cushion.at[0] + x * (length - round_),
                cushion.at[1] + y * (breadth - round_),
                cushion.at[2] - 0.1 * height,
            ),
            (round_, round_, 0.80 * height),
            nearer,
        )
        for name, (x, y) in zip(names, ((-1, -1), (1, -1), (1, 1), (-1, 1)), strict=True)
    )
    centre = Station(middle, ROOM, ROOM, cushion.at, (0.7 * length, 0.7 * breadth, height), nearer)
    outline = (*chain(*names, names[0]), (names[0], names[2]), (middle, middle))
    lit = ((middle, middle),)
    part = PartSpec(f"cushion_{number}", (Chain(Tone.CUSHION, outline, lit),))
    return (*corners, centre), part
