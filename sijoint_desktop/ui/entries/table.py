"""The table itself: lines to look at, to choose, to edit and to delete."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.history.lines import Line
from sijoint_desktop.ui.entries.model import COLUMNS, LinesModel
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.tables import RowsTable

_PADDING_PX = 26
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
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.horizontalHeader().setStretchLastSection(True)
        self.doubleClicked.connect(self.edit_wished)
        self._restyle()
        model.modelReset.connect(self._widen)
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
        for number, column in enumerate(COLUMNS):
            words = max(map(cell.horizontalAdvance, column.examples))
            title = heading.horizontalAdvance(column.title) + _ARROW_PX
            self.horizontalHeader().resizeSection(number, max(words, title) + _PADDING_PX)
        self._widen()

    def _widen(self) -> None:
        """Give the long words of the first lines room; what was given once stays."""
        header, cell = self.horizontalHeader(), QFontMetrics(self.font())
        lines = [self._lines.line(row) for row in range(self._lines.rowCount())[:_LOOKED_AT]]
        for number, column in enumerate(COLUMNS):
            if column.elastic:
                words = {column.words(line) for line in lines}
                needed = max(map(cell.horizontalAdvance, words), default=0)
                most = 2 * cell.horizontalAdvance(column.widest)
                width = min(needed, most) + _PADDING_PX
                header.resizeSection(number, max(header.sectionSize(number), width))
