"""The History page: how pain went, on which days, and everything on record as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.entries import HurtEvent
from sijoint_desktop.history.ledger import Ledger
from sijoint_desktop.history.next_day import next_day, next_day_picture, next_day_sentence
from sijoint_desktop.history.overview import Overview, read_overview
from sijoint_desktop.history.pain import pain_picture
from sijoint_desktop.history.series import Range
from sijoint_desktop.history.weekly import weekly_picture
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.ui.history.cards import DaysCard, ExerciseCard, PainCard, SidesCard
from sijoint_desktop.ui.history.chart_card import ChartCard, Made
from sijoint_desktop.ui.history.head_row import HeadRow
from sijoint_desktop.ui.history.summary import SummaryCard
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, FaultBanner, Page, Segments, Text

_CHARTS, _TABLE = "charts", "table"
_SUMMARY_PX = 296
_CHART_LEAST_PX = 480
_TWO_PX = 760  # from this width on two charts stand side by side
PAIN_EMPTY = mark("Your pain line starts with your first session.")
PAIN_NONE_IN_SPAN = mark("No pain scores in this time. Choose a longer one above.")


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


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the page gets what it shows: records, what is planned for a week, names."""

    ledger: Callable[[], Ledger]
    plan: Callable[[], WeekPlan]
    exercise_name: Callable[[str], str]


class HistoryPage(Page):
    """Shows what the ledger holds of the chosen time; charts and table are read when they are seen.

    Call ``refresh`` when something was recorded. ``make_table`` makes the table when it is first
    wanted. ``today_requested`` asks for the page from which a session is started,
    ``report_requested`` for the report on paper.
    """

    today_requested = Signal()
    report_requested = Signal()

    def __init__(
        self,
        style: Style,
        sources: Sources,
        clock: Clock,
        make_table: Callable[[], RecordTable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._sources = sources
        self._clock = clock
        self._make_table = make_table
        self.table: RecordTable | None = None
        self._seen: Overview | None = None
        self._loaded_on = clock.now().date()
        self._stale = {_CHARTS, _TABLE}
        self._build_head()
        self._build_charts()
        self._show_view(_CHARTS)
        style.changed.connect(self._arrange)

    @property
    def span(self) -> Range:
        """How far back the page now goes."""
        return Range(self._spans.value)

    def choose_span(self, span: Range) -> None:
        """Go as far back as this."""
        self._spans.set_value(span.value)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again, each view now or when it is next shown."""
        self._stale = {_CHARTS, _TABLE}
        self._freshen()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again where something changed, or the day did, since the page was last shown."""
        super().showEvent(event)
        today = self._clock.now().date()
        if self._loaded_on != today:
            self._loaded_on = today
            self._stale = {_CHARTS, _TABLE}
        self._freshen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards side by side or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _build_head(self) -> None:
        style = self._style
        self._spans = Segments(
            [(span.value, span.words) for span in Range],
            style=style,
            value=Range.THREE_MONTHS.value,
            name=tr("Time shown"),
        )
        self._views = Segments(
            [(_CHARTS, tr("Charts")), (_TABLE, tr("Table"))], style=style, name=tr("Shown as")
        )
        self._spans.chosen.connect(self._on_span_chosen)
        self._views.chosen.connect(self._show_view)
        title = Text(tr("History"), TextRole.H1, style=style, wrap=False)
        words = tr("Report for a clinician…")
        report = Button(words, ButtonKind.OUTLINE, "printer", style=style, height=36)
        report.clicked.connect(self.report_requested)
        head = HeadRow(title, (self._spans, self._views, report), style=style)
        self.body.addWidget(head)

    def _build_charts(self) -> None:
        style = self._style
        self.summary = SummaryCard(style=style)
        self.pain = PainCard(style=style)
        self.days = DaysCard(style=style)
        self.pain.today_requested.connect(self.today_requested)
        self._charts = QWidget()
        column = QVBoxLayout(self._charts)
        self._fault = FaultBanner(column, 0, style=style)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addWidget(self.summary)
        self._pair.addWidget(self.pain, 1)
        column.addLayout(self._pair)
        column.addWidget(self.days)
        self._more = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._more.setSpacing(16)
        column.addLayout(self._more)
        self._build_more()
        column.addStretch(1)
        self.body.addWidget(self._charts, 1)

    def _build_more(self) -> None:
        style = self._style
        self.weekly = ChartCard(tr("Days in a week"), style=style)
        self.sides = SidesCard(style=style)
        self.exercise = ExerciseCard(style=style, name_of=self._sources.exercise_name)
        self.next_day = ChartCard(tr("The day after"), style=style)
        for pair in ((self.weekly, self.exercise), (self.sides, self.next_day)):
            column = QVBoxLayout()
            column.setSpacing(16)
            for card in pair:
                column.addWidget(card, 1)
            self._more.addLayout(column, 1)

    def _freshen(self) -> None:
        """Read again what is on show, if it is stale."""
        view = self._views.value
        if view not in self._stale or not self.isVisible():
            return
        self._stale.discard(view)
        if view == _CHARTS:
            self._read_charts()
        elif self.table is not None:
            self.table.show_span(self.span)
        self._arrange()

    def _read_charts(self) -> None:
        fault = ""
        today = self._clock.now().date()
        sources = self._sources
        try:
            plan = sources.plan()
            self._seen = read_overview(
                sources.ledger(), self.span, today, plan.weekdays, plan.since
            )
        except UserError as refusal:
            fault = str(refusal)
            self._stale.add(_CHARTS)  # tried again when they are next shown
        self._fault.say(tr("Your history cannot be read now"), fault)
        if self._seen is not None:
            self._show_overview(self._seen)

    def _show_overview(self, seen: Overview) -> None:
        self.summary.setVisible(seen.begun)
        self.summary.show_overview(seen)
        self.pain.show_way_on(not seen.begun)
        self.pain.offer(partial(_pain, seen))
        self.pain.show_now()
        self.days.show_weeks(seen.year, seen.today)
        for card in (self.weekly, self.sides, self.exercise, self.next_day):
            card.setVisible(seen.begun)
        self._offer_more(seen)

    def _offer_more(self, seen: Overview) -> None:
        ledger = self._sources.ledger()
        efforts = cache(partial(ledger.efforts, seen.first, date.max))
        hurts = partial(ledger.entries, HurtEvent, seen.first, date.max)
        self.weekly.offer(partial(_weekly, seen))
        self.sides.show_efforts(efforts, hurts, seen.first, seen.last)
        self.exercise.show_efforts(efforts, seen.first, seen.last)
        self.next_day.offer(partial(_next_day, seen))

    def _on_span_chosen(self, _key: str) -> None:
        self.refresh()

    def _show_view(self, key: str) -> None:
        if key == _TABLE and self.table is None:
            self.table = self._make_table()
            self.body.addWidget(self.table.widget, 1)
        self._charts.setVisible(key == _CHARTS)
        if self.table is not None:
            self.table.widget.setVisible(key == _TABLE)
        self._freshen()

    def _arrange(self) -> None:
        margins = self.body.contentsMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        summary = round(_SUMMARY_PX * self._style.scale)
        beside = width - summary >= _CHART_LEAST_PX * self._style.scale
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.summary.setMaximumWidth(summary if beside else 16_777_215)
        self.summary.setMinimumWidth(summary if beside else 0)
        self._more.setDirection(
            directions.LeftToRight
            if width >= _TWO_PX * self._style.scale
            else directions.TopToBottom
        )


def _pain(seen: Overview) -> Made:
    if seen.told.empty:
        return tr(PAIN_NONE_IN_SPAN if seen.begun else PAIN_EMPTY)
    return pain_picture(seen.told, seen.first, seen.last)


def _weekly(seen: Overview) -> Made:
    return weekly_picture(seen.weeks)


def _next_day(seen: Overview) -> Made:
    compared = next_day(seen.lines, seen.told.scores)
    return next_day_picture(compared) if compared.enough else next_day_sentence(compared)
