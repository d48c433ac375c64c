"""The Today page: a welcome at first, and from then on the routine, this week and the pain."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.core.language import listed, tr
from sijoint_desktop.routine.course import Verdict
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.lock import LockState
from sijoint_desktop.ui.style.layout import Page
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.today.daily import Daily
from sijoint_desktop.ui.today.day import Day
from sijoint_desktop.ui.today.show import Mover, RoutineShow
from sijoint_desktop.ui.today.welcome import Welcome
from sijoint_desktop.ui.today.words import checked_words, greeting, last_words


class TodayPage(Page):
    """What to do now; asks again whenever it is shown or told to ``refresh``.

    ``day`` says what is on record, ``name`` gives the person's name, ``now`` the local time.
    While exercise is closed the page says why and what to do, and nothing else.
    """

    start_requested = Signal(object)
    routine_requested = Signal(object)
    exercises_requested = Signal()
    safety_requested = Signal()
    check_requested = Signal()
    morning_answered = Signal(int, bool)
    step_taken = Signal(object)
    step_put_off = Signal(str)
    ease_requested = Signal(str)
    restart_requested = Signal()
    pause_requested = Signal(str)  # a PauseKind
    pause_ended = Signal()

    def __init__(
        self,
        *,
        style: Style,
        library: Library,
        day: Day,
        name: Callable[[], str],
        now: Callable[[], datetime],
        make_mover: Callable[[str], Mover],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._day = day
        self._routine = day.routine()
        self._lock = day.lock()
        self._told = self._advice()
        self._name = name
        self._now = now
        self._make_mover = make_mover
        self._first_run = day.is_fresh()
        self._wants_figure = False
        self._welcome: Welcome | None = None
        self._daily: Daily | None = None
        self._show: RoutineShow | None = None
        self._build()

    @property
    def welcoming(self) -> bool:
        """Tell whether the welcome of the first start is shown."""
        return self._welcome is not None

    @property
    def locked(self) -> bool:
        """Tell whether the page says that exercise is closed."""
        return self._lock is not None

    def begin_figure(self) -> None:
        """Make the moving figure; call it once the window has been painted."""
        self._wants_figure = True
        self._begin_if_wanted()

    def refresh(self) -> None:
        """Ask again for what is on record."""
        seen = (self._day.is_fresh(), self._day.lock(), self._advice(), self._day.routine())
        if seen != (self._first_run, self._lock, self._told, self._routine):
            self._first_run, self._lock, self._told, self._routine = seen
            self._rebuild()
        elif self._daily is not None:
            self._fill()

    def _advice(self) -> Advice | None:
        """Return what to do while exercise is closed; the country may have been changed."""
        lock = self._day.lock()
        return None if lock is None else self._day.advice(lock)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again, since a day or a session may have passed."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the small cards below each other where the width is short."""
        super().resizeEvent(event)
        if self._daily is not None:
            self._daily.arrange(self.viewport().width())

    def _rebuild(self) -> None:
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._welcome = self._daily = self._show = None
        self._build()
        self._begin_if_wanted()

    def _begin_if_wanted(self) -> None:
        if self._wants_figure and self._show is not None:
            self._show.begin()

    def _build(self) -> None:
        if self._lock is not None and self._told is not None:
            self._build_lock(self._lock, self._told)
        elif self._first_run:
            self._build_welcome()
        else:
            self._build_daily()

    def _build_lock(self, lock: LockState, told: Advice) -> None:
        # only those whom it concerns need it
        from sijoint_desktop.ui.lock.panel import LockPanel  # noqa: PLC0415

        panel = LockPanel(lock, told, style=self._style)
        panel.check_requested.connect(self.check_requested)
        self.body.addWidget(panel, 1)

    def _build_welcome(self) -> None:
        picture = [e for e in self._library if e.id == "bird_dog"] or list(self._library)[:1]
        self._show = RoutineShow(
            picture, self._make_mover, style=self._style, ground="window", caption=False
        )
        self._welcome = Welcome(
            style=self._style,
            exercises=len(self._library),
            minutes=self._day.minutes(),
            show=self._show,
        )
        self._welcome.exercises_requested.connect(self.exercises_requested)
        self._welcome.check_requested.connect(self.check_requested)
        self._welcome.start_requested.connect(self._on_start)
        self._welcome.safety_requested.connect(self.safety_requested)
        self.body.addWidget(self._welcome, 1)

    def _build_daily(self) -> None:
        exercises = [self._library.get(slot.exercise_id) for slot in self._routine.slots]
        self._show = RoutineShow(exercises, self._make_mover, style=self._style)
        self._daily = Daily(self._routine, self._show, self._library, style=self._style)
        self._daily.hero.start_requested.connect(self._on_start)
        self._daily.hero.look_requested.connect(self._on_look)
        self._daily.due_check.clicked.connect(self.check_requested)
        self._daily.morning.answered.connect(self.morning_answered)
        self._daily.hero.pause_chosen.connect(self.pause_requested)
        self._daily.pause.ended.connect(self.pause_ended)
        dose = self._daily.dose
        dose.taken.connect(self.step_taken)
        dose.put_off.connect(self.step_put_off)
        dose.ease_wished.connect(self.ease_requested)
        dose.restart_wished.connect(self.restart_requested)
        dose.check_wished.connect(self.check_requested)
        self.body.addWidget(self._daily, 1)
        self._daily.arrange(self.viewport().width())
        self._fill()

    def _fill(self) -> None:
        if self._daily is None:
            return
        now, day, daily = self._now(), self._day, self._daily
        today, sessions, pause = now.date(), day.sessions(), day.pause()
        progress = day.progress()
        daily.greeting.setText(greeting(now.hour, self._name()))
        before = (last_words(sessions, today), checked_words(day.checked_on(), today))
        daily.hero.show_facts(day.minutes(), self._things(), tuple(filter(None, before)))
        daily.show_week(sessions, day.week_plan(), day.pauses(), today)
        daily.pause.show_pause(pause, today)
        # where the plan waits for a check, the card of the dose says so
        waits = progress.decision.verdict is Verdict.RESTART
        daily.show_due(() if waits else day.check_due(), None if waits else progress.review)
        daily.show_dose(progress, day.morning_of(), pause, day.put_off())

    def _things(self) -> tuple[str, ...]:
        exercises = [self._library.get(slot.exercise_id) for slot in self._routine.slots]
        things = dict.fromkeys(thing for each in exercises for thing in each.equipment)
        return (tr("with {things}", things=listed(tuple(things))),) if things else ()

    def _on_start(self) -> None:
        self.start_requested.emit(self._routine)

    def _on_look(self) -> None:
        self.routine_requested.emit(self._routine)
