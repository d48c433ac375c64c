"""Where the figure is looked at from, and how its points come onto the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from sijoint_desktop.motion.joints import JOINTS
from sijoint_desktop.motion.model import VIEW_DEGREES

Array = NDArray[np.float64]

VIEWS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {view.value: (float(az), float(el)) for view, (az, el) in VIEW_DEGREES.items()}
)
"""Azimuth and elevation in degrees of the named views; rear is "same facing as you"."""

DISTANCE = 5.2
"""Metres from the eye to the middle of the figure: near enough for depth, without distortion."""

_FLESH = {"head": 0.075, "wrist": 0.022, "hand": 0.014, "toe": 0.022, "ball": 0.03, "ankle": 0.03}
_FLESH_ELSE = 0.068


@dataclass(frozen=True, slots=True)
class Camera:
    """A perspective camera: angles in degrees, target in metres, focal length in painter units.

    Azimuth 0 looks at the figure's right side; positive azimuth goes round to its front.
    """

    azimuth: float
    elevation: float
    target: tuple[float, float, float]
    focal: float
    centre: tuple[float, float]
    distance: float = DISTANCE

    @property
    def axes(self) -> Array:
        """Rows: right, up and towards the eye, in the world."""
        return _axes(self.azimuth, self.elevation)

    @property
    def scale(self) -> float:
        """Painter units per metre at the target."""
        return self.focal / self.distance

    def project(self, points: Array) -> tuple[Array, Array, Array]:
        """Return page positions (..., 2), depth towards the eye (...) and units per metre (...)."""
        seen = (points - np.asarray(self.target)) @ self.axes.T
        scale = self.focal / (self.distance - seen[..., 2])
        flat = seen[..., :2] * scale[..., None]
        flat[..., 1] *= -1.0
        return flat + np.asarray(self.centre), seen[..., 2], scale

    def moved(self, dx: float, dy: float) -> "Camera":
        """Return the same camera with the picture shifted."""
        return replace(self, centre=(self.centre[0] + dx, self.centre[1] + dy))


def mirrored(azimuth: float) -> float:
    """Return the azimuth that sees the mirrored figure as the mirror image."""
    return (360.0 - azimuth) % 360.0 - 180.0


def fit_camera(
    points: Array,
    rect: QRectF,
    azimuth: float,
    elevation: float,
    *,
    zoom: float = 1.0,
    stature_m: float = 1.75,
    beside: Array | None = None,
) -> Camera:
    """Return the camera that shows all joints (..., 27, 3), with their flesh, as large as fits.

    ``beside`` are further points (k, 3) that must be in sight, such as the corners of a chair.
    ``zoom`` above 1 enlarges about the middle of ``rect``.
    """
    joints = points.reshape(-1, 27, 3)
    more = np.empty((0, 3)) if beside is None else beside
    everything = np.concatenate([joints.reshape(-1, 3), more])
    lowest, highest = everything.min(0), everything.max(0)
    middle = (lowest + highest) / 2.0
    target = (float(middle[0]), float(middle[1]), float(middle[2]))
    unit = Camera(azimuth, elevation, target, 1.0, (0.0, 0.0))
    flat, _, scale = unit.project(joints)
    flesh = (scale * (_FLESH_PER_JOINT * stature_m))[..., None]
    low, high = (flat - flesh).min((0, 1)), (flat + flesh).max((0, 1))
    if len(more):
        seen, _, _ = unit.project(more)
        low, high = np.minimum(low, seen.min(0)), np.maximum(high, seen.max(0))
    span = np.maximum(high - low, 1e-6)
    focal = float(min(rect.width() / span[0], rect.height() / span[1])) * zoom
    mid = (low + high) / 2.0 * focal
    centre = (rect.center().x() - float(mid[0]), rect.center().y() - float(mid[1]))
    return replace(unit, focal=focal, centre=centre)


def close_up(camera: Camera, point: Array, rect: QRectF, seen_m: float) -> Camera:
    """Return the camera moved near: ``point`` (3,) in the middle of ``rect``.

    ``seen_m`` metres about it fill half of the smaller edge.
    """
    focal = min(rect.width(), rect.height()) / 2.0 / seen_m * camera.distance
    near = replace(camera, focal=focal, centre=(0.0, 0.0))
    page, _, _ = near.project(point)
    middle = rect.center()
    return near.moved(middle.x() - float(page[0]), middle.y() - float(page[1]))


@lru_cache(maxsize=64)
def _axes(azimuth: float, elevation: float) -> Array:
    a, e = np.radians(azimuth), np.radians(elevation)
    eye = np.array([np.sin(a) * np.cos(e), -np.cos(a) * np.cos(e), np.sin(e)])
    right = np.array([np.cos(a), np.sin(a), 0.0])
    axes = np.stack([right, np.cross(eye, right), eye])
    axes.flags.writeable = False
    return axes


_FLESH_PER_JOINT: Array = np.array(
    [_FLESH.get(name.removesuffix("_l").removesuffix("_r"), _FLESH_ELSE) for name in JOINTS]
)
