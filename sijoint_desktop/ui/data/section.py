"""The part of the Settings page about the data: where it is, out and in, copies, erasing."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.style.folder import FolderPlace
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, FlowLayout, Text

_WHERE = mark("Everything you record stays in this folder on this computer, and goes nowhere else:")
_OUT_IN = mark(
    "Take your data with you, or join it with that of another computer. What is there twice is "
    "kept once."
)
_COPIES = mark("The program keeps copies of earlier days, so that a mistake can be put right.")


class DataSection(Card):
    """Asks by signals for what its buttons name; ``export_wished`` carries the key of a form.

    ``formats`` are pairs of key and words.
    """

    export_wished = Signal(str)
    import_wished = Signal()
    copy_wished = Signal()
    copies_wished = Signal()
    erase_wished = Signal()

    def __init__(
        self,
        folder: Path,
        formats: Sequence[tuple[str, str]],
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._folder = folder
        self._exports = QMenu(self)
        for key, words in formats:
            action = self._exports.addAction(words)
            action.setData(key)
            action.triggered.connect(self._on_export)
        self.body.addWidget(Text(tr("Your data"), TextRole.H2, style=style))
        self._add_folder()
        self._add_row(
            tr(_OUT_IN),
            self._button("export", tr("Export"), "download", None),
            self._button("import", tr("Bring in data\u2026"), None, self.import_wished.emit),
        )
        self._add_row(
            tr(_COPIES),
            self._button("copy", tr("Make a copy now"), "save", self.copy_wished.emit),
            self._button("copies", tr("Copies\u2026"), "rotate-ccw", self.copies_wished.emit),
        )
        erase = self._button("erase", tr("Erase everything\u2026"), None, self.erase_wished.emit)
        self._add_row(
            tr("Delete all of it from this computer, copies and settings included."), erase
        )
        self.buttons["export"].setMenu(self._exports)
        self._restyle()
        style.changed.connect(self._restyle)

    @property
    def exports(self) -> dict[str, QAction]:
        """What the Export button offers, by key."""
        return {str(action.data()): action for action in self._exports.actions()}

    def _add_folder(self) -> None:
        style = self._style
        self.buttons: dict[str, Button] = {}
        self.body.addWidget(Text(tr(_WHERE), style=style))
        self.body.addWidget(FolderPlace(self._folder, style=style))

    def _add_row(self, words: str, *buttons: Button) -> None:
        if words:
            self.body.addSpacing(8)
            self.body.addWidget(Text(words, style=self._style))
        holder = QWidget()
        row = FlowLayout(holder, gap=12)
        for button in buttons:
            row.addWidget(button)
        self.body.addWidget(holder)

    def _button(
        self, key: str, words: str, icon: str | None, slot: Callable[[], object] | None
    ) -> Button:
        kind = ButtonKind.DANGER if key == "erase" else ButtonKind.OUTLINE
        button = Button(words, kind, icon, style=self._style)
        if slot is not None:
            button.clicked.connect(slot)
        self.buttons[key] = button
        return button

    def _on_export(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.export_wished.emit(str(action.data()))

    def _restyle(self) -> None:
        self._exports.setFont(self._style.font(TextRole.BODY))
