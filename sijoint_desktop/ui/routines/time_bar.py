"""Shows where the minutes of a routine go: one stretch per exercise, as long as its time."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sijoint_desktop.ui.style.widgets import Style

_GAP = 3
_HEIGHT = 10


class TimeBar(QLabel):
    """A bar of stretches; the one that is pointed at stands out by colour and height."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._seconds: tuple[float, ...] = ()
        self._chosen = -1
        # a picture of one point makes a screen reader call it an image
        self.setPixmap(QPixmap(1, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.changed.connect(self._on_style_changed)

    @property
    def chosen(self) -> int:
        """The stretch that stands out, -1 for none."""
        return self._chosen

    def show_times(self, seconds: tuple[float, ...], words: str) -> None:
        """Show the times of the exercises; ``words`` say the same to a screen reader."""
        self._seconds, self._chosen = seconds, -1
        self.setAccessibleName(words)
        self.update()

    def choose(self, index: int) -> None:
        """Let one stretch stand out, -1 for none."""
        if index != self._chosen:
            self._chosen = index
            self.update()

    def stretches(self) -> list[QRectF]:
        """Return the place of every stretch."""
        total = sum(self._seconds)
        if total <= 0:
            return []
        room = self.width() - _GAP * (len(self._seconds) - 1)
        left, places = 0.0, []
        for seconds in self._seconds:
            width = room * seconds / total
            places.append(QRectF(left, 2, width, self.height() - 4))
            left += width + _GAP
        return places

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(400, self._style.px(_HEIGHT) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(120, self._style.px(_HEIGHT) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the stretches."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, place in enumerate(self.stretches()):
            chosen = index == self._chosen
            painter.setBrush(QColor(theme.accent if chosen else theme.control))
            painter.drawRoundedRect(place.adjusted(0, -2, 0, 2) if chosen else place, 3, 3)
        painter.end()

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()
