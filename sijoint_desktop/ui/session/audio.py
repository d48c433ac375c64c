"""The tones of a session; everything that is heard is shown as well."""

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLoggingCategory, QObject, QUrl

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.player.events import CountdownBeat, Event, HalfWay, SegmentStarted
from sijoint_desktop.routine.script import Script, SegmentKind

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

NO_SOUND = mark(
    "No sound can be played on this computer. Every signal is shown on the screen as well."
)


class Cue(StrEnum):
    """A tone; its value is the name of its file."""

    RISE = "rise"  # a beat before a start
    START = "start"
    FALL = "fall"  # a beat before an end
    END = "end"
    SIDE = "side"
    HALF = "half"  # the middle of a long hold


class AudioPort(Protocol):
    """What plays the tones; nothing it does may raise or hold up the session."""

    @property
    def trouble(self) -> str:
        """One plain sentence on why nothing is heard, or an empty text."""
        ...

    def prepare(self) -> None:
        """Get ready to play, before the first tone is due."""
        ...

    def set_level(self, volume: float, *, on: bool) -> None:
        """Set the volume, 0 to 1, and whether there are tones at all."""
        ...

    def play(self, cue: Cue) -> None:
        """Play a tone now, or nothing."""
        ...


class SilentAudio:
    """Plays nothing; satisfies ``AudioPort``."""

    @property
    def trouble(self) -> str:
        """Nothing is wrong with silence."""
        return ""

    def prepare(self) -> None:
        """Need no preparation."""

    def set_level(self, volume: float, *, on: bool) -> None:
        """Stay silent at any volume."""

    def play(self, cue: Cue) -> None:
        """Play nothing."""


class QtAudio(QObject):
    """Plays the tones through Qt Multimedia where it is installed and finds a loudspeaker.

    Qt Multimedia is loaded by ``prepare``, since it takes time and may be missing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume = 0.7
        self._on = True
        self._trouble = ""
        self._effects: dict[Cue, QSoundEffect] | None = None

    @property
    def trouble(self) -> str:
        """One plain sentence on why nothing is heard, or an empty text."""
        return tr(self._trouble) if self._trouble else ""

    def prepare(self) -> None:
        """Load the tones; without sound on this computer ``trouble`` then says so."""
        if self._effects is not None or not self._on:
            return
        self._effects = {}
        # without a loudspeaker Qt would print ten lines that help nobody
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415
        except ImportError:  # the optional part of Qt, or a system library of it, is missing
            self._trouble = NO_SOUND
            return
        if not QMediaDevices.audioOutputs():
            self._trouble = NO_SOUND
            return
        for cue in Cue:
            effect = QSoundEffect(self)
            effect.setSource(QUrl(f"qrc:/sounds/{cue.value}.wav"))
            effect.setVolume(self._volume)
            self._effects[cue] = effect

    def set_level(self, volume: float, *, on: bool) -> None:
        """Set the volume, 0 to 1, and whether there are tones at all."""
        self._volume, self._on = min(max(volume, 0.0), 1.0), on
        for effect in (self._effects or {}).values():
            effect.setVolume(self._volume)

    def play(self, cue: Cue) -> None:
        """Play a tone now, or nothing where there is no sound."""
        effect = (self._effects or {}).get(cue)
        if self._on and effect is not None:
            effect.play()


def cue_of(event: Event, script: Script) -> Cue | None:
    """Return the tone that an event is heard by, or None for one that makes no sound."""
    if isinstance(event, CountdownBeat):
        if event.seconds_left:
            return Cue.RISE if event.rising else Cue.FALL
        return Cue.START if event.rising else Cue.END
    if isinstance(event, HalfWay):
        return Cue.HALF
    if isinstance(event, SegmentStarted):
        kind = script.segments[event.segment].kind
        return Cue.SIDE if kind is SegmentKind.SIDE_CHANGE else None
    return None
