"""Joins the session with the window: what starts it, goes on with it, and follows from it."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.settings.options import CountedSets
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services, timings_of
from sijoint_desktop.ui.shell.check_desk import CheckDesk
from sijoint_desktop.ui.shell.figures import Figures
from sijoint_desktop.ui.shell.outputs import Outputs
from sijoint_desktop.ui.shell.progress_desk import ProgressDesk

if TYPE_CHECKING:
    from sijoint_desktop.app.resume import CutOff
    from sijoint_desktop.ui.session.page import SessionPage
    from sijoint_desktop.ui.session.run import Ways


class SessionDesk(QObject):
    """Begins sessions where lock and last check let them, and puts the window around them."""

    def __init__(
        self,
        services: Services,
        figures: Figures,
        outputs: Outputs,
        window: MainWindow,
        *,
        check: CheckDesk,
        progress: ProgressDesk,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._figures = figures
        self._outputs = outputs
        self._window = window
        self._check = check
        self._progress = progress
        self._back_to = "today"

    def make_page(self) -> QWidget:
        """Return the page that sessions run on."""
        from sijoint_desktop.ui.session.page import SessionPage  # noqa: PLC0415 - when opened

        page = SessionPage(
            style=self._services.style,
            library=self._services.library,
            stages=self._figures.make_stage,
            recorder=self._services.store.recorder,
            clock=self._services.clock,
            outlets=self._outputs.outlets,
            contacts=self._services.check.contacts,
            next_step=self._progress.next_step,
            reminder=self._check.reminder,
            unchecked=self._check.is_missing,
            timings=self.timings,
            ways=self._ways,
        )
        page.finished.connect(self._on_finished)
        page.danger_answered.connect(self._check.keep_rescreen)
        page.closed.connect(self._on_closed)
        page.check_wished.connect(self._on_check_after)
        return page

    def start_usual(self) -> None:
        """Start the routine of today, or open Today, which says why there is none."""
        progress = self._services.records.progress()
        paused = self._services.records.pause() is not None
        if progress.today is None or paused:
            self._window.open_page("today")
            return
        self.start(progress.today)

    def start(self, routine: Routine) -> None:
        """Ask what is asked before a session of this routine, or say why there can be none."""
        if self._check.refuse() or self._check.refuse_routine(routine):
            return
        try:
            self._page.begin(routine)
        except UserError as fault:
            self._window.messages.say(tr("This cannot be started"), str(fault))
            return
        self._services.store.prepare()
        self._enter()

    def resume(self, cut_off: object) -> None:
        """Go on with a session that a crash has ended."""
        if self._check.refuse():
            return
        try:
            self._page.resume(cast("CutOff", cut_off))
        except UserError as fault:
            self._window.messages.say(tr("This cannot go on"), str(fault))
            return
        self._enter()

    def timings(self) -> Timings:
        """Return the times between the parts of a session, as they are set."""
        return timings_of(self._services.preferences.settings)

    @property
    def _page(self) -> "SessionPage":
        return cast("SessionPage", self._window.page("session"))

    def _enter(self) -> None:
        self._back_to = self._window.current
        self._window.open_page("session")
        self._window.enter_session(self._may_close)

    def _may_close(self) -> bool:
        """Save how far the session came; what was done is kept, so nothing needs asking."""
        self._page.end_now()
        if not QApplication.quitOnLastWindowClosed():  # it comes back from the tray without it
            self._services.bridge.touch()
            self._on_closed()
        return True

    def _on_finished(self, _record: object) -> None:
        self._services.bridge.touch()

    def _on_closed(self) -> None:
        self._window.leave_session()
        self._window.open_page(self._back_to)

    def _on_check_after(self) -> None:
        self._window.leave_session()
        self._check.start()

    def _ways(self) -> "Ways":
        from sijoint_desktop.ui.session.run import Ways  # noqa: PLC0415 - with the session

        settings = self._services.preferences.settings
        return Ways(
            recount_s=settings.number("recount_s"),
            waits_for_done=settings.text("counted_sets") == CountedSets.WAIT,
            half_way=settings.flag("half_way"),
            flash=settings.flag("flash"),
        )
