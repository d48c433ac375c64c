"""Tries a built program as a person would first: its commands, a sheet, a picture, the window.

python packaging/smoke.py PROGRAM
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

EXERCISES = 27
STARTS = 5


def smoke(program: Path, scratch: Path) -> None:
    """Use ``program`` in ``scratch``; stop with a sentence where it does not do what it should."""
    scratch.mkdir(parents=True, exist_ok=True)
    data = scratch / "data"
    exercises = json.loads(_said(program, data, "exercises", "--json"))
    _require(len(exercises) == EXERCISES, f"{len(exercises)} exercises, not {EXERCISES}")
    routine = json.loads(_said(program, data, "routines", "--json"))[0]["id"]
    sheet, picture, copy = scratch / "sheet.pdf", scratch / "bridge.webp", scratch / "copy.json"
    _said(program, data, "sheet", routine, "--pdf", str(sheet))
    _require(sheet.read_bytes().startswith(b"%PDF"), "the sheet is not a PDF")
    _said(program, data, "render", "glute_bridge", "--out", str(picture), "--size", "320x240")
    _require(picture.stat().st_size > 1000, "the moving picture is empty")
    # the import makes a database, with every migration
    _said(program, data, "export", "--json", str(copy))
    _said(program, data, "import", str(copy))
    _said(program, data, "backup", str(scratch / "backup.sqlite"))
    print(f"commands work; first window after {start_s(program, scratch):.2f} s")


def _said(program: Path, data: Path, *arguments: str) -> str:
    """Return what a command printed."""
    words = [os.fspath(program), "--data-dir", os.fspath(data), *arguments]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, capture_output=True, text=True, env=env, check=False, timeout=120)
    if done.returncode:
        sys.exit(f"{' '.join(words)} failed ({done.returncode}): {done.stdout}{done.stderr}")
    return done.stdout


def start_s(program: Path, scratch: Path) -> float:
    """Return the median time in seconds from the start until the window is painted and filled."""
    times = []
    for number in range(STARTS):
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SIJOINT_CLOSE_WHEN_READY": "1"}
        words = [os.fspath(program), "--data-dir", os.fspath(scratch / f"start{number % 2}")]
        begun = time.perf_counter()
        done = subprocess.run(words, env=env, capture_output=True, check=False, timeout=120)
        times.append(time.perf_counter() - begun)
        _require(done.returncode == 0, f"the window ended with {done.returncode}: {done.stderr!r}")
    return median(times)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        sys.exit(otherwise)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        smoke(Path(sys.argv[1]).resolve(), Path(name))
