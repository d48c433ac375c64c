"""A list that opens at a press, which a screen reader can name."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLabel


class ChoiceBox(QComboBox):
    """A combo box for places that have no label in sight.

    On Linux a screen reader is told the choice as the name of a combo box; what it is a choice of
    it learns from a label beside it alone, so that this one brings a label that nobody sees.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label = QLabel(name)
        self._label.setBuddy(self)
        self._label.hide()
        self.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """Take the label along; it counts only within the same parent."""
        if event.type() is QEvent.Type.ParentChange:
            self._label.setParent(self.parentWidget())
            self._label.hide()
        return super().event(event)
