"""Draws the pain line; the only module that knows pyqtgraph, loaded when there is data to show."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from math import nan
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.history.series import (
    Gap,
    PainPoint,
    UsualPain,
    day_start_s,
    gaps,
    pain_sentence,
    point_day_words,
    point_words,
    thinned,
    usual_pain,
)
from sijoint_desktop.history.time_axis import date_ticks
from sijoint_desktop.ui.history.marks import RING_PX, bar_colour
from sijoint_desktop.ui.history.readout import Readout
from sijoint_desktop.ui.style.style import Style, TextRole

_DAY_S = 86400.0
_DOT_PX = 11
_TICK_PX = 84  # room for a date at 100 %
_AWAY_SHARE = 0.07  # of the width that a gap takes up before its word fits
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PainChart(QLabel):
    """Pain before and after over time, 0 to 10, with a read-out by mouse and arrow keys.

    It is a label with a picture, so that a screen reader calls it an image and reads its name and
    the sentence about it.
    """

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._points: tuple[PainPoint, ...] = ()
        self._span = (date(1970, 1, 1), date(1970, 1, 2))
        self._shown: int | None = None
        self.setPixmap(QPixmap(1, 1))
        self.setAccessibleName("Pain before and after your sessions, 0 to 10")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._make_plot()
        self._readout = Readout(self)
        self._restyle()
        style.changed.connect(self._restyle)

    @property
    def shown_point(self) -> PainPoint | None:
        """The point that the read-out stands at, or None."""
        return None if self._shown is None else self._points[self._shown]

    @property
    def readout(self) -> str:
        """The words of the read-out, empty while it is not shown."""
        return "" if self._readout.isHidden() else self._readout.words

    def show_points(self, points: Sequence[PainPoint], first: date, last: date) -> None:
        """Draw points in time order on an axis from ``first`` to ``last``, both days included."""
        self._points = thinned(points)
        self._span = (first, last)
        self._set_shown(None)
        self.setAccessibleDescription(pain_sentence(points))
        self._draw()

    def sizeHint(self) -> QSize:
        """Return the size of the design at 100 % text."""
        return QSize(640, self._style.px(302))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be read."""
        return QSize(240, self._style.px(264))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the read-out by Left and Right, Home and End; Escape takes it away."""
        key = Qt.Key(event.key())
        last = len(self._points) - 1
        if not self._points:
            super().keyPressEvent(event)
        elif key in _MOVES:
            now = self._shown if self._shown is not None else last + (key == Qt.Key.Key_Left)
            self._set_shown(min(last, max(0, now + _MOVES[key])), announce=True)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._set_shown(0 if key == Qt.Key.Key_Home else last, announce=True)
        elif key == Qt.Key.Key_Escape and self._shown is not None:
            self._set_shown(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the session nearest to the pointer."""
        area = self._plot.getPlotItem().vb
        place = self._plot.mapToScene(event.position().toPoint() - self._plot.pos())
        if not self._points or not area.sceneBoundingRect().contains(place):
            self._set_shown(None)
        else:
            self._set_shown(_nearest(self._points, area.mapSceneToView(place).x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the read-out away with the pointer."""
        super().leaveEvent(event)
        self._set_shown(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the read-out away with the keyboard."""
        super().focusOutEvent(event)
        self._set_shown(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose dates that fit the new width, and keep the read-out inside."""
        super().resizeEvent(event)
        self._set_ticks()
        self._place_readout()

    def _make_plot(self) -> None:
        self._plot: Any = pg.PlotWidget(self)
        # pointer and keyboard belong to the label: pyqtgraph would drop quick movements
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(QLabel.Shape.NoFrame)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(False, False)
        self._plot.setYRange(-0.25, 10.25, padding=0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._plot)
        self._grid: Any = pg.PlotCurveItem(connect="pairs")
        self._bars: Any = pg.PlotCurveItem(connect="pairs")
        self._usual: Any = pg.PlotCurveItem(connect="finite", antialias=True)
        self._rings: Any = pg.ScatterPlotItem(size=RING_PX, antialias=True)
        self._line: Any = pg.PlotCurveItem()
        self._dot: Any = pg.ScatterPlotItem(size=_DOT_PX, antialias=True)
        self._away: list[Any] = []
        for item in (self._grid, self._bars, self._usual, self._rings, self._line, self._dot):
            self._plot.addItem(item, ignoreBounds=True)

    def _draw(self) -> None:
        first, last = self._span
        start, end = day_start_s(first), day_start_s(last + timedelta(days=1))
        margin = (end - start) * 0.01
        self._plot.setXRange(start - margin, end + margin, padding=0)
        rows = range(0, 11, 2)
        self._grid.setData(
            [start - margin, end + margin] * len(rows), [row for row in rows for _ in range(2)]
        )
        bars = [
            (point.local_s, score)
            for point in self._points
            if point.before is not None and point.after is not None
            for score in (point.before, point.after)
        ]
        self._bars.setData([x for x, _ in bars], [y for _, y in bars])
        rings = [(point.local_s, _ring_score(point)) for point in self._points]
        self._rings.setData([x for x, _ in rings], [y for _, y in rings])
        self._draw_usual(usual_pain(self._points))
        self._draw_away(gaps(self._points), end - start)
        self._set_ticks()

    def _draw_usual(self, runs: Sequence[Sequence[UsualPain]]) -> None:
        xs: list[float] = []
        ys: list[float] = []
        for run in runs:
            xs.extend([*(value.local_s for value in run), nan])
            ys.extend([*(value.value for value in run), nan])
        self._usual.setData(xs, ys)

    def _draw_away(self, found: Sequence[Gap], width_s: float) -> None:
        for word in self._away:
            self._plot.removeItem(word)
        self._away = [
            self._away_word((gap.start_s + gap.end_s) / 2)
            for gap in found
            if gap.end_s - gap.start_s > width_s * _AWAY_SHARE * self._style.scale
        ]

    def _away_word(self, x: float) -> Any:
        word: Any = pg.TextItem("away", anchor=(0.5, 0.5), color=self._style.theme.ink2)
        word.setFont(self._style.font(TextRole.CAPTION))
        word.setPos(x, 5)
        self._plot.addItem(word, ignoreBounds=True)
        return word

    def _set_ticks(self) -> None:
        first, last = self._span
        bottom = self._plot.getAxis("bottom")
        room = max(2, int(self.width() / (_TICK_PX * self._style.scale)))
        metrics = QFontMetrics(self._style.font(TextRole.CAPTION))
        start, end = day_start_s(first), day_start_s(last + timedelta(days=1))
        # a word that would be cut at the right edge is left out
        second_px = (self.width() - bottom.pos().x()) / (end - start) if self.width() else 0
        ticks = [
            (day_start_s(day), word)
            for day, word in date_ticks(first, last, room)
            if (end - day_start_s(day)) * second_px > metrics.horizontalAdvance(word) / 2
        ]
        bottom.setTicks([ticks])

    def _restyle(self) -> None:
        theme, font = self._style.theme, self._style.font(TextRole.CAPTION)
        accent, edge = QColor(theme.accent), theme.edge_px
        self._plot.setBackground(theme.surface)
        left, bottom = self._plot.getAxis("left"), self._plot.getAxis("bottom")
        left.setTicks([[(row, str(row)) for row in range(0, 11, 2)]])
        for axis in (left, bottom):
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(theme.ink2)
            axis.setTickFont(font)
        left.setStyle(tickLength=0, tickTextOffset=10)
        left.setWidth(self._style.px(30))
        bottom.setStyle(tickLength=-6, tickTextOffset=6, hideOverlappingLabels=False)
        bottom.setTickPen(pg.mkPen(theme.control, width=1))
        bottom.setHeight(self._style.px(30))
        self._grid.setPen(pg.mkPen(theme.line, width=1))
        bar = pg.mkPen(bar_colour(theme), width=6)
        bar.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._bars.setPen(bar)
        thick = pg.mkPen(accent, width=3.5)
        thick.setCapStyle(Qt.PenCapStyle.RoundCap)
        thick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._usual.setPen(thick)
        self._rings.setSize(self._style.px(RING_PX))
        self._dot.setSize(self._style.px(_DOT_PX))
        self._rings.setPen(pg.mkPen(accent, width=1.8))
        self._rings.setBrush(pg.mkBrush(theme.surface))
        self._line.setPen(pg.mkPen(theme.ink, width=edge))
        self._dot.setPen(pg.mkPen(theme.surface, width=1.5))
        self._dot.setBrush(pg.mkBrush(accent))
        self._readout.restyle(self._style)
        self.updateGeometry()
        self._draw()

    def _set_shown(self, index: int | None, *, announce: bool = False) -> None:
        if index == self._shown:
            return
        self._shown = index
        point = self.shown_point
        if point is None:
            self._readout.hide()
            self._line.setData([], [])
            self._dot.setData([], [])
            return
        self._line.setData([point.local_s, point.local_s], [0, 10])
        self._dot.setData([point.local_s], [_ring_score(point)])
        self._readout.show_words(point_day_words(point), point_words(point))
        self._place_readout()
        if announce:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.readout))

    def _place_readout(self) -> None:
        point = self.shown_point
        if point is None:
            return
        area = self._plot.getPlotItem().vb
        scene = area.mapViewToScene(QPointF(point.local_s, 10))
        x = self._plot.mapFromScene(scene).x()
        # beside the line on the side with more room, so that the point stays in sight
        left = x - 12 - self._readout.width() if x > self.width() / 2 else x + 12
        room = self.width() - self._readout.width()
        self._readout.move(round(min(max(0, left), max(0, room))), 8)


def _ring_score(point: PainPoint) -> int:
    score = point.after if point.before is None else point.before
    return 0 if score is None else score


def _nearest(points: Sequence[PainPoint], x: float) -> int:
    places = [point.local_s for point in points]
    right = min(bisect_left(places, x), len(places) - 1)
    left = max(0, right - 1)
    return left if x - places[left] < places[right] - x else right
