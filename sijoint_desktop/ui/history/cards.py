"""The cards of the History page: pain, days, weeks, sides, exercises and the day after."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.history.consistency import DayState, Week
from sijoint_desktop.history.effort import (
    Measure,
    exercise_picture,
    exercises_done,
    has_sides,
    sides_picture,
)
from sijoint_desktop.history.entries import HurtEvent
from sijoint_desktop.history.ledger import Effort
from sijoint_desktop.history.picture import Sign
from sijoint_desktop.ui.history.calendar import DaysCalendar
from sijoint_desktop.ui.history.chart_card import ChartCard, Made
from sijoint_desktop.ui.history.legend import Legend
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, ChoiceBox, Segments, Text

DAYS_EMPTY = mark("Days you exercise appear here.")
NO_EXERCISE = mark("No exercise in this time. Choose a longer one above.")
NO_SIDES = mark("No exercise with a left and a right side in this time.")
_SIGN = "mark"  # the context of the names of marks
_SIGNS = (
    (DayState.DONE, Sign.DONE, mark("Done", "mark")),
    (DayState.PARTLY, Sign.PARTLY, mark("Partly", "mark")),
    (DayState.MISSED, Sign.MISSED, mark("Missed", "mark")),
    (DayState.FLARE, Sign.FLARE, mark("Flare-up, eased off", "mark")),
    (DayState.REST, Sign.REST, mark("Rest", "mark")),
    (DayState.NONE, Sign.REST, mark("No session", "mark")),
    (DayState.PLANNED, Sign.PLANNED, mark("Planned", "mark")),
)

Efforts = Callable[[], tuple[Effort, ...]]


class PainCard(ChartCard):
    """The pain line, or what it will be when there is nothing yet.

    ``today_requested`` asks for the page from which a session is started.
    """

    today_requested = Signal()

    def __init__(self, *, style: Style) -> None:
        super().__init__(tr("Pain, 0 to 10"), style=style, high=True)
        self._go = Button(tr("Go to Today"), ButtonKind.OUTLINE, style=style)
        self._go.clicked.connect(self._on_go)
        self.body.addWidget(self._go)

    def show_way_on(self, shown: bool) -> None:
        """Show or hide the button that leads to the first session."""
        self._go.setVisible(shown)

    def _on_go(self) -> None:
        self.today_requested.emit()


class DaysCard(Card):
    """The calendar with its legend, and the words of the day at the pointer."""

    def __init__(self, *, style: Style) -> None:
        super().__init__(style=style)
        self._count = ""
        self._legend = Legend(style=style)
        self.calendar = DaysCalendar(style=style)
        self._words = Text("", TextRole.CAPTION, "ink2", style=style)
        self.calendar.day_shown.connect(self._on_day_shown)
        self.body.addWidget(Text(tr("Days"), TextRole.H2, style=style, wrap=False))
        self.body.addWidget(self._legend)
        self.body.addWidget(self.calendar)
        self.body.addWidget(self._words)

    @property
    def words(self) -> str:
        """The line below the calendar."""
        return self._words.text()

    def show_weeks(self, weeks: Sequence[Week], today: date) -> None:
        """Show a year of weeks, the present one last."""
        count = sum(week.days_done for week in weeks)
        self._count = tr(DAYS_EMPTY)
        if count:
            self._count = plural(
                "{n} day with exercise in the last year.",
                "{n} days with exercise in the last year.",
                count,
            )
        there = {day.state for week in weeks for day in week.days}
        items = [(sign, tr(word, _SIGN)) for state, sign, word in _SIGNS if state in there]
        if {DayState.REST, DayState.NONE} <= there:  # one mark stands for both
            items = [item for item in items if item[0] is not Sign.REST]
            items.append((Sign.REST, tr("Rest, or no session", "mark")))
        self._legend.show_items([*items, (Sign.TODAY, tr("Today", "mark"))] if count else ())
        self.calendar.show_weeks(tuple(weeks), today)
        self._words.setText(self._count)

    def _on_day_shown(self, words: str) -> None:
        self._words.setText(words or self._count)


class SidesCard(ChartCard):
    """Left against right, in seconds held or in repetitions."""

    def __init__(self, *, style: Style) -> None:
        name = tr("Left against right")
        self._measures = measures(name, style)
        super().__init__(name, (self._measures,), style=style)
        self._efforts: Efforts = tuple
        self._hurts: Callable[[], tuple[HurtEvent, ...]] = tuple
        self._span = (date.min, date.max)
        self._measures.chosen.connect(self._on_measure)

    def show_efforts(
        self,
        efforts: Efforts,
        hurts: Callable[[], tuple[HurtEvent, ...]],
        first: date,
        today: date,
    ) -> None:
        """Compare what was done from ``first`` to ``today``."""
        self._efforts, self._hurts, self._span = efforts, hurts, (first, today)
        self.offer(self._picture)

    def _picture(self) -> Made:
        efforts = self._efforts()
        self._measures.setVisible(has_sides(efforts))
        if not has_sides(efforts):
            return tr(NO_SIDES)
        measure = Measure(self._measures.value)
        first, today = self._span
        return sides_picture(efforts, self._hurts(), measure, first=first, today=today)

    def _on_measure(self, _key: str) -> None:
        self.offer(self._picture)
        self.show_now()


class ExerciseCard(ChartCard):
    """One exercise over time, chosen from those that were done."""

    def __init__(self, *, style: Style, name_of: Callable[[str], str]) -> None:
        self._choice = ChoiceBox(tr("Exercise"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        name = tr("Each exercise")
        self._measures = measures(name, style)
        super().__init__(name, (self._choice, self._measures), style=style)
        self._name_of = name_of
        self._efforts: Efforts = tuple
        self._span = (date.min, date.max)
        self._choice.activated.connect(self._on_choice)
        self._measures.chosen.connect(self._on_choice)
        style.changed.connect(self._set_font)
        self._set_font()

    @property
    def choice(self) -> QComboBox:
        """Where the exercise is chosen."""
        return self._choice

    def show_efforts(self, efforts: Efforts, first: date, today: date) -> None:
        """Show what was done from ``first`` to ``today``."""
        self._efforts, self._span = efforts, (first, today)
        self.offer(self._picture)

    def _picture(self) -> Made:
        efforts = self._efforts()
        done = exercises_done(efforts)
        self._list(done)
        for tool in (self._choice, self._measures):
            tool.setVisible(bool(done))
        if not done:
            return tr(NO_EXERCISE)
        exercise = ExerciseId(self._choice.currentData())
        measure = Measure(self._measures.value)
        first, today = self._span
        name = self._name_of(exercise)
        return exercise_picture(efforts, exercise, name, measure, first=first, today=today)

    def _list(self, done: Sequence[ExerciseId]) -> None:
        kept = self._choice.currentData()
        if [self._choice.itemData(n) for n in range(self._choice.count())] == list(done):
            return
        self._choice.clear()
        for exercise in done:
            self._choice.addItem(self._name_of(exercise), exercise)
        self._choice.setCurrentIndex(max(0, self._choice.findData(kept)))

    def _on_choice(self, _which: object) -> None:
        self.offer(self._picture)
        self.show_now()

    def _set_font(self) -> None:
        self._choice.setFont(self._style.font(TextRole.BODY))


def measures(name: str, style: Style) -> Segments:
    """Return the choice between seconds held and repetitions."""
    choices = [(Measure.HELD.value, tr("Seconds")), (Measure.REPS.value, tr("Repetitions"))]
    counted = tr("{chart}: counted in", chart=name)
    return Segments(choices, style=style, value=Measure.HELD.value, name=counted)
