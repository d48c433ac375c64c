"""Makes the tones of a session, so that no recording has to be licensed or kept.

Run ``python packaging/make_sounds.py`` after a change here; the same bytes come out every time.
"""

import argparse
import io
import math
import sys
import wave
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
PEAK = 0.6  # of full scale: two tones that overlap do not clip
FADE_IN_S = 0.008
FADE_OUT_S = 0.09
LENGTH_S = 0.19  # about 17 kB each

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Note:
    """A pitch in hertz and the share of the tone, 0 to 1, at which it sets in."""

    hertz: float
    at: float = 0.0


TONES: Mapping[str, tuple[Note, ...]] = {
    "rise": (Note(587.33),),  # D5: a beat before a start
    "start": (Note(587.33), Note(880.0, 0.4)),  # up a fifth: go
    "fall": (Note(440.0),),  # A4: a beat before an end
    "end": (Note(440.0), Note(293.66, 0.4)),  # down a fifth: let go
    "half": (Note(659.26), Note(659.26, 0.5)),  # E5 twice: half of a long hold is over
    "side": (Note(523.25), Note(659.26, 0.33), Note(523.25, 0.66)),  # there and back: other side
}


def tone(notes: Iterable[Note]) -> "array[int]":
    """Return one tone as 16-bit samples, soft at both ends and wherever a note follows."""
    frames = round(RATE * LENGTH_S)
    parts = [(note, round(note.at * frames)) for note in notes]
    ends = [start for _note, start in parts[1:]] + [frames]
    samples = array("h")
    for (note, start), end in zip(parts, ends, strict=True):
        samples.extend(_sample(note.hertz, n, end - start) for n in range(end - start))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _sample(hertz: float, n: int, frames: int) -> int:
    at_s, left_s = n / RATE, (frames - n) / RATE
    loud = min(at_s / FADE_IN_S, left_s / FADE_OUT_S, 1.0)
    turn = math.tau * hertz * at_s
    # an octave above, quietly, lets small loudspeakers carry the low tones
    value = math.sin(turn) * 0.85 + math.sin(2 * turn) * 0.15
    return round(value * loud * PEAK * 32_767)


def wav_bytes(notes: Iterable[Note]) -> bytes:
    """Return a tone as the bytes of a mono WAV file."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(tone(notes).tobytes())
    return buffer.getvalue()


def main(arguments: list[str] | None = None) -> int:
    """Write every tone into a folder, ``assets/sounds`` unless another is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "assets" / "sounds")
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        (folder / f"{name}.wav").write_bytes(wav_bytes(notes))
    print(f"{len(TONES)} tones in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
