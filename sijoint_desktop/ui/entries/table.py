"""The table itself: lines to look at, to choose, to edit and to delete."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.history.lines import Line
from sijoint_desktop.ui.entries.model import COLUMNS, LinesModel
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.tables import RowsTable

_PADDING_PX, _NUMBER_PADDING_PX = 26, 18
_ARROW_PX = 12
_ROW_PX = 40
_LEAST_ROWS = 6
_LOOKED_AT = 200
"""How many lines tell what width is needed, the newest first."""


class LinesTable(RowsTable):
    """Shows lines, the newest first; a press on a heading sorts by it.

    Enter or a double click is ``edit_wished``, Delete is ``remove_wished``; ``picked`` comes when
    other lines are chosen.
    """

    edit_wished = Signal()
    remove_wished = Signal()
    picked = Signal()

    def __init__(self, model: LinesModel, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(tr("Everything on record"), style=style, parent=parent)
        self._lines = model
        self._least: dict[int, int] = {}
        self._needed: dict[int, int] = {}
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.horizontalHeader().setStretchLastSection(True)
        self.doubleClicked.connect(self.edit_wished)
        self._restyle()
        model.modelReset.connect(self._look)
        style.changed.connect(self._restyle)

    @property
    def chosen(self) -> tuple[Line, ...]:
        """The lines that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._lines.line(row) for row in rows)

    def choose(self, item_id: str) -> None:
        """Choose the line of an item and bring it into view, if it is shown."""
        row = self._lines.row_of(item_id)
        if row is not None:
            # not selectRow, which takes the row from what stands at the edge: nothing, from right
            # to left
            self.setCurrentIndex(self._lines.index(row, 0))
            self.scrollTo(self._lines.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        self._widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, delete with Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wished.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wished.emit()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Say that other lines are chosen."""
        super().selectionChanged(chosen, left)
        self.picked.emit()

    def _restyle(self) -> None:
        style = self._style
        self._lines.heading_font = style.font(TextRole.CAPTION_BOLD)
        self.set_rows(_ROW_PX, _LEAST_ROWS)
        heading, cell = QFontMetrics(self._lines.heading_font), QFontMetrics(self.font())
        self._least = {
            number: (_NUMBER_PADDING_PX if column.number else _PADDING_PX)
            + max(
                heading.horizontalAdvance(column.title) + _ARROW_PX,
                *map(cell.horizontalAdvance, column.examples),
            )
            for number, column in enumerate(COLUMNS)
        }
        for number, width in self._least.items():
            self.horizontalHeader().resizeSection(number, width)
        self._look()

    def _look(self) -> None:
        """Look how wide the words of the first lines are, and make room for them."""
        cell = QFontMetrics(self.font())
        lines = [self._lines.line(row) for row in range(self._lines.rowCount())[:_LOOKED_AT]]
        self._needed = {}
        for number, column in enumerate(COLUMNS):
            if column.elastic:
                words = {column.words(line) for line in lines}
                needed = max(map(cell.horizontalAdvance, words), default=0) + _PADDING_PX
                self._needed[number] = min(needed, 2 * self._least[number])
        self._widen()

    def _widen(self) -> None:
        """Give elastic columns what they need, as far as all columns stay in sight."""
        spare = self.viewport().width() - sum(self._least.values())
        for number, needed in self._needed.items():
            more = max(0, min(needed - self._least[number], spare))
            self.horizontalHeader().resizeSection(number, self._least[number] + more)
            spare -= more
