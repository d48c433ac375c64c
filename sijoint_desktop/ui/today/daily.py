"""The Today page from the first session on: the routine, this week, the pain, the last session."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.app.progress import Progress
from sijoint_desktop.content.library import Library
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.ui.style.layout import Card
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, Text, TextRole
from sijoint_desktop.ui.today.dose import DoseCard, MorningCard
from sijoint_desktop.ui.today.drawings import PainChart, WeekStrip
from sijoint_desktop.ui.today.hero import HeroCard
from sijoint_desktop.ui.today.show import RoutineShow
from sijoint_desktop.ui.today.words import (
    long_date,
    pain_points,
    pain_sentence,
    session_lines,
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
        self.morning = MorningCard(style=style)
        self.dose = DoseCard(library, style=style)
        self._due = Card(style=style, level="amber")
        self._due_words = Text("", TextRole.BODY, "amber_text", style=style)
        self.due_check = Button("Check again", style=style)
        self._week = WeekStrip(style=style)
        self._week_words = Text(" ", TextRole.CAPTION, "ink2", style=style)
        self._chart = PainChart(style=style)
        self._pain_words = Text(" ", TextRole.CAPTION, "ink2", style=style)
        self._last_words = Text(" ", TextRole.BODY, "ink2", style=style)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(4)
        self._top.addWidget(self.greeting, 1)
        self._top.addWidget(self._date, alignment=Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(self._top)
        self._build_due()
        column.addWidget(self._due)
        column.addWidget(self.morning)
        column.addWidget(self.hero, 3)
        column.addWidget(self.dose)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._week_card(), 30)
        self._cards.addWidget(self._pain_card(), 36)
        self._cards.addWidget(self._last_card(), 33)
        column.addLayout(self._cards, 2)

    def show_due(self, reasons: tuple[DueReason, ...]) -> None:
        """Remind of the check where it is due, and say why."""
        self._due_words.setText(" ".join(reason.words for reason in reasons))
        self._due.setVisible(bool(reasons))

    def show_dose(self, progress: Progress, awaits: SessionRecord | None) -> None:
        """Show what the rules say of the dose, and ask for the morning after if it is awaited."""
        self.morning.show_session(awaits)
        self.dose.show_progress(progress, awaits=awaits is not None)
        self.hero.start.setEnabled(progress.today is not None)

    def arrange(self, width: int) -> None:
        """Set what stands side by side below each other in a narrow window."""
        beside = width >= self._style.px(_THREE_CARDS_PX)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        for row in (self._top, self._cards):
            row.setDirection(direction)

    def show_sessions(self, sessions: tuple[SessionRecord, ...], now: datetime) -> None:
        """Show what was done, as seen from the local time ``now``."""
        today = now.date()
        self._date.setText(long_date(today))
        days = week_of(today, sessions)
        self._week.show_days(days)
        self._week_words.setText(week_sentence(days))
        points = pain_points(today, sessions)
        self._chart.show_points(points, today)
        self._pain_words.setText(pain_sentence(points))
        # a session that was ended before its first repetition is on record, but is not exercise
        last = next((kept for kept in reversed(sessions) if kept.reps), None)
        lines = session_lines(last, today) if last else ("No session yet",)
        self._last_words.setText("\n".join(lines))

    def _build_due(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._due_words, 1)
        row.addWidget(self.due_check)
        self._due.body.addLayout(row)

    def _week_card(self) -> Card:
        card = self._card("This week", self._week_words)
        card.body.addStretch(1)
        card.body.addWidget(self._week)
        card.body.addStretch(1)
        return card

    def _pain_card(self) -> Card:
        card = self._card("Pain before sessions", self._pain_words)
        card.body.addWidget(self._chart)
        card.body.addStretch(1)
        return card

    def _last_card(self) -> Card:
        card = self._card("Last session", self._last_words)
        card.body.addStretch(1)
        return card

    def _card(self, heading: str, below: Text) -> Card:
        card = Card(style=self._style)
        card.body.setSpacing(4)
        card.setMinimumHeight(240)
        card.body.addWidget(Text(heading, TextRole.BODY_BOLD, style=self._style))
        card.body.addWidget(below)
        return card
