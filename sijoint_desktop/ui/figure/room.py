"""Chair and wall in the picture: boxes, each painted at its right place among the body's parts.

Between a box and a part of the body lies one of the box's own faces. If the eye is on the part's
side of it, the box can never hide the part, else the part can never hide the box. So the order
needs no depths and never changes its mind before a face is seen from its edge.
"""

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.motion.model import Box, Stuff
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch, resampled
from sijoint_desktop.ui.figure.geometry import Geometry
from sijoint_desktop.ui.figure.look import Look, Rgb, mix
from sijoint_desktop.ui.figure.outline import Projected

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]
Numbers = NDArray[np.intp]

_SHADES = (0.16, 0.34, 0.0)
"""How dark a face is that looks forwards or back, to a side, up or down."""

_EDGE = 0.0030  # of stature
_SEEN_THROUGH = 0.16  # opacity of a wall between the eye and the figure
_WALL_END = 0.35  # how dark the cut end of a wall is
_CORNERS = np.array(list(product((-1.0, 1.0), repeat=3)))
_ROUND = ((-1, -1), (-1, 1), (1, 1), (1, -1))


def room_corners(boxes: Sequence[Box], stature_m: float) -> Array:
    """Return the corners (8 k, 3) of boxes in metres, for a camera that must hold them."""
    corners = [np.array(box.centre) + np.array(box.half) * _CORNERS for box in boxes]
    return np.array(corners).reshape(-1, 3) * stature_m


class RoomSketch:
    """Draws what stands around one pose; nothing where nothing does."""

    def __init__(self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
        self._sketch = sketch
        self._camera = camera
        self._look = look
        self._stature_m = pose.stature_m
        self._eye = camera.axes[2] * camera.distance + np.asarray(camera.target)
        self._before: dict[str | None, list[Box]] = {}
        self._boxes = self._far_to_near(pose.scene.boxes)

    def arrange(
        self, geometry: Geometry, placed: tuple[Array, Array], seen: Projected, order: Sequence[int]
    ) -> None:
        """Find before which part each box is painted.

        ``order`` holds part numbers. ``placed`` are the stations' centres (n, 3) and semi-axes
        (n, 3, 3) in metres, ``seen`` is the same on the page.
        """
        if not self._boxes:
            return
        centres, axes = placed
        reach = np.sqrt(np.einsum("nij,nij->nj", axes, axes))
        bodies = [
            (number, geometry.bulky[geometry.member[number] > 0]) for number in reversed(order)
        ]
        for box in self._boxes:
            low, high = self._on_page(box)
            before = None
            for number, rows in bodies:
                radius = seen.radius[rows, None]
                apart = (seen.centre[rows] - radius).min(0) > high
                apart |= (seen.centre[rows] + radius).max(0) < low
                if apart.any():
                    continue
                if self._hides(box, centres[rows] - reach[rows], centres[rows] + reach[rows]):
                    break
                before = geometry.parts[number].name
            self._before.setdefault(before, []).append(box)

    def paint_before(self, part: str | None) -> None:
        """Draw the boxes that come before a part; None stands for after all of them."""
        for box in self._before.get(part, ()):
            self.paint(box)

    def paint(self, box: Box) -> None:
        """Draw the faces of a box that look at the eye, with their edges."""
        middle, half = self._metres(box)
        faces = [(axis, sign) for axis in range(3) for sign in (-1.0, 1.0)]
        seen = [f for f in faces if f[1] * (self._eye - middle)[f[0]] > half[f[0]]]
        if box.stuff is Stuff.WALL:
            self._wall(middle, half, seen)
            return
        colours = self._look.colours
        for axis, sign in seen:
            grown = half + _EDGE * self._stature_m
            self._put(colours.wood_edge, _face(middle, grown, axis, sign))
        for axis, sign in seen:
            tone = mix(colours.wood, colours.wood_edge, _SHADES[axis])
            self._put(tone, _face(middle, half, axis, sign))

    def _wall(self, middle: Array, half: Array, seen: Sequence[tuple[int, float]]) -> None:
        towards = float(np.sign(self._eye[1] - middle[1]))
        if towards * middle[1] > 0:  # the figure stands on the other side of it
            page, _, _ = self._camera.project(_face(middle, half, 1, towards))
            start = self._sketch.add(resampled(page, self._sketch.count)[None])
            colour = self._look.colours.wall
            self._sketch.blend(colour, _SEEN_THROUGH, start, self._sketch.size)
            return
        colours = self._look.colours
        for axis, sign in seen:
            tone = colours.wall if axis == 1 else mix(colours.wall, colours.arrow, _WALL_END)
            self._put(tone, _face(middle, half, axis, sign))

    def _put(self, tone: Rgb, corners: Array) -> None:
        page, _, _ = self._camera.project(corners)
        self._sketch.put(tone, resampled(page, self._sketch.count)[None])

    def _on_page(self, box: Box) -> tuple[Array, Array]:
        middle, half = self._metres(box)
        page, _, _ = self._camera.project(middle + half * _CORNERS)
        return page.min(0), page.max(0)

    def _metres(self, box: Box) -> tuple[Array, Array]:
        return np.array(box.centre) * self._stature_m, np.array(box.half) * self._stature_m

    def _hides(self, box: Box, low: Array, high: Array) -> bool:
        """Tell whether a box could hide something between ``low`` and ``high`` (n, 3)."""
        middle, half = self._metres(box)
        above = low.min(0) - (middle + half)  # how far beyond each upper face it lies
        below = (middle - half) - high.max(0)
        axis = int(np.argmax(np.maximum(above, below)))
        if above[axis] > below[axis]:
            return bool(self._eye[axis] < middle[axis] + half[axis])
        return bool(self._eye[axis] > middle[axis] - half[axis])

    def _far_to_near(self, boxes: Sequence[Box]) -> list[Box]:
        """Order boxes by what may hide what; take the one that hides none of those left."""
        left, done = list(boxes), []
        while left:
            chosen = next((b for b in left if not self._hides_any(b, left)), left[0])
            left.remove(chosen)
            done.append(chosen)
        return done

    def _hides_any(self, box: Box, others: Sequence[Box]) -> bool:
        for other in others:
            middle, half = self._metres(other)
            low, high = (middle - half)[None], (middle + half)[None]
            if other is not box and self._hides(box, low, high):
                return True
        return False


def _face(middle: Array, half: Array, axis: int, sign: float) -> Array:
    """Return the four corners (4, 3) of one face, in turn."""
    first, second = (k for k in range(3) if k != axis)
    corners = np.tile(middle, (4, 1))
    corners[:, axis] += sign * half[axis]
    corners[:, [first, second]] += np.array(_ROUND) * half[[first, second]]
    return corners
