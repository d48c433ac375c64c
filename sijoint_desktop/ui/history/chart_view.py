"""A chart that can be read out, zoomed and moved along by pointer, wheel and keys."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.history.picture import DAY_S, Picture, Stop
from sijoint_desktop.history.time_axis import day_at
from sijoint_desktop.ui.history.readout import Readout
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.ui.history.charts import Look, Plot

LEAST_WIDTH = 5 * DAY_S  # the closest that one can look
ZOOM_STEP = 1.5
_NOTCH = 120  # of a wheel, in eighths of a degree
_PAN_SHARE = 0.25
_HIGH_PX, _LOW_PX = 302, 220


class ChartView(QLabel):
    """Shows a picture. ``view_changed`` says in words which part of the time is in sight.

    It is a label with a picture, so that a screen reader calls it an image and reads its name and
    the sentence about it. Left and Right read out, plus and minus zoom, Shift with Left and Right
    moves along, 0 shows all. The wheel zooms once the chart has the keyboard, or with Ctrl: else it
    scrolls the page.
    """

    view_changed = Signal(str)

    def __init__(self, *, style: Style, high: bool = False, parent: QWidget | None = None) -> None:
        # imported here: it costs half a second, and only a person with data needs it
        from sijoint_desktop.ui.history.charts import Plot  # noqa: PLC0415

        super().__init__(parent)
        self._style = style
        self._high = high
        self._picture: Picture | None = None
        self._view = (0.0, 1.0)
        self._shown: Stop | None = None
        self._grip: tuple[float, float] | None = None
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._plot: Plot = Plot(self._look(), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._plot)
        self._readout = Readout(self)
        self._readout.restyle(style)
        style.changed.connect(self._restyle)

    @property
    def drawn(self) -> Picture | None:
        """What is drawn."""
        return self._picture

    @property
    def plot(self) -> "Plot":
        """What draws it."""
        return self._plot

    @property
    def view(self) -> tuple[float, float]:
        """The part of the axis that is in sight."""
        return self._view

    @property
    def readout(self) -> str:
        """The words of the read-out, empty while it is not shown."""
        return "" if self._readout.isHidden() else self._readout.words

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture, the whole of it in sight."""
        self._picture = picture
        self._set_shown(None)
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.sentence)
        self._plot.show_picture(picture)
        self._set_view(picture.start, picture.end)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Bring ``factor`` times less into sight, around a place or around the middle."""
        start, end = self._view
        middle = (start + end) / 2 if at is None else at
        self._set_view(middle - (middle - start) / factor, middle + (end - middle) / factor)

    def pan(self, share: float) -> None:
        """Move along by a share of what is in sight, later where positive."""
        start, end = self._view
        self._set_view(start + share * (end - start), end + share * (end - start))

    def show_all(self) -> None:
        """Bring the whole picture into sight."""
        if self._picture is not None:
            self._set_view(self._picture.start, self._picture.end)

    def sizeHint(self) -> QSize:
        """Return the size of the design at 100 % text."""
        return QSize(560, self._style.px(_HIGH_PX if self._high else _LOW_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be read."""
        return QSize(240, self._style.px((_HIGH_PX if self._high else _LOW_PX) * 0.85))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read out, zoom or move along; see the class."""
        if not self._on_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer, or leave the wheel to the page."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        turned, aside = event.angleDelta().y(), event.angleDelta().x()
        at = self._plot.unit_at(event.position().x())
        if at is None or not self._in_time() or not (self.hasFocus() or control):
            event.ignore()
        elif turned:
            self.zoom(ZOOM_STEP ** (turned / _NOTCH), at)
            event.accept()
        else:
            self.pan(-_PAN_SHARE * aside / _NOTCH)
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the chart."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._in_time():
            self._grip = (event.position().x(), self._view[0])
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        super().mouseReleaseEvent(event)
        self._grip = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what is nearest to the pointer, or move along while the chart is held."""
        x = event.position().x()
        if self._grip is not None:
            start, end = self._view
            moved = (x - self._grip[0]) * (end - start) / max(1, self.width())
            self._set_view(self._grip[1] - moved, self._grip[1] - moved + end - start)
            return
        at = self._plot.unit_at(x)
        self._set_shown(None if at is None else self._nearest(at, event.position().y()))

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
        self._plot.set_view(*self._view)
        self._place_readout()

    def _on_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        stops = self._stops()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and shift and self._in_time():
            self.pan(_PAN_SHARE if key == Qt.Key.Key_Right else -_PAN_SHARE)
        elif key in _ZOOMS and self._in_time() and not modifiers & _COMMAND:
            self.zoom(_ZOOMS[key], None if self._shown is None else self._shown.x)
        elif key == Qt.Key.Key_0 and not modifiers & _COMMAND:
            self.show_all()
        elif key == Qt.Key.Key_Escape and self._shown is not None:
            self._set_shown(None)
        elif key in _MOVES and stops:
            self._set_shown(stops[_MOVES[key](self._place(stops), len(stops) - 1)], announce=True)
        else:
            return False
        return True

    def _place(self, stops: Sequence[Stop]) -> int | None:
        shown = self._shown
        if shown is None:
            return None
        same = (n for n, stop in enumerate(stops) if (stop.x, stop.y) == (shown.x, shown.y))
        return next(same, min(range(len(stops)), key=lambda n: abs(stops[n].x - shown.x)))

    def _stops(self) -> tuple[Stop, ...]:
        if self._picture is None:
            return ()
        return self._picture.detail(self._view[1] - self._view[0]).stops

    def _in_time(self) -> bool:
        return self._picture is not None and self._picture.in_time

    def _nearest(self, x: float, y_px: float) -> Stop | None:
        stops = self._stops()
        if not stops or self._picture is None:
            return None
        near = min(abs(stop.x - x) for stop in stops)
        there = [stop for stop in stops if abs(stop.x - x) == near]
        value = self._picture.top * (1 - y_px / max(1, self._plot.height()))
        return min(there, key=lambda stop: abs(stop.y - value))

    def _set_view(self, start: float, end: float) -> None:
        picture = self._picture
        if picture is None:
            return
        whole = picture.end - picture.start
        width = min(whole, max(end - start, min(LEAST_WIDTH, whole) if picture.in_time else whole))
        middle = (start + end) / 2
        start = min(max(middle - width / 2, picture.start), picture.end - width)
        self._view = (start, start + width)
        self._plot.set_view(*self._view)
        self._place_readout()
        if picture.in_time:
            self.view_changed.emit(_view_words(*self._view))

    def _set_shown(self, stop: Stop | None, *, announce: bool = False) -> None:
        if stop is self._shown:
            return
        self._shown = stop
        if stop is None:
            self._readout.hide()
            self._plot.set_cursor(None)
            return
        start, end = self._view
        if not start <= stop.x <= end:
            self._set_view(stop.x - (end - start) / 2, stop.x + (end - start) / 2)
        self._plot.set_cursor(QPointF(stop.x, stop.y))
        self._readout.show_words(stop.heading, stop.words())
        self._place_readout()
        if announce:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.readout))

    def _place_readout(self) -> None:
        if self._shown is None:
            return
        x = self._plot.px_at(self._shown.x)
        # beside the line on the side with more room, so that the point stays in sight
        left = x - 12 - self._readout.width() if x > self.width() / 2 else x + 12
        room = self.width() - self._readout.width()
        self._readout.move(round(min(max(0, left), max(0, room))), 8)

    def _look(self) -> "Look":
        from sijoint_desktop.ui.history.charts import Look  # noqa: PLC0415

        return Look(self._style.theme, self._style.scale)

    def _restyle(self) -> None:
        self._plot.restyle(self._look())
        self._readout.restyle(self._style)
        self.updateGeometry()


def _view_words(start: float, end: float) -> str:
    return f"{date_in_words(day_at(start))} to {date_in_words(day_at(end - 1))}"


def _earlier(now: int | None, last: int) -> int:
    return last if now is None else max(0, now - 1)


def _later(now: int | None, last: int) -> int:
    return last if now is None else min(last, now + 1)


def _first(_now: int | None, _last: int) -> int:
    return 0


def _last(_now: int | None, last: int) -> int:
    return last


_MOVES: dict[Qt.Key, Callable[[int | None, int], int]] = {
    Qt.Key.Key_Left: _earlier,
    Qt.Key.Key_Right: _later,
    Qt.Key.Key_Home: _first,
    Qt.Key.Key_End: _last,
}
_ZOOMS = {
    Qt.Key.Key_Plus: ZOOM_STEP,
    Qt.Key.Key_Equal: ZOOM_STEP,
    Qt.Key.Key_Minus: 1 / ZOOM_STEP,
}
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
