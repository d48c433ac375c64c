"""Draws any chart of the history; the only module that knows pyqtgraph, loaded when data is there.

Thick antialiased lines take seconds to draw from a thousand points on, so only what is in sight,
and a window's width to each side of it, is handed to pyqtgraph.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QWidget

from sijoint_desktop.core.language import number
from sijoint_desktop.history.picture import Bars, Curve, Picture, Points, Sign, Stretch
from sijoint_desktop.history.time_axis import place_ticks
from sijoint_desktop.ui.history.marks import RING_PX, belt_path, flag_path, pale
from sijoint_desktop.ui.style.style import TextRole
from sijoint_desktop.ui.style.text import make_font
from sijoint_desktop.ui.style.tokens import PRINT, Theme

_TICK_PX = 84  # room for a date at 100 %
_DOT_PX = 11
_STICK_PX = 6
_LOW, _CROWN = 0.025, 0.13  # of the top: air below nothing, and room for marks above


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, text scale and font of a chart."""

    theme: Theme
    scale: float = 1.0

    @property
    def font(self) -> QFont:
        """The font of numbers and words in the chart."""
        return make_font(TextRole.CAPTION, self.scale, tabular=True)


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """One picture with its axes, of which a part can be in sight; it takes no mouse and no key."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hideButtons()
        self.setMouseEnabled(False, False)
        self.getPlotItem().disableAutoRange()
        self._look = look
        self._picture: Picture | None = None
        self._view = (0.0, 1.0)
        self._loaded: tuple[object, float, float] | None = None
        self._fixed: list[Any] = []
        self._layers: list[Any] = []
        self._words: list[tuple[Any, Stretch, int]] = []
        self._line: Any = pg.PlotCurveItem()
        self._dot: Any = pg.ScatterPlotItem(size=_DOT_PX, antialias=True)
        for item in (self._line, self._dot):
            item.setZValue(100)
            self.addItem(item, ignoreBounds=True)
        self.restyle(look)

    def restyle(self, look: Look) -> None:
        """Take over colours and text size."""
        self._look = look
        theme = look.theme
        self.setBackground(theme.surface)
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(theme.ink2)
            axis.setTickFont(look.font)
        line_px = QFontMetrics(look.font).height()
        self.getAxis("left").setStyle(tickLength=0, tickTextOffset=10)
        bottom = self.getAxis("bottom")
        bottom.setStyle(tickLength=-6, tickTextOffset=6, hideOverlappingLabels=False)
        bottom.setTickPen(pg.mkPen(theme.control, width=1))
        bottom.setHeight(line_px + 12)
        self._line.setPen(pg.mkPen(theme.ink, width=theme.edge_px))
        self._dot.setSize(round(_DOT_PX * look.scale**0.5))
        self._dot.setPen(pg.mkPen(theme.surface, width=1.5))
        self._dot.setBrush(pg.mkBrush(theme.accent))
        if self._picture is not None:
            self.show_picture(self._picture)
            self.set_view(*self._view)

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture; ``set_view`` has to follow."""
        self._picture = picture
        self._loaded = None
        rows = _rows(picture)
        left = self.getAxis("left")
        left.setTicks([[(row, number(row)) for row in rows]])
        widest = QFontMetrics(self._look.font).horizontalAdvance(f"{number(rows[-1])}0")
        left.setWidth(widest + 10)
        self._draw_fixed(picture, rows)

    def set_view(self, start: float, end: float) -> None:
        """Bring the part from ``start`` to ``end`` of the axis into sight."""
        picture = self._picture
        if picture is None:
            return
        self._view = (start, end)
        margin = (end - start) * 0.01
        self.setXRange(start - margin, end + margin, padding=0)
        self._load(picture, start, end)
        self._set_heights(picture)
        self._place_words()
        self.set_ticks()

    def set_ticks(self) -> None:
        """Choose the dates below the axis that fit the width."""
        picture = self._picture
        if picture is None:
            return
        ticks = picture.ticks or self._date_ticks()
        self.getAxis("bottom").setTicks([ticks])

    def set_cursor(self, place: QPointF | None) -> None:
        """Show the line and the dot of the read-out at a place, or take them away."""
        if place is None or self._picture is None:
            self._line.setData([], [])
            self._dot.setData([], [])
            return
        self._line.setData([place.x(), place.x()], [0, self._picture.top])
        self._dot.setData([place.x()], [place.y()])

    def place_at(self, point: QPointF) -> QPointF | None:
        """Return what a point of the widget stands for on both axes, or None beside the chart."""
        area = self.getPlotItem().vb
        scene = self.mapToScene(point.toPoint())
        if not area.sceneBoundingRect().contains(scene):
            return None
        place: QPointF = area.mapSceneToView(scene)
        return place

    def px_at(self, x: float) -> float:
        """Return how many pixels from the left a place on the axis lies."""
        scene = self.getPlotItem().vb.mapViewToScene(QPointF(x, 0))
        return float(self.mapFromScene(scene).x())

    def _set_heights(self, picture: Picture) -> None:
        """Leave room for the highest number of the axis, and above it for marks and words."""
        line_px = QFontMetrics(self._look.font).height()
        area_px = max(1, self.height() - line_px - 12 - line_px)
        air = picture.top * (line_px / 2 + 3) / area_px
        crowned = bool(picture.flags) or any(each.grounded for each in picture.stretches)
        above = max(air, picture.top * _CROWN) if crowned else air
        self.setYRange(-max(picture.top * _LOW, air / 3), picture.top + above, padding=0)

    def _place_words(self) -> None:
        """Show the words of stretches that are wide enough, and of no two that would meet."""
        (start, end), px = self._view, self._px_per_unit()
        free = 0.0
        for item, stretch, width_px in self._words:
            shown = min(stretch.end, end) - max(stretch.start, start)
            middle = ((stretch.start + stretch.end) / 2 - start) * px
            left, right = middle - width_px / 2, middle + width_px / 2
            # the word of a flare-up stands above the chart, where it may be wider than its ground
            fits = stretch.grounded or shown * px > width_px
            inside = left >= free and right <= (end - start) * px
            item.setVisible(fits and inside)
            free = right + 8 if fits and inside else free

    def _px_per_unit(self) -> float:
        width = self.width() - self.getAxis("left").width()
        return max(0.0, float(width)) / (self._view[1] - self._view[0])

    def _date_ticks(self) -> list[tuple[float, str]]:
        start, end = self._view
        room = max(2, int(self.width() / (_TICK_PX * self._look.scale)))
        metrics, px = QFontMetrics(self._look.font), self._px_per_unit()
        # a word that would be cut at the edge is left out
        return [
            (place, word)
            for place, word in place_ticks(start, end, room)
            if (end - place) * px > metrics.horizontalAdvance(word) / 2
        ]

    def _draw_fixed(self, picture: Picture, rows: Sequence[float]) -> None:
        for item in self._fixed:
            self.removeItem(item)
        self._words = []
        theme, wide = self._look.theme, picture.end - picture.start
        left, right = picture.start - wide, picture.end + wide
        items: list[Any] = []
        if picture.band is not None:
            items.append(_ground((left, right), picture.band, theme.sunken, theme.line))
        grounded = [each for each in picture.stretches if each.grounded]
        items += [
            _ground((each.start, each.end), (0, picture.top), theme.amber_ground, theme.amber)
            for each in grounded
        ]
        ys = np.repeat(rows, 2)
        xs = np.tile([left, right], len(rows))
        items.append(pg.PlotCurveItem(xs, ys, connect="pairs", pen=pg.mkPen(theme.line, width=1)))
        if picture.flags:
            xs = np.repeat([flag.x for flag in picture.flags], 2)
            ys = np.tile([0.0, picture.top], len(picture.flags))
            pen = pg.mkPen(theme.control, width=1, style=Qt.PenStyle.DotLine)
            items.append(pg.PlotCurveItem(xs, ys, connect="pairs", pen=pen))
            for sign in {flag.sign for flag in picture.flags}:
                places = tuple(flag.x for flag in picture.flags if flag.sign is sign)
                heights = (picture.top * 1.025,) * len(places)
                items.append(_points(Points(places, heights, sign), self._look))
        ordered = sorted(picture.stretches, key=lambda each: each.start)
        items += [self._stretch_word(each, picture.top) for each in ordered]
        for depth, item in enumerate(items):
            item.setZValue(-50 + depth)
            self.addItem(item, ignoreBounds=True)
        self._fixed = items

    def _stretch_word(self, stretch: Stretch, top: float) -> Any:
        theme, font = self._look.theme, QFont(self._look.font)
        font.setBold(stretch.grounded)
        colour = theme.amber_text if stretch.grounded else theme.ink2
        word: Any = pg.TextItem(stretch.word, anchor=(0.5, 0.5), color=colour)
        word.setFont(font)
        word.setPos((stretch.start + stretch.end) / 2, top * (1.085 if stretch.grounded else 0.5))
        width_px = QFontMetrics(font).horizontalAdvance(stretch.word)
        self._words.append((word, stretch, width_px))
        return word

    def _load(self, picture: Picture, start: float, end: float) -> None:
        width = end - start
        detail = picture.detail(width)
        if self._loaded is not None:
            kept, first, last = self._loaded
            if kept is detail and first <= start and end <= last:
                return
        low, high = start - width, end + width
        self._loaded = (detail, low, high)
        for item in self._layers:
            self.removeItem(item)
        layers = [_bars(each.within(low, high), self._look) for each in detail.bars if each.xs]
        layers += [_curve(each.within(low, high), self._look) for each in detail.curves]
        layers += [_points(each.within(low, high), self._look) for each in detail.points]
        for depth, item in enumerate(layers):
            item.setZValue(depth)
            self.addItem(item, ignoreBounds=True)
        self._layers = layers


def paint_picture(
    picture: Picture, painter: QPainter, box: QRectF, *, theme: Theme = PRINT, scale: float = 1.0
) -> None:
    """Paint the chart itself, without title and legend, as vectors into a box of any painter.

    One unit of the painter is taken as 1/96 inch, as on screen. A QApplication must exist.
    """
    plot = Plot(Look(theme, scale))
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.resize(box.size().toSize())
    plot.show()  # it is laid out only when it is shown
    plot.show_picture(picture)
    plot.set_view(picture.start, picture.end)
    plot.getPlotItem().layout.activate()
    plot.render(painter, box, plot.viewport().rect(), Qt.AspectRatioMode.IgnoreAspectRatio)
    plot.close()
    plot.deleteLater()


def _rows(picture: Picture) -> list[float]:
    return [picture.step * n for n in range(int(picture.top / picture.step) + 1)]


def _ground(xs: tuple[float, float], ys: tuple[float, float], ground: str, edge: str) -> Any:
    box = {"x0": xs[:1], "x1": xs[1:], "y0": ys[:1], "y1": ys[1:]}
    return pg.BarGraphItem(**box, brush=pg.mkBrush(ground), pen=pg.mkPen(edge, width=1))


def _bars(bars: Bars, look: Look) -> Any:
    theme = look.theme
    lows, highs = np.array(bars.lows), np.array(bars.highs)
    if not bars.width:
        pen = pg.mkPen(pale(theme, Sign.BEFORE_WORST), width=_STICK_PX)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        ys = np.column_stack((lows, highs)).ravel()
        return pg.PlotCurveItem(np.repeat(bars.xs, 2), ys, connect="pairs", pen=pen)
    half = bars.width / 2
    brush, pen = {
        Sign.WASH: (pg.mkBrush(pale(theme, Sign.WASH)), pg.mkPen(None)),
        Sign.PALE: (pg.mkBrush(pale(theme, Sign.PALE)), pg.mkPen(None)),
        Sign.SOLID: (pg.mkBrush(theme.accent), pg.mkPen(None)),
        Sign.OUTLINE: (pg.mkBrush(None), pg.mkPen(theme.control, width=1.5)),
    }[bars.sign]
    xs = np.array(bars.xs)
    return pg.BarGraphItem(x0=xs - half, x1=xs + half, y0=lows, y1=highs, brush=brush, pen=pen)


def _curve(curve: Curve, look: Look) -> Any:
    second = curve.sign is Sign.SECOND
    pen = pg.mkPen(look.theme.ink2 if second else look.theme.accent, width=2.5 if second else 3.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if second else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if second:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pg.PlotCurveItem(
        np.array(curve.xs), np.array(curve.ys), connect="finite", antialias=True, pen=pen
    )


_SHAPES: dict[Sign, tuple[Any, float]] = {
    Sign.RING: ("o", RING_PX),
    Sign.DISC: ("o", 6.5),
    Sign.DOT: ("o", 4),
    Sign.DIAMOND: ("d", 10),
    Sign.SQUARE: ("s", 10),
    Sign.UP: ("t1", 13),
    Sign.DOWN: ("t", 13),
    Sign.FLAG: (flag_path(), 13),
    Sign.BELT: (belt_path(), 8),
}
_FILLS: dict[Sign, Callable[[Theme], tuple[QPen, str]]] = {
    Sign.RING: lambda theme: (pg.mkPen(theme.accent, width=1.8), theme.surface),
    Sign.DIAMOND: lambda theme: (pg.mkPen(theme.ink2, width=1.8), theme.surface),
    Sign.DISC: lambda theme: (pg.mkPen(theme.surface, width=1), theme.accent),
    Sign.UP: lambda theme: (pg.mkPen(None), theme.accent),
    Sign.DOWN: lambda theme: (pg.mkPen(None), theme.accent),
}


def _points(points: Points, look: Look) -> Any:
    shape, size = _SHAPES[points.sign]
    fill = _FILLS.get(points.sign)
    pen, brush = fill(look.theme) if fill else (pg.mkPen(None), look.theme.ink2)
    return pg.ScatterPlotItem(
        np.array(points.xs),
        np.array(points.ys),
        symbol=shape,
        size=round(size * look.scale**0.5, 1),
        pen=pen,
        brush=pg.mkBrush(QColor(brush)),
        antialias=True,
    )
