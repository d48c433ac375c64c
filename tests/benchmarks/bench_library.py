"""How long loading every exercise takes, and what a page of live miniatures costs."""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sijoint_desktop.bootstrap.shipped import load_library, load_self_tests
from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import screen_look
from sijoint_desktop.ui.library.page import LibraryPage
from sijoint_desktop.ui.style.install import StyleInstaller
from sijoint_desktop.ui.style.style import Style

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.content.samples import shipped_files

ROUNDS = 15
WATCHED_S = 6.0
WANTED_MS, WANTED_SHARE = 60, 0.25


def median_ms(work: Callable[[], object]) -> float:
    """Return the median duration of ``ROUNDS`` calls in milliseconds."""
    samples = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        samples.append((time.perf_counter() - start) * 1000)
    return statistics.median(samples)


def loading() -> None:
    """Print the time of the whole library, as it is built in and from its TOML files."""
    start = time.perf_counter()
    load_library()
    first = (time.perf_counter() - start) * 1000
    files = shipped_files()
    floor = median_ms(lambda: parse_library(files))
    took = median_ms(load_library)
    tests = median_ms(load_self_tests)
    print(
        f"{len(files)} exercises: load {took:.1f} ms, first time {first:.1f} ms"
        f" (wanted: at most {WANTED_MS}), self-tests {tests:.1f} ms,"
        f" from TOML {floor:.1f} ms, ratio {took / floor:.2f}"
    )


def wait(seconds: float) -> None:
    """Let events come in for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def share_of_core(seconds: float) -> float:
    """Return how much of one core the process uses for a while, 0 to 1 or more."""
    used, start = time.process_time(), time.perf_counter()
    wait(seconds)
    return (time.process_time() - used) / (time.perf_counter() - start)


def miniatures(app: QApplication) -> None:
    """Print what the page of exercises uses of one core, at rest and with a card that moves."""
    style = Style(choice=ThemeChoice.LIGHT, motion=MotionChoice.ALWAYS)
    StyleInstaller(app, style).complete()
    page = LibraryPage(
        style=style,
        library=load_library(),
        clips=ClipStore(),
        look=lambda: screen_look(style.theme),
        routine_ids=tuple,
        fitting=Fitting,
    )
    page.resize(1104, 768)
    page.show()
    wait(6)
    at_rest = share_of_core(WATCHED_S)
    card = page.grid.visualRect(page.model.index(5)).center()
    QTest.mouseMove(page.grid.viewport(), card + QPoint(9, 9))
    QTest.mouseMove(page.grid.viewport(), card)
    wait(1)
    moving = share_of_core(WATCHED_S)
    print(
        f"page of miniatures on {app.platformName()}: at rest {at_rest:.1%} of a core, one moving"
        f" {moving:.1%} (wanted: under {WANTED_SHARE:.0%})"
    )


def main() -> None:
    """Print both."""
    loading()
    miniatures(QApplication(sys.argv[:1]))


if __name__ == "__main__":
    main()
