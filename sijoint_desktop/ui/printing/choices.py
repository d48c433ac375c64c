"""The choices beside a print preview: paper, figure, size of print, note and pages."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Chip, Page, Segments, Text

_WIDTH_PX = 300


class SheetChoices(Page):
    """Says what was chosen; decides nothing. It scrolls where a window is low.

    ``per_page_chosen`` carries a number of exercises, 0 for as many as fit. What is only for a
    sheet with ``exercises`` is not there without them.
    """

    paper_chosen = Signal(str)
    figure_chosen = Signal(str)
    large_toggled = Signal(bool)
    per_page_chosen = Signal(str)
    note_written = Signal(str)

    def __init__(
        self,
        *,
        style: Style,
        paper: Paper,
        figure_style: FigureStyle,
        large: bool,
        exercises: bool,
        can_print: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self.body.setSpacing(8)
        self.setFixedWidth(style.px(_WIDTH_PX))
        papers = [(size.value, size.word) for size in Paper]
        self._offer(tr("Paper"), papers, paper.value, self.paper_chosen)
        if exercises:
            figures = [
                (FigureStyle.BODY.value, tr("Body", "figure")),
                (FigureStyle.STICK.value, tr("Stick figure")),
            ]
            self._offer(tr("Figure"), figures, figure_style.value, self.figure_chosen)
            counts = [("0", tr("All that fit")), ("1", "1"), ("2", "2"), ("3", "3")]
            self._offer(tr("Exercises on a page"), counts, "0", self.per_page_chosen)
        chip = Chip(tr("Large print"), style=style, checked=large)
        chip.toggled.connect(self.large_toggled)
        self.body.addSpacing(8)
        self.body.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
        self._note = self._line(
            tr("Note from your clinician"), tr("Written into the head"), most=400
        )
        self._note.textEdited.connect(self.note_written)
        self._pages = self._line(tr("Pages to print or save"), tr("All, or 2, or 2-3"), most=12)
        if not can_print:
            why = tr("No printer found. A PDF can be printed anywhere.")
            self.body.addSpacing(8)
            self.body.addWidget(Text(why, TextRole.CAPTION, "ink2", style=style))
        self.body.addStretch(1)

    @property
    def pages(self) -> str:
        """The pages that are asked for, as they were written."""
        return self._pages.text()

    @property
    def note(self) -> str:
        """The clinician's note as far as it is written."""
        return self._note.text().strip()

    def _offer(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str,
        chosen: SignalInstance,
    ) -> None:
        self._heading(name)
        segments = Segments(options, style=self._style, value=value, name=name)
        segments.chosen.connect(chosen)
        self.body.addWidget(segments, alignment=Qt.AlignmentFlag.AlignLeft)

    def _line(self, name: str, hint: str, *, most: int) -> QLineEdit:
        self._heading(name)
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setMaxLength(most)
        line.setFont(self._style.font(TextRole.BODY))
        line.setFixedHeight(self._style.px(36))
        self.body.addWidget(line)
        return line

    def _heading(self, words: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(Text(words, TextRole.BODY_BOLD, style=self._style))
