"""The pelvis from behind, drawn with its two SI joints and the names of its parts."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.figure.look import mix, rgb
from sijoint_desktop.ui.style.style import Style, TextRole

_WIDE, _HIGH = 100.0, 84.0  # the units that the drawing is made in; x to the right, y down
_MIDDLE = 50.0
_JOINT_WIDTH, _OUTLINE = 2.2, 0.6
_HEIGHT_PX = 320

# Right half, from behind; the left is its mirror image. A row is a cubic curve to its last point.
_HIP_BONE = (
    ((59.0, 21.0),),
    ((62.0, 13.0), (70.0, 8.0), (78.0, 10.0)),
    ((88.0, 12.0), (94.0, 22.0), (92.0, 32.0)),
    ((91.0, 38.0), (90.0, 41.0), (89.0, 45.0)),
    ((89.0, 53.0), (85.0, 57.0), (80.0, 58.0)),
    ((80.0, 64.0), (79.0, 71.0), (74.0, 74.0)),
    ((69.0, 76.0), (67.0, 71.0), (68.0, 66.0)),
    ((69.0, 60.0), (71.0, 57.0), (71.0, 53.0)),
    ((71.0, 47.0), (65.0, 45.0), (62.0, 43.0)),
    ((58.0, 40.0), (58.0, 30.0), (59.0, 21.0)),
)
_RING = (
    ((78.0, 54.0),),
    ((70.0, 56.0), (60.0, 58.0), (50.0, 60.0)),
    ((50.0, 62.0), (50.0, 64.0), (50.0, 66.0)),
    ((56.0, 68.0), (64.0, 70.0), (72.0, 71.0)),
    ((70.0, 66.0), (66.0, 64.0), (62.0, 63.0)),
    ((68.0, 61.0), (74.0, 60.0), (80.0, 59.0)),
)
_THIGH_BONE = (
    ((85.0, 47.0),),
    ((90.0, 46.0), (94.0, 47.0), (98.0, 48.0)),
    ((100.0, 52.0), (98.0, 58.0), (97.0, 62.0)),
    ((96.0, 70.0), (96.0, 76.0), (96.0, 84.0)),
    ((94.0, 84.0), (92.0, 84.0), (90.0, 84.0)),
    ((90.0, 74.0), (90.0, 66.0), (88.0, 60.0)),
    ((84.0, 58.0), (82.0, 52.0), (85.0, 47.0)),
)
_SACRUM_SIDE = (
    ((58.5, 20.5), (54.0, 18.5), (50.0, 19.0)),
    ((58.0, 30.0), (58.0, 36.0), (56.5, 41.0)),
    ((55.0, 47.0), (53.0, 52.0), (51.5, 56.0)),
)
_JOINT = (((59.2, 21.0),), ((58.4, 28.0), (58.6, 35.0), (60.2, 41.5)))
_HOLES = ((54.6, 26.0), (54.2, 32.0), (53.4, 38.0), (52.6, 44.0))


class PelvisDrawing(QLabel):
    """A drawing in the colours of the theme; its names stand beside it, with a line each."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)  # so that a screen reader finds a picture
        self.setAccessibleName(tr("The pelvis from behind"))
        self.setAccessibleDescription(
            tr(
                "The sacrum stands between the two hip bones. Where they meet, left and right, are "
                "the SI joints, just below the dimples of the back."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.changed.connect(self._on_style_changed)
        self._on_style_changed()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw bones, joints and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self._names_width()
        unit = min((self.width() - 2 * names) / _WIDE, self.height() / _HIGH)
        left = (self.width() - unit * _WIDE) / 2
        place = QTransform(unit, 0, 0, unit, left, (self.height() - unit * _HIGH) / 2)
        self._draw_bones(painter, place, unit)
        self._draw_names(painter, place)
        painter.end()

    def _draw_bones(self, painter: QPainter, place: QTransform, unit: float) -> None:
        theme = self._style.theme
        near, far = self._bone(0.10), self._bone(0.24)
        edge = QPen(QColor(theme.ink2), _OUTLINE * unit)
        edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(edge)
        for colour, rows in ((far, _RING), (far, _THIGH_BONE), (near, _HIP_BONE)):
            painter.setBrush(colour)
            for shape in _both(_curve(rows, closed=True)):
                painter.drawPath(place.map(shape))
        painter.setBrush(near)
        for y in (1.0, 10.0):  # the two lowest vertebrae
            for x, wide, high in ((_MIDDLE, 12.0, 7.6), (42.5, 7.0, 2.6), (57.5, 7.0, 2.6)):
                box = QRectF(x - wide / 2, y + (7.6 - high) / 2, wide, high)
                shape = QPainterPath()
                shape.addRoundedRect(box, high / 3, high / 3)
                painter.drawPath(place.map(shape))
        painter.drawPath(place.map(_sacrum()))
        painter.setBrush(far)
        for x, y in _HOLES:
            for hole in _both(_disc(x, y, 0.9)):
                painter.drawPath(place.map(hole))
        for y in (57.5, 60.5):
            painter.drawPath(place.map(_disc(_MIDDLE, y, 1.4)))
        joint = QPen(QColor(theme.accent), _JOINT_WIDTH * unit)
        joint.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(joint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in _both(_curve(_JOINT, closed=False)):
            painter.drawPath(place.map(line))

    def _bone(self, share: float) -> QColor:
        """Return the ground of the card with a share (0 to 1) of its second ink."""
        theme = self._style.theme
        return QColor(*mix(rgb(theme.surface), rgb(theme.ink2), share))

    def _draw_names(self, painter: QPainter, place: QTransform) -> None:
        # the sides of a body stay where they are, in whatever direction a language is written
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._style.font(TextRole.CAPTION))
        pen = QPen(self._style.color("ink2"), 1.0)
        line = self._style.px(20)
        for name, (x, y), right in _LABELS:
            point = place.map(QPointF(x, y))
            at_edge = place.map(QPointF(_WIDE if right else 0.0, y))
            gap = 6 if right else -6
            painter.setPen(pen)
            painter.drawLine(point, at_edge)
            box = QRectF(at_edge.x() + gap, at_edge.y() - line / 2, self._names_width(), line)
            if not right:
                box.moveRight(at_edge.x() + gap)
            side = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
            painter.setPen(self._style.color("ink"))
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, tr(name))

    def _names_width(self) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, names())) + 10

    def _on_style_changed(self) -> None:
        self.setFont(self._style.font(TextRole.CAPTION))
        self.setFixedHeight(self._style.px(_HEIGHT_PX))
        self.update()


_LABELS = (
    (mark("Left SI joint"), (41.4, 30.0), False),
    (mark("Right SI joint"), (58.6, 30.0), True),
    (mark("Spine"), (56.0, 5.0), True),
    (mark("Sacrum"), (46.0, 40.0), False),
    (mark("Hip bone"), (78.0, 18.0), True),
    (mark("Thigh bone"), (93.0, 70.0), True),
)
"""Each name, the point that it belongs to, and whether it stands on the right."""


def names() -> tuple[str, ...]:
    """Return the names of the parts in the language in use."""
    return tuple(tr(name) for name, _point, _right in _LABELS)


def _curve(rows: tuple[tuple[tuple[float, float], ...], ...], *, closed: bool) -> QPainterPath:
    path = QPainterPath(QPointF(*rows[0][0]))
    for first, second, end in rows[1:]:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    if closed:
        path.closeSubpath()
    return path


def _sacrum() -> QPainterPath:
    """Return the wedge of the sacrum, both of its sides."""
    path = QPainterPath(QPointF(_MIDDLE, 19.0))
    (_, first, _), *sides = _SACRUM_SIDE
    path.cubicTo(QPointF(*first), QPointF(57.0, 18.5), QPointF(58.5, 20.5))
    for a, b, end in sides:
        path.cubicTo(QPointF(*a), QPointF(*b), QPointF(*end))
    half = QPainterPath(path)
    half.lineTo(QPointF(_MIDDLE, 56.0))
    half.closeSubpath()
    return half.united(_mirrored(half)).simplified()


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _both(shape: QPainterPath) -> tuple[QPainterPath, QPainterPath]:
    return shape, _mirrored(shape)


def _mirrored(shape: QPainterPath) -> QPainterPath:
    return QTransform(-1, 0, 0, 1, 2 * _MIDDLE, 0).map(shape)
