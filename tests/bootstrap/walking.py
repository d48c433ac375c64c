"""One person at the real program, with a real file, real restarts and a clock of the test's."""

import gc
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.checkup import new_sitting
from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import PainEntry, PainKind
from sijoint_desktop.history.records import local_parts
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.session.page import SessionPage
from sijoint_desktop.ui.today.page import TodayPage
from tests.fakes.clock import FakeClock
from tests.triage.shipped import CATALOGUE, CHECK

CALM = {"age": 40, "sex": "female", "duration": "6wk_3mo", "side": "left", "unable_floor": "no"}


class Walk:
    """One person, one folder, one clock; the program can be closed and started again."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.clock = FakeClock()
        self._qtbot, self._app, self._folder = qtbot, app, folder
        self.program: Program | None = None

    def start(self) -> Program:
        self.close()
        gc.collect()  # as in the fixture: never in the thread that loads
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
            self._app.removeTranslator(self.program._qt_words)
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

    def press(self, name: str) -> None:
        """Press a button of the Today page."""
        buttons = self.today.findChildren(QPushButton)
        [button] = [b for b in buttons if b.accessibleName() == name]
        button.click()

    def answers_morning(self, session_id: str, days_ago: int) -> None:
        """Put a calm morning after a session of some days ago on record."""
        at, day, offset = local_parts(self.clock.now() - timedelta(days=days_ago))
        entry = PainEntry(
            id=f"m{days_ago}",
            at=at,
            local_date=day,
            utc_offset_minutes=offset,
            nrs=2,
            kind=PainKind.MORNING_AFTER,
            session_id=SessionId(session_id),
        )
        self.services.store.entries().put(entry)
        self.services.bridge.touch()
