"""Joins a session with the clock, the record and the tones."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sijoint_desktop.app.recording import HurtReport, Recorder
from sijoint_desktop.app.resume import CutOff
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.records import SessionAnswers, SessionRecord
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.player.events import Event, HalfWay, Paused, RepFinished, SessionFinished
from sijoint_desktop.player.marks import rep_finished
from sijoint_desktop.player.navigate import slot_start
from sijoint_desktop.player.session import Session
from sijoint_desktop.player.snapshot import Snapshot, State
from sijoint_desktop.routine.ladder import step_down
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.script import Exercises, Script, Timings, compile_script
from sijoint_desktop.ui.session.audio import AudioPort, Cue, cue_of
from sijoint_desktop.ui.session.awake import AwakePort
from sijoint_desktop.ui.session.voice import VoicePort, words_said

Request = Callable[[float, float | None], tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Outlets:
    """What a session is heard and felt by, beside the screen."""

    audio: AudioPort
    voice: VoicePort
    awake: AwakePort

    def prepare(self) -> None:
        """Get ready before the first cue is due."""
        self.audio.prepare()
        self.voice.prepare()


@dataclass(frozen=True, slots=True)
class Ways:
    """How a person likes their sessions; the defaults are the product's."""

    recount_s: float = 3.0
    waits_for_done: bool = False
    half_way: bool = True
    flash: bool = False


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
        exercises: Exercises,
        outlets: Outlets,
        ways: Ways,
        recorder: Recorder | None,
        session_id: SessionId | None,
        cut_off: CutOff | None = None,
    ) -> None:
        self.routine = routine
        self.hurts = 0  # how often something hurt so far
        self.session = Session(
            script,
            recount_s=ways.recount_s,
            waits_for_done=ways.waits_for_done,
            segment=cut_off.segment if cut_off else 0,
            done=cut_off.done if cut_off else (),
        )
        self.ways = ways
        self.cues: tuple[Cue, ...] = ()  # what the last request was heard by
        self.reps = (
            [rep_finished(script.segments[i]) for i in sorted(cut_off.done)] if cut_off else []
        )
        self.completed = False
        self._clock = clock
        self._exercises = exercises
        self._outlets = outlets
        self._recorder = recorder
        self._session_id = session_id
        self._trouble = "" if session_id is not None else tr("This session is not being saved.")

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
        self._cue(events)
        self._keep_awake()
        return self.session.snapshot(now)

    def _cue(self, events: tuple[Event, ...]) -> None:
        """Let events be heard; what the person switched off is left out."""
        cues = [cue_of(event, self.script) for event in events]
        self.cues = tuple(c for c in cues if c and (c is not Cue.HALF or self.ways.half_way))
        for cue in self.cues:
            self._outlets.audio.play(cue)
        said = [words_said(event, self.script, self._exercises) for event in events]
        if not self.ways.half_way:
            said = [
                words
                for words, event in zip(said, events, strict=True)
                if not isinstance(event, HalfWay)
            ]
        self._outlets.voice.say(next((words for words in reversed(said) if words), ""))
        if any(isinstance(event, Paused) for event in events):
            self._outlets.voice.hush()

    def _keep_awake(self) -> None:
        match self.state:
            case State.PAUSED:
                self._outlets.awake.rest()
            case State.FINISHED:
                self._outlets.awake.release()
            case _:
                self._outlets.awake.hold()

    def hurt(self, report: HurtReport) -> None:
        """Store one "that hurt"; what cannot be stored is said, and the session goes on."""
        self.hurts += 1
        if self._recorder is None or self._session_id is None:
            return
        segment = self.script.segments[self.session.snapshot(self._clock.monotonic()).segment]
        try:
            self._recorder.hurt(self._session_id, segment, report)
        except UserError as fault:
            self._trouble = tr("Not saved: {fault}", fault=fault)

    def easier(self) -> Slot | None:
        """Return the exercise under way at the next easier dose, or None at the gentlest."""
        slot = self.routine.slots[self.session.snapshot(self._clock.monotonic()).slot]
        step = step_down(slot, self._exercises.get(slot.exercise_id))
        return None if step is None else step.after

    def ease(self, slot: Slot, timings: Timings) -> None:
        """Go on with an easier dose of the exercise under way, from its "get ready" on.

        What was done stays done; the session stands still until the person goes on.
        """
        now = self._clock.monotonic()
        number = self.session.snapshot(now).slot
        slots = list(self.routine.slots)
        slots[number] = slot
        self.routine = replace(self.routine, slots=tuple(slots))
        script = compile_script(self.routine, self._exercises, timings)
        places = {(r.slot, r.side, r.set_number, r.rep_number) for r in self.reps if r.whole}
        done = [
            index
            for index, s in enumerate(script.segments)
            if s.ends_rep
            and s.slot != number
            and (s.slot, s.side, s.set_number, s.rep_number) in places
        ]
        self.session = Session(
            script,
            recount_s=self.ways.recount_s,
            waits_for_done=self.ways.waits_for_done,
            segment=slot_start(script, number),
            done=done,
        )
        self.session.start(now, self._clock.boot())
        self.session.pause(now, self._clock.boot())

    def save(self, answers: SessionAnswers) -> SessionRecord | None:
        """Store the end and what was answered after it; None where it was not recorded.

        Raises UserError where the disk refuses; it may be tried again.
        """
        if self._recorder is None or self._session_id is None:
            return None
        record = self._recorder.finish(self._session_id, self.completed, answers)
        self._trouble = ""
        return record

    def _take(self, rep: RepFinished) -> None:
        """Keep a repetition; done again, it takes the place of its first try."""
        place = (rep.slot, rep.side, rep.set_number, rep.rep_number)
        self.reps = [r for r in self.reps if (r.slot, r.side, r.set_number, r.rep_number) != place]
        self.reps.append(rep)

    def _record(self, events: tuple[Event, ...]) -> None:
        kept = [event for event in events if isinstance(event, RepFinished | SessionFinished)]
        for event in kept:
            if isinstance(event, RepFinished):
                self._take(event)
            else:
                self.completed = event.completed
        if not kept or self._recorder is None or self._session_id is None:
            return
        try:
            self._recorder.record(self._session_id, kept)
            self._trouble = ""
        except UserError as fault:
            self._trouble = tr(
                "Not saved yet: {fault} The session goes on, and saving is tried again.",
                fault=fault,
            )
