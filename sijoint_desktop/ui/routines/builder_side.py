"""The right column of the builder: the dose of the current exercise, or what can be added."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sijoint_desktop.ui.routines.inspector import Inspector
from sijoint_desktop.ui.routines.picker import Picker


class BuilderSide(QWidget):
    """Shows one of the two; beside a long list it follows the scrolling."""

    def __init__(self, inspector: Inspector, picker: Picker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._picker = picker
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(picker)
        self._column.addWidget(inspector)
        self._column.addStretch(1)
        picker.hide()

    @property
    def picking(self) -> bool:
        """Whether the exercises to add are on show."""
        return self._picker.isVisibleTo(self)

    def pick(self, *, on: bool) -> None:
        """Show the exercises to add, or no longer."""
        self._picker.setVisible(on)

    def show_dose(self, *, there: bool) -> None:
        """Show the dose where there is an exercise and none is being picked."""
        self._inspector.setVisible(there and not self.picking)

    def follow(self, above: int, beside: int) -> None:
        """Leave ``above`` px free, but never reach below a list that is ``beside`` px high."""
        shown = (part for part in (self._inspector, self._picker) if part.isVisibleTo(self))
        room = beside - sum(part.height() for part in shown)
        down = max(0, min(above, room))
        if self._column.contentsMargins().top() != down:
            self._column.setContentsMargins(0, down, 0, 0)
