"""Traces the running window through every page and counts the network sockets that it opens.

It needs ``strace``. The socket of the second start is one of the local kind (AF_UNIX), and does not
count; nor do those with which Qt talks to the display and the desktop.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.decade import make_years

_NETWORK = re.compile(r"\b(?:socket|connect|bind|sendto)\(.*AF_INET6?\b")
_ANY = re.compile(r"\bsocket\((AF_\w+)")
TOUR = """
import os, sys
os.environ["QT_LOGGING_RULES"] = "*=false"
from pathlib import Path
from PySide6.QtCore import QTimer
from sijoint_desktop.bootstrap import program
from sijoint_desktop.__main__ import main

class Toured(program.Program):
    def __init__(self, app, options):
        super().__init__(app, options)
        self.app, self.folder = app, options.data_dir
        self.filled.connect(self.on_filled)

    def on_filled(self):
        self._figures.wait()
        self.stops = ["check", "exercises", "routines", "history", "learn", "settings", "help"]
        self.timer = QTimer(self, interval=400)
        self.timer.timeout.connect(self.on_step)
        self.timer.start()

    def on_step(self):
        if self.stops:
            self.window.open_page(self.stops.pop(0))
            return
        self.timer.stop()
        desk = self.assembly.data_desk
        desk.transfer.export_to(self.folder / "out.json")
        desk.office.work.wait()
        self.store.upkeep.begin()
        self.store.upkeep.stop()
        print("toured", flush=True)
        self.app.quit()

program.Program = Toured
sys.exit(main(["--data-dir", sys.argv[1]]))
"""


def tour(folder: Path, trace: Path) -> None:
    """Open every page, export and copy, with the calls about sockets written to a file."""
    command = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(trace)]
    done = subprocess.run(
        [*command, sys.executable, "-c", TOUR, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode != 0 or "toured" not in done.stdout:
        raise SystemExit(f"the tour failed: {done.stderr}")


def main() -> None:
    if shutil.which("strace") is None:
        print("sockets: strace is not there, nothing was traced")
        return
    with tempfile.TemporaryDirectory() as name:
        folder, trace = Path(name) / "data", Path(name) / "trace.txt"
        folder.mkdir()
        make_years(folder / "sijoint.db", 1)
        tour(folder, trace)
        lines = trace.read_text(errors="replace").splitlines()
    found = [line for line in lines if _NETWORK.search(line)]
    kinds = sorted({kind for line in lines for kind in _ANY.findall(line)})
    print(f"sockets: {len(found)} of the network; kinds opened: {', '.join(kinds) or 'none'}")
    if found:
        raise SystemExit("\n".join(found[:10]))


if __name__ == "__main__":
    main()
