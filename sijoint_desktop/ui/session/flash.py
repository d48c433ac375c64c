"""Lights up the edge of the screen with a cue, for people who cannot hear it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sijoint_desktop.ui.session.audio import Cue
from sijoint_desktop.ui.style.style import Style

_SHOWN_MS = 180  # cues are a second apart, far below three flashes a second (WCAG 2.3.1)
_WIDTH_PX = 14
_TOKENS = {
    Cue.RISE: "rest",
    Cue.START: "move",
    Cue.FALL: "hold",
    Cue.END: "return_",
    Cue.SIDE: "accent",
    Cue.HALF: "hold",
}


class EdgeFlash(QWidget):
    """A frame over a whole face that is seen for a moment and lets the mouse through."""

    def __init__(self, face: QWidget, *, style: Style) -> None:
        super().__init__(face)
        self._style = style
        self._face = face
        self._cue = Cue.START
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(_SHOWN_MS)
        self._over.timeout.connect(self.hide)
        face.installEventFilter(self)
        self.hide()

    def flash(self, cue: Cue) -> None:
        """Show the frame in the colour of a cue for a moment."""
        self._cue = cue
        self.setGeometry(self._face.rect())
        self.raise_()
        self.show()
        self.update()
        self._over.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the face."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._face.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the frame."""
        painter = QPainter(self)
        pen = QPen(self._style.color(_TOKENS[self._cue]), _WIDTH_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = _WIDTH_PX // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))
