"""A round magnifier beside the figure, for what is too small to see in the whole picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.ui.figure.camera import close_up
from sijoint_desktop.ui.figure.look import Look, mix
from sijoint_desktop.ui.figure.painter import PaintMemory, paint_figure

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose
    from sijoint_desktop.motion.model import MotionSpec
    from sijoint_desktop.ui.figure.camera import Camera

_JOINT = "pelvis"
SEEN_M = 0.25
"""Half the width of what the magnifier shows: the pelvis with the belt and both hands."""

_LEAST_GAIN = 1.35


def wants_inset(spec: "MotionSpec") -> bool:
    """Tell whether a motion is about something small: the belt."""
    return "belt" in spec.props


def inset_circle(area: QRectF) -> QRectF | None:
    """Return the place of the magnifier in a picture, or None where a standing figure fills it."""
    if area.width() < 1.25 * area.height():
        return None
    radius = min(0.36 * area.height(), 0.19 * area.width())
    middle = QPointF(area.center().x() + 0.30 * area.width(), area.center().y())
    return QRectF(middle.x() - radius, middle.y() - radius, 2.0 * radius, 2.0 * radius)


def paint_inset(
    painter: QPainter,
    pose: "Pose",
    camera: "Camera",
    look: Look,
    area: QRectF,
    *,
    memory: PaintMemory | None = None,
) -> None:
    """Paint the magnifier where there is room for one and it shows more than the picture."""
    circle = inset_circle(area)
    if circle is None:
        return
    radius = circle.width() / 2.0
    pelvis = pose.positions[JOINT_INDEX[_JOINT]]
    near = close_up(camera, pelvis, circle, SEEN_M * pose.stature_m / 1.75)
    if near.focal < _LEAST_GAIN * camera.focal:
        return
    lens = QPainterPath()
    lens.addEllipse(circle)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.save()
    painter.setClipPath(lens, Qt.ClipOperation.IntersectClip)
    painter.fillRect(circle, QColor(*look.colours.ground))
    paint_figure(painter, pose, near, look.with_layers(), memory=memory, shadow=False)
    painter.restore()
    edge = mix(look.colours.ground, look.colours.arrow, 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(*edge), max(0.012 * radius, 0.0035 * area.height())))
    painter.drawEllipse(circle)
    painter.restore()
