"""The windows that ask before data is changed as a whole, and the list of copies."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from sijoint_desktop.app.copies import Backup
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.style.dialog import AskingDialog
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, FlowLayout, Text

ERASE_WORD = mark("ERASE")
"""What has to be typed before everything is erased."""
_WIDTH_PX, _HEIGHT_PX = 560, 420
_LIST_PX = 88  # two copies
_NO_COPIES = mark(
    "There is no copy yet. The program makes one each day on which something was recorded, a few "
    "seconds after its start."
)
_COPIES = mark(
    "One copy of each day for a week, then one a week and one a month for a year. Going back to a "
    "copy keeps what is here now as a copy of its own, and keeps every check."
)


class Ask(AskingDialog):
    """Tells what is about to be done and asks; ``accepted`` is a yes.

    With ``word`` the answer counts only once this word was typed.
    """

    def __init__(
        self,
        heading: str,
        lines: Sequence[str],
        verb: str,
        *,
        style: Style,
        kind: ButtonKind = ButtonKind.PRIMARY,
        word: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, _WIDTH_PX, _HEIGHT_PX, style=style, parent=parent)
        self._word = word
        page = self._page
        page.body.setSpacing(8)
        for line in lines:
            page.body.addWidget(Text(line, style=style))
        self.answer = QLineEdit()
        self.yes = Button(verb, kind, style=style)
        if word:
            page.body.addWidget(
                Text(tr("Type {word} to go on:", word=word), TextRole.BODY_BOLD, style=style)
            )
            page.body.addWidget(self._answer_field())
        page.body.addStretch(1)
        self.yes.clicked.connect(self.accept)
        self.no = self._add_foot(self.yes)

    def _answer_field(self) -> QLineEdit:
        self.answer.setAccessibleName(tr("Type {word} to go on", word=self._word))
        self.answer.setFont(self._style.font(TextRole.BODY))
        self.answer.setFixedHeight(self._style.px(44))
        self.answer.textChanged.connect(self._on_typed)
        self.yes.setEnabled(False)
        return self.answer

    def _on_typed(self, text: str) -> None:
        self.yes.setEnabled(text.strip() == self._word)


class CopiesDialog(AskingDialog):
    """Lists the copies, the newest first; ``chosen`` carries the path of the one to go back to.

    ``file_wished`` asks for a copy that is kept somewhere else, ``copy_wished`` for one now.
    """

    chosen = Signal(object)  # Path
    file_wished = Signal()
    copy_wished = Signal()

    def __init__(
        self, copies: Sequence[Backup], *, style: Style, parent: QWidget | None = None
    ) -> None:
        heading = tr("Copies of your history")
        super().__init__(heading, _WIDTH_PX, _HEIGHT_PX, style=style, parent=parent)
        self._words = Text("", TextRole.CAPTION, "ink2", style=style)
        self._page.body.addWidget(self._words)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Copies, the newest first"))
        self.list.setFont(style.font(TextRole.BODY))
        self.list.setSpacing(style.px(4))
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemActivated.connect(self._on_restore)
        self.list.setMinimumHeight(style.px(_LIST_PX))
        self._page.body.addWidget(self.list, 1)
        self._page.body.addStretch()  # keeps the words at the top where there is no list
        self._column.addWidget(self._buttons())
        self.show_copies(copies)

    def show_copies(self, copies: Sequence[Backup]) -> None:
        """Show other copies."""
        self.list.clear()
        for copy in copies:
            item = QListWidgetItem(copy.words)
            item.setData(Qt.ItemDataRole.UserRole, str(copy.path))
            item.setToolTip(str(copy.path))
            self.list.addItem(item)
        self.list.setVisible(bool(copies))
        self._words.setText(tr(_COPIES if copies else _NO_COPIES))
        if copies:
            self.list.setCurrentRow(0)
        self._on_current()

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, gap=12)
        row.setContentsMargins(24, 8, 24, 0)
        style = self._style
        self.restore_button = Button(
            tr("Go back to this copy\u2026"), ButtonKind.PRIMARY, style=style
        )
        self.restore_button.clicked.connect(self._on_restore)
        self.file_button = Button(tr("Another file\u2026"), style=style)
        self.file_button.clicked.connect(self.file_wished)
        self.copy_button = Button(tr("Make a copy now"), style=style)
        self.copy_button.clicked.connect(self.copy_wished)
        close = Button(tr("Close"), style=style)
        close.clicked.connect(self.accept)
        for button in (self.restore_button, self.file_button, self.copy_button, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        return holder

    def _on_current(self, *_items: object) -> None:
        self.restore_button.setEnabled(self.list.currentItem() is not None)

    def _on_restore(self, *_item: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
