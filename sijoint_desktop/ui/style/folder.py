"""Where a folder is, with a way into it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.buttons import Button, ButtonKind
from sijoint_desktop.ui.style.labels import Text
from sijoint_desktop.ui.style.layout import FlowLayout
from sijoint_desktop.ui.style.style import Style, TextRole


class FolderPlace(QWidget):
    """The path of a folder, a button that opens it and one that copies the path."""

    def __init__(self, folder: Path, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        path = Text(str(folder), TextRole.CAPTION, "ink2", style=style)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = Button(tr("Open the folder"), ButtonKind.OUTLINE, "folder-open", style=style)
        self.copy = Button(tr("Copy the path"), ButtonKind.OUTLINE, style=style)
        self.open.clicked.connect(self._on_open)
        self.copy.clicked.connect(self._on_copy)
        self._note = Text("", TextRole.CAPTION, "ink2", style=style)
        self._note.hide()
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        row.addWidget(self.open)
        row.addWidget(self.copy)
        for widget in (path, buttons, self._note):
            column.addWidget(widget)

    def _on_open(self) -> None:
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        self._say("" if opened else tr("No program that shows folders was found."))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        self._say(tr("The path was copied."))

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
