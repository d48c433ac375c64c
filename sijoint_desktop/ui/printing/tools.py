"""The row above a print preview: how large the pages are seen, and which."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import FlowLayout, IconButton, Segments, Text

WHOLE, WIDTH = "whole", "width"
"""The two ways to fit a page into the preview."""


class PreviewTools(QWidget):
    """Says what was wished; decides nothing.

    ``turned`` carries how many pages on, ``zoomed`` +1 or -1, ``fit_chosen`` WHOLE or WIDTH.
    """

    fit_chosen = Signal(str)
    zoomed = Signal(int)
    turned = Signal(int)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._page = Text("", TextRole.CAPTION, style=style, wrap=False, tabular=True)
        # a layout of its own around the flow, so that the height follows the width
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=12)
        fits = Segments([(WHOLE, "Whole page"), (WIDTH, "Page width")], style=style, name="Zoom")
        fits.chosen.connect(self.fit_chosen)
        row.addWidget(fits)
        zoom = (
            self._tool("zoom-out", "Zoom out", self.zoom_out),
            self._tool("zoom-in", "Zoom in", self.zoom_in),
        )
        row.addWidget(_together(zoom))
        turn = (
            self._tool("chevron-left", "Page before", self.turn_back),
            self._page,
            self._tool("chevron-right", "Next page", self.turn_on),
        )
        row.addWidget(_together(turn))
        column.addLayout(row)

    def show_page(self, page: int, count: int) -> None:
        """Say which page of how many is shown."""
        self._page.setText(f"Page {page} of {count}")

    def turn_on(self) -> None:
        """Ask for the next page."""
        self.turned.emit(1)

    def turn_back(self) -> None:
        """Ask for the page before."""
        self.turned.emit(-1)

    def zoom_in(self) -> None:
        """Ask for a larger page."""
        self.zoomed.emit(1)

    def zoom_out(self) -> None:
        """Ask for a smaller page."""
        self.zoomed.emit(-1)

    def _tool(self, icon: str, name: str, slot: Callable[[], None]) -> IconButton:
        tool = IconButton(icon, name, style=self._style)
        tool.clicked.connect(slot)
        return tool


def _together(widgets: Sequence[QWidget]) -> QWidget:
    """Return widgets in a row that a new line never parts."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return group
