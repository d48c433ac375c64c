"""What is said at which event, and that a computer without a voice is no trouble."""

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from sijoint_desktop.core.language import speak
from sijoint_desktop.player.events import CountdownBeat, DoneAwaited, HalfWay, SegmentStarted
from sijoint_desktop.routine.script import compile_script
from sijoint_desktop.ui.session.voice import QtVoice, voice_of, words_said
from tests.ui.session.conftest import LIBRARY, routine


def test_every_change_is_said_once_and_counting_is_left_to_the_tones() -> None:
    script = compile_script(routine("reach", "nod"), LIBRARY)
    said = [words_said(SegmentStarted(i), script, LIBRARY) for i in range(len(script.segments))]
    assert said[:4] == ["Get ready. Arm reach. Left arm up", "Reach", "Hold", ""]
    assert "Change sides. Right arm up" in said
    assert "Rest. Next: Nod" in said
    assert words_said(HalfWay(), script, LIBRARY) == "Half way"
    assert words_said(DoneAwaited(), script, LIBRARY) == "Press Done when you are done"
    assert words_said(CountdownBeat(3, rising=True), script, LIBRARY) == ""


@pytest.mark.parametrize("on", [True, False])
def test_a_voice_that_is_not_there_or_off_is_no_trouble(qtbot: QtBot, on: bool) -> None:
    voice = QtVoice()
    voice.set_level(0.5, on=on)
    voice.prepare()
    voice.say("Hold")
    voice.hush()
    voice._on_no_answer()
    assert not voice.speaks or on


def test_a_voice_of_another_language_is_never_taken() -> None:
    voices = [QLocale("en_GB"), QLocale("es_MX"), QLocale("es_ES")]
    spanish = voice_of(voices, "es")
    assert spanish is not None
    assert spanish.language() is QLocale.Language.Spanish
    assert voice_of(voices, "de") is None


@pytest.mark.parametrize(("code", "there"), [("en", True), ("de", False)])
def test_the_engine_speaks_where_it_has_a_voice_of_the_language(
    qtbot: QtBot, code: str, there: bool
) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech")
    speak(code)
    voice = QtVoice()
    voice._open("mock")  # an engine of Qt itself that makes no sound, with voices of its own
    voice.say("Hold")
    assert voice.speaks is there
    speak("en")
