"""The lines of the table, sorted and filtered; words are made only for the cells that are seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.lines import Line, LineKind, matching, moment_in_words

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WIDE_WEEK = tuple(datetime(2028, 11, day, 20, 48) for day in range(20, 27))  # noqa: DTZ001
"""A moment of each weekday, since another name is the longest in each language."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the words of a cell, what the column is sorted by, and an example of its width.

    Where there is no example, the widest of the moments tells the width. A column that is
    ``elastic`` grows with its words, as far as there is room.
    """

    heading: str
    words: Callable[[Line], str]
    order: Callable[[Line], Any]
    widest: str
    number: bool = False
    elastic: bool = False

    @property
    def title(self) -> str:
        """The heading in the language in use."""
        return tr(self.heading, "table")

    @property
    def examples(self) -> tuple[str, ...]:
        """Words that take as much room as most cells of the column."""
        return (self.widest,) if self.widest else tuple(map(moment_in_words, _WIDE_WEEK))


def _score(value: int | None) -> str:
    return "–" if value is None else str(value)


def _rank(value: int | None) -> int:
    return -1 if value is None else value


COLUMNS = (
    Column(mark("Date", "table"), lambda line: line.when, lambda line: line.at, ""),
    Column(
        mark("Entry", "table"),
        lambda line: line.what,
        lambda line: line.what.casefold(),
        "M" * 9,
        elastic=True,
    ),
    Column(
        mark("Details", "table"),
        lambda line: line.details,
        lambda line: line.details.casefold(),
        "M" * 12,
        elastic=True,
    ),
    Column(
        mark("Pain", "table"),
        lambda line: _score(line.pain),
        lambda line: _rank(line.pain),
        "10",
        True,
    ),
    Column(
        mark("Worst", "table"),
        lambda line: _score(line.worst),
        lambda line: _rank(line.worst),
        "10",
        True,
    ),
    Column(
        mark("After", "table"),
        lambda line: _score(line.after),
        lambda line: _rank(line.after),
        "10",
        True,
    ),
    Column(
        mark("Note", "table"), lambda line: line.note, lambda line: line.note.casefold(), "M" * 4
    ),
)


class LinesModel(QAbstractTableModel):
    """Lines as rows. It sorts and filters by itself: Qt's proxy would ask Python for every cell."""

    def __init__(self) -> None:
        super().__init__()
        self.heading_font = QFont()
        self._all: Sequence[Line] = ()
        self._shown: list[Line] = []
        self._kinds: frozenset[LineKind] = frozenset()
        self._words = ""
        self._sorted_by = (0, Qt.SortOrder.DescendingOrder)

    def show(self, lines: Sequence[Line]) -> None:
        """Take over other lines, filtered and sorted as it was chosen."""
        self._all = lines
        self._arrange()

    def filter(self, kinds: frozenset[LineKind], words: str) -> None:
        """Show only lines of these kinds (all where empty) that hold every one of the words."""
        self._kinds, self._words = kinds, words
        self._arrange()

    def line(self, row: int) -> Line:
        """Return the line of a row."""
        return self._shown[row]

    def row_of(self, item_id: str) -> int | None:
        """Return the row of the item with this id, or None where it is not shown."""
        ids = (line.item.id for line in self._shown)
        return next((row for row, found in enumerate(ids) if found == item_id), None)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is equal stays in the order of time."""
        self._sorted_by = (column, order)
        self._arrange()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of lines that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell and the side they stand on."""
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(self._shown[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole and not column.number:
            return column.words(self._shown[index.row()]) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if COLUMNS[section].number else _LEFT
            if role == Qt.ItemDataRole.FontRole:
                return self.heading_font
        return None

    def _arrange(self) -> None:
        column, order = self._sorted_by
        falling = order == Qt.SortOrder.DescendingOrder
        self.beginResetModel()
        self._shown = list(matching(self._all, self._kinds, self._words))
        self._shown.sort(key=COLUMNS[column].order, reverse=falling)
        self.endResetModel()
