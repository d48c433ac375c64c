"""The soft ball between the knees, painted after the farther leg and before the nearer one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from sijoint_desktop.motion.ball import BALL_CHANNEL, ball_between_knees
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.look import Look, mix
from sijoint_desktop.ui.figure.outline import hulls, lit_hulls, project

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

_ONE = np.zeros((1, 2), dtype=np.intp)
_EDGE = 0.0030  # of stature
_LIT = 0.30
_LEG_PARTS = ("thigh", "shank")


class BallSketch:
    """Draws the ball of one pose; nothing where the pose has none."""

    def __init__(self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
        self._sketch = sketch
        self._camera = camera
        self._pose = pose
        self._look = look

    @property
    def held(self) -> bool:
        """Tell whether there is anything to draw."""
        return BALL_CHANNEL in self._pose.channels

    def before(self, names: Sequence[str]) -> str:
        """Return the part before which the ball is painted: the first of the nearer leg.

        ``names`` are the parts from the first to the last that is painted.
        """
        knees = self._pose.positions[[JOINT_INDEX["knee_l"], JOINT_INDEX["knee_r"]]]
        _, depth, _ = self._camera.project(knees)
        near = "_l" if depth[0] > depth[1] else "_r"
        return next(name for name in names if name[:-2] in _LEG_PARTS and name.endswith(near))

    def paint(self) -> None:
        """Draw the ball with its edge and its light."""
        ball = ball_between_knees(self._pose.positions, self._pose.stature_m)
        seen = project(self._camera, ball.centre[None], ball.axes[None], self._sketch.count)
        edge = _EDGE * self._pose.stature_m * self._camera.scale
        colours = self._look.colours
        if not self._look.outline:
            self._sketch.put(colours.halo, hulls(seen, _ONE, 2.0 * edge))
        self._sketch.put(colours.ball_edge, hulls(seen, _ONE, edge))
        self._sketch.put(colours.ball, hulls(seen, _ONE))
        self._sketch.put(mix(colours.ball, colours.light, _LIT), lit_hulls(seen, _ONE))
