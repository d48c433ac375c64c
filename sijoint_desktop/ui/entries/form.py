"""The window that a form stands in: a heading, the fields, and Save or Cancel below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QVBoxLayout, QWidget

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.dialog import AskingDialog
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, FaultBanner, Text

Do = Callable[[str, Sequence[Change]], None]
"""Makes a step of changes under a few words; raises UserError where that is not possible."""

_WIDTH_PX, _HEIGHT_PX = 620, 640


class Form(AskingDialog):
    """Asks for something and keeps it when Save is pressed.

    A form that cannot be saved says why and stays open.
    """

    def __init__(self, title: str, do: Do, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(title, _WIDTH_PX, _HEIGHT_PX, style=style, parent=parent)
        self._do = do
        self._fields = self._page.body
        self._fault = FaultBanner(self._fields, 1, style=style)
        self.save_button = Button(tr("Save"), ButtonKind.PRIMARY, style=style)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self._add_foot(self.save_button)

    @property
    def fault(self) -> str:
        """Why it could not be saved; empty where nothing stood in the way."""
        return self._fault.text

    def changes(self) -> tuple[str, tuple[Change, ...]]:
        """Return what is to be done, in a few words and as changes; raises UserError."""
        raise NotImplementedError

    def save(self) -> None:
        """Keep what was entered and close, or say why that is not possible."""
        try:
            words, changes = self.changes()
            if changes:
                self._do(words, changes)
        except UserError as fault:
            self._say(str(fault))
            return
        self.accept()

    def _add(self, widget: QWidget, label: str = "") -> None:
        """Add a field, with its label above where it has none of its own."""
        if not label:
            self._fields.addWidget(widget)
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = Text(label, TextRole.BODY_BOLD, style=self._style)
        words.setBuddy(widget)
        column.addWidget(words)
        beside = isinstance(widget, QAbstractSpinBox)
        left = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag(0)
        column.addWidget(widget, alignment=left)
        self._fields.addWidget(holder)

    def _say(self, sentence: str) -> None:
        self._fault.say(tr("Not saved yet"), sentence)
        self._page.verticalScrollBar().setValue(0)
