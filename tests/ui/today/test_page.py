"""The Today page as a person meets it."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.app.progress import Progress, Review
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.history.entries import Pause, PauseKind
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import lock_on
from sijoint_desktop.routine.course import Decision, Reason, RuleId, Verdict
from sijoint_desktop.routine.ladder import step_up
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.triage.advice import Advice, advice
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.lock import LockState
from sijoint_desktop.triage.urgency import Urgency
from sijoint_desktop.ui.style.style import MotionChoice, Style, ThemeChoice
from sijoint_desktop.ui.today.dose import MorningCard
from sijoint_desktop.ui.today.drawings import PainChart, WeekStrip
from sijoint_desktop.ui.today.hero import HeroCard
from sijoint_desktop.ui.today.page import TodayPage
from sijoint_desktop.ui.today.pause import ChoiceButton
from sijoint_desktop.ui.today.show import TURN_MS
from tests.content.samples import sample_library
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.pseudo import gaps, untranslated
from tests.fakes.records import done_on, make_check, make_pause

NOW = datetime(2026, 11, 26, 8, 30, tzinfo=UTC)
LIBRARY = sample_library()
ROUTINE = Routine(
    id=RoutineId("gentle"),
    name="Gentle start",
    summary="",
    slots=tuple(
        Slot(exercise_id=e.id, level=Level.BEGINNER, dose=e.doses[Level.BEGINNER])
        for e in LIBRARY
        if Level.BEGINNER in e.doses
    ),
)


BEGIN = Decision(Verdict.BEGIN, (Reason(RuleId.FIRST, "It starts as it is written."),))


class FakeMover:
    """A figure that only notes what it was told."""

    def __init__(self) -> None:
        self.widget: QWidget = QLabel()
        self.shown: list[str] = []
        self.moving = False

    def show_exercise(self, exercise: Exercise) -> None:
        self.shown.append(str(exercise.id))

    def set_moving(self, moving: bool) -> None:
        self.moving = moving


class FakeDay:
    """Stands for ui/today/day.py: tells what the scene says."""

    def __init__(self, scene: "Scene") -> None:
        self._scene = scene

    def is_fresh(self) -> bool:
        return self._scene.first_run and not self._scene.sessions

    def lock(self) -> LockState | None:
        return self._scene.lock_state

    def routine(self) -> Routine:
        return self._scene.plan

    def minutes(self) -> int:
        return 11

    def sessions(self) -> tuple[SessionRecord, ...]:
        return self._scene.sessions

    def progress(self) -> Progress:
        return self._scene.progress

    def morning_of(self) -> SessionRecord | None:
        return self._scene.morning

    def pause(self) -> Pause | None:
        return next(iter(self._scene.pauses), None)

    def pauses(self) -> tuple[Pause, ...]:
        return self._scene.pauses

    def week_plan(self) -> WeekPlan:
        return self._scene.week_plan

    def put_off(self) -> str:
        return self._scene.put_off

    def checked_on(self) -> date | None:
        return NOW.date() - timedelta(days=9)

    def check_due(self) -> tuple[DueReason, ...]:
        return self._scene.due

    def advice(self, lock: LockState) -> Advice:
        return advice(lock.level, Contacts("Ireland", ("112",)))


class Scene:
    """A page with everything around it that it asks for."""

    def __init__(self, *, first_run: bool = False, percent: int = 100) -> None:
        self.style = Style(choice=ThemeChoice.LIGHT, text_percent=percent)
        self.sessions: tuple[SessionRecord, ...] = ()
        self.first_run = first_run
        self.lock_state: LockState | None = None
        self.plan = ROUTINE
        self.due: tuple[DueReason, ...] = ()
        self.progress = Progress(BEGIN, ROUTINE, ())
        self.morning: SessionRecord | None = None
        self.pauses: tuple[Pause, ...] = ()
        self.week_plan = WeekPlan(goal=4)
        self.put_off = ""
        self.name = ""
        self.movers: list[FakeMover] = []
        self.page = TodayPage(
            style=self.style,
            library=LIBRARY,
            day=FakeDay(self),
            name=lambda: self.name,
            now=lambda: NOW,
            make_mover=self.make_mover,
        )

    def make_mover(self, _ground: str) -> FakeMover:
        self.movers.append(FakeMover())
        return self.movers[-1]

    def texts(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self.page))

    def button(self, name: str) -> QPushButton:
        [found] = [b for b in self.page.findChildren(QPushButton) if b.accessibleName() == name]
        return found


@pytest.fixture
def open_page(qtbot: QtBot) -> Callable[..., Scene]:
    def make(**changes: object) -> Scene:
        size = changes.pop("size", (1104, 760))
        sessions = changes.pop("sessions", ())
        name = changes.pop("name", "")
        scene = Scene(**changes)  # type: ignore[arg-type]
        scene.sessions, scene.name = sessions, name  # type: ignore[assignment]
        qtbot.addWidget(scene.page)
        scene.page.resize(*size)  # type: ignore[misc]
        scene.page.show()
        qtbot.waitExposed(scene.page)
        return scene

    return make


def some_sessions() -> tuple[SessionRecord, ...]:
    back = (8, 3, 1)
    return tuple(done_on(NOW.date() - timedelta(days=n), n % 5, 1) for n in back)


def test_the_first_start_has_two_ways_on_and_says_what_this_is_not(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(first_run=True)
    assert "What this program is not" in scene.texts()
    assert "does not diagnose" in scene.texts()
    with qtbot.waitSignal(scene.page.check_requested):
        QTest.mouseClick(scene.button("Check my symptoms"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(scene.page.exercises_requested):
        QTest.mouseClick(scene.button("Open the exercises"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(scene.page.safety_requested):
        QTest.mouseClick(scene.button("Safety information"), Qt.MouseButton.LeftButton)


def closed_by_a_danger_sign() -> LockState:
    check = make_check(level=Urgency.EMERGENCY, reasons=("numb between your legs",))
    lock = lock_on(FakeEntryRepository(check), NOW)
    assert lock is not None
    return lock


@pytest.mark.parametrize("first_run", [True, False])
def test_while_exercise_is_closed_the_page_says_why_and_what_to_do_and_nothing_else(
    qtbot: QtBot, open_page: Callable[..., Scene], first_run: bool
) -> None:
    scene = open_page(first_run=first_run, sessions=() if first_run else some_sessions())
    scene.lock_state = closed_by_a_danger_sign()
    scene.page.refresh()
    QApplication.processEvents()
    said = scene.texts()
    assert "Get emergency help now" in said
    assert "Reason: numb between your legs" in said
    assert "Call 112 (Ireland)" in said
    assert "They open again after a check without these signs" in said
    buttons = [b for b in scene.page.findChildren(QPushButton) if b.isVisibleTo(scene.page)]
    assert [b.text() for b in buttons] == ["Go to the check"]
    with qtbot.waitSignal(scene.page.check_requested):
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    scene.lock_state = None
    scene.page.refresh()
    assert not scene.page.locked
    assert "Get emergency help now" not in scene.texts()


def test_a_new_plan_takes_the_place_of_the_old_one(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    assert "Gentle start" in scene.texts()
    scene.plan = replace(ROUTINE, id=RoutineId("my_plan"), name="My routine from today")
    scene.page.refresh()
    QApplication.processEvents()
    assert "My routine from today" in scene.texts()


def test_after_the_first_session_the_welcome_makes_room(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(first_run=True)
    assert scene.page.welcoming
    scene.sessions = some_sessions()
    scene.page.refresh()
    assert not scene.page.welcoming
    qtbot.waitUntil(lambda: "Your routine for today" in scene.texts())


def test_the_first_routine_can_be_started_from_the_welcome(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(first_run=True)
    buttons = scene.page.findChildren(QPushButton)
    [start] = [button for button in buttons if button.text() == "Start the first routine"]
    with qtbot.waitSignal(scene.page.start_requested, timeout=1000) as started:
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert started.args == [ROUTINE]


def test_a_store_without_sessions_means_a_welcome(open_page: Callable[..., Scene]) -> None:
    scene = open_page(first_run=False)
    scene.first_run = True
    scene.page.refresh()
    assert scene.page.welcoming


def test_the_routine_is_named_with_its_length_and_can_be_started(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions(), name="Anna")
    for words in ("Good morning, Anna", "Thursday 26 November", "Gentle start", "11 minutes"):
        assert words in scene.texts()
    with qtbot.waitSignal(scene.page.start_requested):
        QTest.mouseClick(scene.button("Start"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(scene.page.routine_requested):
        QTest.mouseClick(scene.button("See the exercises"), Qt.MouseButton.LeftButton)


def test_the_week_and_the_pain_are_drawn_and_read_out(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    week, chart = scene.page.findChild(WeekStrip), scene.page.findChild(PainChart)
    assert "Wednesday 25 November: done" in week.accessibleDescription()
    assert "Thursday 26 November: still open" in week.accessibleDescription()
    assert chart.accessibleDescription().startswith("From 3 down to 1 out of 10")
    role = QAccessible.queryAccessibleInterface(chart).role()
    assert role == QAccessible.Role.Graphic
    assert "2 of 4 days done" in scene.texts()
    assert "2 weeks in a row" in scene.texts()


def test_the_figure_is_made_only_when_it_may(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    assert scene.movers == []
    scene.page.begin_figure()
    [mover] = scene.movers
    assert mover.shown == [str(ROUTINE.slots[0].exercise_id)]
    assert mover.moving


def test_the_figure_rests_while_nobody_looks(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    scene.page.begin_figure()
    scene.page.hide()
    assert not scene.movers[0].moving
    scene.page.show()
    assert scene.movers[0].moving


def test_with_reduced_motion_the_figure_stands_still(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    scene.page.begin_figure()
    scene.style.apply(ThemeChoice.LIGHT, 100, MotionChoice.NEVER)
    assert not scene.movers[0].moving


def test_the_figure_turns_to_the_next_exercise(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    scene.page.begin_figure()
    assert TURN_MS > 5000
    scene.page._show._on_turn()
    expected = [str(slot.exercise_id) for slot in ROUTINE.slots]
    assert scene.movers[0].shown == [expected[0], expected[1 % len(expected)]]


def test_start_stays_above_the_fold_with_large_text(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions(), percent=200, size=(864, 590))
    start = scene.button("Start")
    bottom = start.mapTo(scene.page, start.rect().bottomLeft()).y()
    assert 0 < bottom < 590
    assert scene.page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("first_run", [True, False])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_wider_than_a_small_window(
    open_page: Callable[..., Scene], first_run: bool, percent: int
) -> None:
    sessions = () if first_run else some_sessions()
    scene = open_page(first_run=first_run, sessions=sessions, percent=percent, size=(864, 590))
    assert scene.page.content.width() <= scene.page.viewport().width()


def test_a_long_name_leaves_the_date_whole_in_a_small_window(
    open_page: Callable[..., Scene],
) -> None:
    scene = open_page(percent=200, size=(560, 440))
    scene.name = "Anna-Katharina Wilhelmina von Hohenzollern-Sigmaringen"
    scene.page.refresh()
    QApplication.processEvents()
    date = next(w for w in scene.page.findChildren(QLabel) if "26 November" in w.text())
    assert date.width() >= date.sizeHint().width()
    right = date.mapTo(scene.page, date.rect().topRight()).x()
    assert right <= scene.page.viewport().width()


def test_the_page_is_freed(qtbot: QtBot) -> None:
    scene = Scene(first_run=False)
    scene.sessions = some_sessions()
    scene.page.begin_figure()
    gone = weakref.ref(scene.page)
    style = scene.style
    scene.page.deleteLater()
    del scene
    qtbot.waitUntil(lambda: gc.collect() >= 0 and gone() is None)
    style.apply(ThemeChoice.DARK, 150, MotionChoice.NEVER)


def test_a_session_ended_before_its_first_repetition_is_not_the_last_session(
    open_page: Callable[..., Scene],
) -> None:
    yesterday, today = NOW.date() - timedelta(days=1), NOW.date()
    scene = open_page(sessions=(done_on(yesterday, 3, 2), done_on(today, 3, reps=())))
    assert "Last session yesterday" in scene.texts()
    assert "0 of 8" not in scene.texts()


def a_step_up() -> Progress:
    slot = ROUTINE.slots[0]
    step = step_up(slot, LIBRARY.get(slot.exercise_id), Level.PROGRESSED)
    assert step is not None
    reason = Reason(RuleId.STREAK, "Your last 3 sessions were easy.", ("on-2026-11-25",))
    behind = (done_on(NOW.date() - timedelta(days=1), 2, 1, nrs_worst=3, effort=4),)
    return Progress(Decision(Verdict.PROGRESS, (reason,), step), ROUTINE, behind)


def test_a_step_up_is_named_and_waits_for_the_person(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions())
    scene.progress = a_step_up()
    scene.page.refresh()
    assert "Ready for a little more" in scene.texts()
    assert "instead of" in scene.texts()
    with qtbot.waitSignal(scene.page.step_taken) as taken:
        QTest.mouseClick(scene.button("Move up"), Qt.MouseButton.LeftButton)
    assert taken.args == [scene.progress.decision]


def test_the_rule_is_named_and_the_sessions_behind_it_open_at_a_press(
    open_page: Callable[..., Scene],
) -> None:
    scene = open_page(sessions=some_sessions())
    scene.progress = a_step_up()
    scene.page.refresh()
    assert "Your last 3 sessions were easy." in scene.texts()
    assert "pain 2 before" not in scene.texts()
    QTest.mouseClick(scene.button("Show the sessions"), Qt.MouseButton.LeftButton)
    assert "25 November 2026: pain 2 before, 3 at worst, 1 after; effort 4" in scene.texts()


def test_not_yet_keeps_the_dose_until_another_session_is_on_record(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions())
    scene.progress = a_step_up()
    scene.page.refresh()
    with qtbot.waitSignal(scene.page.step_put_off) as kept:
        QTest.mouseClick(scene.button("Not yet"), Qt.MouseButton.LeftButton)
    [scene.put_off] = kept.args
    scene.page.refresh()
    assert "You chose to wait with the next step." in scene.texts()
    assert not scene.button("Move up").isVisibleTo(scene.page)
    decision = scene.progress.decision
    later = replace(decision.reasons[0], sessions=("on-2026-11-25", "on-2026-11-26"))
    scene.progress = replace(scene.progress, decision=replace(decision, reasons=(later,)))
    scene.page.refresh()
    assert scene.button("Move up").isVisibleTo(scene.page)


def test_an_exercise_can_be_made_easier_and_none_harder(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions())
    name = str(ROUTINE.slots[0].exercise_id)
    scene.progress = replace(scene.progress, gentler=(name,))
    scene.page.refresh()
    easier = scene.button("Make it easier")
    assert isinstance(easier, ChoiceButton)
    [line] = easier.menu_of_choices.actions()
    assert line.text() == LIBRARY.get(name).name
    with qtbot.waitSignal(scene.page.ease_requested) as wish:
        line.trigger()
    assert wish.args == [name]


def test_a_break_is_chosen_by_its_reason(qtbot: QtBot, open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    menu = scene.page.findChild(HeroCard).take_break.menu_of_choices
    kinds = []
    scene.page.pause_requested.connect(kinds.append)
    for line in menu.actions():
        line.trigger()
    assert kinds == [PauseKind.REST, PauseKind.SICKNESS, PauseKind.FLARE]


def test_during_a_break_the_plan_waits_until_the_person_goes_on(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions())
    scene.pauses = (make_pause(PauseKind.REST, NOW.date()),)
    scene.progress = a_step_up()
    scene.page.refresh()
    assert "Your plan rests, since today" in scene.texts()
    assert not scene.button("Start").isEnabled()
    assert not scene.button("Move up").isVisibleTo(scene.page)
    assert not scene.button("Take a break").isVisibleTo(scene.page)
    with qtbot.waitSignal(scene.page.pause_ended):
        QTest.mouseClick(scene.button("Go on with the plan"), Qt.MouseButton.LeftButton)
    scene.pauses = ()
    scene.page.refresh()
    assert scene.button("Start").isEnabled()
    assert "Your plan rests" not in scene.texts()


def test_a_look_back_takes_the_place_of_the_usual_reminder(open_page: Callable[..., Scene]) -> None:
    scene = open_page(sessions=some_sessions())
    scene.due = (DueReason.DAYS,)
    scene.progress = replace(scene.progress, review=Review(42, (5.0, 3.0)))
    scene.page.refresh()
    assert "6 weeks of exercise: time to look back" in scene.texts()
    assert "two weeks old" not in scene.texts()
    assert scene.button("Check again").isVisibleTo(scene.page)


def test_the_morning_after_is_asked_before_anything_is_suggested(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions())
    scene.progress, scene.morning = a_step_up(), some_sessions()[-1]
    scene.page.refresh()
    assert "How is your pain this morning?" in scene.texts()
    assert "Before your last session it was 1." in scene.texts()
    assert "Still to come: your answer above." in scene.texts()
    assert not scene.button("Move up").isVisibleTo(scene.page)
    keep = scene.button("Save the pain of this morning")
    assert not keep.isEnabled()
    [question] = scene.page.findChildren(MorningCard)
    QTest.keyClick(question.pain, Qt.Key.Key_4)
    question.woke.set_ticked(True)
    with qtbot.waitSignal(scene.page.morning_answered) as answer:
        QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert answer.args == [4, True]
    scene.morning = None
    scene.page.refresh()
    assert "How is your pain this morning?" not in scene.texts()


def test_after_a_long_time_away_the_check_comes_before_the_routine(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions())
    reason = Reason(RuleId.MISSED_LONG, "Your last session was 30 days ago.")
    scene.progress = Progress(Decision(Verdict.RESTART, (reason,)), None, ())
    scene.page.refresh()
    assert not scene.button("Start").isEnabled()
    with qtbot.waitSignal(scene.page.check_requested):
        QTest.mouseClick(scene.button("Check my symptoms"), Qt.MouseButton.LeftButton)
    restart = scene.button("Begin again at the easiest dose")
    assert not restart.isVisibleTo(scene.page)
    checked = Reason(RuleId.CHECKED, "You have done a check since.")
    scene.progress = Progress(Decision(Verdict.RESTART, (reason, checked)), None, ())
    scene.page.refresh()
    assert not scene.button("Check my symptoms").isVisibleTo(scene.page)
    with qtbot.waitSignal(scene.page.restart_requested):
        QTest.mouseClick(restart, Qt.MouseButton.LeftButton)


def test_a_check_that_is_due_is_named_with_its_reason(
    qtbot: QtBot, open_page: Callable[..., Scene]
) -> None:
    scene = open_page(sessions=some_sessions())
    assert "Check again" not in [
        b.text() for b in scene.page.findChildren(QPushButton) if b.isVisible()
    ]
    scene.due = (DueReason.PAIN,)
    scene.page.refresh()
    assert "Your pain is 3 points or more above your last check." in scene.texts()
    with qtbot.waitSignal(scene.page.check_requested):
        QTest.mouseClick(scene.button("Check again"), Qt.MouseButton.LeftButton)


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(open_page: Callable[..., Scene]) -> None:
    own = ("Gentle start", "Anna", *(each.name for each in LIBRARY))
    assert gaps(open_page(first_run=True).page, own) == []
    scene = open_page(sessions=some_sessions(), name="Anna")
    scene.morning = some_sessions()[-1]
    scene.pauses = (make_pause(PauseKind.SICKNESS, NOW.date()),)
    scene.progress = Progress(
        Decision(Verdict.HOLD, ()), ROUTINE, some_sessions(), Review(42, None)
    )
    scene.page.refresh()
    assert gaps(scene.page, own) == []
    choices = scene.page.findChildren(QMenu)
    assert [a.text() for menu in choices for a in menu.actions() if untranslated(a.text())] == []
