"""Asks on which days and at what time a routine is planned, for a calendar file."""

from datetime import date, time

from PySide6.QtCore import QSize, QTime
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTimeEdit, QWidget

from sijoint_desktop.app.calendar_file import MOST_WEEKS, PlannedDays
from sijoint_desktop.core.dates import weekday_word
from sijoint_desktop.core.language import habits, tr
from sijoint_desktop.ui.routines.dialog import ScrollingDialog
from sijoint_desktop.ui.routines.stepper import Stepper
from sijoint_desktop.ui.style.date_format import clock_format
from sijoint_desktop.ui.style.dialog import height_of_content, size_on_screen
from sijoint_desktop.ui.style.widgets import (
    Chip,
    FlowLayout,
    Style,
    Text,
    TextRole,
)

_WEEK = tuple(date(2024, 1, day) for day in range(1, 8))  # from a Monday to a Sunday
_USUAL_TIME = QTime(18, 0)
_REMIND_MINUTES = 15


class CalendarDialog(ScrollingDialog):
    """``days`` holds the answer; Save is closed while no day is chosen."""

    def __init__(
        self,
        name: str,
        weekdays: frozenset[int],
        first: date,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Planned days for a calendar")
        super().__init__(title, tr("Save"), style=style, icon="calendar", parent=parent)
        self._style = style
        self._first = first
        self.chips = [
            Chip(weekday_word(day), style=style, checked=day.weekday() in weekdays) for day in _WEEK
        ]
        self.time = QTimeEdit(_USUAL_TIME)
        self.time.setDisplayFormat(clock_format())
        self.time.setAccessibleName(tr("Time of day"))
        self.weeks = Stepper(tr("Weeks"), (1, MOST_WEEKS), style=style)
        self.weeks.show_value(12)
        self.remind = Chip(
            tr("Remind me {minutes} minutes before", minutes=_REMIND_MINUTES), style=style
        )
        self._build(name)
        for chip in self.chips:
            chip.toggled.connect(self._on_toggled)
        self._on_toggled(False)
        self._fitted = False
        self.resize(round(520 * style.scale**0.7), round(460 * style.scale**0.4))

    def showEvent(self, event: QShowEvent) -> None:
        """Become as high as the words need in the language in use."""
        if not self._fitted:
            self._fitted = True
            wanted = QSize(self.width(), height_of_content(self, self.page))
            self.resize(size_on_screen(self, wanted))
        super().showEvent(event)

    @property
    def days(self) -> PlannedDays:
        """What was chosen."""
        at = self.time.time()
        return PlannedDays(
            self._weekdays(),
            time(at.hour(), at.minute()),
            self._first,
            self.weeks.value,
            _REMIND_MINUTES if self.remind.isChecked() else None,
        )

    def _weekdays(self) -> frozenset[int]:
        return frozenset(n for n, chip in enumerate(self.chips) if chip.isChecked())

    def _build(self, name: str) -> None:
        style = self._style
        body = self.page.body
        body.addWidget(
            Text(tr("When do you plan {routine}?", routine=name), TextRole.H2, style=style)
        )
        days = FlowLayout(gap=8)
        first = habits().first_weekday
        for chip in (*self.chips[first:], *self.chips[:first]):
            days.addWidget(chip)
        body.addLayout(days)
        self.time.setFont(style.font(TextRole.BODY, tabular=True))
        self.time.setFixedHeight(style.px(44))
        self.time.lineEdit().setTextMargins(10, 0, 0, 0)  # the style sheet has no say in there
        for word, field in ((tr("Time of day"), self.time), (tr("Weeks from today"), self.weeks)):
            row = FlowLayout(gap=12)
            row.addWidget(Text(word, TextRole.BODY, style=style, wrap=False))
            row.addWidget(field)
            body.addLayout(row)
        body.addWidget(self.remind)
        words = tr(
            "This saves a file that calendar programs open. A new one that you open later "
            "moves the days, and does not double them."
        )
        body.addWidget(Text(words, TextRole.CAPTION, "ink2", style=style))
        body.addStretch(1)

    def _on_toggled(self, _on: bool) -> None:
        self.done_button.setEnabled(bool(self._weekdays()))
