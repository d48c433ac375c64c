"""Stills of a motion: for cards, print, pictures and strips of key poses, sharp at any size."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEngine, QPainter

from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.ui.figure.arrows import MotionPath, motion_paths, push_paths
from sijoint_desktop.ui.figure.camera import VIEWS, close_up, fit_camera
from sijoint_desktop.ui.figure.inset import SEEN_M, paint_inset, wants_inset
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.moment import Moment
from sijoint_desktop.ui.figure.painter import PaintMemory, paint_backdrop, paint_figure
from sijoint_desktop.ui.figure.room import room_corners
from sijoint_desktop.ui.figure.scene import mat_for
from sijoint_desktop.ui.figure.view import (
    FigureView,
    arrows_of,
    frame_points,
    mark_of,
    muscles_of,
    view_angles,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijoint_desktop.motion.clip import Clip
    from sijoint_desktop.motion.model import MotionSpec
    from sijoint_desktop.motion.timeline import Timeline


def paint_still(
    painter: QPainter,
    rect: QRectF,
    clip: "Clip",
    row: float,
    *,
    look: Look,
    view: str | None = None,
    spec: "MotionSpec | None" = None,
    arrows_to_row: float | None = None,
    ghost_row: float | None = None,
    mistake_id: str | None = None,
    with_mistakes: bool = False,
    mat: bool = True,
    margin: float = 0.05,
    memory: PaintMemory | None = None,
) -> None:
    """Paint one row of a clip into ``rect`` of any paint device; the ground is left as it is.

    The scale is the same for all rows of a clip, so that stills can stand side by side.
    ``view`` is a name of camera.VIEWS, by default the motion's own. With the motion's ``spec`` its
    working muscles are shown, the other side is seen as the mirror image, and ``arrows_to_row``
    draws the arrows of the move from here to there. ``mistake_id`` shows that mistake, marked, in
    place of the row; ``with_mistakes`` gives the right way the same camera. ``memory`` saves time
    where many are painted, and changes nothing that is seen. Raises KeyError for unknown names.
    """
    wrong = mistake_id is not None
    fault = next((m for m in spec.mistakes if m.id == mistake_id), None) if spec else None
    azimuth, elevation = _angles(view or (fault.view.value if fault else None), spec, clip)
    points = frame_points(clip, mistakes=wrong or with_mistakes)
    dx, dy = rect.width() * margin, rect.height() * margin
    inner = rect.adjusted(dx, dy, -dx, -dy)
    camera = fit_camera(
        points,
        inner,
        azimuth,
        elevation,
        stature_m=clip.stature_m,
        beside=room_corners(clip.scene.boxes, clip.stature_m),
    )
    pose = clip.pose(row) if mistake_id is None else clip.mistake_pose(mistake_id)
    mark = None if mistake_id is None or spec is None else mark_of(spec, clip, mistake_id)
    if mark is not None and fault is not None and fault.close_up:
        camera = close_up(camera, pose.positions[JOINT_INDEX[mark]], inner, SEEN_M)
    arrows: Sequence[MotionPath] = ()
    if spec is not None and arrows_to_row is not None and not wrong:
        arrows = motion_paths(clip, arrows_of(spec, clip), row, arrows_to_row)
    if spec is not None and not wrong:
        arrows = (*arrows, *push_paths(spec, clip, pose))
    memory = memory or PaintMemory()
    memory.order = None  # that of another still would be no help
    painter.save()
    if painter.paintEngine().type() != QPaintEngine.Type.SVG:  # a drawing ends at its own edge
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    paint_backdrop(
        painter,
        camera,
        look,
        mat=mat_for(clip.positions) if mat else None,
        ghost=None if ghost_row is None else clip.pose(ghost_row),
        memory=memory,
    )
    paint_figure(
        painter,
        pose,
        camera,
        look,
        muscles=() if wrong or spec is None else muscles_of(spec, clip),
        arrows=arrows,
        mark=mark,
        memory=memory,
    )
    if spec is not None and wants_inset(spec) and not wrong:
        paint_inset(painter, pose, camera, look, inner)
    painter.restore()


def _angles(view: str | None, spec: "MotionSpec | None", clip: "Clip") -> tuple[float, float]:
    if spec is None:
        return VIEWS[view or "three_quarter"]
    return view_angles(view or spec.camera.value, spec, clip)


class Miniature:
    """A small moving picture for a card: paints any row quickly, one after another."""

    def __init__(
        self, spec: "MotionSpec", clip: "Clip", look: Look, size: QSize, ratio: float = 1.0
    ) -> None:
        self._view = FigureView(spec, clip, look)
        dx, dy = size.width() * 0.05, size.height() * 0.06
        area = QRectF(0, 0, size.width(), size.height()).adjusted(dx, dy, -dx, -dy)
        self._view.resize(size, ratio, area)

    def paint(self, painter: QPainter, row: float) -> None:
        """Paint a row at the painter's origin."""
        self._view.paint(painter, Moment(row))


def key_rows(timeline: "Timeline", most: int = 4) -> tuple[float, ...]:
    """Return the rows of a timeline that tell the move: its start and the end of each stage.

    Rows that come again are left out; of more than ``most``, evenly chosen ones stay, the first
    and the last among them.
    """
    rows: list[float] = []
    for phase in timeline.phases:
        for row in (phase.row_start, phase.row_end):
            if row not in rows:
                rows.append(row)
    if len(rows) <= most:
        return tuple(rows)
    step = (len(rows) - 1) / (most - 1)
    return tuple(rows[round(i * step)] for i in range(most))
