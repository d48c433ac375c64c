"""The row of choices above a print preview: paper, figure, size of print, zoom and pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Chip, FlowLayout, IconButton, Segments, Text

WHOLE, WIDTH = "whole", "width"
"""The two ways to fit a page into the preview."""


_PER_PAGE = [("0", "As many as fit"), ("1", "1 a page"), ("2", "2 a page"), ("3", "3 a page")]


class PreviewTools(QWidget):
    """Says what was chosen; decides nothing.

    ``turned`` carries how many pages on, ``zoomed`` +1 or -1, ``fit_chosen`` WHOLE or WIDTH,
    ``per_page_chosen`` a number of exercises, 0 for as many as fit. What is only for a sheet with
    ``exercises`` is not there without them.
    """

    paper_chosen = Signal(str)
    figure_chosen = Signal(str)
    large_toggled = Signal(bool)
    fit_chosen = Signal(str)
    zoomed = Signal(int)
    turned = Signal(int)
    per_page_chosen = Signal(str)
    note_written = Signal(str)
    pages_written = Signal(str)

    def __init__(
        self,
        *,
        style: Style,
        paper: Paper,
        figure_style: FigureStyle,
        large: bool,
        exercises: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._page = Text("", TextRole.CAPTION, style=style, wrap=False, tabular=True)
        # a layout of its own around the flow, so that the height follows the width
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=12)
        papers = [(size.value, size.word) for size in Paper]
        row.addWidget(self._segments(papers, paper.value, "Paper", self.paper_chosen))
        if exercises:
            figures = [(FigureStyle.BODY.value, "Body"), (FigureStyle.STICK.value, "Stick figure")]
            row.addWidget(self._segments(figures, figure_style.value, "Figure", self.figure_chosen))
            name = "Exercises on a page"
            row.addWidget(self._segments(_PER_PAGE, "0", name, self.per_page_chosen))
        chip = Chip("Large print", style=style, checked=large)
        chip.toggled.connect(self.large_toggled)
        row.addWidget(chip)
        fits = [(WHOLE, "Whole page"), (WIDTH, "Page width")]
        row.addWidget(self._segments(fits, WHOLE, "Zoom", self.fit_chosen))
        row.addWidget(
            _together(
                (
                    self._tool("zoom-out", "Zoom out", self.zoom_out),
                    self._tool("zoom-in", "Zoom in", self.zoom_in),
                )
            )
        )
        row.addWidget(
            _together(
                (
                    self._tool("chevron-left", "Page before", self.turn_back),
                    self._page,
                    self._tool("chevron-right", "Next page", self.turn_on),
                )
            )
        )
        column.addLayout(row)
        self._note = self._line("Note from your clinician", self.note_written, most=400)
        self._pages = self._line("All pages, or 2-3", self.pages_written, most=12)
        self._pages.setAccessibleName("Pages to print or save")
        self._pages.setFixedWidth(style.px(180))
        lines = QHBoxLayout()
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self._note, 1)
        lines.addWidget(self._pages)
        column.addLayout(lines)

    @property
    def pages(self) -> str:
        """The pages that are asked for, as they were written."""
        return self._pages.text()

    @property
    def note(self) -> str:
        """The clinician's note as far as it is written."""
        return self._note.text().strip()

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

    def _segments(
        self, options: Sequence[tuple[str, str]], value: str, name: str, chosen: SignalInstance
    ) -> Segments:
        segments = Segments(options, style=self._style, value=value, name=name)
        segments.chosen.connect(chosen)
        return segments

    def _line(self, words: str, written: SignalInstance, *, most: int) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(words)
        line.setAccessibleName(words)
        line.setMaxLength(most)
        line.setFont(self._style.font(TextRole.BODY))
        line.textEdited.connect(written)
        return line

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
