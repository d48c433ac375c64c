"""Turning and zooming by mouse, wheel and keys, apart from what is turned."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

HINT = (
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
    """A picture that asks to be turned, zoomed and set back; a subclass does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: QPointF | None = None
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        # with a picture set, a screen reader finds an image here
        self.setPixmap(blank)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(HINT)

    def orbit(self, azimuth: float, elevation: float) -> None:
        """Turn the camera by degrees: round the figure, and up or down."""
        raise NotImplementedError

    def zoom_by(self, factor: float) -> None:
        """Come nearer (above 1) or go away (below 1)."""
        raise NotImplementedError

    def reset_view(self) -> None:
        """Go back to the first view."""
        raise NotImplementedError

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
            self.orbit(-step.x() * _DRAG_DEGREES, step.y() * _DRAG_DEGREES)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the first view."""
        self.reset_view()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom when the picture has the focus, or with Ctrl; else the page scrolls."""
        held = Qt.KeyboardModifier.ControlModifier in event.modifiers()
        if self.hasFocus() or held:
            self.zoom_by(_ZOOM_STEP ** (event.angleDelta().y() / 120.0))
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by Shift and an arrow, zoom by plus and minus, go back by Home."""
        turn = _TURNS.get(event.key())
        if turn is not None and Qt.KeyboardModifier.ShiftModifier in event.modifiers():
            self.orbit(*turn)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1.0 / _ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Home:
            self.reset_view()
        else:
            event.ignore()
