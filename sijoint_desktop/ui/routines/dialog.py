"""A dialog whose content scrolls above its two buttons, so that large text fits a small screen."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Page, Style


class ScrollingDialog(QDialog):
    """Put widgets into ``page.body``; ``done_button`` accepts, ``cancel`` rejects."""

    def __init__(
        self, title: str, verb: str, *, style: Style, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = Page(style=style)
        self.done_button = Button(verb, ButtonKind.PRIMARY, icon or None, style=style)
        self.cancel = Button(tr("Cancel"), ButtonKind.OUTLINE, style=style)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 8, 24, 16)
        buttons.setSpacing(16)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page, 1)
        column.addLayout(buttons)
        self.done_button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
