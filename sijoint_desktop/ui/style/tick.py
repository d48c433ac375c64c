"""A box to tick whose words go on to another line where the width ends."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from sijoint_desktop.ui.style.labels import Text
from sijoint_desktop.ui.style.style import Style, TextRole


class Tick(QWidget):
    """A box with words beside it; a click on the words ticks it as well."""

    toggled = Signal(bool)

    def __init__(self, words: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.toggled.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.box)
        row.addWidget(Text(words, TextRole.BODY, style=style), 1)

    @property
    def ticked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_ticked(self, ticked: bool) -> None:
        """Tick it, or take the tick away."""
        self.box.setChecked(ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick with a click on the words."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.click()
        super().mouseReleaseEvent(event)
