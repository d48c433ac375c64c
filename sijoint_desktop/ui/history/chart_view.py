"""A chart that can be read out, zoomed and moved along by pointer, wheel and keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.picture import Picture, Stop
from sijoint_desktop.history.sight import Sight, earlier, later, nearest, sight_of
from sijoint_desktop.history.time_axis import day_at
from sijoint_desktop.ui.history.plot_label import PlotLabel
from sijoint_desktop.ui.history.readout import Readout
from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.style import Style

ZOOM_STEP = 1.5
_NOTCH = 120  # of a wheel, in eighths of a degree
_PAN_SHARE = 0.25


class ChartView(PlotLabel):
    """Shows a picture. ``view_changed`` says in words which part of the time is in sight.

    Left and Right read out, plus and minus zoom, Shift with Left and Right moves along, 0 shows
    all. The wheel zooms once the chart has the keyboard, or with Ctrl: else it scrolls the page.
    """

    view_changed = Signal(str)

    def __init__(self, *, style: Style, high: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(style=style, high=high, parent=parent)
        self._sight: Sight | None = None
        self._shown: Stop | None = None
        self._grip: tuple[float, Sight] | None = None
        self._readout = Readout(self)
        self._readout.restyle(style)
        self.setMouseTracking(True)

    @property
    def sight(self) -> Sight | None:
        """The part of the axis that is in sight, once there is a picture."""
        return self._sight

    @property
    def readout(self) -> str:
        """The words of the read-out, empty while it is not shown."""
        return "" if self._readout.isHidden() else self._readout.words

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture, the whole of it in sight."""
        self._set_shown(None)
        super().show_picture(picture)
        self._see(sight_of(picture))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Bring ``factor`` times less into sight, around a place or around the middle."""
        if self._sight is not None:
            self._see(self._sight.zoomed(factor, at))

    def pan(self, share: float) -> None:
        """Move along by a share of what is in sight, later where positive."""
        if self._sight is not None:
            self._see(self._sight.moved(share * self._sight.width))

    def show_all(self) -> None:
        """Bring the whole picture into sight."""
        if self._sight is not None:
            self._see(self._sight.whole())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read out, zoom or move along; see the class."""
        if not self._on_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer, or leave the wheel to the page."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        turned, aside = event.angleDelta().y(), event.angleDelta().x()
        at = self._plot.place_at(event.position())
        if at is None or not self._in_time() or not (self.hasFocus() or control):
            event.ignore()
            return
        if turned:
            self.zoom(ZOOM_STEP ** (turned / _NOTCH), at.x())
        else:
            self.pan(-_PAN_SHARE * aside / _NOTCH)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the chart."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._sight is not None:
            self._grip = (event.position().x(), self._sight)
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        super().mouseReleaseEvent(event)
        self._grip = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what is nearest to the pointer, or move along while the chart is held."""
        x = event.position().x()
        if self._grip is not None:
            held_at, before = self._grip
            self._see(before.moved((held_at - x) * before.width / max(1, self.width())))
            return
        at = self._plot.place_at(event.position())
        self._set_shown(None if at is None else nearest(self._stops(), at.x(), at.y()))

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
        self._lay_out()

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
            self._set_shown(_MOVES[key](stops, self._shown), aloud=True)
        else:
            return False
        return True

    def _stops(self) -> tuple[Stop, ...]:
        if self._picture is None or self._sight is None:
            return ()
        return self._picture.detail(self._sight.width).stops

    def _in_time(self) -> bool:
        return self._picture is not None and self._picture.in_time

    def _see(self, sight: Sight) -> None:
        self._sight = sight
        self._lay_out()
        if self._in_time():
            self.view_changed.emit(_view_words(sight.start, sight.end))

    def _lay_out(self) -> None:
        if self._sight is not None:
            self._plot.set_view(self._sight.start, self._sight.end)
            self._place_readout()

    def _set_shown(self, stop: Stop | None, *, aloud: bool = False) -> None:
        if stop is self._shown:
            return
        self._shown = stop
        if stop is None:
            self._readout.hide()
            self._plot.set_cursor(None)
            return
        if self._sight is not None and self._sight.holding(stop.x) != self._sight:
            self._see(self._sight.holding(stop.x))
        self._plot.set_cursor(QPointF(stop.x, stop.y))
        self._readout.show_words(stop.heading, stop.words())
        self._place_readout()
        if aloud:
            announce(self, self.readout)

    def _place_readout(self) -> None:
        if self._shown is None:
            return
        x = self._plot.px_at(self._shown.x)
        # beside the line on the side with more room, so that the point stays in sight
        left = x - 12 - self._readout.width() if x > self.width() / 2 else x + 12
        room = self.width() - self._readout.width()
        self._readout.move(round(min(max(0, left), max(0, room))), 8)

    def _restyle(self) -> None:
        super()._restyle()
        self._readout.restyle(self._style)


def _view_words(start: float, end: float) -> str:
    first, last = date_in_words(day_at(start)), date_in_words(day_at(end - 1))
    return tr("{first} to {last}", first=first, last=last)


def _first(stops: Sequence[Stop], _shown: Stop | None) -> Stop | None:
    return stops[0]


def _last(stops: Sequence[Stop], _shown: Stop | None) -> Stop | None:
    return stops[-1]


_MOVES: dict[Qt.Key, Callable[[Sequence[Stop], Stop | None], Stop | None]] = {
    Qt.Key.Key_Left: earlier,
    Qt.Key.Key_Right: later,
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
