"""The two cards of the History page that draw: the pain line, and the days."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sijoint_desktop.history.consistency import days_with_exercise, weeks
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.series import Range, pain_points, within
from sijoint_desktop.ui.history.calendar import MOST_WEEKS, DaysCalendar
from sijoint_desktop.ui.history.marks import LegendItem, Mark
from sijoint_desktop.ui.history.summary import EmptyAxes
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, Text

if TYPE_CHECKING:
    from sijoint_desktop.ui.history.charts import PainChart

PAIN_EMPTY = "Your pain line starts with your first session."
PAIN_NONE_IN_SPAN = "No pain scores in this time. Choose a longer one above."
DAYS_EMPTY = "Days you exercise appear here."
_LEAST_DAYS = 14
_HEAD_GAP_PX = 12


class PainCard(Card):
    """The pain line with its legend, or what it will be when there is nothing yet.

    ``today_requested`` asks for the page from which a session is started.
    """

    today_requested = Signal()

    def __init__(self, *, style: Style) -> None:
        super().__init__(style=style)
        self._style = style
        self._chart: PainChart | None = None
        self._legend = _legend(
            ((Mark.USUAL, "Usual before"), (Mark.BEFORE_AFTER, "Before to after")), style
        )
        self._axes = EmptyAxes(style=style)
        self._words = Text("", style=style)
        self._go = Button("Go to Today", ButtonKind.OUTLINE, style=style)
        self._go.clicked.connect(self._on_go)
        title = Text("Pain, 0 to 10", TextRole.H2, style=style, wrap=False)
        self.body.addWidget(HeadRow(title, self._legend, style=style))
        self.body.addWidget(self._axes, 1)
        self.body.addWidget(self._words)
        self.body.addWidget(self._go)

    @property
    def chart(self) -> "PainChart | None":
        """The chart, once there was something to draw."""
        return self._chart

    @property
    def words(self) -> str:
        """The sentence in place of the line, empty while there is a line."""
        return "" if self._words.isHidden() else self._words.text()

    def show_sessions(self, sessions: Sequence[SessionRecord], span: Range, today: date) -> None:
        """Draw the pain of the span that ends today."""
        points = pain_points(within(sessions, span, today))
        if points:
            first = _axis_start(points[0].local_date, span, today)
            self._made_chart().show_points(points, first, max(today, points[-1].local_date))
        for part in (self._axes, self._words):
            part.setVisible(not points)
        for item in self._legend:
            item.setVisible(bool(points))
        self._go.setVisible(not sessions)
        self._words.setText(PAIN_NONE_IN_SPAN if sessions else PAIN_EMPTY)
        if self._chart is not None:
            self._chart.setVisible(bool(points))

    def _made_chart(self) -> "PainChart":
        if self._chart is None:
            # imported here: it costs half a second, and only a person with data needs it
            from sijoint_desktop.ui.history.charts import PainChart  # noqa: PLC0415

            self._chart = PainChart(style=self._style)
            self.body.insertWidget(1, self._chart, 1)
        return self._chart

    def _on_go(self) -> None:
        self.today_requested.emit()


class DaysCard(Card):
    """The calendar with its legend, and the words of the day at the pointer."""

    def __init__(self, *, style: Style) -> None:
        super().__init__(style=style)
        self._count = ""
        self._legend = _legend(
            (
                (Mark.DONE, "Done"),
                (Mark.PARTLY, "Partly"),
                (Mark.NONE, "No session"),
                (Mark.TODAY, "Today"),
            ),
            style,
        )
        self.calendar = DaysCalendar(style=style)
        self._words = Text("", TextRole.CAPTION, "ink2", style=style)
        self.calendar.day_shown.connect(self._on_day_shown)
        title = Text("Days", TextRole.H2, style=style, wrap=False)
        self.body.addWidget(HeadRow(title, self._legend, style=style))
        self.body.addWidget(self.calendar)
        self.body.addWidget(self._words)

    @property
    def words(self) -> str:
        """The line below the calendar."""
        return self._words.text()

    def show_sessions(self, sessions: Sequence[SessionRecord], today: date) -> None:
        """Show the year that ends today."""
        shown = weeks(sessions, today, MOST_WEEKS)
        count = sum(week.days_done for week in shown)
        days = f"{count} day{'' if count == 1 else 's'}"
        self._count = f"{days} with exercise in the last year." if count else DAYS_EMPTY
        for item in self._legend:
            item.setVisible(bool(days_with_exercise(sessions)))
        self.calendar.show_weeks(shown, today)
        self._words.setText(self._count)

    def _on_day_shown(self, words: str) -> None:
        self._words.setText(words or self._count)


class HeadRow(QWidget):
    """A heading with widgets at its right; they move below it where they do not fit."""

    def __init__(self, head: QWidget, tools: Sequence[QWidget], *, style: Style) -> None:
        super().__init__()
        self._parts = (head, *tools)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_HEAD_GAP_PX)
        self._grid.setColumnStretch(0, 1)
        self._places: list[int] = []
        self._arrange()
        style.changed.connect(self._arrange)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part alone, so that the row may become narrower."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the lines for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        lines = self._lines()
        if lines == self._places:
            return
        self._places = lines
        for number, (part, line) in enumerate(zip(self._parts, lines, strict=True)):
            column = number if lines[-1] == 0 else lines[:number].count(line)
            self._grid.addWidget(part, line, column)
        self._grid.setColumnStretch(0, 1 if lines[-1] == 0 else 0)
        self._grid.setColumnStretch(len(lines), 0 if lines[-1] == 0 else 1)

    def _lines(self) -> list[int]:
        widths = [part.sizeHint().width() + _HEAD_GAP_PX for part in self._parts]
        if sum(widths) <= self.width():
            return [0] * len(widths)
        lines, used = [0], self.width()
        for width in widths[1:]:
            fits = used + width <= self.width()
            lines.append(lines[-1] if fits else lines[-1] + 1)
            used = used + width if fits else width
        return lines


def _legend(items: Sequence[tuple[Mark, str]], style: Style) -> list[QWidget]:
    return [LegendItem(mark, word, style=style) for mark, word in items]


def _axis_start(first_point: date, span: Range, today: date) -> date:
    # a short history fills the width, but never looks busier than two weeks do
    latest = min(first_point, today - timedelta(days=_LEAST_DAYS - 1))
    if span.days is None:
        return latest
    return max(latest, today - timedelta(days=span.days - 1))
