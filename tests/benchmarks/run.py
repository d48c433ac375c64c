"""Run every benchmark in this folder, one process each, and print what they print."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run all ``bench_*.py`` files in order of name; the worst exit status is returned."""
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": str(HERE.parents[1]),  # benchmarks share the makers of the tests
    }
    worst = 0
    for path in sorted(HERE.glob("bench_*.py")):
        print(f"== {path.stem.removeprefix('bench_')}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, path], env=env, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
