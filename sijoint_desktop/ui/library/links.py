"""A button that opens an exercise, used wherever one exercise points to another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Style


class ExerciseLink(Button):
    """Opens an exercise; ``opened`` carries its id."""

    opened = Signal(str)

    def __init__(
        self, exercise: Exercise, words: str, *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, ButtonKind.TEXT, "arrow-right", style=style, parent=parent)
        self._exercise_id = str(exercise.id)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.opened.emit(self._exercise_id)
