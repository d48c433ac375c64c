"""The History page: how pain went, on which days, and everything on record as a table."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.series import Range
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.ui.history.cards import DaysCard, HeadRow, PainCard
from sijoint_desktop.ui.history.summary import SummaryCard
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Banner, Page, Segments, Text

_CHARTS, _TABLE = "charts", "table"
_SUMMARY_PX = 296
_CHART_LEAST_PX = 480


class RecordTable(Protocol):
    """The table of everything on record, which is another page's work."""

    @property
    def widget(self) -> QWidget:
        """The table as a widget."""
        ...

    def show_span(self, span: Range) -> None:
        """Show what lies within a time."""
        ...

    def refresh(self) -> None:
        """Read everything on record again."""
        ...


class HistoryPage(Page):
    """Shows what ``load`` returns; it reads only while it can be seen.

    Call ``refresh`` when something was recorded. ``make_table`` makes the table when it is first
    wanted. ``today_requested`` asks for the page from which a session is started.
    """

    today_requested = Signal()

    def __init__(
        self,
        style: Style,
        load: Callable[[], tuple[SessionRecord, ...]],
        clock: Clock,
        make_table: Callable[[], RecordTable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._load = load
        self._clock = clock
        self._make_table = make_table
        self.table: RecordTable | None = None
        self._records: tuple[SessionRecord, ...] = ()
        self._loaded_on = clock.now().date()
        self._stale = True
        self._build_head()
        self._build_charts()
        self._show_view(_CHARTS)
        style.changed.connect(self._arrange)

    @property
    def span(self) -> Range:
        """How far back the page now goes."""
        return Range(self._spans.value)

    def refresh(self) -> None:
        """Read the sessions again, now or when the page is next shown."""
        self._stale = True
        if self.isVisible():
            self._reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the sessions where they changed, or the day did, since the page was last shown."""
        super().showEvent(event)
        if self._stale or self._loaded_on != self._clock.now().date():
            self._reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards side by side or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _build_head(self) -> None:
        style = self._style
        self._spans = Segments(
            [(span.value, span.value) for span in Range],
            style=style,
            value=Range.THREE_MONTHS.value,
            name="Time shown",
        )
        self._views = Segments(
            [(_CHARTS, "Charts"), (_TABLE, "Table")], style=style, name="Shown as"
        )
        self._spans.chosen.connect(self._on_span_chosen)
        self._views.chosen.connect(self._show_view)
        title = Text("History", TextRole.H1, style=style, wrap=False)
        head = HeadRow(title, (self._spans, self._views), style=style)
        self._fault: Banner | None = None
        self.body.addWidget(head)

    def _build_charts(self) -> None:
        style = self._style
        self.summary = SummaryCard(style=style)
        self.pain = PainCard(style=style)
        self.days = DaysCard(style=style)
        self.pain.today_requested.connect(self.today_requested)
        self._charts = QWidget()
        column = QVBoxLayout(self._charts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addWidget(self.summary)
        self._pair.addWidget(self.pain, 1)
        column.addLayout(self._pair, 1)
        column.addWidget(self.days)
        self.body.addWidget(self._charts, 1)

    def _reload(self) -> None:
        fault = ""
        try:
            self._records = self._load()
        except UserError as refusal:
            fault = str(refusal)
        else:
            self._loaded_on = self._clock.now().date()
        self._stale = bool(fault)
        self._show_fault(fault)
        self._show_records()

    def _show_fault(self, words: str) -> None:
        if self._fault is not None:
            self._fault.hide()
            self._fault.deleteLater()
            self._fault = None
        if words:
            heading = "Your history cannot be read now"
            self._fault = Banner("amber", heading, words, style=self._style)
            self.body.insertWidget(1, self._fault)

    def _show_records(self) -> None:
        today = self._clock.now().date()
        records, span = self._records, self.span
        self.summary.setVisible(bool(records))
        self.summary.show_sessions(records, span, today)
        self.pain.show_sessions(records, span, today)
        self.days.show_sessions(records, today)
        if self.table is not None:
            self.table.show_span(span)
        self._arrange()

    def _on_span_chosen(self, _key: str) -> None:
        self._show_records()

    def _show_view(self, key: str) -> None:
        if key == _TABLE and self.table is None:
            self.table = self._make_table()
            self.table.show_span(self.span)
            self.body.addWidget(self.table.widget, 1)
        self._charts.setVisible(key == _CHARTS)
        if self.table is not None:
            self.table.widget.setVisible(key == _TABLE)

    def _arrange(self) -> None:
        margins = self.body.contentsMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        summary = round(_SUMMARY_PX * self._style.scale)
        beside = width - summary >= _CHART_LEAST_PX * self._style.scale
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.summary.setMaximumWidth(summary if beside else 16_777_215)
        self.summary.setMinimumWidth(summary if beside else 0)
