"""The stick along the back: behind the body, or before it where the back faces the eye."""

from collections.abc import Set
from typing import TYPE_CHECKING

import numpy as np

from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.stick import STICK_CHANNEL, STICK_RADIUS, stick_ends
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.outline import chains

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

HOSTS = frozenset({"trunk", "head"})
"""The parts that the stick lies against."""

_EDGE = 0.0026  # of stature


class RodSketch:
    """Draws the stick of one pose; nothing where the pose has none."""

    def __init__(self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
        self._sketch = sketch
        self._camera = camera
        self._pose = pose
        self._look = look
        self._held = STICK_CHANNEL in pose.channels

    def before(self, part: str, done: Set[str]) -> None:
        """Draw a stick behind the body before the first of its hosts."""
        if part in HOSTS and not done & HOSTS and self._held and not self._over():
            self.paint()

    def after(self, part: str, done: Set[str]) -> None:
        """Draw a stick over the body after the last of its hosts."""
        if part in HOSTS and done >= HOSTS and self._held and self._over():
            self.paint()

    def paint(self) -> None:
        """Draw the stick with its edge and its light."""
        pose, colours = self._pose, self._look.colours
        ends = stick_ends(pose.positions, pose.frames, pose.stature_m)
        radius = STICK_RADIUS * pose.stature_m
        edge = _EDGE * pose.stature_m
        radii = np.array([[radius + edge] * 2, [radius] * 2, [0.4 * radius] * 2])
        outer, body, lit = chains(self._camera, ends, radii, count=self._sketch.count)
        self._sketch.put(colours.wood_edge, outer)
        self._sketch.put(colours.wood, body)
        self._sketch.put(colours.light, lit)

    def _over(self) -> bool:
        """Tell whether the stick lies over the body, because the back faces the eye."""
        back = -self._pose.frames[FRAME_INDEX["thorax"]][:, 0]
        eye = self._camera.axes[2] * self._camera.distance + np.asarray(self._camera.target)
        return bool(back @ (eye - self._pose.positions[JOINT_INDEX["chest"]]) > 0)
