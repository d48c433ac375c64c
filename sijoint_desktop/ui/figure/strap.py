"""The strap round one foot: each half before or behind the leg, whichever is nearer to the eye."""

from collections.abc import Set
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.strap import STRAP_HALF_WIDTH, strap_points
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.outline import chains

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]

_EDGE = 0.0022
_LEG = ("thigh", "shank", "foot")


class StrapSketch:
    """Draws the strap of one pose; nothing where the pose has none."""

    def __init__(self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
        self._sketch = sketch
        self._camera = camera
        self._look = look
        self._stature_m = pose.stature_m
        self._behind: list[Array] = []
        self._before: list[Array] = []
        self._leg: frozenset[str] = frozenset()
        side = pose.scene.strap
        if side is None:
            return
        self._leg = frozenset(part + side.suffix for part in _LEG)
        points = strap_points(pose.positions, pose.frames, side, pose.stature_m)
        shin = pose.positions[[JOINT_INDEX[joint + side.suffix] for joint in ("knee", "ankle")]]
        for run in (points[:2], points[1:4], points[3:]):
            nearer = (run.mean(0) - shin.mean(0)) @ camera.axes[2] > 0.0
            (self._before if nearer else self._behind).append(run)

    def before(self, part: str, done: Set[str]) -> None:
        """Draw what lies behind the leg, before the first part of the leg."""
        if part in self._leg and not done & self._leg:
            self._paint(self._behind)

    def after(self, part: str, done: Set[str]) -> None:
        """Draw what lies before the leg, after the last part of the leg."""
        if part in self._leg and done >= self._leg:
            self._paint(self._before)

    def _paint(self, runs: list[Array]) -> None:
        colours = self._look.colours
        for grow, tone in ((_EDGE, colours.band_edge), (0.0, colours.band)):
            for run in runs:
                radii = np.full((1, len(run)), (STRAP_HALF_WIDTH + grow) * self._stature_m)
                (outline,) = chains(self._camera, run, radii, count=self._sketch.count)
                self._sketch.put(tone, outline)
