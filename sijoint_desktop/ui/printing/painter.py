"""Painting a sheet that was laid out, onto a printer, a PDF file or a preview alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import singledispatch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen, QPolygonF

from sijoint_desktop.sheet.model import Still
from sijoint_desktop.ui.printing.items import (
    Curve,
    Dot,
    Frame,
    Item,
    NextArrow,
    Picture,
    Rule,
    StopSign,
    TickBox,
    Words,
)
from sijoint_desktop.ui.printing.paper import Rect
from sijoint_desktop.ui.printing.typeset import UNITS_PER_MM, print_font

DrawFigure = Callable[[QPainter, QRectF, Still], None]
"""Draws one key pose into a rectangle; a unit of the painter is 1/96 inch there."""

_MM_PER_INCH = 25.4
_FIGURE_UNITS_PER_INCH = 96
_INK, _PAPER = QColor(0, 0, 0), QColor(255, 255, 255)


def paint_pages(
    painter: QPainter,
    device: QPagedPaintDevice,
    pages: Iterable[Iterable[Item]],
    draw_figure: DrawFigure,
    family: str,
) -> None:
    """Paint pages one after the other, each on a new sheet of paper but the first.

    The margins of the device must be 0, as a page keeps one of its own.
    """
    brush = _Brush(painter, draw_figure, family)
    painter.save()
    # a preview records only what changes, and plays it back with the pen of a dark theme
    painter.setPen(_PAPER)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(device.logicalDpiX() / _MM_PER_INCH, device.logicalDpiY() / _MM_PER_INCH)
    try:
        for number, items in enumerate(pages):
            if number:
                device.newPage()
            for item in items:
                _paint(item, brush)
    finally:
        painter.restore()


@dataclass(frozen=True, slots=True)
class _Brush:
    """What painting an item takes, with millimetres as the units of the painter."""

    painter: QPainter
    draw_figure: DrawFigure
    family: str

    def font(self, words: Words) -> QFont:
        return print_font(self.family, words.size_pt, bold=words.bold)


@singledispatch
def _paint(item: Item, brush: _Brush) -> None:
    raise TypeError(f"{item!r} cannot be painted with {brush!r}")


@_paint.register
def _paint_words(item: Words, brush: _Brush) -> None:
    painter = brush.painter
    painter.save()
    painter.translate(item.rect.x, item.rect.y + item.baseline)
    painter.scale(1 / UNITS_PER_MM, 1 / UNITS_PER_MM)
    painter.setPen(_INK)
    painter.setFont(brush.font(item))
    painter.drawText(QPointF(0, 0), item.text)
    painter.restore()


@_paint.register
def _paint_picture(item: Picture, brush: _Brush) -> None:
    painter = brush.painter
    units = _FIGURE_UNITS_PER_INCH / _MM_PER_INCH
    painter.save()
    painter.translate(item.rect.x, item.rect.y)
    painter.scale(1 / units, 1 / units)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = QRectF(0, 0, item.rect.width * units, item.rect.height * units)
    try:
        brush.draw_figure(painter, area, item.still)
    finally:
        painter.restore()


@_paint.register
def _paint_box(item: TickBox, brush: _Brush) -> None:
    _outline(brush.painter, 0.4)
    brush.painter.drawRect(_inset(item.rect, 0.3))


@_paint.register
def _paint_stop(item: StopSign, brush: _Brush) -> None:
    painter = brush.painter
    edge = item.rect.width
    _outline(painter, edge / 11)
    box = _inset(item.rect, edge / 22)
    cut = box.width() * 0.2929  # the corners of a regular octagon
    top, size = box.top(), box.width()
    corners = [(cut, 0.0), (size - cut, 0.0), (size, cut), (size, size - cut)]
    corners += [(size - x, size - y) for x, y in corners]
    painter.drawPolygon(QPolygonF([QPointF(box.left() + x, top + y) for x, y in corners]))
    middle, height = box.center().x(), box.height()
    painter.drawLine(QPointF(middle, top + 0.27 * height), QPointF(middle, top + 0.55 * height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_INK)
    painter.drawEllipse(QPointF(middle, top + 0.72 * height), edge / 17, edge / 17)


@_paint.register
def _paint_arrow(item: NextArrow, brush: _Brush) -> None:
    box = _inset(item.rect, 0.4)
    _outline(brush.painter, 0.5)
    middle, tip, head = box.center().y(), box.right(), 0.33 * box.width()
    brush.painter.drawLine(QPointF(box.left(), middle), QPointF(tip, middle))
    points = [(tip - head, middle - head), (tip, middle), (tip - head, middle + head)]
    brush.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


@_paint.register
def _paint_frame(item: Frame, brush: _Brush) -> None:
    _outline(brush.painter, item.line)
    box = QRectF(item.rect.x, item.rect.y, item.rect.width, item.rect.height)
    brush.painter.drawRoundedRect(box, item.radius, item.radius)


@_paint.register
def _paint_rule(item: Rule, brush: _Brush) -> None:
    rect = item.rect
    brush.painter.fillRect(QRectF(rect.x, rect.y, rect.width, rect.height), _INK)


@_paint.register
def _paint_dot(item: Dot, brush: _Brush) -> None:
    _outline(brush.painter, 0.25)
    brush.painter.setBrush(_INK if item.filled else _PAPER)
    brush.painter.drawEllipse(_inset(item.rect, 0.125))


@_paint.register
def _paint_curve(item: Curve, brush: _Brush) -> None:
    rect = item.rect
    _outline(brush.painter, 0.3)
    places = [QPointF(rect.x + x * rect.width, rect.y + y * rect.height) for x, y in item.points]
    brush.painter.drawPolyline(QPolygonF(places))


def _outline(painter: QPainter, width: float) -> None:
    pen = QPen(_INK, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _inset(rect: Rect, by: float) -> QRectF:
    return QRectF(rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by)
