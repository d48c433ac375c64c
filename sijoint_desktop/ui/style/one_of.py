"""A choice of one among several buttons, as the keyboard and a screen reader know it."""

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget


class OneOf(QButtonGroup):
    """Buttons of which one at most is chosen; a screen reader calls each a radio button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def add(self, button: QAbstractButton, number: int) -> None:
        """Add a button that stays down, under a number of its own."""
        self.addButton(button, number)
        button.setAutoExclusive(True)  # in a group this changes no more than what it is called

    def clear(self) -> None:
        """Choose none of them, as before the first choice."""
        self.setExclusive(False)
        for button in self.buttons():
            button.setChecked(False)
        self.setExclusive(True)
