"""Leads a run through its faces: looks at the clock, carries out wishes, asks questions."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from sijoint_desktop.history.entries import HurtChoice
from sijoint_desktop.player.snapshot import Snapshot, State
from sijoint_desktop.routine.script import Exercises
from sijoint_desktop.ui.session.ask import (
    END_CHOICES,
    Answer,
    Choices,
)
from sijoint_desktop.ui.session.figure import FigureFollower, StageFactory
from sijoint_desktop.ui.session.floor_view import FloorView
from sijoint_desktop.ui.session.keys import SessionKeys
from sijoint_desktop.ui.session.player_face import PlayerFace
from sijoint_desktop.ui.session.run import Request, SessionRun
from sijoint_desktop.ui.session.words import end_question, words_of
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.ticker import Ticker


class _Asking(Enum):
    """The question that stands in the place of the buttons."""

    NOTHING = auto()
    END_WHILE_GOING = auto()  # "stay" then goes on by itself
    END_WHILE_PAUSED = auto()


class Lead(QObject):
    """Joins one run after the other with the face in the window and the one for the floor.

    ``ended`` comes once for each run, when its session is at its end and recorded. ``hurt`` comes
    when something hurt, after the session stands still; the page asks, and calls ``go_on_from``.
    """

    ended = Signal()
    hurt = Signal()

    def __init__(
        self,
        face: PlayerFace,
        *,
        style: Style,
        exercises: Exercises,
        stages: StageFactory,
    ) -> None:
        super().__init__(face)
        self._face = face
        self._style = style
        self._exercises = exercises
        self._stages = stages
        self._run: SessionRun | None = None
        self._asking = _Asking.NOTHING
        self._floor: FloorView | None = None
        self._ticker = Ticker(self)
        self._ticker.looked.connect(self.look)
        face.floor_wished.connect(self._on_floor)
        face.ask.answered.connect(self._on_answered)
        controls = face.controls
        controls.pause_wished.connect(self._on_pause)
        controls.next_wished.connect(self._on_next)
        controls.done_wished.connect(self._on_done)
        face.jump_wished.connect(self._on_jump)
        controls.back_wished.connect(self._on_back)
        controls.repeat_wished.connect(self._on_repeat)
        controls.hurt_wished.connect(self._on_hurt)
        controls.end_wished.connect(self._on_end)
        self._connect_keys(SessionKeys(face))

    @property
    def ticking(self) -> bool:
        """Tell whether the clock is being looked at."""
        return self._ticker.going

    @property
    def floor(self) -> FloorView | None:
        """The floor view while it is shown."""
        return self._floor if self._floor is not None and self._floor.isVisible() else None

    def take(self, run: SessionRun) -> None:
        """Lead this run from its first second on."""
        self._run, self._asking = run, _Asking.NOTHING
        self._prepare(self._face)
        self._face.ask_instead(False)
        self._show(run.start())

    def look(self) -> None:
        """Take in what the clock says, and show it."""
        if self._run is not None:
            self._show(self._run.look())

    def stand(self) -> None:
        """Pause without a question, for example since nobody can see the session."""
        self._ticker.stop()
        if self._run is not None and self._run.going:
            self._show(self._run.do(self._run.session.pause))

    def ask_end(self) -> None:
        """Stand still and ask whether to end here; does nothing while another question stands."""
        if self._asking is _Asking.NOTHING and self._run is not None:
            going, run = self._run.going, self._run
            self.stand()
            asking = _Asking.END_WHILE_GOING if going else _Asking.END_WHILE_PAUSED
            self._ask(asking, end_question(len(run.reps)), "", END_CHOICES)

    def _prepare(self, face: PlayerFace | FloorView) -> None:
        """Give a face its figure, and let it follow the present run."""
        if face.follower is None:
            stage = self._stages(face)
            face.put_stage(stage, FigureFollower(stage, self._exercises))
        if face.follower is not None and self._run is not None:
            face.follower.take(self._run.routine, self._run.script)
            slots = self._run.routine.slots
            self._face.name_exercises([self._exercises.get(s.exercise_id).name for s in slots])
        face.forget()

    def _connect_keys(self, keys: SessionKeys) -> None:
        keys.pause_wished.connect(self._on_space)
        keys.next_wished.connect(self._on_next)
        keys.back_wished.connect(self._on_back)
        keys.repeat_wished.connect(self._on_repeat)
        keys.hurt_wished.connect(self._on_hurt)
        keys.floor_wished.connect(self._on_floor)
        keys.end_wished.connect(self._on_end)

    def _show(self, shown: Snapshot) -> None:
        """Show a moment; the ticker goes only while time runs and someone can see it."""
        if self._run is None:
            return
        face = self.floor or self._face
        face.show_snapshot(shown, words_of(shown, self._exercises))
        if self._run.ways.flash and self._run.cues:
            face.flash(self._run.cues[-1])
        self._face.show_trouble(self._run.trouble)
        if self._run.going and face.isVisible():
            self._ticker.go()
            self._ticker.look_in(shown.digit_due_s)
        else:
            self._ticker.stop()
        if shown.state is State.FINISHED:
            self._run = None
            self._leave_floor()
            self.ended.emit()

    def _do(self, request: Request) -> None:
        if self._run is not None and self._asking is _Asking.NOTHING:
            self._show(self._run.do(request))

    def _on_space(self) -> None:
        """Pause or go on; while a question is asked, press the answer that has the focus."""
        if self._asking is _Asking.NOTHING:
            self._on_pause()
            return
        face = self.floor or self._face
        focused = face.window().focusWidget()
        for button in face.ask.buttons:
            if button is focused:
                button.click()
                return

    def _on_pause(self) -> None:
        if self._run is not None:
            session = self._run.session
            self._do(session.pause if self._run.going else session.resume)

    def _on_next(self) -> None:
        """Skip, or end a counted set where the person says when it is done."""
        if self._run is not None:
            session = self._run.session
            asks = self._run.look().asks_done
            self._do(session.done if asks else session.next)

    def _on_done(self) -> None:
        if self._run is not None:
            self._do(self._run.session.done)

    def _on_jump(self, slot: int) -> None:
        if self._run is not None:
            self._do(partial(self._run.session.jump, slot))
            self._face.controls.pause_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        if self._run is not None:
            self._do(self._run.session.back)

    def _on_repeat(self) -> None:
        if self._run is not None:
            self._do(self._run.session.repeat)

    def _on_hurt(self) -> None:
        """Stop at once, before anything is asked."""
        if self._run is None or self._asking is not _Asking.NOTHING:
            return
        self.stand()
        self._leave_floor()
        if self._run is not None:  # standing still may have found the end
            self.hurt.emit()

    def go_on_from(self, choice: HurtChoice | None) -> None:
        """Do what the person chose after something hurt; None stands still, as before Go."""
        if self._run is None:
            return
        match choice:
            case HurtChoice.END:
                self._do(self._run.session.end)
            case HurtChoice.SKIP:
                self._do(self._run.session.skip_exercise)
                if self._run is not None:  # it was not the last exercise
                    self._do(self._run.session.resume)
            case _:
                self._prepare(self._face)
                self._show(self._run.look())

    def _on_end(self) -> None:
        """Ask; pressed again it means "stay"."""
        if self._asking is not _Asking.NOTHING:
            self._on_answered(Answer.STAY)
        else:
            self.ask_end()

    def _ask(self, asking: _Asking, heading: str, text: str, choices: Choices) -> None:
        if self._run is None:  # standing still may have found the end
            return
        self._asking = asking
        face = self.floor or self._face
        face.ask.ask(heading, text, choices)
        face.ask_instead(True)
        face.ask.take_focus()

    def _on_answered(self, answer: Answer) -> None:
        was, self._asking = self._asking, _Asking.NOTHING
        for face in (self._face, self._floor):
            if face is not None:
                face.ask_instead(False)
        if self._run is None:
            return
        session = self._run.session
        match answer:
            case Answer.END:
                self._do(session.end)
            case Answer.STAY if was is _Asking.END_WHILE_GOING:
                self._do(session.resume)

    def _on_floor(self) -> None:
        """Go to the floor view, or back to the window."""
        if self._run is None or self._asking is not _Asking.NOTHING:
            return
        if self.floor is not None:
            self._leave_floor()
            return
        if self._floor is None:
            floor = self._floor = FloorView(style=self._style, parent=self._face)
            self._connect_keys(SessionKeys(floor))
            floor.left.connect(self._leave_floor)
            floor.pause_wished.connect(self._on_pause)
            floor.hurt_wished.connect(self._on_hurt)
            floor.ask.answered.connect(self._on_answered)
        self._prepare(self._floor)
        screen = self._face.screen()
        if screen is not None:  # where no window manager would do it
            self._floor.setGeometry(screen.geometry())
        self._floor.showFullScreen()
        self._floor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(self._run.look())

    def _leave_floor(self) -> None:
        if self._floor is None or not self._floor.isVisible():
            return
        self._floor.hide()
        self._face.window().activateWindow()  # the keys go on working, whoever manages windows
        self._face.forget()
        if self._asking is not _Asking.NOTHING:
            self._on_answered(Answer.STAY)
        if self._run is not None:
            self._show(self._run.look())
