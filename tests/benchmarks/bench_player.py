"""Measure the running player: how late a phase is seen, and how much of a core it takes.

A session runs in the real window (1280x800) in real time, offscreen and, where xvfb-run is
installed, on an X server. Each figure stands beside a floor from the same process: a bare timer for
the lateness, the figure alone in a bare window for the processor.
"""

# ruff: noqa: E402 - the package is found beside this file when it is not installed
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import monotonic, thread_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.bootstrap.shipped import load_library
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.content.model import Level
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.core.ids import ExerciseId, RoutineId
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.player.snapshot import Snapshot, State
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.script import SegmentKind

SIZE = (1280, 800)
FRAME_MS = 1000 / 60
MEASURED_S = 20.0
MOST_CORE = 0.20
QUICK = {"first_ready_s": 3, "get_ready_s": 3, "side_change_s": 3}
QUICK |= {"rest_sets_s": 3, "rest_exercises_s": 3}
SHORT = ("pelvic_tilt", "figure4_supine", "bird_dog", "hip_flexor_lunge")
"""Lying, kneeling and standing, on one side, on both and on either in turn."""


def wait_ms(milliseconds: int) -> None:
    """Let the program run for a while."""
    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


def routine(*doses: tuple[str, int, float, int]) -> Routine:
    """Return a routine of (exercise, repetitions, seconds to hold, sets)."""
    library = load_library()
    slots = []
    for name, reps, hold_s, sets in doses:
        dose = library.get(ExerciseId(name)).doses[Level.BEGINNER]
        dose = replace(dose, reps=reps, hold_s=Seconds(hold_s), sets=sets, rest_s=Seconds(3.0))
        slots.append(Slot(ExerciseId(name), Level.BEGINNER, dose))
    return Routine(RoutineId("bench"), "Benchmark", "", tuple(slots))


class Paints(QObject):
    """Notes when the window has painted a phase for the first time."""

    def __init__(self, app: "Watched", program: Program) -> None:
        super().__init__(program)
        self.seen: dict[int, float] = {}
        self.due: dict[int, float] = {}
        self.work_s: dict[int, float] = {}
        self._begun = 0.0
        self._segment: int | None = None
        self._window = program.window
        page = program.window.page("session")
        self._face = page.player
        self._show = self._face.show_snapshot
        self._face.show_snapshot = self.show_snapshot
        app.watch(self)

    def show_snapshot(self, shown: Snapshot, words: object) -> None:
        """Pass a snapshot on; what it shows is seen when the window has next been painted."""
        run = self._window.page("session").run
        if shown.state is State.RUNNING and run is not None:
            if shown.segment != self._segment:
                self._segment, self._begun = shown.segment, thread_time()
            start_s = run.script.segments[shown.segment].start_s
            self.due.setdefault(shown.segment, monotonic() - (shown.position_s - start_s))
        self._show(shown, words)

    def painted(self, widget: QObject) -> None:
        """Take down that a widget, and all in it, has been painted."""
        if widget is self._window and self._segment is not None:
            self.seen.setdefault(self._segment, monotonic())
            self.work_s.setdefault(self._segment, thread_time() - self._begun)

    def late_ms(self) -> list[float]:
        """Return how late each phase but the first was seen."""
        return [1000 * (self.seen[i] - self.due[i]) for i in sorted(self.seen) if i]


class Watched(QApplication):
    """An application that says when a window has been painted."""

    def __init__(self) -> None:
        super().__init__(sys.argv[:1])
        self._paints: Paints | None = None

    def watch(self, paints: Paints) -> None:
        """Tell of paints from now on."""
        self._paints = paints

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Let the event be handled first: then the picture is on the screen."""
        done = super().notify(receiver, event)
        if self._paints is not None and event.type() is QEvent.Type.UpdateRequest:
            self._paints.painted(receiver)
        return done


def open_program(app: QApplication, folder: Path) -> Program:
    """Open the window with quick pauses, and wait until its first page has come to rest."""
    program = Program(app, Options(folder))
    for key, value in QUICK.items():
        program.preferences.set(key, value)
    program.window.resize(*SIZE)
    loop = QEventLoop()
    program.filled.connect(loop.quit)
    program.window.show()
    loop.exec()
    wait_ms(2000)
    return program


def start(program: Program, wanted: Routine) -> None:
    """Start a session, its questions answered."""
    program.window.page("today").start_requested.emit(wanted)
    page = program.window.page("session")
    wait_ms(500)
    for question in page.before.questions:
        question.button(yes=False).click()
    page.before.pain.chosen.emit(2)
    page.before.start.click()


def lateness(app: Watched, folder: Path) -> dict[str, list[float]]:
    """Return how late the phases of a short session were seen, and how late a bare timer comes.

    With it comes the processor's work to show each phase, which does not depend on what else runs.
    """
    program = open_program(app, folder)
    wanted = routine(*((name, 2, 2.0, 1) for name in SHORT))
    paints = Paints(app, program)
    start(program, wanted)
    page = program.window.page("session")
    while page.under_way:
        wait_ms(1000)
    late = paints.late_ms()
    program.window.close()
    program.close()
    bare = []
    for _ in range(60):
        due = monotonic() + 0.1
        wait_ms(100)
        bare.append(1000 * (monotonic() - due))
    work = [1000 * paints.work_s[i] for i in sorted(paints.work_s) if i]
    return {"late": late, "work": work, "bare": bare}


def core_share(seconds: float) -> float:
    """Return how much of one core this process takes over the next seconds."""
    begun, wall = _cpu_s(), monotonic()
    wait_ms(round(1000 * seconds))
    return (_cpu_s() - begun) / (monotonic() - wall)


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def shares(app: QApplication, folder: Path) -> dict[str, float]:
    """Return the share of a core while the figure moves and while it holds, and the floor."""
    program = open_program(app, folder)
    page = program.window.page("session")
    found = {"floor": _floor_share(program)}
    cases = (
        ("moves", routine(("cat_cow", 12, 0.0, 1)), SegmentKind.MOVE),
        ("holds", routine(("figure4_supine", 1, 30.0, 1)), SegmentKind.HOLD),
    )
    for name, wanted, kind in cases:
        start(program, wanted)
        while page.run.look().kind is not kind:
            wait_ms(200)
        wait_ms(500)
        found[name] = core_share(MEASURED_S)
        page.end_now()
        page.closed.emit()
    program.window.close()
    program.close()
    return found


def _floor_share(program: Program) -> float:
    """Return what the same figure takes alone in a window of its own, 60 times a second."""
    stage = program.assembly._figures.make_stage()
    exercise = load_library().get(ExerciseId("cat_cow")).at(Level.BEGINNER)
    timeline = dose_timeline(exercise, routine(("cat_cow", 12, 0.0, 1)).slots[0].dose)
    stage.resize(840, 540)
    stage.show_motion(exercise, timeline, None)
    stage.show()
    begun = monotonic()

    def step() -> None:
        stage.set_row(timeline.row_at((monotonic() - begun) % timeline.duration_s))

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(step)
    timer.start(16)
    wait_ms(1000)
    share = core_share(MEASURED_S / 2)
    timer.stop()
    stage.close()
    return share


def measure(what: str) -> None:
    """Measure one thing in this process, and print it as JSON."""
    app = Watched() if what == "lateness" else QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        measures: dict[str, Callable[..., object]] = {"lateness": lateness, "shares": shares}
        print(json.dumps(measures[what](app, Path(folder))))


def measured(what: str, platform: str) -> dict[str, object]:
    """Return what a process of its own has measured on a platform."""
    command = [sys.executable, __file__, what]
    if platform == "xcb":
        command = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", *command]
    env = {**os.environ, "QT_QPA_PLATFORM": platform}
    printed = subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout
    found: dict[str, object] = json.loads(printed.splitlines()[-1])
    return found


def histogram(late: list[float]) -> Iterator[str]:
    """Yield one line for every two milliseconds."""
    counts = Counter(int(each // 2) for each in late)
    for step in range(min(counts), max(counts) + 1):
        yield f"  {2 * step:4d} to {2 * step + 2:3d} ms {counts[step]:4d} {'#' * counts[step]}"


def main() -> None:
    platforms = ["offscreen", *(["xcb"] if shutil.which("xvfb-run") else [])]
    for platform in platforms:
        found = measured("lateness", platform)
        late, bare = sorted(found["late"]), sorted(found["bare"])
        print(f"{platform}: {len(late)} phases, seen after they were due")
        print("\n".join(histogram(late)), flush=True)
        within = sum(each <= FRAME_MS for each in late) / len(late)
        print(f"{platform}_late_median_ms {median(late):.2f}")
        print(f"{platform}_late_max_ms {late[-1]:.2f} (limit {FRAME_MS:.1f})")
        print(f"{platform}_within_a_frame {within:.3f}")
        work = sorted(found["work"])
        print(f"{platform}_work_to_show_median_ms {median(work):.2f}, max {work[-1]:.2f}")
        print(f"{platform}_bare_timer_median_ms {median(bare):.2f}, max {bare[-1]:.2f}")
        shares_found = measured("shares", platform)
        floor = shares_found["floor"]
        for name in ("moves", "holds"):
            share = shares_found[name]
            print(f"{platform}_core_while_it_{name} {share:.3f} (limit {MOST_CORE:.2f})")
            print(f"{platform}_ratio_to_the_figure_alone_{name} {share / floor:.2f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
