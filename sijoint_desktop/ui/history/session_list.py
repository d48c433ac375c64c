"""The list of sessions as a table that can be sorted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from sijoint_desktop.core.dates import short_month, weekday_word
from sijoint_desktop.history.records import SessionRecord, SessionStatus
from sijoint_desktop.ui.style.style import Style, TextRole

SORT_ROLE = Qt.ItemDataRole.UserRole
_PADDING_PX = 24
_SHEET = """
QTableView { border: none; }
QTableView::item { padding: 0 8px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""
_STATUS_WORDS = {
    SessionStatus.COMPLETED: "Done",
    SessionStatus.ENDED_EARLY: "Ended early",
    SessionStatus.RUNNING: "Not finished",
}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Column:
    """A heading, the words of a cell, and what the column is sorted by."""

    heading: str
    words: Callable[[SessionRecord], str]
    order: Callable[[SessionRecord], Any]
    number: bool = False


def _date_words(record: SessionRecord) -> str:
    start = record.local_start
    day = f"{weekday_word(start)[:3]} {start.day} {short_month(start)} {start.year}"
    return f"{day}, {start:%H:%M}"


def _pain_words(score: int | None) -> str:
    return "–" if score is None else str(score)


def _pain_order(score: int | None) -> int:
    return -1 if score is None else score


COLUMNS = (
    _Column("Date", _date_words, lambda record: record.started_at.timestamp()),
    _Column("Routine", lambda record: record.routine_name, lambda r: r.routine_name.casefold()),
    _Column("Minutes", lambda record: str(record.minutes), lambda r: r.minutes, number=True),
    _Column(
        "Repetitions",
        lambda record: f"{len(record.reps)} of {record.planned_reps}",
        lambda record: len(record.reps),
        number=True,
    ),
    _Column(
        "Pain before",
        lambda record: _pain_words(record.nrs_before),
        lambda record: _pain_order(record.nrs_before),
        number=True,
    ),
    _Column(
        "Pain after",
        lambda record: _pain_words(record.nrs_after),
        lambda record: _pain_order(record.nrs_after),
        number=True,
    ),
    _Column("How it ended", lambda record: _STATUS_WORDS[record.status], lambda r: r.status.value),
)


class SessionModel(QAbstractTableModel):
    """Sessions as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.heading_font = QFont()
        self._records: tuple[SessionRecord, ...] = ()

    def show(self, records: tuple[SessionRecord, ...]) -> None:
        """Take over other sessions."""
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def words(self, column: _Column) -> set[str]:
        """Return the different words of a column."""
        return {column.words(record) for record in self._records}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of sessions."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, the side they stand on and the order of a cell."""
        column = COLUMNS[index.column()]
        record = self._records[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(record)
        if role == SORT_ROLE:
            return column.order(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(COLUMNS[section])
            if role == Qt.ItemDataRole.FontRole:
                return self.heading_font
        return None


class SessionList(QTableView):
    """The table of sessions, the newest first; a click on a heading sorts by it."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._sessions = SessionModel()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._sessions)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setAccessibleName("Your sessions")
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setStyleSheet(_SHEET)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self._restyle()
        style.changed.connect(self._restyle)

    def show_sessions(self, records: tuple[SessionRecord, ...]) -> None:
        """Show these sessions in the order that was chosen."""
        self._sessions.show(records)
        self._fit()

    def _restyle(self) -> None:
        self.setFont(self._style.font(TextRole.BODY, tabular=True))
        self._sessions.heading_font = self._style.font(TextRole.CAPTION_BOLD)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._style.px(40))
        self.setMinimumHeight(self._style.px(40) * 6)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        heading, cell = QFontMetrics(self._sessions.heading_font), QFontMetrics(self.font())
        for number, column in enumerate(COLUMNS):
            widths = [cell.horizontalAdvance(words) for words in self._sessions.words(column)]
            # room for the arrow that shows the order
            widths.append(heading.horizontalAdvance(column.heading) + 14)
            header.resizeSection(number, max(widths) + _PADDING_PX)


def _alignment(column: _Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
