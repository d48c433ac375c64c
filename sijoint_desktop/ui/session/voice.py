"""Says what comes next, where the computer has a voice; all of it is on the screen as well."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QLocale,
    QLoggingCategory,
    QObject,
    QTimer,
    Signal,
    qInstallMessageHandler,
)

from sijoint_desktop.core.language import language, tr
from sijoint_desktop.core.side import side_label
from sijoint_desktop.player.events import DoneAwaited, Event, HalfWay, SegmentStarted
from sijoint_desktop.routine.script import Exercises, Part, Script, Segment, SegmentKind
from sijoint_desktop.ui.session.speech_service import (
    ANSWER_MS,
    ENGINE,
    SpeechService,
    usual_service,
)
from sijoint_desktop.ui.session.words import kind_word

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

    It is silent where the engine has no voice of the language in use: words read out by a foreign
    voice would not be understood.

    ``settled`` comes when it has turned out whether there is a voice.
    """

    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume, self._on = 0.8, True
        self._speech: QTextToSpeech | None = None
        self._service: SpeechService | None = None
        self._asked = self._known = False
        self._voices: dict[str, QLocale | None] = {}
        self._answer = QTimer(self)
        self._answer.setSingleShot(True)
        self._answer.setInterval(ANSWER_MS)
        self._answer.timeout.connect(self._on_no_answer)

    @property
    def speaks(self) -> bool:
        """Whether an engine has answered and has a voice of the language in use."""
        return self._voice() is not None

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

    def _voice(self) -> QLocale | None:
        """Return the voice of the language in use, looked for once; None without one."""
        if self._speech is None or not self._ready():
            return None
        code = language()
        if code not in self._voices:
            there = self._speech.availableLocales() or [self._speech.locale()]
            self._voices[code] = voice_of(there, code)
        return self._voices[code]

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
        voice = self._voice() if self._on and words and self._ready() else None
        if self._speech is None or voice is None:
            return
        if voice != self._speech.locale():
            self._speech.setLocale(voice)
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


def voice_of(voices: Sequence[QLocale], code: str) -> QLocale | None:
    """Return the voice that speaks a language, best that of the country, or None without one."""
    wanted = QLocale(code).language()
    fitting = [each for each in voices if each.language() == wanted]
    at_home = [each for each in fitting if each.territory() == QLocale().territory()]
    return next(iter((*at_home, *fitting)), None)


def words_said(event: Event, script: Script, exercises: Exercises) -> str:
    """Return what is said at an event; an empty text where a tone says enough."""
    if isinstance(event, SegmentStarted):
        return _segment_words(script.segments[event.segment], exercises)
    if isinstance(event, HalfWay):
        return tr("Half way")
    return tr("Press Done when you are done") if isinstance(event, DoneAwaited) else ""


def _segment_words(segment: Segment, exercises: Exercises) -> str:
    exercise = exercises.get(segment.exercise_id).at(segment.level)
    side = side_label(segment.side, exercise.side_word) if segment.side else ""
    match segment.part:
        case Part.REST_EXERCISE:
            return tr("Rest. Next: {exercise}", exercise=exercise.name)
        case Part.READY:
            return tr("Get ready. {exercise}. {side}", exercise=exercise.name, side=side).strip()
        case Part.SIDE_CHANGE:
            return tr("Change sides. {side}", side=side)
        case Part.REST_SET:
            return kind_word(SegmentKind.REST)
        case _:
            spoken = segment.kind in (SegmentKind.MOVE, SegmentKind.HOLD)
            return segment.phase_name if spoken else ""
