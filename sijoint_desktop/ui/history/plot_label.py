"""A plot as a picture: what a screen reader is told, its size, and how it follows the look."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.history.picture import Picture
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.ui.history.charts import Look, Plot

_HIGH_PX, _LOW_PX = 302, 220


class PlotLabel(QLabel):
    """A label with a picture, so that a screen reader calls it an image and reads its sentence."""

    def __init__(self, *, style: Style, high: bool = False, parent: QWidget | None = None) -> None:
        # imported here: it costs half a second, and only a person with data needs it
        from sijoint_desktop.ui.history.charts import Plot  # noqa: PLC0415

        super().__init__(parent)
        self._style = style
        self._height_px = _HIGH_PX if high else _LOW_PX
        self._picture: Picture | None = None
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._plot: Plot = Plot(self._look(), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._plot)
        style.changed.connect(self._restyle)

    @property
    def drawn(self) -> Picture | None:
        """What is drawn."""
        return self._picture

    @property
    def plot(self) -> "Plot":
        """What draws it."""
        return self._plot

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture."""
        self._picture = picture
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.sentence)
        self._plot.show_picture(picture)

    def sizeHint(self) -> QSize:
        """Return the size of the design at 100 % text."""
        return QSize(560, self._style.px(self._height_px))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be read."""
        return QSize(240, self._style.px(self._height_px * 0.85))

    def _look(self) -> "Look":
        from sijoint_desktop.ui.history.charts import Look  # noqa: PLC0415

        return Look(self._style.theme, self._style.scale)

    def _restyle(self) -> None:
        self._plot.restyle(self._look())
        self.updateGeometry()
