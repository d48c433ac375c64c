"""What the Exercises page says when no exercise fits the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.widgets import Button, IconLabel, Style, Text


class NothingFound(QWidget):
    """One sentence and one button."""

    clear_requested = Signal()

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 64, 0, 64)
        column.setSpacing(16)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.text = Text(tr("Nothing matches these filters."), style=style)
        self.text.setAlignment(middle)
        self.clear = Button(tr("Clear filters"), style=style)
        column.addWidget(IconLabel("search", 32, "ink2", style=style), alignment=middle)
        column.addWidget(self.text)
        column.addWidget(self.clear, alignment=middle)
        self.clear.clicked.connect(self._on_clear)

    def _on_clear(self) -> None:
        self.clear_requested.emit()
