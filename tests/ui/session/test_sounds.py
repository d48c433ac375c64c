import importlib.util
import io
import wave
from array import array
from pathlib import Path
from types import ModuleType

import pytest

from sijoint_desktop.ui.session.audio import Cue

ROOT = Path(__file__).parents[3]
SOUNDS = ROOT / "assets" / "sounds"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", ROOT / "packaging/make_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = maker()


@pytest.mark.parametrize("cue", list(Cue))
def test_the_kept_tones_are_those_that_the_script_makes(cue: Cue) -> None:
    kept = (SOUNDS / f"{cue.value}.wav").read_bytes()
    assert kept == MAKER.wav_bytes(MAKER.TONES[cue.value])


def test_there_is_no_tone_too_many() -> None:
    assert {path.stem for path in SOUNDS.glob("*.wav")} == {cue.value for cue in Cue}


@pytest.mark.parametrize("cue", list(Cue))
def test_a_tone_is_short_soft_at_both_ends_and_does_not_clip(cue: Cue) -> None:
    with wave.open(io.BytesIO((SOUNDS / f"{cue.value}.wav").read_bytes())) as file:
        assert 0.1 < file.getnframes() / file.getframerate() < 0.3
        samples = array("h", file.readframes(file.getnframes()))
    assert max(map(abs, samples)) < 25_000
    assert max(abs(samples[0]), abs(samples[-1])) < 400
