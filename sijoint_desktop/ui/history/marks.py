"""Draws the small marks of charts and calendar, the same in the legend and in the picture."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.tokens import Theme
from sijoint_desktop.ui.style.widgets import Text

BAR_ALPHA = 0.28
RING_PX = 7
_CORNER = 0.2


class Mark(StrEnum):
    """A sign of the chart or the calendar."""

    USUAL = "usual"
    BEFORE_AFTER = "before_after"
    DONE = "done"
    PARTLY = "partly"
    NONE = "none"
    TODAY = "today"
    AHEAD = "ahead"  # nothing is drawn


def bar_colour(theme: Theme) -> QColor:
    """Return the see-through accent of a bar; under high contrast it is half covering."""
    colour = QColor(theme.accent)
    colour.setAlphaF(0.5 if theme.contrast else BAR_ALPHA)
    return colour


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, theme: Theme) -> None:
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
    painter.setBrush(bar_colour(theme))
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


_PAINTERS: dict[Mark, Callable[[QPainter, QRectF, Theme], None]] = {
    Mark.USUAL: _paint_line,
    Mark.BEFORE_AFTER: _paint_bar,
    Mark.DONE: _paint_done,
    Mark.PARTLY: _paint_partly,
    Mark.NONE: _paint_none,
    Mark.TODAY: _paint_today,
}


class _MarkBox(QWidget):
    """One mark by itself, sized with the text."""

    def __init__(self, mark: Mark, *, style: Style) -> None:
        super().__init__()
        self._mark = mark
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        style.changed.connect(self._on_style_changed)

    def sizeHint(self) -> QSize:
        """Return a square, or a wider box for a line."""
        edge = self._style.px(14)
        return QSize(edge * 3 // 2 if self._mark is Mark.USUAL else edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the mark."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._mark, self._style.theme)

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()


class LegendItem(QWidget):
    """A mark with its word."""

    def __init__(self, mark: Mark, word: str, *, style: Style) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(_MarkBox(mark, style=style))
        row.addWidget(Text(word, TextRole.CAPTION, "ink2", style=style, wrap=False))
