"""Joins the rules of progression with the window: carries out what they decide and says so."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from sijoint_desktop.app.diary import Diary
from sijoint_desktop.app.progress import ProgressKeeper, may_restart
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import PauseKind
from sijoint_desktop.routine.course import Decision, Verdict
from sijoint_desktop.routine.ladder import step_in_words
from sijoint_desktop.ui.bridge import StoreState
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services


class ProgressDesk(QObject):
    """Moves the dose: down by itself, up only where the person agrees."""

    def __init__(self, services: Services, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._settled = ""
        self._settling = False

    def settle(self) -> None:
        """Carry out what is not left to the person: a step back, or a pause of the plan."""
        if self._settling or self._services.bridge.state is not StoreState.READY:
            return
        self._settled = ""
        # opening the store for a write, and the write, ask for this again: one step is enough
        self._settling = True
        try:
            self._carry_out()
        finally:
            self._settling = False

    def _carry_out(self) -> None:
        decision = self._services.records.progress().decision
        if decision.verdict is Verdict.SEE_CLINICIAN:
            self._pause(decision)
        elif decision.verdict is Verdict.STEP_BACK and decision.step is not None:
            self._step(decision, tr("Your routine is a little easier now"))

    def take(self, decision: object) -> None:
        """Take the step up that was suggested, if the rules still say so."""
        now = self._services.records.progress().decision
        if now == decision and now.verdict is Verdict.PROGRESS:
            self._step(now, tr("Your routine moved up"))

    def restart(self) -> None:
        """Begin the plan again at its easiest doses, if a check since lets it."""
        records, library = self._services.records, self._services.library
        decision, routine = records.progress().decision, records.plan().routine
        if may_restart(decision):
            self._try(lambda: self._keeper().restart(decision, routine, library))

    def put_off(self, session_id: str) -> None:
        """Remember that the step after a session is not wanted yet, until another one is done."""
        self._services.preferences.set("step_put_off", session_id)

    def ease(self, exercise_id: str) -> None:
        """Make one exercise of the plan easier by the person's own wish."""
        records, library = self._services.records, self._services.library
        decision, routine = records.progress().decision, records.plan().routine
        if self._try(lambda: self._keeper().ease(decision, routine, exercise_id, library)):
            name = library.get(exercise_id).name
            words = tr("{exercise} is one step easier from now on.", exercise=name)
            self._window.messages.say(tr("Your routine was changed"), words, "soft")

    def begin_pause(self, kind: str) -> None:
        """Put the plan aside from today on; after a flare-up it goes on in its easy form."""
        today = self._services.clock.now().date()
        if kind == PauseKind.FLARE:
            self._try(lambda: self._diary().tell_flare())
        elif self._services.records.pause() is None:
            self._try(lambda: self._diary().begin_pause(PauseKind(kind), today))

    def end_pause(self) -> None:
        """Go on with the plan."""
        self._try(lambda: self._diary().go_on())

    def note_morning(self, nrs: int, woke: bool) -> None:
        """Keep how the morning after the last session was."""
        session = self._services.records.awaits_morning()
        if session is not None:
            self._try(lambda: self._diary().note_morning(session.id, nrs, woke=woke))

    def next_step(self) -> str:
        """Return in words what follows from the session that has just been saved."""
        if self._settled:
            return self._settled
        decision = self._services.records.progress().decision
        return " ".join(reason.words for reason in decision.reasons)

    def _pause(self, decision: Decision) -> None:
        if self._try(lambda: self._keeper().pause(decision)):
            paused = tr("Exercises are paused; see the Check page.")
            self._settled = f"{decision.reasons[0].words} {paused}"

    def _step(self, decision: Decision, heading: str) -> None:
        if decision.step is None:
            return
        routine = self._services.records.plan().routine
        name = self._services.library.get(decision.step.exercise_id).name
        words = step_in_words(decision.step, name)
        if self._try(lambda: self._keeper().take(decision, routine)):
            self._settled = f"{decision.reasons[0].words} {words}"
            self._window.messages.say(heading, self._settled, "soft")

    def _diary(self) -> Diary:
        return Diary(self._services.store.entries(), self._services.clock)

    def _keeper(self) -> ProgressKeeper:
        store = self._services.store
        return ProgressKeeper(store.entries(), store.plan_keeper(), self._services.clock)

    def _try(self, write: Callable[[], object]) -> bool:
        """Carry out a write and let the pages look again; tell whether anything was written."""
        try:
            written = write()
        except UserError as fault:
            self._window.messages.say(tr("This was not saved"), str(fault))
            return False
        if written is None:
            return False
        self._services.bridge.touch()
        return True
