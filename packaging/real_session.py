"""Does a whole session in real time, takes a picture of every kind of phase, and checks its length.

    xvfb-run -a -s "-screen 0 1280x800x24" python packaging/real_session.py FOLDER

On the way it stands still, goes to the floor view and back, and says that something hurt. It fails
where the session takes another time than its script, those stops left out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb")  # the pictures are those of the screen

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from screenshots import Studio, wait

from sijoint_desktop.bootstrap.shipped import load_library, load_routines

if TYPE_CHECKING:
    from sijoint_desktop.player.snapshot import Snapshot
    from sijoint_desktop.routine.model import Routine

LOOK_MS = 100
SETTLED_MS = 700
OFF_S = 1.0
"""By how much the session may be longer or shorter than its script: the looks of this program."""


class Walk:
    """One session under way, with the pictures taken of it and the time spent standing still."""

    def __init__(self, studio: Studio, folder: Path, mark: str) -> None:
        self._studio = studio
        self._folder = folder
        self._mark = mark
        self._page = studio.window.page("session")
        self._seen: set[object] = set()
        self._number = 0
        self.stood_s = 0.0

    def start(self, routine: Routine) -> None:
        """Answer what is asked before, and begin."""
        self._studio.window.page("today").start_requested.emit(routine)  # type: ignore[attr-defined]
        wait(SETTLED_MS)
        self.shoot("before")
        self._studio.answer()

    def go(self, *, tricks: bool) -> float:
        """Follow the session to its end; return the seconds it took without the stops."""
        begun = monotonic()
        while self._page.under_way:  # type: ignore[attr-defined]
            shown = self._shown()
            place = (shown.part, shown.kind, shown.slot if shown.slot < 2 else 2)
            if place not in self._seen and shown.seconds_left > 1:
                self._seen.add(place)
                wait(SETTLED_MS)
                self.shoot(f"{shown.exercise_id}-{shown.part}-{shown.kind}")
            if tricks:
                self._trick(shown)
            wait(LOOK_MS)
        return monotonic() - begun - self.stood_s

    def finish(self) -> None:
        """Answer what is asked after, and look at the summary."""
        wait(SETTLED_MS)
        self.shoot("after")
        page = self._page
        for scale in (page.after.worst, page.after.pain, page.after.effort):  # type: ignore[attr-defined]
            scale.set_value(2)
        self._studio.press("Save", page)
        wait(SETTLED_MS)
        self.shoot("summary")

    def shoot(self, name: str) -> None:
        """Save what the screen shows; without one, what the windows paint."""
        self._number += 1
        path = self._folder / f"{self._mark}-{self._number:02d}-{name}.png"
        window = QApplication.activeWindow() or self._studio.window
        if QApplication.platformName() == "xcb":
            window.screen().grabWindow(0).save(os.fspath(path))
        else:
            window.grab().save(os.fspath(path))
        print(path.name, flush=True)

    def _shown(self) -> Snapshot:
        run = self._page.run  # type: ignore[attr-defined]
        return run.look()  # type: ignore[no-any-return]

    def _trick(self, shown: Snapshot) -> None:
        """Do once in each of the first exercises what a person might do."""
        first_hold = ("trick", shown.slot)
        if first_hold in self._seen or shown.part != "repeat" or shown.rep_number < 2:
            return
        self._seen.add(first_hold)
        if shown.slot % 4 == 0:
            self._pause()
        elif shown.slot % 4 == 1:
            self._floor()
        elif shown.slot % 4 == 2:
            self._hurt()

    def _pause(self) -> None:
        begun = self._key(Qt.Key.Key_Space)
        wait(SETTLED_MS)
        self.shoot("paused")
        self._key(Qt.Key.Key_Escape)
        wait(SETTLED_MS)
        self.shoot("asked-to-end")
        self._key(Qt.Key.Key_Escape)
        self._go_on(begun)

    def _hurt(self) -> None:
        begun = self._key(Qt.Key.Key_P)
        wait(SETTLED_MS)
        self.shoot("hurt")
        self._studio.press("Pressed by mistake", self._page)
        self._go_on(begun)

    def _floor(self) -> None:
        for _ in range(6):
            self._key(Qt.Key.Key_F)
            wait(SETTLED_MS)
            self.shoot(f"floor-{self._shown().kind}")
            wait(2500)
            self._key(Qt.Key.Key_F)
            wait(SETTLED_MS)

    def _go_on(self, begun: float) -> None:
        """Go on after the count of three, and leave the stop out of the time."""
        self._key(Qt.Key.Key_Space)
        wait(1500)
        self.shoot("count-in")
        while self._shown().state != "running":
            wait(10)
        self.stood_s += monotonic() - begun

    def _key(self, key: Qt.Key) -> float:
        """Type a key into the window that is in front; return when."""
        front = self._page.lead.floor or self._page.player  # type: ignore[attr-defined]
        front.window().activateWindow()  # a bare screen has nobody else to give it the keyboard
        wait(150)
        QTest.keyClick(front, key)
        typed = monotonic()
        wait(50)
        return typed


def main() -> int:
    """Do the session."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--routines", nargs="+", default=["eight_techniques", "five_minutes"])
    parser.add_argument("--first", type=int, default=99, help="exercises at most")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--percent", type=int, default=100, choices=(100, 200))
    parser.add_argument("--plain", action="store_true", help="without stops on the way")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    shipped = {routine.id: routine for routine in load_routines(load_library())}
    slots = tuple(slot for name in chosen.routines for slot in shipped[name].slots)
    routine = replace(shipped[chosen.routines[0]], slots=slots[: chosen.first])
    with tempfile.TemporaryDirectory() as name:
        studio = Studio(app, Path(name), theme=chosen.theme, percent=chosen.percent)
        walk = Walk(studio, chosen.folder, f"{chosen.theme}-{chosen.percent}")
        walk.start(routine)
        script_s = studio.window.page("session").run.script.duration_s  # type: ignore[attr-defined]
        took_s = walk.go(tricks=not chosen.plain)
        walk.finish()
        studio.close()
    print(f"script {script_s:.2f} s, took {took_s:.2f} s, stood still {walk.stood_s:.1f} s")
    return 0 if abs(took_s - script_s) <= OFF_S else 1


if __name__ == "__main__":
    sys.exit(main())
