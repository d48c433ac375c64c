import sys

import pytest
from PySide6.QtCore import QCoreApplication

from sijoint_desktop.core.units import Seconds
from sijoint_desktop.player.events import CountdownBeat, Resumed, SegmentStarted
from sijoint_desktop.routine.script import Script
from sijoint_desktop.ui.session.audio import NO_SOUND, Cue, QtAudio, SilentAudio, cue_of
from tests.player.scripts import TWO_EXERCISES

EMPTY = Script((), Seconds(0.0))


def test_without_qt_multimedia_it_says_so_and_stays_silent(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)  # as if it were not installed
    audio = QtAudio()
    assert audio.trouble == ""
    audio.prepare()
    assert audio.trouble == NO_SOUND
    for cue in Cue:
        audio.play(cue)


@pytest.mark.qt_log_ignore("PulseAudioService")
def test_without_a_loudspeaker_it_says_so_once_or_plays(qapp: QCoreApplication) -> None:
    audio = QtAudio()
    audio.prepare()
    audio.prepare()
    audio.set_level(2.0, on=True)
    for cue in Cue:
        audio.play(cue)
    assert audio.trouble in ("", NO_SOUND)


def test_tones_that_are_off_load_nothing_and_complain_of_nothing(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    audio = QtAudio()
    audio.set_level(0.7, on=False)
    audio.prepare()
    audio.play(Cue.START)
    assert audio.trouble == ""


def test_silence_is_no_trouble() -> None:
    audio = SilentAudio()
    audio.prepare()
    audio.set_level(1.0, on=True)
    audio.play(Cue.RISE)
    assert audio.trouble == ""


@pytest.mark.parametrize(
    ("beat", "cue"),
    [
        (CountdownBeat(3, rising=True), Cue.RISE),
        (CountdownBeat(0, rising=True), Cue.START),
        (CountdownBeat(1, rising=False), Cue.FALL),
        (CountdownBeat(0, rising=False), Cue.END),
    ],
)
def test_beats_have_their_tones(beat: CountdownBeat, cue: Cue) -> None:
    assert cue_of(beat, EMPTY) is cue


def test_what_is_only_seen_makes_no_tone() -> None:
    assert cue_of(Resumed(), EMPTY) is None
    assert cue_of(SegmentStarted(0), TWO_EXERCISES) is None
