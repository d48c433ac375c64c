"""Kills a process 200 times while it writes, copies, migrates and imports; some take minutes."""

import sys
import tempfile
from pathlib import Path

from tests.store.killing import KINDS, kill_often

KILLS = 200


def main() -> None:
    amiss: list[str] = []
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            found = kill_often(kind, Path(folder), kills=KILLS, seed=200)
        print(f"{kind}: {KILLS} kills, {len(found)} amiss")
        amiss += found
    sys.exit("\n".join(amiss))


if __name__ == "__main__":
    main()
