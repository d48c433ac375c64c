"""The days with exercise, week by week: a table of small cells that can be read out."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sijoint_desktop.core.dates import short_month, short_weekday, week_start
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.consistency import CalendarDay, DayState, Week, day_words
from sijoint_desktop.history.picture import Sign
from sijoint_desktop.ui.history.marks import paint_mark
from sijoint_desktop.ui.style.style import Style, TextRole

MOST_WEEKS = 53
_LEAST_WEEKS = 6
_CELL_PX = 14
_GAP_PX = 3
_NAMED_ROWS = (0, 2, 4, 6)
_MARKS = {
    DayState.DONE: Sign.DONE,
    DayState.PARTLY: Sign.PARTLY,
    DayState.FLARE: Sign.FLARE,
    DayState.MISSED: Sign.MISSED,
    DayState.REST: Sign.REST,
    DayState.NONE: Sign.REST,
    DayState.OPEN: Sign.TODAY,
    DayState.PLANNED: Sign.PLANNED,
    DayState.AHEAD: Sign.NONE,
}

_Index = QModelIndex | QPersistentModelIndex


def _row_names() -> list[tuple[int, str]]:
    first = week_start(date(1970, 1, 1))
    return [(row, short_weekday(first + timedelta(days=row))) for row in _NAMED_ROWS]


class _DaysModel(QAbstractTableModel):
    """Weeks as columns, their days as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks: tuple[Week, ...] = ()
        self.today = date(1970, 1, 1)

    def show(self, weeks: tuple[Week, ...], today: date) -> None:
        """Take over other weeks."""
        self.beginResetModel()
        self.weeks, self.today = weeks, today
        self.endResetModel()

    def day(self, index: _Index) -> CalendarDay:
        """Return the day of a cell."""
        return self.weeks[index.column()].days[index.row()]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the days of a week."""
        return 0 if parent.isValid() else 7

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of weeks."""
        return 0 if parent.isValid() else len(self.weeks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a day, for a screen reader and for the line below."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            day = self.day(index)
            return day_words(day, is_today=day.day == self.today)
        return None


class _DayPainter(QStyledItemDelegate):
    """Paints a day as its mark, and today and the current cell with an edge."""

    def __init__(self, style: Style, model: _DaysModel, view: QTableView) -> None:
        super().__init__(view)
        self._style = style
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        day = self._model.day(index)
        cell = QRectF(option.rect)
        edge = min(cell.width(), cell.height()) * _CELL_PX / (_CELL_PX + _GAP_PX)
        box = QRectF(0, 0, edge, edge)
        box.moveCenter(cell.center())
        paint_mark(painter, box, _MARKS[day.state], self._style.theme)
        if day.day == self._model.today and day.state is not DayState.OPEN:
            paint_mark(painter, cell.adjusted(0.5, 0.5, -0.5, -0.5), Sign.TODAY, self._style.theme)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._style.theme.ink), 2))
            painter.drawEllipse(cell.adjusted(1, 1, -1, -1))
            painter.restore()


class DaysCalendar(QWidget):
    """As many weeks as fit, up to a year, the present one last.

    Arrow keys move from day to day; ``day_shown`` carries the words of the day under the pointer or
    the keyboard, or an empty text.
    """

    day_shown = Signal(str)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._weeks: tuple[Week, ...] = ()
        self._today = date(1970, 1, 1)
        self._model = _DaysModel()
        self.view = _DaysView(self._model, self)
        self.view.setItemDelegate(_DayPainter(style, self._model, self.view))
        self.view.day_entered.connect(self._on_day_entered)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.changed.connect(self._restyle)

    def show_weeks(self, weeks: tuple[Week, ...], today: date) -> None:
        """Show the newest of these weeks, oldest first, that fit the width."""
        self._weeks, self._today = weeks, today
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return the width of a year and the height of seven days with their months."""
        return QSize(self._left() + MOST_WEEKS * self._pitch(), self._top() + 7 * self._pitch())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few weeks."""
        return QSize(self._left() + _LEAST_WEEKS * self._pitch(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many weeks as now fit."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the names of days and months around the cells."""
        painter = QPainter(self)
        painter.setFont(self._style.font(TextRole.CAPTION))
        painter.setPen(QColor(self._style.theme.ink2))
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, name in _row_names():
            top = self.view.y() + row * self._pitch()
            painter.drawText(QRectF(0, top, self._left(), self._pitch()), middle, name)
        metrics = QFontMetrics(painter.font())
        free = 0.0
        for column, week in enumerate(self._model.weeks):
            first = next((day.day for day in week.days if day.day.day == 1), None)
            x = self.view.x() + column * self._column_px()
            if first is None or x < free:
                continue
            word = short_month(first)
            width = metrics.horizontalAdvance(word)
            if x + width > self.width():
                break
            painter.drawText(QRectF(x, 0, width + 2, self._top()), middle, word)
            free = x + width + 6

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange()
        self.update()

    def _pitch(self) -> int:
        return self._style.px(_CELL_PX + _GAP_PX)

    def _left(self) -> int:
        metrics = QFontMetrics(self._style.font(TextRole.CAPTION))
        return max(metrics.horizontalAdvance(name) for _row, name in _row_names()) + 14

    def _top(self) -> int:
        return round(QFontMetrics(self._style.font(TextRole.CAPTION)).height() * 1.5)

    def _column_px(self) -> int:
        shown = max(1, len(self._model.weeks))
        # a little wider than high fills the card, as far as it still looks like a calendar
        return min((self.width() - self._left()) // shown, round(self._pitch() * 1.12))

    def _arrange(self) -> None:
        fit = max(_LEAST_WEEKS, (self.width() - self._left()) // self._pitch())
        shown = self._weeks[-min(fit, MOST_WEEKS) :]
        if shown != self._model.weeks or self._today != self._model.today:
            self._model.show(shown, self._today)
        pitch = self._pitch()
        self.view.set_cells(self._column_px(), pitch)
        columns = self._column_px() * len(self._model.weeks)
        self.view.setGeometry(self._left(), self._top(), columns, 7 * pitch)
        self.update()

    def _on_day_entered(self, index: QModelIndex) -> None:
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        self.day_shown.emit(words or "")

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._on_day_entered(index)


class _DaysView(QTableView):
    """The cells alone: no headers, lines or scroll bars."""

    day_entered = Signal(QModelIndex)

    def __init__(self, model: _DaysModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = model
        self.setModel(model)
        self.setAccessibleName(tr("Days with exercise"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: none; background: transparent; }")
        self.setShowGrid(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def set_cells(self, width: int, height: int) -> None:
        """Give every cell a size in pixels."""
        self.horizontalHeader().setDefaultSectionSize(max(1, width))
        self.verticalHeader().setDefaultSectionSize(max(1, height))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with today, or go on with the day that was left."""
        first_time = not self.currentIndex().isValid()  # Qt would begin at the oldest day
        super().focusInEvent(event)
        if first_time and self._days.weeks:
            row = (self._days.today - week_start(self._days.today)).days
            self.setCurrentIndex(self._days.index(row, len(self._days.weeks) - 1))
        self.day_entered.emit(self.currentIndex())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no current day while the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.day_entered.emit(QModelIndex())
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which day the pointer is at."""
        super().mouseMoveEvent(event)
        self.day_entered.emit(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is at no day."""
        super().leaveEvent(event)
        self.day_entered.emit(QModelIndex())
