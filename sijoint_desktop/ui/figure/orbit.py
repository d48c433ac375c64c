"""Turning and zooming by mouse, wheel and keys, apart from what is turned."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from sijoint_desktop.core.language import mark, tr

HINT = mark(
    "Drag to turn. Shift and an arrow key turn it too. Plus and minus zoom, or Ctrl and the wheel. "
    "Double-click or Home goes back."
)

_DRAG_DEGREES = 0.4  # per pixel
_STEP_DEGREES = 6.0
_ZOOM_STEP = 1.12

_TURNS: dict[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (-_STEP_DEGREES, 0.0),
    Qt.Key.Key_Right: (_STEP_DEGREES, 0.0),
    Qt.Key.Key_Up: (0.0, _STEP_DEGREES),
    Qt.Key.Key_Down: (0.0, -_STEP_DEGREES),
}


class OrbitLabel(QLabel):
    """A picture that asks to be turned, zoomed and set back.

    ``turn_wished`` carries degrees round the figure and upwards, ``zoom_wished`` a factor above 1
    to come nearer.
    """

    turn_wished = Signal(float, float)
    zoom_wished = Signal(float)
    reset_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: QPointF | None = None
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        # with a picture set, a screen reader finds an image here
        self.setPixmap(blank)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr(HINT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn it."""
        if self._dragged is not None:
            step = event.position() - self._dragged
            self._dragged = event.position()
            self.turn_wished.emit(-step.x() * _DRAG_DEGREES, step.y() * _DRAG_DEGREES)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the first view."""
        self.reset_wished.emit()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom when the picture has the focus, or with Ctrl; else the page scrolls."""
        held = Qt.KeyboardModifier.ControlModifier in event.modifiers()
        if self.hasFocus() or held:
            self.zoom_wished.emit(_ZOOM_STEP ** (event.angleDelta().y() / 120.0))
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by Shift and an arrow, zoom by plus and minus, go back by Home."""
        turn = _TURNS.get(event.key())
        if turn is not None and Qt.KeyboardModifier.ShiftModifier in event.modifiers():
            self.turn_wished.emit(*turn)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_wished.emit(_ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_wished.emit(1.0 / _ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Home:
            self.reset_wished.emit()
        else:
            event.ignore()
