"""The bar of a session: one piece for each exercise."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.style import Style

_GAP = 5
_HIGH = 6


def set_unhurried(bar: QProgressBar, value: int) -> None:
    """Set a value that is painted with all else that has changed.

    Qt would paint the whole window at once, half of it still with what was before.
    """
    bar.setUpdatesEnabled(False)
    bar.setValue(value)
    bar.setUpdatesEnabled(True)


class SlotProgress(QProgressBar):
    """How far the session is: finished exercises filled, the present one in part."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._slots = 1
        self._slot = 0
        self._fraction = 0.0
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setAccessibleName(tr("Progress of the session"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a thin bar."""
        return QSize(200, _HIGH + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the pieces can be told apart."""
        return QSize(60, _HIGH + 4)

    def show_place(self, slot: int, slots: int, fraction: float) -> None:
        """Show ``fraction``, 0 to 1, of the exercise ``slot``, counted from 0; steps of 1 %."""
        stepped = round(fraction, 2)
        if (slot, slots, stepped) == (self._slot, self._slots, self._fraction):
            return
        self._slot, self._slots, self._fraction = slot, slots, stepped
        set_unhurried(self, round(1000 * (slot + stepped) / slots))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the pieces."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._style.theme
        wide = (self.width() - _GAP * (self._slots - 1)) / self._slots
        top = (self.height() - _HIGH) / 2
        for index in range(self._slots):
            piece = QRectF(index * (wide + _GAP), top, wide, _HIGH)
            if theme.contrast:  # a full track would be brighter than what is done
                painter.fillRect(piece.adjusted(0, _HIGH - 1, 0, 0), QColor(theme.line))
            else:
                painter.setBrush(QColor(theme.line))
                painter.drawRoundedRect(piece, _HIGH / 2, _HIGH / 2)
            done = 1.0 if index < self._slot else self._fraction if index == self._slot else 0.0
            if done > 0:
                piece.setWidth(wide * done)
                painter.setBrush(QColor(theme.accent))
                painter.drawRoundedRect(piece, _HIGH / 2, _HIGH / 2)
