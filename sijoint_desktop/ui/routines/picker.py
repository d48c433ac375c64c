"""The exercises that can be put into a routine: searched, dragged, or added with Enter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.search import found_by
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.lines import offer_line
from sijoint_desktop.ui.routines.slot_list import EXERCISE_MIME, RowList
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    IconButton,
    SearchField,
    Style,
    Text,
    TextRole,
)


class Picker(Card):
    """``added`` names the exercise that was chosen; ``closed`` says that no more are wanted."""

    added = Signal(str)
    closed = Signal()

    def __init__(
        self,
        library: Library,
        miniatures: Miniatures,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, padding=16, parent=parent)
        self._library = library
        self._fitting = Fitting()
        self._taken: frozenset[str] = frozenset()
        self.search = SearchField(tr("Find an exercise"), style=style)
        self.close_button = IconButton("x", tr("Close the list of exercises"), style=style)
        self.list = RowList(tr("Exercises to add"), EXERCISE_MIME, miniatures, style=style)
        self.add = Button(tr("Add"), ButtonKind.OUTLINE, "plus", style=style)
        self.nothing = Text(tr("Nothing matches."), TextRole.BODY, "ink2", style=style)
        heading = QHBoxLayout()
        heading.addWidget(Text(tr("Add an exercise"), TextRole.H2, style=style), 1)
        heading.addWidget(self.close_button)
        self.body.addLayout(heading)
        self.body.addWidget(self.search)
        row = QHBoxLayout()
        row.addWidget(self.add)
        hint = Text(tr("Or drag it to its place."), TextRole.CAPTION, "ink2", style=style)
        row.addWidget(hint, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.search.textChanged.connect(self._on_search)
        self.close_button.clicked.connect(self.closed)
        self.list.opened.connect(self._on_opened)
        self.add.clicked.connect(self._on_add)

    def show_for(self, fitting: Fitting, taken: frozenset[str]) -> None:
        """Offer the exercises; those that are in the routine come last, marked as such."""
        self._fitting, self._taken = fitting, taken
        self._fill()

    def _fill(self) -> None:
        found = [e for e in self._library if found_by(e, self.search.text())]
        found.sort(key=lambda e: (self._fitting.left_out(e), e.id in self._taken))
        current = max(0, min(self.list.currentIndex().row(), len(found) - 1))
        lines = [offer_line(e, self._fitting, taken=e.id in self._taken) for e in found]
        self.list.show_lines(lines, current)
        self.nothing.setVisible(not found)
        self.add.setEnabled(bool(found))

    def _on_search(self, _text: str) -> None:
        self._fill()

    def _on_add(self) -> None:
        self._on_opened(self.list.currentIndex().row())

    def _on_opened(self, row: int) -> None:
        lines = self.list.rows.lines
        if 0 <= row < len(lines):
            self.added.emit(str(lines[row].exercise.id))
