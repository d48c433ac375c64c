"""From a check to a closed program and back to a session, with a real file and real restarts."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.checkup import new_sitting
from sijoint_desktop.app.plan import PLAN_ID
from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.history.safety import LockedError
from sijoint_desktop.routine.planner import plan_for
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.session.page import SessionPage
from sijoint_desktop.ui.today.page import TodayPage
from tests.fakes.clock import FakeClock
from tests.triage.shipped import CATALOGUE, CHECK

CALM = {"age": 40, "sex": "female", "duration": "6wk_3mo", "side": "left", "unable_floor": "no"}
CLOSING = {
    "emergency": {"ces_saddle_numb": Reply.YES},
    "urgent": {"fever_chills": Reply.YES},
    "clinician": {"leg_numb_tingle_old": Reply.YES},
}


class Walk:
    """One person, one folder, one clock; the program can be closed and started again."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.clock = FakeClock()
        self._qtbot, self._app, self._folder = qtbot, app, folder
        self.program: Program | None = None

    def start(self) -> Program:
        self.close()
        made = Program(self._app, Options(self._folder), clock=self.clock)
        for key in ("sound", "voice"):
            made.preferences.set(key, False)
        self._qtbot.addWidget(made.window)
        with self._qtbot.waitSignal(made.filled, timeout=20_000):
            made.window.show()
        made._figures.wait()
        self.program = made
        return made

    def close(self) -> None:
        if self.program is not None:
            self.program.close()
            self._app.aboutToQuit.disconnect(self.program.close)
            self.program._installer.remove()
            self.program = None

    @property
    def now(self) -> Program:
        assert self.program is not None
        return self.program

    @property
    def services(self) -> Services:
        services: Services = self.now.assembly._services
        return services

    @property
    def today(self) -> TodayPage:
        page = self.now.window.page("today")
        assert isinstance(page, TodayPage)
        return page

    @property
    def session(self) -> SessionPage:
        page = self.now.window.page("session")
        assert isinstance(page, SessionPage)
        return page

    def checks(self, **answers: object) -> None:
        """Do a whole check with these answers and leave its result."""
        whole = closed_world(Answers(CALM | answers), CATALOGUE)  # type: ignore[arg-type]
        checkup = self.services.store.checkup()
        kept = checkup.record(CHECK.judge(whole), whole, CATALOGUE, sitting=new_sitting())
        checkup.leave(kept.id)
        self.services.bridge.touch()

    def waits(self, **time: float) -> None:
        self.clock.advance(timedelta(**time).total_seconds())

    def words(self) -> str:
        QApplication.processEvents()  # what was just put in is shown then
        labels = self.today.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self.today))

    def starts_from_the_menu(self) -> bool:
        self.now.window.menus.start_wished.emit()
        return self.now.window.current == "session"


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Walk]:
    made = Walk(qtbot, qapp, tmp_path / "data")
    yield made
    made.close()


@pytest.mark.parametrize("level", CLOSING)
def test_what_a_check_closes_stays_closed_everywhere_until_it_may_open(
    walk: Walk, level: str
) -> None:
    walk.start()
    walk.checks(**CLOSING[level])
    assert walk.today.locked
    walk.start()
    assert walk.today.locked
    assert not walk.starts_from_the_menu()
    with pytest.raises(LockedError):
        walk.services.store.recorder().begin(walk.services.records.plan().routine, 8, 2)
    walk.waits(hours=1)
    walk.checks()
    assert walk.today.locked, "new answers within 48 hours open nothing"
    walk.waits(hours=49)
    if level == "clinician":
        walk.checks()
        assert walk.today.locked, "only the word of a clinician opens this"
        walk.services.store.checkup().clear(walk.clock.now().date())
        walk.services.bridge.touch()
    else:
        walk.checks()
    assert not walk.today.locked
    assert walk.starts_from_the_menu()


def test_the_plan_of_a_check_is_todays_routine_also_after_a_restart(walk: Walk) -> None:
    walk.start()
    whole = closed_world(Answers(CALM), CATALOGUE)  # type: ignore[arg-type]
    services = walk.services
    plan = plan_for(CHECK.judge(whole), whole, services.library, services.check.plans())
    assert plan.routine is not None
    page = walk.now.window.page("check")
    assert isinstance(page, CheckPage)
    page.routine_wished.emit(plan.routine)
    assert walk.now.window.current == "today"
    assert "My routine from 22 November" in walk.words()
    walk.start()
    assert "My routine from 22 November" in walk.words()
    [start] = [b for b in walk.today.findChildren(QPushButton) if b.accessibleName() == "Start"]
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert walk.now.window.current == "session"
    assert walk.services.records.plan().routine.id == PLAN_ID


def test_a_yes_before_a_session_closes_the_program_at_once(walk: Walk) -> None:
    walk.start()
    assert walk.starts_from_the_menu()
    walk.session.before.questions[0].button(yes=True).click()
    assert walk.session.before.blocked
    walk.start()
    assert walk.today.locked
