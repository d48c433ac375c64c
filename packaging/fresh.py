"""Makes an environment as a stranger's machine would: nothing in it but what is installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD, DIST = ROOT / "build", ROOT / "dist"
# the same for everybody who builds the same sources
STEADY = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1767225600"}


def run(*command: str | Path, env: dict[str, str] | None = None, cwd: Path = ROOT) -> str:
    """Run a command and return what it printed; stop the script where it fails."""
    words = [os.fspath(word) for word in command]
    full = {**os.environ, **STEADY, **(env or {})}
    done = subprocess.run(words, cwd=cwd, env=full, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return done.stdout


def build_wheel() -> Path:
    """Build sdist and wheel into dist/ and return the wheel, which is made from the sdist."""
    for old in DIST.glob("sijoint_desktop-*"):
        old.unlink()
    run("uv", "build", "--quiet")
    (wheel,) = DIST.glob("*.whl")
    return wheel


def environment(folder: Path, *packages: str | Path) -> Path:
    """Make an empty environment with ``packages`` at the locked versions; return its programs."""
    shutil.rmtree(folder, ignore_errors=True)
    run("uv", "venv", "--quiet", "--python", sys.executable, folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    constraints = folder / "constraints.txt"
    constraints.write_text(_constraints(), encoding="utf-8")
    run("uv", "pip", "install", "--quiet", "--python", python, "-c", constraints, *packages)
    return programs


def _constraints() -> str:
    """Return the lock without its hashes, which a file built just now could not have."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = (line.removesuffix("\\").strip() for line in lines)
    return "\n".join(pin for pin in pins if pin and not pin.startswith("--hash")) + "\n"
