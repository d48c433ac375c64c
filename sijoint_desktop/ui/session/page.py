"""The session page: asks before, leads through, asks after; it joins the parts and owns no rule."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sijoint_desktop.app.recording import HurtReport, Recorder
from sijoint_desktop.app.resume import CutOff
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import HurtChoice
from sijoint_desktop.history.records import SessionAnswers
from sijoint_desktop.history.safety import LockedError
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.player.snapshot import State
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import (
    Exercises,
    Script,
    Timings,
    compile_script,
    routine_minutes,
)
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.ui.session.after import AfterFace, done_lines
from sijoint_desktop.ui.session.before import BeforeFace
from sijoint_desktop.ui.session.figure import StageFactory
from sijoint_desktop.ui.session.hurt import HurtFace
from sijoint_desktop.ui.session.lead import Lead
from sijoint_desktop.ui.session.player_face import PlayerFace
from sijoint_desktop.ui.session.run import Outlets, SessionRun, Ways
from sijoint_desktop.ui.style.style import Style


class SessionPage(QWidget):
    """A session from the first question to the summary.

    ``finished`` carries the SessionRecord, or None for a session that could not be saved;
    ``danger_answered`` the five answers before a session as soon as one is a yes; ``closed`` says
    that the person is done with this page, ``check_wished`` that they want a check. ``next_step``
    says after a session what follows from it, and ``reminder`` before one that a check is due,
    ``unchecked`` that there was none yet. ``recorder`` and ``timings`` are asked when a session
    begins, since the store opens late and settings change; ``recorder`` returns None where nothing
    can be stored.
    """

    finished = Signal(object)
    danger_answered = Signal(object)
    closed = Signal()
    check_wished = Signal()

    def __init__(
        self,
        *,
        style: Style,
        library: Exercises,
        stages: StageFactory,
        recorder: Callable[[], Recorder | None],
        clock: Clock,
        outlets: Outlets,
        contacts: Callable[[], Contacts],
        next_step: Callable[[], str],
        reminder: Callable[[], str] = str,
        unchecked: Callable[[], bool] = bool,
        timings: Callable[[], Timings],
        ways: Callable[[], Ways] = Ways,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._recorder = recorder
        self._clock = clock
        self._outlets = outlets
        self._next_step = next_step
        self._reminder = reminder
        self._unchecked = unchecked
        self._timings = timings
        self._ways = ways
        self._run: SessionRun | None = None
        self._unsaved_accepted = False
        self._offers_check = False
        self.before = BeforeFace(library, contacts, style=style)
        self.player = PlayerFace(style=style)
        self.after = AfterFace(library, style=style)
        self.hurt = HurtFace(style=style)
        self.lead = Lead(self.player, style=style, exercises=library, stages=stages)
        self._faces = QStackedWidget()
        for face in (self.before, self.player, self.hurt, self.after):
            self._faces.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._faces)
        self.before.start_wished.connect(self._on_start)
        self.before.danger_answered.connect(self.danger_answered)
        self.before.closed.connect(self.closed)
        self.lead.ended.connect(self._on_ended)
        self.lead.hurt.connect(self._on_hurt)
        self.hurt.reported.connect(self._on_hurt_reported)
        self.hurt.withdrawn.connect(self._on_hurt_withdrawn)
        self.after.save_wished.connect(self._on_save)
        self.after.closed.connect(self.closed)
        self.after.check_wished.connect(self.check_wished)

    @property
    def run(self) -> SessionRun | None:
        """The session that was started last, if any."""
        return self._run

    @property
    def under_way(self) -> bool:
        """Tell whether a session was started and is not at its end."""
        return self._run is not None and self._run.state is not State.FINISHED

    def begin(self, routine: Routine) -> None:
        """Ask what is asked before every session; a session under way is shown instead.

        Raises UserError where the routine cannot be done.
        """
        if self.under_way:
            self._faces.setCurrentWidget(self.player)
            return
        minutes = routine_minutes(routine, self._library, self._timings())
        self._run = None
        self._unsaved_accepted = False
        self._offers_check = False
        self._outlets.prepare()
        self._faces.setCurrentWidget(self.before)
        notes = (self._reminder(), self._outlets.audio.trouble)
        note = " ".join(note for note in notes if note)
        self.before.open(routine, minutes, note=note, unchecked=self._unchecked())

    def resume(self, cut_off: CutOff) -> None:
        """Go on with a session that was cut off; it stands still until the person is ready.

        Raises UserError where it cannot be stored.
        """
        self._outlets.prepare()
        self._run = self._make_run(
            cut_off.routine, cut_off.script, self._recorder(), cut_off.record.id, cut_off
        )
        self._faces.setCurrentWidget(self.player)
        self.lead.take(self._run)

    def end_now(self) -> None:
        """End a session that is under way, for example since the window is being closed."""
        self.lead.stand()
        if self._run is not None and self.under_way:
            self._run.do(self._run.session.end)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody can see it."""
        super().hideEvent(event)
        self.lead.stand()

    def _on_start(self, routine: Routine, pain: int) -> None:
        script = compile_script(routine, self._library, self._timings())
        try:
            recorder, session_id, fault = self._begin_record(routine, script.planned_reps, pain)
        except LockedError as lock:
            self.before.show_trouble(tr("This session stays closed."), str(lock))
            return
        if fault and not self._unsaved_accepted:
            self._unsaved_accepted = True
            self.before.show_trouble(
                tr("This session cannot be saved."),
                tr("{fault} Press Start again to go on without saving.", fault=fault),
            )
            return
        self._run = self._make_run(routine, script, recorder, session_id)
        self._faces.setCurrentWidget(self.player)
        self.lead.take(self._run)

    def _make_run(
        self,
        routine: Routine,
        script: Script,
        recorder: Recorder | None,
        session_id: SessionId | None,
        cut_off: CutOff | None = None,
    ) -> SessionRun:
        return SessionRun(
            routine,
            script,
            clock=self._clock,
            exercises=self._library,
            outlets=self._outlets,
            ways=self._ways(),
            recorder=recorder,
            session_id=session_id,
            cut_off=cut_off,
        )

    def _begin_record(
        self, routine: Routine, planned_reps: int, pain: int
    ) -> tuple[Recorder | None, SessionId | None, str]:
        """Return who records and under which id, or neither and why not."""
        try:
            recorder = self._recorder()
            if recorder is None:
                return None, None, tr("The history cannot be opened.")
            timings = self._timings()
            return recorder, recorder.begin(routine, planned_reps, pain, timings), ""
        except LockedError:
            raise
        except UserError as fault:
            return None, None, str(fault)

    def _on_hurt(self) -> None:
        if self._run is not None:
            slot = self._run.session.snapshot(self._clock.monotonic()).slot
            exercise = self._library.get(self._run.routine.slots[slot].exercise_id)
            easier = self._run.easier() is not None
            self.hurt.open(exercise.name, times=self._run.hurts + 1, easier=easier)
            self._faces.setCurrentWidget(self.hurt)

    def _on_hurt_withdrawn(self) -> None:
        self._faces.setCurrentWidget(self.player)
        self.lead.go_on_from(None)

    def _on_hurt_reported(self, report: object) -> None:
        """Store what hurt, and go on as the person chose, where the rules let them."""
        if self._run is None or not isinstance(report, HurtReport):
            return
        ends = self.hurt.must_end
        self._run.hurt(report)
        self._offers_check = self._offers_check or ends
        self._faces.setCurrentWidget(self.player)
        choice = HurtChoice.END if ends else report.choice
        easier = self._run.easier() if choice is HurtChoice.EASIER else None
        if easier is not None:
            self._run.ease(easier, self._timings())
        self.lead.go_on_from(choice)

    def _on_ended(self) -> None:
        if self._run is not None:
            done, planned = len(self._run.reps), self._run.script.planned_reps
            saved = not self._run.trouble
            self.after.open(
                completed=self._run.completed, reps_done=done, planned=planned, saved=saved
            )
            self._faces.setCurrentWidget(self.after)

    def _on_save(self, answers: object) -> None:
        """Store the answers; where the disk refuses, say so and let it be tried again."""
        if self._run is None or not isinstance(answers, SessionAnswers):
            return
        try:
            record = self._run.save(answers)
        except UserError as fault:
            self.after.show_trouble(tr("Not saved yet: {fault}", fault=fault))
            return
        lines = done_lines(self._run.script, self._run.reps, self._library)
        said = ""
        if record is not None and None not in (record.nrs_before, record.nrs_after):
            said = tr(
                "Pain: {before} before, {after} now.",
                before=record.nrs_before,
                after=record.nrs_after,
            )
        self.after.check.setVisible(self._offers_check)
        self.finished.emit(record)
        self.after.show_summary(lines, said, saved=record is not None, next_step=self._next_step())
