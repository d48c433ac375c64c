"""The window that a form stands in: a heading, the fields, and Save or Cancel below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Banner, Button, ButtonKind, Page, Text, foot_row

Do = Callable[[str, Sequence[Change]], None]
"""Makes a step of changes under a few words; raises UserError where that is not possible."""

_WIDTH_PX, _HEIGHT_PX = 620, 640
_SHARE_OF_SCREEN = 0.9


class Form(QDialog):
    """Asks for something and keeps it when Save is pressed; open it with ``open()``.

    A form that cannot be saved says why and stays open. It is deleted when it is closed.
    """

    def __init__(self, title: str, do: Do, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._do = do
        self._fault: Banner | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        self._page = Page(style=style)
        self._fields = self._page.body
        self._fields.addWidget(Text(title, TextRole.H2, style=style))
        column.addWidget(self._page, 1)
        column.addLayout(self._buttons())
        self.resize(self._open_size())

    @property
    def fault(self) -> str:
        """Why it could not be saved; empty where nothing stood in the way."""
        return self._fault.text if self._fault is not None else ""

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

    def _buttons(self) -> QHBoxLayout:
        cancel = Button("Cancel", style=self._style)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save_button = Button("Save", ButtonKind.PRIMARY, style=self._style)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        return foot_row((cancel, self.save_button))

    def _say(self, sentence: str) -> None:
        if self._fault is not None:
            self._fault.hide()
            self._fault.deleteLater()
        self._fault = Banner("amber", "Not saved yet", sentence, style=self._style)
        self._fields.insertWidget(1, self._fault)
        self._page.verticalScrollBar().setValue(0)

    def _open_size(self) -> QSize:
        screen = self.screen().availableGeometry().size()
        wanted = QSize(self._style.px(_WIDTH_PX), self._style.px(_HEIGHT_PX))
        return wanted.boundedTo(screen * _SHARE_OF_SCREEN)
