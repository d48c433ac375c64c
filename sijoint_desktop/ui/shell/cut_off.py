"""Offers to go on with a session that a crash or a power cut has ended."""

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.app.resume import CutOff, cut_off
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.ui.bridge import StoreState
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services


class CutOffDesk(QObject):
    """Looks once for sessions without an end: the last one may go on, the others are ended.

    ``resume_wished`` carries the CutOff to go on with.
    """

    resume_wished = Signal(object)

    def __init__(self, services: Services, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._looked = False
        self._found: CutOff | None = None
        services.bridge.changed.connect(self.look)

    def look(self) -> None:
        """Look for sessions without an end, once the store is open."""
        bridge = self._services.bridge
        if self._looked or bridge.state is not StoreState.READY:
            return
        self._looked = True
        try:
            self._look()
        except UserError as fault:
            self._window.messages.say(tr("A session has no end"), str(fault))

    def _look(self) -> None:
        if all(record.ended_at is not None for record in self._services.bridge.sessions()):
            return
        recorder = self._services.store.recorder()
        unfinished = recorder.unfinished()
        now = self._services.clock.now()
        if unfinished:
            self._found = cut_off(unfinished[-1], self._services.library, now)
        for record in unfinished:
            if self._found is None or record.id != self._found.record.id:
                recorder.close_cut_off(record.id)
        if self._found is not None:
            self._offer(self._found)
        else:
            self._services.bridge.touch()

    def _offer(self, found: CutOff) -> None:
        exercise = self._services.library.get(found.script.segments[found.segment].exercise_id)
        banner = self._window.messages.ask(
            tr("Your session was cut off"),
            plural(
                "{n} repetition is saved. You can go on with {exercise}, or end it here.",
                "{n} repetitions are saved. You can go on with {exercise}, or end it here.",
                len(found.record.reps),
                exercise=exercise.name,
            ),
            action=tr("Go on"),
        )
        banner.acted.connect(self._on_go_on)
        banner.closed.connect(self._on_end)

    def _on_go_on(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self._window.messages.clear()
            self.resume_wished.emit(found)

    def _on_end(self) -> None:
        found, self._found = self._found, None
        if found is None:
            return
        try:
            self._services.store.recorder().close_cut_off(found.record.id)
        except UserError as fault:
            self._window.messages.say(tr("The session has no end yet"), str(fault))
        self._services.bridge.touch()
