"""Says what comes next, where the computer has a voice; all of it is on the screen as well."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, Signal, qInstallMessageHandler

from sijoint_desktop.player.events import DoneAwaited, Event, HalfWay, SegmentStarted
from sijoint_desktop.routine.script import Exercises, Part, Script, Segment, SegmentKind
from sijoint_desktop.ui.session.speech_service import (
    ANSWER_MS,
    ENGINE,
    SpeechService,
    usual_service,
)
from sijoint_desktop.ui.session.words import KIND_WORDS, side_words

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_UNREAL_ENGINES = ("mock", "none")


class VoicePort(Protocol):
    """What speaks; nothing it does may raise or hold up the session."""

    def prepare(self) -> None:
        """Get ready to speak, before the first word is due."""
        ...

    def set_level(self, volume: float, *, on: bool) -> None:
        """Set the volume, 0 to 1, and whether anything is said at all."""
        ...

    def say(self, words: str) -> None:
        """Say something now, in place of what is being said."""
        ...

    def hush(self) -> None:
        """Stop speaking."""
        ...


class QtVoice(QObject):
    """Speaks through Qt TextToSpeech where it is installed and an engine is ready in time.

    ``settled`` comes when it has turned out whether there is a voice.
    """

    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume, self._on = 0.8, True
        self._speech: QTextToSpeech | None = None
        self._service: SpeechService | None = None
        self._asked = self._known = False
        self._answer = QTimer(self)
        self._answer.setSingleShot(True)
        self._answer.setInterval(ANSWER_MS)
        self._answer.timeout.connect(self._on_no_answer)

    @property
    def speaks(self) -> bool:
        """Whether an engine has answered and is used."""
        return self._speech is not None

    @property
    def is_known(self) -> bool:
        """Whether it has turned out if there is a voice."""
        return self._known

    def prepare(self) -> None:
        """Look for an engine, once; without one nothing is ever said."""
        if self._asked or not self._on:
            return
        self._asked = True
        # without a loudspeaker Qt would print lines that help nobody
        QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.speech.*=false")
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415
        except ImportError:  # the optional part of Qt is missing
            self._settle()
            return
        engines = [e for e in QTextToSpeech.availableEngines() if e not in _UNREAL_ENGINES]
        if not engines:
            self._settle()
        elif engines[0] == ENGINE:
            self._service = usual_service(self)
            self._service.answered.connect(self._on_service)
            self._service.ask()
        else:
            self._open(engines[0])

    def _on_service(self, there: bool) -> None:
        if there:
            self._open(ENGINE)
        else:
            self._settle()

    def _open(self, engine: str) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - loaded by prepare

        # an engine without its system library would print a line that helps nobody
        usual = qInstallMessageHandler(_ignore)
        try:
            speech = QTextToSpeech(engine, self)
        finally:
            qInstallMessageHandler(usual)
        if speech.state() is QTextToSpeech.State.Error:
            speech.deleteLater()
            self._settle()
            return
        speech.setVolume(self._volume)
        self._speech = speech
        self._answer.start()
        if self._ready():
            self._settle()

    def _settle(self) -> None:
        if not self._known:
            self._known = True
            self.settled.emit()

    def set_level(self, volume: float, *, on: bool) -> None:
        """Set the volume, 0 to 1, and whether anything is said at all."""
        self._volume, self._on = min(max(volume, 0.0), 1.0), on
        if self._speech is not None:
            self._speech.setVolume(self._volume)

    def say(self, words: str) -> None:
        """Say something now, in place of what is being said; or nothing without a voice."""
        if self._on and words and self._speech is not None and self._ready():
            self._speech.stop()
            self._speech.say(words)

    def hush(self) -> None:
        """Stop speaking."""
        if self._speech is not None:
            self._speech.stop()

    def _ready(self) -> bool:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - loaded by prepare

        states = (QTextToSpeech.State.Ready, QTextToSpeech.State.Speaking)
        return self._speech is not None and self._speech.state() in states

    def _on_no_answer(self) -> None:
        if self._speech is not None and not self._ready():
            self._speech.deleteLater()
            self._speech = None
        self._settle()


def _ignore(_kind: object, _context: object, _text: str) -> None:
    """Print nothing."""


def words_said(event: Event, script: Script, exercises: Exercises) -> str:
    """Return what is said at an event; an empty text where a tone says enough."""
    if isinstance(event, SegmentStarted):
        return _segment_words(script.segments[event.segment], exercises)
    return _SAID.get(type(event), "")


_SAID: Mapping[type, str] = {HalfWay: "Half way", DoneAwaited: "Press Done when you are done"}


def _segment_words(segment: Segment, exercises: Exercises) -> str:
    exercise = exercises.get(segment.exercise_id).at(segment.level)
    side = side_words(exercise, segment.side).capitalize()
    said = {
        Part.REST_EXERCISE: f"Rest. Next: {exercise.name}",
        Part.READY: f"Get ready. {exercise.name}. {side}".strip(),
        Part.SIDE_CHANGE: f"Change sides. {side}",
        Part.REST_SET: KIND_WORDS[SegmentKind.REST],
    }
    if segment.kind in (SegmentKind.MOVE, SegmentKind.HOLD):
        said[Part.REPEAT] = segment.phase_name
    return said.get(segment.part, "")
