"""How long History takes to open with years of data, and a chart to repaint when it is moved.

The aims: with ten years it opens in 150 ms and repaints in 16 ms (medians), and a hundred years
open at most twice as slowly as one. The floors are a window with one empty page, and a repaint that
fills the same area.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

import sijoint_desktop._resources_rc  # noqa: F401 - fonts and icons
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.history.picture import DAY_S
from sijoint_desktop.history.series import Range
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.store.ledger import StoredLedger
from sijoint_desktop.ui.history.charts import Plot  # as the program does once it is painted
from sijoint_desktop.ui.history.page import HistoryPage, Sources
from sijoint_desktop.ui.style.install import StyleInstaller
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Page
from tests.benchmarks.decade import DAYS_A_YEAR, make_years
from tests.fakes.clock import FakeClock

ROUNDS = 9
MOST_OPEN_MS, MOST_REPAINT_MS, MOST_GROWTH = 150.0, 16.0, 2.0
SIZE = (1104, 768)


class Floor(QWidget):
    """The least that a repaint can do."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        QPainter(self).fillRect(event.rect(), QColor("white"))


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median processor time of some calls in milliseconds.

    The clock on the wall would also count what other programs do meanwhile; nothing here waits.
    """
    samples = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        samples.append((time.process_time() - start) * 1000)
    return statistics.median(samples)


def history(path: Path, years: int, style: Style, parent: QObject) -> HistoryPage:
    clock = FakeClock()
    first = date(2016, 11, 22)
    ahead = first + timedelta(days=years * DAYS_A_YEAR - 1) - clock.now().date()
    clock.advance(ahead.total_seconds())
    sources = Sources(
        lambda: StoredLedger(path), lambda: WeekPlan(weekdays=frozenset(range(7))), str
    )
    return HistoryPage(style, sources, clock, lambda: None)


def opened_ms(make: Callable[[], QWidget]) -> float:
    """Return the median time until a new page has been painted."""

    def once() -> None:
        page = make()
        page.resize(*SIZE)
        page.show()
        QApplication.processEvents()
        pages.append(page)

    pages: list[QWidget] = []
    took = median_ms(once)
    for page in pages:
        page.close()
        page.deleteLater()
    QApplication.processEvents()
    return took


def repaints(page: HistoryPage, what: str) -> float:
    """Print and return the slower of two medians: of repaints while panning, and while zooming."""
    chart = page.pain.chart
    whole = chart.drawn
    results = {}
    floor = Floor()
    floor.resize(chart.size())
    floor.show()
    QApplication.processEvents()
    least = median_ms(floor.repaint, 60)

    def pan() -> None:
        chart.pan(-0.04)
        chart.plot.viewport().repaint()

    for days in (30, 180, 365, 1200, 3650):
        if days * DAY_S > whole.end - whole.start:
            continue
        chart.show_all()
        chart.zoom((whole.end - whole.start) / (days * DAY_S), whole.end)
        results[f"pan {days} days"] = median_ms(pan, 60)

    def zoom() -> None:
        chart.zoom(next(factors))
        chart.plot.viewport().repaint()

    factors = iter([1.25] * 22 + [0.8] * 22)
    chart.show_all()
    results["zoom in and out"] = median_ms(zoom, 44)
    for name, took in results.items():
        print(f"  {what}, {name}: {took:.1f} ms, {took / least:.1f} times a fill ({least:.2f} ms)")
    floor.close()
    return max(results.values())


def main() -> None:
    app = QApplication(sys.argv[:1])
    style = Style(choice=ThemeChoice.LIGHT)
    StyleInstaller(app, style).complete()
    assert Plot is not None
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        took = {}
        floor = opened_ms(lambda: Page(style=style))
        for years in (1, 10, 100):
            path = Path(folder) / f"{years}.db"
            make_years(path, years)
            took[years] = opened_ms(lambda y=years, p=path: history(p, y, style, app))
            print(
                f"{years} years: opens in {took[years]:.0f} ms, {took[years] / floor:.1f} times an"
                f" empty page ({floor:.1f} ms)"
            )
            if years == 10:
                page = history(path, years, style, app)
                page.resize(*SIZE)
                page.show()
                QApplication.processEvents()
                slowest = repaints(page, "3 months")
                start = time.process_time()
                page.choose_span(Range.ALL)
                QApplication.processEvents()
                print(f"  all of it: {(time.process_time() - start) * 1000:.0f} ms")
                slowest = max(slowest, repaints(page, "all"))
                page.close()
        if took[10] > MOST_OPEN_MS:
            faults.append(f"ten years open in {took[10]:.0f} ms; at most {MOST_OPEN_MS:.0f}")
        if slowest > MOST_REPAINT_MS:
            faults.append(f"a repaint takes {slowest:.1f} ms; at most {MOST_REPAINT_MS:.0f}")
        growth = took[100] / took[1]
        print(f"a hundred years open {growth:.2f} times as slowly as one")
        if growth > MOST_GROWTH:
            faults.append(f"growth {growth:.2f}; at most {MOST_GROWTH}")
    if faults:
        raise SystemExit("; ".join(faults))


if __name__ == "__main__":
    main()
