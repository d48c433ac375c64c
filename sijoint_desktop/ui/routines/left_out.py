"""What a person took out of a routine and why, with a button that brings it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.model import LeftOut, Routine
from sijoint_desktop.ui.routines.reason import REASONS
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Style, Text, TextRole


class LeftOutList(QWidget):
    """``back_wished`` carries the index of what shall come back."""

    back_wished = Signal(int)

    def __init__(self, library: Library, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._style = style
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_routine(self, routine: Routine) -> None:
        """Show what was left out of a routine; nothing where that is nothing."""
        empty(self._column)
        self.buttons = []
        self.setVisible(bool(routine.left_out))
        if not routine.left_out:
            return
        self._column.addWidget(Text(tr("Left out"), TextRole.H2, style=self._style))
        for number, note in enumerate(routine.left_out):
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(Text(self._words(note), TextRole.BODY, style=self._style), 1)
            button = Button(tr("Bring back"), ButtonKind.OUTLINE, style=self._style)
            name = self._library.get(note.slot.exercise_id).name
            button.setAccessibleName(tr("Bring back {exercise}", exercise=name))
            button.setProperty("place", number)
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            row.addWidget(button)
            self._column.addLayout(row)

    def _words(self, note: LeftOut) -> str:
        words = f"{self._library.get(note.slot.exercise_id).name}: {tr(REASONS[note.why])}."
        if note.instead is not None:
            name = self._library.get(note.instead).name
            words = f"{words} {tr('Now there: {exercise}.', exercise=name)}"
        return words

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.back_wished.emit(int(sender.property("place")))
