"""The dialog that asks for something: content that scrolls above Cancel and one more button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.buttons import Button
from sijoint_desktop.ui.style.labels import Text
from sijoint_desktop.ui.style.layout import Page, foot_row
from sijoint_desktop.ui.style.style import Style, TextRole

_SHARE_OF_SCREEN = 0.9


class AskingDialog(QDialog):
    """Opens as high as its content, at most ``height_px`` (at 100 %) and what the screen allows.

    Open it with ``open()``.
    Its title is also its heading. It is deleted when it is closed.
    """

    def __init__(
        self, title: str, width_px: int, height_px: int, *, style: Style, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._fitted = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._page = Page(style=style)
        self._page.body.addWidget(Text(title, TextRole.H2, style=style))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.addWidget(self._page, 1)
        self.resize(size_on_screen(self, QSize(style.px(width_px), style.px(height_px))))

    def showEvent(self, event: QShowEvent) -> None:
        """Leave no empty room between a short content and the buttons."""
        if not self._fitted:
            self._fitted = True
            highest = self.height()
            self.resize(self.width(), min(highest, height_of_content(self, self._page)))
        super().showEvent(event)

    def _add_foot(self, done: Button) -> Button:
        """Put Cancel and another button below the content, and return Cancel."""
        cancel = Button(tr("Cancel"), style=self._style)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._column.addLayout(foot_row((cancel, done)))
        return cancel


def height_of_content(dialog: QDialog, page: Page) -> int:
    """Return the height with which all of a page in a dialog can be seen; it has to be laid out."""
    width = page.viewport().width()
    return dialog.height() - page.height() + page.body.totalHeightForWidth(width)


def size_on_screen(dialog: QDialog, wanted: QSize) -> QSize:
    """Return a size with which a dialog leaves something of its screen to be seen."""
    return wanted.boundedTo(dialog.screen().availableGeometry().size() * _SHARE_OF_SCREEN)
