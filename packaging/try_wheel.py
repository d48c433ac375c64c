"""Build sdist and wheel, install the wheel in an empty environment elsewhere, and use it there.

    python packaging/try_wheel.py

It needs uv on the path. What it tries is in ``packaging/smoke.py``; the tests then run from the
unpacked sdist against the installed wheel.
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

from fresh import DIST, build_wheel, environment, run
from smoke import smoke

LIMIT_MB = 3.0


def main() -> None:
    """Build, install, try; stop with a sentence where something is not as it should be."""
    wheel = build_wheel()
    size_mb = wheel.stat().st_size / 1e6
    print(f"{wheel.name}: {size_mb:.2f} MB")
    if size_mb > LIMIT_MB:
        sys.exit(f"the wheel is larger than {LIMIT_MB:g} MB")
    with tempfile.TemporaryDirectory() as name:
        elsewhere = Path(name)
        programs = environment(elsewhere / "env", f"{wheel}[sound,pictures]")
        smoke(programs / "sijoint-desktop", elsewhere)
        if "--tests" in sys.argv:
            _run_tests(elsewhere, wheel)


def _run_tests(elsewhere: Path, wheel: Path) -> None:
    (sdist,) = DIST.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(elsewhere, filter="data")
    (source,) = elsewhere.glob("sijoint_desktop-*")
    programs = environment(elsewhere / "again", f"{wheel}[sound,pictures]", "--group", "dev")
    tests = run(
        programs / "python",
        "-m",
        "pytest",
        "tests",
        cwd=source,
        env={"QT_QPA_PLATFORM": "offscreen"},
    )
    print(tests.splitlines()[-1])


if __name__ == "__main__":
    main()
