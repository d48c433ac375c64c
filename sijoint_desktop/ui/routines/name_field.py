"""The name of a routine as a heading that can be written over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from sijoint_desktop.app.shelf import MOST_NAME
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.widgets import IconButton, Style, Text, TextRole


class NameField(QWidget):
    """A heading with a pencil; ``renamed`` carries the new name, never an empty one."""

    renamed = Signal(str)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.heading = Text("", TextRole.H1, style=style)
        self.pencil = IconButton("pencil", tr("Rename"), style=style)
        self.edit = _NameEdit()
        self.edit.setMaxLength(MOST_NAME)
        self.edit.setAccessibleName(tr("Name of the routine"))
        self.edit.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.heading, 1)
        row.addWidget(self.edit, 1)
        row.addWidget(self.pencil)
        self.pencil.clicked.connect(self.begin)
        self.edit.editingFinished.connect(self._on_finished)
        self.edit.given_up.connect(self._on_given_up)
        style.changed.connect(self._restyle)
        self._restyle()

    def show_name(self, name: str) -> None:
        """Show a name."""
        self.heading.setText(name)
        self.edit.setText(name)

    def begin(self) -> None:
        """Let the name be written over."""
        self.edit.setText(self.heading.text())
        self._show_edit(on=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def _on_finished(self) -> None:
        if not self.edit.isVisibleTo(self):
            return
        name = " ".join(self.edit.text().split())
        self._show_edit(on=False)
        if name and name != self.heading.text():
            self.renamed.emit(name)

    def _on_given_up(self) -> None:
        self._show_edit(on=False)
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_edit(self, *, on: bool) -> None:
        self.edit.setVisible(on)
        self.heading.setVisible(not on)
        self.pencil.setVisible(not on)

    def _restyle(self) -> None:
        self.edit.setFont(self._style.font(TextRole.H2))
        self.edit.setFixedHeight(self._style.px(44))


class _NameEdit(QLineEdit):
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)
