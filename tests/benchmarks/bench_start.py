"""How long the window takes to be seen, and what it weighs, against an empty Qt window.

Both are started alternately in the same run, each in a process of its own. The aim: at most 2.0
times the start, and at most 2.2 times the resident memory with the Exercises page open.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7
MOST_START, MOST_MEMORY = 2.0, 2.2

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    seen = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.seen:
            self.seen = True
            QTimer.singleShot(0, report)

def report():
    print("painted", flush=True)
    QTimer.singleShot(3000 if "stay" in sys.argv else 0, app.quit)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

PROGRAM = """
import os, sys
from PySide6.QtCore import QTimer
from sijoint_desktop.bootstrap import program
from sijoint_desktop.__main__ import main

class Timed(program.Program):
    def __init__(self, app, options):
        super().__init__(app, options)
        self.app = app
        self.filled.connect(self.on_filled)
        self.window.resize(1280, 800)

    def fill(self):
        print("painted", flush=True)
        super().fill()

    def on_filled(self):
        self.window.repaint()
        print("first page", flush=True)
        if "stay" in sys.argv:
            QTimer.singleShot(1500, self.open_library)
            QTimer.singleShot(5000, self.app.quit)
        else:
            QTimer.singleShot(0, self.app.quit)

    def open_library(self):
        self.window.open_page("exercises")

program.Program = Timed
os.environ["SIJOINT_DATA_DIR"] = sys.argv[1]
sys.exit(main([]))
"""


def start_s(code: str, folder: str) -> tuple[float, float]:
    """Return the seconds from the start of a process to its first painted window, and to its end.

    The end is that of the first page where there is one.
    """
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code, folder], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        moments = [time.perf_counter() - begun for _line in process.stdout]
    return moments[0], moments[-1]


def memory_mib(code: str, folder: str, wait_s: float) -> float:
    """Return the resident memory of a window that has been open for a while."""
    command = [sys.executable, "-c", code, folder, "stay"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(wait_s)
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            [kib] = [int(line.split()[1]) for line in status if line.startswith("VmRSS")]
        process.wait()
    return kib / 1024


def main() -> int:
    """Print the figures; the exit status is 1 where one is above its limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    empty: list[float] = []
    painted: list[float] = []
    page: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(ROUNDS + 1):
            nothing, program = start_s(EMPTY, folder), start_s(PROGRAM, folder)
            if turn:  # the first turn only warms the caches of the disk
                empty.append(nothing[0])
                painted.append(program[0])
                page.append(program[1])
        lightest = memory_mib(EMPTY, folder, 1.0)
        heaviest = memory_mib(PROGRAM, folder, 4.2)
    base = statistics.median(empty)
    ratio = statistics.median(painted) / base
    print(f"empty window, start to first paint   {base * 1000:7.0f} ms")
    print(f"this program, start to first paint   {statistics.median(painted) * 1000:7.0f} ms")
    print(f"ratio of the medians                 {ratio:7.2f}   (at most {MOST_START})")
    print(f"this program, start to first page    {statistics.median(page) * 1000:7.0f} ms")
    heavier = heaviest / lightest
    print(f"empty window, resident memory        {lightest:7.1f} MiB")
    print(f"with the Exercises page open         {heaviest:7.1f} MiB")
    print(f"ratio                                {heavier:7.2f}   (at most {MOST_MEMORY})")
    return int(ratio > MOST_START or heavier > MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
