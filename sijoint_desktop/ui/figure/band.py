"""The loop band round both thighs: its far half behind them, its near half before them."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Fill, Sketch, resampled
from sijoint_desktop.ui.figure.look import FigureStyle, Look, Rgb, mix

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]

THIGHS = frozenset({"thigh_l", "thigh_r"})
"""The parts that the band goes round."""

_ALONG = 0.190
"""How far from the hip it lies, in statures: just above the knee."""

_HALF_WIDTH = 0.013
_EDGE = 0.0022
_RADIUS = {FigureStyle.BODY: 0.0385, FigureStyle.STICK: 0.0170}
_BEND = np.radians(np.linspace(-90.0, 90.0, 13))


class BandSketch:
    """Draws the band of one pose; nothing where the pose has none."""

    def __init__(self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
        self._sketch = sketch
        self._camera = camera
        self._pose = pose
        self._look = look

    def paint_back(self) -> None:
        """Draw what faces away from the eye; call it before the first thigh is painted."""
        colours = self._look.colours
        self._paint(mix(colours.band, colours.band_edge, 0.4), front=False)

    def paint_front(self) -> None:
        """Draw what faces the eye; call it when both thighs are painted."""
        self._paint(self._look.colours.band, front=True)

    def _paint(self, tone: Rgb, *, front: bool) -> None:
        if not self._pose.scene.band:
            return
        middle, outwards, along = self._loop()
        eye = self._camera.axes[2] * self._camera.distance + np.asarray(self._camera.target)
        facing = np.einsum("ij,ij->i", outwards, eye - middle) > 0.0
        following = np.roll(np.arange(len(middle)), -1)
        wanted = facing | facing[following] if front else ~(facing & facing[following])
        steps = np.flatnonzero(wanted)
        for grow, colour in ((_EDGE, self._look.colours.band_edge), (0.0, tone)):
            half = along * (_HALF_WIDTH + grow) * self._pose.stature_m
            upper, _, _ = self._camera.project(middle + half)
            lower, _, _ = self._camera.project(middle - half)
            for step in steps.tolist():
                after = int(following[step])
                self._put(colour, np.array([upper[step], upper[after], lower[after], lower[step]]))

    def _put(self, tone: Rgb, shape: Array) -> None:
        start = self._sketch.add(resampled(shape, self._sketch.count)[None])
        self._sketch.fills.append(Fill(tone, start, start + 1))

    def _loop(self) -> tuple[Array, Array, Array]:
        """Return points of the loop, which way is out, and the line of the thigh, each (n, 3)."""
        stature, places = self._pose.stature_m, []
        for side in ("_l", "_r"):
            axis = -self._pose.frames[FRAME_INDEX["thigh" + side]][:, 2]
            hip = self._pose.positions[JOINT_INDEX["hip" + side]]
            places.append((hip + axis * (_ALONG * stature), axis))
        (left, left_axis), (right, right_axis) = places
        apart = left - right
        radius = _RADIUS[self._look.style] * stature
        parts = [_bend(left, apart, left_axis, radius), _bend(right, -apart, right_axis, radius)]
        middle, outwards, along = (np.concatenate(rows) for rows in zip(*parts, strict=True))
        return middle, outwards, along


def _bend(centre: Array, away: Array, axis: Array, radius: float) -> tuple[Array, Array, Array]:
    """Return half a turn round one thigh, on the side that is away from the other."""
    out = away - (away @ axis) * axis
    out = out / np.linalg.norm(out)
    across = np.cross(axis, out)
    outwards = np.cos(_BEND)[:, None] * out + np.sin(_BEND)[:, None] * across
    return centre + radius * outwards, outwards, np.repeat(axis[None], len(_BEND), axis=0)
