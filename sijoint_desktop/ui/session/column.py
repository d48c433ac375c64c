"""The column of text in the middle of a page, before and after a session."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.ui.style.widgets import Page

_WIDEST = 860  # with the cards' padding about 75 characters of large text


class _Column(QWidget):
    """Needs the height that its texts really take at the present width.

    Qt asks a scrolled page for its least size as if every text had to wrap early, and would show a
    scroll bar beside a page that fits.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and the height at the width there is."""
        size = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth() and self.width() > size.width():
            size.setHeight(layout.totalMinimumHeightForWidth(self.width()))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def centred(page: Page) -> QVBoxLayout:
    """Return a column in the middle of a page, no wider than a line should be."""
    holder = _Column()
    holder.setMaximumWidth(_WIDEST)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(holder, 100)
    row.addStretch(1)
    page.body.addLayout(row)
    return column
