"""From a pose to outlines on the page: stations are placed, projected and joined to hulls."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.motion.breathing import skin_shift
from sijoint_desktop.motion.model import BREATH_CHANNELS
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.geometry import Geometry

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

_LIGHT = np.array([-0.30, -0.42])
"""Where the light comes from on the page, from the left and from above."""

_EASY_BREATH = 0.35
"""How full a quiet breath is, as a share of the full breath that an exercise may show."""


@dataclass(frozen=True, slots=True)
class Projected:
    """Stations on the page: everything that hulls, order and props are made from.

    ``centre`` (n, 2), ``depth`` (n,) in metres towards the eye, ``axes`` (n, 3, 2) projected
    semi-axes, ``rim`` (n, k, 2) outline points about the centre, ``reach`` (n, k) distance of the
    outline along each direction, ``radius`` (n,) mean radius, ``scale`` (n,) units per metre,
    ``support`` (n, k) and ``points`` (n, k, 2) the same outlines about the page's origin.
    """

    centre: Array
    depth: Array
    axes: Array
    rim: Array
    reach: Array
    radius: Array
    scale: Array
    directions: Array
    support: Array
    points: Array


@lru_cache(maxsize=8)
def directions(count: int) -> Array:
    """Return unit vectors all round the circle (count, 2), read-only."""
    angle = np.arange(count) * (2.0 * np.pi / count)
    around = np.stack([np.cos(angle), np.sin(angle)], 1)
    around.flags.writeable = False
    return around


def place(geometry: Geometry, pose: "Pose", breath: float = 0.0) -> tuple[Array, Array]:
    """Return station centres (n, 3) and semi-axes as rows (n, 3, 3) in the world, in metres.

    ``breath`` from -1 (out) to 1 (in) moves the skin of the trunk, unless the motion itself does.
    """
    frames, joints = _in_room(pose)
    frames = frames[geometry.frame]
    local, size = geometry.offset, geometry.axes
    filled = breath_of(pose, breath)
    if filled.any():
        local, size = _breathed(geometry, filled)
    offset = np.matmul(frames, (local * pose.stature_m)[:, :, None])[:, :, 0]
    axes = frames.transpose(0, 2, 1) * (size * pose.stature_m)[:, :, None]
    return joints[geometry.joint] + offset, axes


def _in_room(pose: "Pose") -> tuple[Array, Array]:
    """Return frames and joints of a pose, and after them the room's own, at its origin."""
    return (
        np.concatenate([pose.frames, np.eye(3)[None]]),
        np.concatenate([pose.positions, np.zeros((1, 3))]),
    )


def breath_of(pose: "Pose", breath: float) -> Array:
    """Return how full ribs and belly are, each -1 to 1: what the pose states, else a share."""
    stated = pose.channels.get
    return np.array([stated(name, _EASY_BREATH * breath) for name in BREATH_CHANNELS])


def _breathed(geometry: Geometry, filled: Array) -> tuple[Array, Array]:
    """Return offsets and semi-axes of stations whose front, back and sides follow the skin."""
    ends = []
    for side in (1.0, -1.0):
        reach = geometry.axes * np.array([side, 1.0, 0.0])
        ends.append(skin_shift(geometry.frame, geometry.offset + reach, filled))
    front, back = ends
    centre = skin_shift(geometry.frame, geometry.offset, filled)
    offset, size = geometry.offset.copy(), geometry.axes.copy()
    offset[:, 0] += (front[:, 0] + back[:, 0]) / 2.0
    offset[:, 1] += centre[:, 1]
    size[:, 0] += (front[:, 0] - back[:, 0]) / 2.0
    size[:, 1] += front[:, 1] - centre[:, 1]
    return offset, size


def project(camera: Camera, centres: Array, axes: Array, count: int) -> Projected:
    """Return placed stations as the camera sees them, with ``count`` points to an outline."""
    around = directions(count)
    centre, depth, scale = camera.project(centres)
    plane = camera.axes[:2] * np.array([[1.0], [-1.0]])
    flat = (axes @ plane.T) * scale[:, None, None]
    rim, reach, radius = _rims(flat, around)
    support = centre @ around.T + reach
    points = centre[:, None, :] + rim
    return Projected(centre, depth, flat, rim, reach, radius, scale, around, support, points)


def hulls(seen: Projected, links: Indices, grow: Array | float = 0.0) -> Array:
    """Return the outlines (m, k, 2) of linked stations, grown by page units: one, or (m, 2)."""
    return _join(seen.support, seen.points, seen.directions, links, grow)


def lit_hulls(seen: Projected, links: Indices, share: float = 0.50) -> Array:
    """Return the smaller outlines (m, k, 2) that catch the light on linked stations."""
    centre = seen.centre + _LIGHT * (seen.radius * share)[:, None]
    support = centre @ seen.directions.T + seen.reach * share
    points = centre[:, None, :] + seen.rim * share
    return _join(support, points, seen.directions, links, 0.0)


def chains(camera: Camera, centres: Array, radii: Array, *, count: int) -> Array:
    """Return outlines (v, n - 1, k, 2) of balls (n, 3) in metres, each linked to the next.

    ``radii`` (v, n) holds v variants of the same chain: its edge, its body, the light on it.
    """
    around = directions(count)
    page, _, scale = camera.project(centres)
    reach = (radii * scale)[:, :, None]
    support = page @ around.T + reach
    points = page[:, None, :] + reach[:, :, :, None] * around
    pick = support[:, :-1] >= support[:, 1:]
    return np.where(pick[:, :, :, None], points[:, :-1], points[:, 1:])


def _rims(flat: Array, around: Array) -> tuple[Array, Array, Array]:
    """Return outline points (n, k, 2), their reach (n, k) and the mean radius (n,) of ellipsoids.

    With M the sum of the outer products of the projected semi-axes, the outline reaches
    sqrt(u M u) along a direction u, at the point M u / reach.
    """
    x, y = flat[:, :, 0], flat[:, :, 1]
    xx = np.einsum("ij,ij->i", x, x)[:, None]
    xy = np.einsum("ij,ij->i", x, y)[:, None]
    yy = np.einsum("ij,ij->i", y, y)[:, None]
    ux, uy = around[:, 0], around[:, 1]
    rim = np.empty((len(flat), len(around), 2))
    rim[:, :, 0] = xx * ux + xy * uy
    rim[:, :, 1] = xy * ux + yy * uy
    reach = np.sqrt(rim[:, :, 0] * ux + rim[:, :, 1] * uy) + 1e-9
    rim /= reach[:, :, None]
    return rim, reach, np.sqrt((xx + yy)[:, 0] * 0.5)


def _join(
    support: Array, points: Array, around: Array, links: Indices, grow: Array | float
) -> Array:
    first, second = links[:, 0], links[:, 1]
    if isinstance(grow, float):
        pick = support[first] >= support[second]
        joined = np.where(pick[:, :, None], points[first], points[second])
        return joined + around * grow if grow else joined
    pick = support[first] + grow[:, :1] >= support[second] + grow[:, 1:]
    width = np.where(pick, grow[:, :1], grow[:, 1:])
    joined = np.where(pick[:, :, None], points[first], points[second])
    return joined + around * width[:, :, None]
