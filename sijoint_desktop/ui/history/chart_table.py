"""The numbers of a chart as a table that can be sorted, read out and copied."""

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from sijoint_desktop.core.dates import short_date_with_year, short_weekday, weekday_and_date
from sijoint_desktop.core.language import number, tr
from sijoint_desktop.history.picture import Table, Value
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.tables import RowsTable

_ORDER = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 7
_MEASURED_ROWS = 200  # widths are taken from these: ten years of rows would take a second
_PADDING_PX = 28
_Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The rows of a table; empty cells sort before all others."""

    def __init__(self) -> None:
        super().__init__()
        self.heading_font = QFont()
        self.table = Table((), ())

    def show_table(self, table: Table) -> None:
        """Take over another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.table.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, their side, and what it is sorted by."""
        value = self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(value)
        if role == _ORDER:
            return _order(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = isinstance(value, int | float)
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.table.headings[section]
            if role == Qt.ItemDataRole.FontRole:
                return self.heading_font
        return None


class ChartTable(RowsTable):
    """The table of a chart; a click on a heading sorts, and Ctrl+C copies what is marked."""

    def __init__(self, name: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(tr("{chart}, as a table", chart=name), style=style, parent=parent)
        self._numbers = TableModel()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._numbers)
        self._sorted.setSortRole(_ORDER)
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
        self._restyle()
        style.changed.connect(self._restyle)

    def show_table(self, table: Table) -> None:
        """Show these rows, in their own order until a heading is clicked."""
        self._sorted.sort(-1)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._numbers.show_table(table)
        self._fit()

    def copy(self) -> None:
        """Put the marked rows, or all where none is, on the clipboard with their headings."""
        marked = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = marked or range(self._sorted.rowCount())
        columns = range(self._sorted.columnCount())
        lines = ["\t".join(self._numbers.table.headings)]
        lines += [
            "\t".join(str(self._sorted.index(row, column).data()) for column in columns)
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self._numbers.heading_font = self._style.font(TextRole.CAPTION_BOLD)
        self.set_rows(36, _ROWS_SHOWN)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        heading, cell = QFontMetrics(self._numbers.heading_font), QFontMetrics(self.font())
        table = self._numbers.table
        for column, words in enumerate(table.headings):
            cells = {cell_words(row[column]) for row in table.rows[:_MEASURED_ROWS]}
            widths = [cell.horizontalAdvance(each) for each in cells]
            # room for the arrow that shows the order
            widths.append(heading.horizontalAdvance(words) + 14)
            header.resizeSection(column, max(widths) + _PADDING_PX)


def cell_words(value: Value) -> str:
    """Return the words of a cell; a dash stands for what is not known."""
    if value is None:
        return "–"
    if isinstance(value, date):
        return weekday_and_date(short_weekday(value), short_date_with_year(value))
    return number(value) if isinstance(value, float) else str(value)


def _order(value: Value) -> Any:
    if value is None:
        return -1
    return value.toordinal() if isinstance(value, date) else value
