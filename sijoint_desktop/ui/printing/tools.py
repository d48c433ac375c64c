"""The row above a print preview: how large the pages are seen, and which."""

from collections.abc import Callable, Sequence

from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import FlowLayout, IconButton, Segments, Text

_WHOLE, _WIDTH = "whole", "width"  # the two ways to fit a page into the preview


class PreviewTools(QWidget):
    """Turns and zooms the pages of a view, and says which one is shown."""

    def __init__(
        self, view: QPrintPreviewWidget, *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._style = style
        self._page = Text("", TextRole.CAPTION, style=style, wrap=False, tabular=True)
        # a layout of its own around the flow, so that the height follows the width
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=12)
        fits = Segments(
            [(_WHOLE, tr("Whole page")), (_WIDTH, tr("Page width"))], style=style, name=tr("Zoom")
        )
        fits.chosen.connect(self._on_fit_chosen)
        row.addWidget(fits)
        zoom = (
            self._tool("zoom-out", tr("Zoom out"), self.zoom_out),
            self._tool("zoom-in", tr("Zoom in"), self.zoom_in),
        )
        row.addWidget(_together(zoom))
        turn = (
            self._tool("chevron-left", tr("Page before"), self.turn_back),
            self._page,
            self._tool("chevron-right", tr("Next page"), self.turn_on),
        )
        row.addWidget(_together(turn))
        column.addLayout(row)

    def turn(self, pages: int) -> None:
        """Show the page that lies ``pages`` further on; negative turns back."""
        wanted = min(max(self._view.currentPage() + pages, 1), self._view.pageCount())
        self._view.setCurrentPage(wanted)
        self.show_page()

    def show_page(self) -> None:
        """Say which page of how many is shown."""
        page, pages = self._view.currentPage(), self._view.pageCount()
        self._page.setText(tr("Page {page} of {pages}", page=page, pages=pages))

    def turn_on(self) -> None:
        """Show the next page."""
        self.turn(1)

    def turn_back(self) -> None:
        """Show the page before."""
        self.turn(-1)

    def zoom_in(self) -> None:
        """Show the page larger."""
        self._view.zoomIn()

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self._view.zoomOut()

    def _on_fit_chosen(self, key: str) -> None:
        if key == _WIDTH:
            self._view.fitToWidth()
        else:
            self._view.fitInView()

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
