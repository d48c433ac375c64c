"""The Today page from the first session on: the routine, this week, the pain, the next dose."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.app.progress import Progress, Review
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.history.consistency import Schedule, week_starts_of, weeks_in_a_row
from sijoint_desktop.history.entries import Pause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.ui.style.layout import Card
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, Text, TextRole
from sijoint_desktop.ui.today.dose import DoseCard, MorningCard
from sijoint_desktop.ui.today.drawings import PainChart, WeekStrip
from sijoint_desktop.ui.today.hero import HeroCard
from sijoint_desktop.ui.today.pause import PauseCard
from sijoint_desktop.ui.today.show import RoutineShow
from sijoint_desktop.ui.today.words import (
    long_date,
    pain_points,
    pain_sentence,
    review_words,
    today_sentence,
    week_of,
    week_sentence,
)

_THREE_CARDS_PX = 760


class Daily(QWidget):
    """The page from the first session on."""

    def __init__(
        self, routine: Routine, show: RoutineShow, library: Library, *, style: Style
    ) -> None:
        super().__init__()
        self._style = style
        self.greeting = Text(" ", TextRole.H1, style=style)
        self._date = Text(" ", TextRole.BODY, "ink2", style=style, wrap=False)
        self.hero = HeroCard(routine, show, style=style)
        self.pause = PauseCard(style=style)
        self.morning = MorningCard(style=style)
        self.dose = DoseCard(library, style=style)
        self._due = Card(style=style, level="amber")
        self._due_heading = Text("", TextRole.BODY_BOLD, "amber_text", style=style)
        self._due_words = Text("", TextRole.BODY, "amber_text", style=style)
        self.due_check = Button(tr("Check again"), style=style)
        self._week = WeekStrip(style=style)
        self._week_words = Text(" ", TextRole.CAPTION, "ink2", style=style)
        self._chart = PainChart(style=style)
        self._pain_words = Text(" ", TextRole.CAPTION, "ink2", style=style)
        self._today_words = Text(" ", TextRole.CAPTION, "ink2", style=style)
        self._row_words = Text("", TextRole.CAPTION, "ink2", style=style, wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(4)
        self._top.addWidget(self.greeting, 1)
        self._top.addWidget(self._date, alignment=Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(self._top)
        self._build_due()
        for card in (self._due, self.pause):
            column.addWidget(card)
        column.addWidget(self.hero, 3)
        column.addWidget(self.morning)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._week_card(), 30)
        self._cards.addWidget(self._pain_card(), 36)
        self._cards.addWidget(self.dose, 33)
        column.addLayout(self._cards, 2)

    def show_due(self, reasons: tuple[DueReason, ...], review: Review | None) -> None:
        """Remind of the check where it is due, and say why; a look back says it in its place."""
        heading, words = review_words(review) if review is not None else ("", "")
        lines = [reason.words for reason in reasons if not (review and reason is DueReason.DAYS)]
        self._due_heading.setText(heading)
        self._due_heading.setVisible(bool(heading))
        self._due_words.setText(" ".join((words, *lines)).strip())
        self._due.setVisible(bool(reasons) or review is not None)

    def show_dose(
        self, progress: Progress, awaits: SessionRecord | None, pause: Pause | None, put_off: str
    ) -> None:
        """Show what the rules say of the dose, and ask for the morning after if it is awaited."""
        self.morning.show_session(awaits)
        self.dose.show_progress(progress, awaits=awaits is not None, put_off=put_off)
        self.dose.setVisible(pause is None)
        may_start = progress.today is not None and pause is None
        self.hero.show_open(start=may_start, rest=pause is None)

    def arrange(self, width: int) -> None:
        """Set what stands side by side below each other in a narrow window."""
        beside = width >= self._style.px(_THREE_CARDS_PX)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        for row in (self._top, self._cards):
            row.setDirection(direction)
        self.morning.arrange(width)

    def show_week(
        self,
        sessions: tuple[SessionRecord, ...],
        plan: WeekPlan,
        pauses: tuple[Pause, ...],
        today: date,
    ) -> None:
        """Show what was done of what was planned this week, and the pain of two weeks."""
        self._date.setText(long_date(today))
        days = week_of(today, sessions, plan, pauses)
        self._week.show_days(days)
        self._week_words.setText(week_sentence(days, plan))
        self._today_words.setText(today_sentence(days))
        row = weeks_in_a_row(week_starts_of(sessions), today, Schedule(pauses=pauses))
        in_a_row = plural("{n} week in a row", "{n} weeks in a row", row) if row > 1 else ""
        self._row_words.setText(in_a_row)
        points = pain_points(today, sessions)
        self._chart.show_points(points, today)
        self._pain_words.setText(pain_sentence(points))

    def _build_due(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._due_heading)
        words.addWidget(self._due_words)
        row.addLayout(words, 1)
        row.addWidget(self.due_check)
        self._due.body.addLayout(row)

    def _week_card(self) -> Card:
        card = self._card(tr("This week"), self._week_words)
        card.body.addStretch(1)
        card.body.addWidget(self._week)
        card.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._today_words, 1)
        foot.addWidget(self._row_words)
        card.body.addLayout(foot)
        return card

    def _pain_card(self) -> Card:
        card = self._card(tr("Pain before sessions"), self._pain_words)
        card.body.addWidget(self._chart)
        card.body.addStretch(1)
        return card

    def _card(self, heading: str, below: Text) -> Card:
        card = Card(style=self._style)
        card.body.setSpacing(4)
        card.setMinimumHeight(240)
        card.body.addWidget(Text(heading, TextRole.BODY_BOLD, style=self._style))
        card.body.addWidget(below)
        return card
