"""How long the sheet of eight exercises takes as a PDF and how large it is, against a floor.

The floor is the packing of as many bytes as the pages hold, measured in the same run.
"""

import statistics
import time
import zlib
from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QGuiApplication

import sijoint_desktop._resources_rc  # noqa: F401 - makes the typeface known
from sijoint_desktop.bootstrap.shipped import load_library, load_routines
from sijoint_desktop.sheet.compose import compose_sheet
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.printing.pdf import sheet_pdf
from sijoint_desktop.ui.printing.stills import still_drawer
from sijoint_desktop.ui.style.text import FAMILY, load_fonts
from tests.ui.printing.pdf_reader import read_pdf

ROUNDS = 9
MOST_MS, MOST_KB = 400, 400


def timed_ms(work: Callable[[], object]) -> list[float]:
    """Return the durations of calls in milliseconds, the first one first."""
    samples = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        samples.append((time.perf_counter() - start) * 1000)
    return samples


def main() -> int:
    """Print one line for each style of the figure; 1 where a file is too large."""
    application = QGuiApplication([])
    load_fonts()
    library = load_library()
    routine = next(one for one in load_routines(library) if len(one.slots) == 8)
    sheet = compose_sheet(routine, library, start=date(2026, 11, 26))
    stills = sum(len(block.stills) for block in sheet.blocks)
    too_large = False
    for style in FigureStyle:
        draw = still_drawer(library, ClipStore(), style)

        def make(draw=draw) -> bytes:  # type: ignore[no-untyped-def]
            return sheet_pdf(sheet, paper=Paper.A4, draw_figure=draw, family=FAMILY)[0]

        first, *warm = timed_ms(make)
        again = statistics.median(warm)
        data = make()
        pdf = read_pdf(data)
        drawn = b"".join(pdf.contents(page) for page in range(len(pdf.pages)))
        floor = statistics.median(timed_ms(lambda drawn=drawn: zlib.compress(drawn)))
        print(
            f"{style.value:<6} {len(sheet.blocks)} exercises, {stills} figures,"
            f" {len(pdf.pages)} pages: first {first:.0f} ms, again {again:.0f} ms"
            f" (at most {MOST_MS}), {len(data) // 1000} kB (at most {MOST_KB});"
            f" packing the pages alone {floor:.0f} ms, ratio {again / floor:.1f}"
        )
        too_large |= len(data) > MOST_KB * 1000
    application.quit()
    return int(too_large)


if __name__ == "__main__":
    raise SystemExit(main())
