"""Draws the small marks of charts and calendar, the same in the legend and in the picture."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from sijoint_desktop.history.picture import Sign
from sijoint_desktop.ui.style.tokens import Theme

RING_PX = 7
_CORNER = 0.2
_ALPHAS = {Sign.BEFORE_WORST: (0.28, 0.5), Sign.WASH: (0.13, 0.3), Sign.PALE: (0.4, 0.6)}


def pale(theme: Theme, sign: Sign) -> QColor:
    """Return the see-through accent of a bar or a ground; under high contrast it covers more."""
    usual, contrast = _ALPHAS[sign]
    colour = QColor(theme.accent)
    colour.setAlphaF(contrast if theme.contrast else usual)
    return colour


def paint_mark(painter: QPainter, box: QRectF, mark: Sign, theme: Theme) -> None:
    """Paint a mark into a box; the painter keeps no pen or brush of it."""
    paint = _PAINTERS.get(mark)
    if paint is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint(painter, box, theme)
    painter.restore()


def _paint_line(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.accent), 3.5, c=Qt.PenCapStyle.RoundCap))
    middle = box.center().y()
    painter.drawLine(QPointF(box.left() + 2, middle), QPointF(box.right() - 2, middle))


def _paint_bar(painter: QPainter, box: QRectF, theme: Theme) -> None:
    x = box.center().x()
    painter.setBrush(pale(theme, Sign.BEFORE_WORST))
    painter.drawRoundedRect(QRectF(x - 3, box.top(), 6, box.height()), 3, 3)
    painter.setPen(QPen(QColor(theme.accent), 1.8))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(QPointF(x, box.top() + 4), RING_PX / 2, RING_PX / 2)


def _paint_done(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(box, box.width() * _CORNER, box.width() * _CORNER)


def _paint_partly(painter: QPainter, box: QRectF, theme: Theme) -> None:
    accent = QColor(theme.accent)
    edge = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setBrush(accent)
    painter.drawPolygon(QPolygonF([edge.topLeft(), edge.bottomLeft(), edge.bottomRight()]))
    painter.setPen(QPen(accent, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(edge, box.width() * _CORNER, box.width() * _CORNER)


def _paint_none(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.control))
    painter.drawEllipse(box.center(), box.width() * 0.13, box.width() * 0.13)


def _paint_today(painter: QPainter, box: QRectF, theme: Theme) -> None:
    edge = box.adjusted(1.25, 1.25, -1.25, -1.25)
    painter.setPen(QPen(QColor(theme.ink), 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(edge, box.width() * _CORNER, box.width() * _CORNER)


def _paint_second(painter: QPainter, box: QRectF, theme: Theme) -> None:
    pen = QPen(QColor(theme.ink2), 2.5, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def _paint_ring(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.accent), 1.8))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(box.center(), RING_PX / 2, RING_PX / 2)


def _paint_disc(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(box.center(), 3.5, 3.5)


def _paint_dot(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.ink2))
    painter.drawEllipse(box.center(), 2.2, 2.2)


def _paint_diamond(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.ink2), 1.8))
    painter.setBrush(QColor(theme.surface))
    painter.drawPolygon(_diamond(box, 0.36))


def _paint_square(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.fillRect(_inner(box, 0.35), QColor(theme.ink2))


def _paint_up(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.accent))
    inner = _inner(box, 0.45)
    top = QPointF(inner.center().x(), inner.top())
    painter.drawPolygon(QPolygonF([top, inner.bottomRight(), inner.bottomLeft()]))


def _paint_down(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.accent))
    inner = _inner(box, 0.45)
    foot = QPointF(inner.center().x(), inner.bottom())
    painter.drawPolygon(QPolygonF([inner.topLeft(), inner.topRight(), foot]))


def flag_path() -> QPainterPath:
    """Return a flag on its pole, in a box from -0.5 to 0.5."""
    path = QPainterPath(QPointF(-0.4, 0.5))
    for x, y in ((-0.4, -0.5), (0.45, -0.22), (-0.25, 0.06), (-0.25, 0.5)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def belt_path() -> QPainterPath:
    """Return a short bar, in a box from -0.5 to 0.5."""
    path = QPainterPath()
    path.addRect(QRectF(-0.5, -0.2, 1, 0.4))
    return path


def _paint_flag(painter: QPainter, box: QRectF, theme: Theme) -> None:
    _paint_path(painter, box, flag_path(), theme)


def _paint_belt(painter: QPainter, box: QRectF, theme: Theme) -> None:
    _paint_path(painter, box, belt_path(), theme)


def _paint_path(painter: QPainter, box: QRectF, path: QPainterPath, theme: Theme) -> None:
    painter.setBrush(QColor(theme.ink2))
    painter.translate(box.center())
    painter.scale(box.width() * 0.8, box.width() * 0.8)
    painter.drawPath(path)


def _paint_wash(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.fillRect(box, pale(theme, Sign.WASH))


def _paint_pale(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.fillRect(box, pale(theme, Sign.PALE))


def _paint_outline(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.control), 1.5))
    painter.drawRect(box.adjusted(2, 1, -2, -1))


def _paint_solid(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.fillRect(box.adjusted(2, 1, -2, -1), QColor(theme.accent))


def _paint_band(painter: QPainter, box: QRectF, theme: Theme) -> None:
    band = box.adjusted(0, box.height() * 0.2, 0, -box.height() * 0.2)
    painter.fillRect(band, QColor(theme.sunken))
    painter.setPen(QPen(QColor(theme.control), 1))
    painter.drawLine(band.topLeft(), band.topRight())
    painter.drawLine(band.bottomLeft(), band.bottomRight())


def _paint_missed(painter: QPainter, box: QRectF, theme: Theme) -> None:
    inner = _inner(box, 0.28)
    painter.setPen(QPen(QColor(theme.ink2), 1.6))
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def _paint_flare(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.amber))
    painter.drawPolygon(_diamond(box, 0.48))


def _paint_planned(painter: QPainter, box: QRectF, theme: Theme) -> None:
    edge = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(QColor(theme.control), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(edge, box.width() * _CORNER, box.width() * _CORNER)


def _inner(box: QRectF, share: float) -> QRectF:
    reach = box.width() * share
    middle = box.center()
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)


def _diamond(box: QRectF, share: float) -> QPolygonF:
    reach, middle = box.width() * share, box.center()
    places = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    return QPolygonF([middle + QPointF(x, y) for x, y in places])


_PAINTERS: dict[Sign, Callable[[QPainter, QRectF, Theme], None]] = {
    Sign.USUAL: _paint_line,
    Sign.SECOND: _paint_second,
    Sign.BEFORE_WORST: _paint_bar,
    Sign.RING: _paint_ring,
    Sign.DISC: _paint_disc,
    Sign.DOT: _paint_dot,
    Sign.DIAMOND: _paint_diamond,
    Sign.SQUARE: _paint_square,
    Sign.UP: _paint_up,
    Sign.DOWN: _paint_down,
    Sign.FLAG: _paint_flag,
    Sign.BELT: _paint_belt,
    Sign.WASH: _paint_wash,
    Sign.PALE: _paint_pale,
    Sign.SOLID: _paint_solid,
    Sign.OUTLINE: _paint_outline,
    Sign.BAND: _paint_band,
    Sign.DONE: _paint_done,
    Sign.PARTLY: _paint_partly,
    Sign.MISSED: _paint_missed,
    Sign.FLARE: _paint_flare,
    Sign.REST: _paint_none,
    Sign.PLANNED: _paint_planned,
    Sign.TODAY: _paint_today,
}
