"""What the picture holds beside the body, each thing painted at its place among its parts."""

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.ui.figure.ball import BallSketch
from sijoint_desktop.ui.figure.band import THIGHS, BandSketch
from sijoint_desktop.ui.figure.belt import HOSTS, BeltSketch
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.geometry import Geometry
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.outline import Projected
from sijoint_desktop.ui.figure.rod import RodSketch
from sijoint_desktop.ui.figure.room import RoomSketch
from sijoint_desktop.ui.figure.strap import StrapSketch

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]


class Props:
    """The things of one pose; each draws nothing where the pose has none."""

    def __init__(self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
        self._belt = BeltSketch(sketch, camera, pose, look)
        self._band = BandSketch(sketch, camera, pose, look)
        self._ball = BallSketch(sketch, camera, pose, look)
        self._strap = StrapSketch(sketch, camera, pose, look)
        self._rod = RodSketch(sketch, camera, pose, look)
        self._room = RoomSketch(sketch, camera, pose, look)
        self._ball_before: str | None = None

    @property
    def belt_worn(self) -> bool:
        """Tell whether there is a belt that arms may lie before."""
        return self._belt.worn

    def arrange(
        self, geometry: Geometry, placed: tuple[Array, Array], seen: Projected, order: Sequence[int]
    ) -> None:
        """Find the place of everything among the parts in the order in which they are painted."""
        names = [geometry.parts[number].name for number in order]
        self._ball_before = self._ball.before(names) if self._ball.held else None
        self._room.arrange(geometry, placed, seen, order)

    def before(self, part: str, done: Set[str]) -> None:
        """Paint what comes before a part, when the parts of ``done`` are painted."""
        self._room.paint_before(part)
        if part == self._ball_before:
            self._ball.paint()
        if self._belt.worn and part == "trunk":
            self._belt.paint_back()
        self._rod.before(part, done)
        if part in THIGHS and not done & THIGHS:
            self._band.paint_back()
        self._strap.before(part, done)

    def after(self, part: str, done: Set[str]) -> None:
        """Paint what comes after a part; ``done`` holds it already."""
        if part in THIGHS and done >= THIGHS:
            self._band.paint_front()
        self._strap.after(part, done)
        self._rod.after(part, done)
        if self._belt.worn and part in HOSTS and done >= HOSTS:
            self._belt.paint_front()

    def last(self) -> None:
        """Paint what comes after the whole body."""
        self._room.paint_before(None)
