"""Joins a session with the clock, the record and the tones."""

from collections.abc import Callable

from sijoint_desktop.app.recording import Recorder
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.player.events import Event, RepFinished, SessionFinished
from sijoint_desktop.player.session import Session
from sijoint_desktop.player.snapshot import Snapshot, State
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Script
from sijoint_desktop.ui.session.audio import AudioPort, cue_of

NOT_SAVED = "This session is not being saved."

Request = Callable[[float, float | None], tuple[Event, ...]]


class SessionRun:
    """One session under way; every request is recorded before anything of it is shown.

    ``recorder`` and ``session_id`` are None where the person chose to go on without saving.
    """

    def __init__(
        self,
        routine: Routine,
        script: Script,
        *,
        clock: Clock,
        audio: AudioPort,
        recorder: Recorder | None,
        session_id: SessionId | None,
    ) -> None:
        self.routine = routine
        self.session = Session(script)
        self.reps: list[RepFinished] = []
        self.completed = False
        self._clock = clock
        self._audio = audio
        self._recorder = recorder
        self._session_id = session_id
        self._trouble = "" if session_id is not None else NOT_SAVED

    @property
    def script(self) -> Script:
        """The script that is being done."""
        return self.session.script

    @property
    def state(self) -> State:
        """The state of the session."""
        return self.session.state

    @property
    def going(self) -> bool:
        """Tell whether time runs, also that of the re-count."""
        return self.state in (State.RUNNING, State.RECOUNT)

    @property
    def trouble(self) -> str:
        """What could not be saved and why, in plain words; empty when all is saved."""
        return self._trouble

    def start(self) -> Snapshot:
        """Begin."""
        return self.do(self.session.start)

    def look(self) -> Snapshot:
        """Take in what has happened, and return what may be shown now."""
        return self.do(self.session.advance)

    def do(self, request: Request) -> Snapshot:
        """Carry out a request of the session now, record what came of it, then show it."""
        now = self._clock.monotonic()
        events = request(now, self._clock.boot())
        self._record(events)
        for event in events:
            cue = cue_of(event, self.script)
            if cue is not None:
                self._audio.play(cue)
        return self.session.snapshot(now)

    def save(self, pain: int | None) -> SessionRecord | None:
        """Store the end and the pain after (0-10 or None); None where it was not recorded.

        Raises UserError where the disk refuses; it may be tried again.
        """
        if self._recorder is None or self._session_id is None:
            return None
        record = self._recorder.finish(self._session_id, self.completed, pain)
        self._trouble = ""
        return record

    def _record(self, events: tuple[Event, ...]) -> None:
        kept = [event for event in events if isinstance(event, RepFinished | SessionFinished)]
        for event in kept:
            if isinstance(event, RepFinished):
                self.reps.append(event)
            else:
                self.completed = event.completed
        if not kept or self._recorder is None or self._session_id is None:
            return
        try:
            self._recorder.record(self._session_id, kept)
            self._trouble = ""
        except UserError as fault:
            self._trouble = (
                f"Not saved yet: {fault} The session goes on, and saving is tried again."
            )
