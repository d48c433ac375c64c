"""Paint one figure: a pose and a camera in, a picture out, and nothing kept."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from sijoint_desktop.ui.figure.arrows import MotionPath, sketch_arrow
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Pool, is_raster, paint_sketch
from sijoint_desktop.ui.figure.compose import compose_figure, silhouette
from sijoint_desktop.ui.figure.look import Layer, Look
from sijoint_desktop.ui.figure.scene import (
    Mat,
    Shadow,
    paint_mark,
    paint_mat,
    sketch_contacts,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sijoint_desktop.motion.clip import Pose

POINTS = 24
"""Points to an outline on the screen; large and vector pictures take more, thumbnails fewer."""

_ARROW_POINTS = 56  # an arrow may be longer than any part of the body, and bent all along


class PaintMemory:
    """What a view carries from frame to frame: the last order of parts, and scratch memory.

    It never changes what is painted for a still; give each view its own.
    """

    def __init__(self) -> None:
        self.order: NDArray[np.intp] | None = None
        self.shadow = Shadow()
        self._pools: dict[int, Pool] = {}

    def pool(self, count: int) -> Pool:
        """Return the polygons of ``count`` points."""
        return self._pools.setdefault(count, Pool(count))


def outline_points(painter: QPainter, camera: Camera, stature_m: float) -> int:
    """Return how many points an outline needs so that its corners cannot be seen."""
    height = camera.scale * stature_m
    if not is_raster(painter):
        return 22 if height < 260 else 44
    if height < 260:
        return 20
    return POINTS if height < 680 else 36


def paint_backdrop(
    painter: QPainter,
    camera: Camera,
    look: Look,
    *,
    mat: Mat | None,
    ghost: "Pose | None" = None,
    memory: PaintMemory | None = None,
) -> None:
    """Paint what does not change from frame to frame: the mat and the ghost of the end pose."""
    memory = memory or PaintMemory()
    if mat is not None:
        paint_mat(painter, camera, look, mat)
    if ghost is not None and Layer.GHOST in look.layers:
        count = outline_points(painter, camera, ghost.stature_m)
        paint_sketch(painter, silhouette(ghost, camera, look, count), memory.pool(count))


def paint_figure(
    painter: QPainter,
    pose: "Pose",
    camera: Camera,
    look: Look,
    *,
    memory: PaintMemory | None = None,
    muscles: Sequence[str] = (),
    arrows: Sequence[MotionPath] = (),
    mark: str | None = None,
    shadow: bool = True,
    breath: float = 0.0,
) -> None:
    """Paint a pose as ``camera`` sees it; the pose is only read.

    ``muscles`` are names of muscles.MUSCLE_NAMES, ``mark`` is the joint of a fault, ``breath`` is
    -1 (out) to 1 (in). ``memory`` carries the order of parts between frames of one view; without
    it the same arguments give the same picture.
    """
    memory = memory or PaintMemory()
    count = outline_points(painter, camera, pose.stature_m)
    if shadow:
        memory.shadow.paint(painter, pose, camera, look)
    pool = memory.pool(count)
    if Layer.CONTACTS in look.layers:
        paint_sketch(painter, sketch_contacts(pose, camera, look, count), pool)
    sketch, memory.order = compose_figure(
        pose,
        camera,
        look,
        count=count,
        previous=memory.order,
        muscles=muscles,
        breath=breath,
    )
    paint_sketch(painter, sketch, pool)
    if Layer.ARROWS in look.layers:
        bent = memory.pool(_ARROW_POINTS)
        for path in arrows:
            arrow = sketch_arrow(path, camera, look, pose.stature_m, _ARROW_POINTS)
            paint_sketch(painter, arrow, bent)
    if mark is not None:
        paint_mark(painter, pose, camera, look, mark)
