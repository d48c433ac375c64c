"""Phase marks: for every kind of phase one word, one colour and one shape."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from sijoint_desktop.motion.model import Role
from sijoint_desktop.motion.timeline import Phase, PhaseKind


class Shape(StrEnum):
    """The shape that stands beside a phase word."""

    RIGHT = "right"  # move
    SQUARE = "square"  # hold
    LEFT = "left"  # return
    DISC = "disc"  # rest
    OPPOSED = "opposed"  # side change
    RING = "ring"  # get ready


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """The colour token of the theme and the shape of a phase."""

    token: str
    shape: Shape


MOVE = PhaseMark("move", Shape.RIGHT)
HOLD = PhaseMark("hold", Shape.SQUARE)
RETURN = PhaseMark("return_", Shape.LEFT)
REST = PhaseMark("rest", Shape.DISC)
SIDE_CHANGE = PhaseMark("rest", Shape.OPPOSED)
GET_READY = PhaseMark("rest", Shape.RING)


def mark_for(phase: Phase) -> PhaseMark:
    """Return the mark of a phase of a timeline."""
    if phase.kind is PhaseKind.HOLD:
        return HOLD
    if phase.kind is PhaseKind.REST:
        return REST
    return RETURN if phase.role is Role.RETURN else MOVE


def paint_shape(painter: QPainter, rect: QRectF, shape: Shape, colour: QColor) -> None:
    """Paint a phase's shape as large as ``rect`` allows."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if shape is Shape.SQUARE:
        painter.drawRoundedRect(rect, rect.width() * 0.14, rect.width() * 0.14)
    elif shape is Shape.DISC:
        painter.drawEllipse(rect)
    elif shape is Shape.RING:
        width = rect.width() * 0.16
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    else:
        for points in _triangles(rect, shape):
            painter.drawPolygon(QPolygonF(points))
    painter.restore()


def _triangles(rect: QRectF, shape: Shape) -> list[list[QPointF]]:
    if shape is Shape.OPPOSED:
        half = QRectF(
            rect.x(), rect.y() + rect.height() * 0.2, rect.width() * 0.46, rect.height() * 0.6
        )
        other = half.translated(rect.width() * 0.54, 0.0)
        return [*_triangles(half, Shape.LEFT), *_triangles(other, Shape.RIGHT)]
    inset = rect.width() * 0.06
    box = rect.adjusted(inset, 0.0, -inset, 0.0)
    middle = box.center().y()
    if shape is Shape.LEFT:
        return [[box.topRight(), box.bottomRight(), QPointF(box.left(), middle)]]
    return [[box.topLeft(), QPointF(box.right(), middle), box.bottomLeft()]]
