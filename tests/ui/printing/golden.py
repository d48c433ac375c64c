"""Pages that were looked at and found good, to compare with; run as a script to keep new ones.

``QT_QPA_PLATFORM=offscreen PYTHONPATH=. .venv/bin/python tests/ui/printing/golden.py`` writes them.
Open the pictures before you keep them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from sijoint_desktop.app.clinician_report import compose_clinician_report
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.archive import Archive, Kept
from sijoint_desktop.sheet.compose import compose_card, compose_sheet
from sijoint_desktop.sheet.model import Sheet
from sijoint_desktop.ui.printing.items import Words
from sijoint_desktop.ui.printing.layout import lay_out
from sijoint_desktop.ui.printing.painter import paint_pages
from sijoint_desktop.ui.printing.paper import Paper, page_layout, page_of
from tests.fakes.records import done_on
from tests.sheet import samples
from tests.triage.shipped import CATALOGUE
from tests.ui.printing.drawing import FAMILY, Drawn

FOLDER = Path(__file__).with_name("golden")
_DOTS_PER_MM = 3.0
_START = date(2026, 11, 26)


def _sheet(**more: bool) -> Sheet:
    return compose_sheet(
        samples.routine(name="Loosen and steady"),
        samples.library(),
        start=_START,
        name="Anna",
        minutes=11,
        **more,
    )


def _report() -> Sheet:
    sessions = [
        done_on(_START - timedelta(days=day), 6 - (40 - day) // 9, 5 - (40 - day) // 9)
        for day in range(40, 0, -2)
    ]
    named = [replace(each, id=SessionId(f"s{n}")) for n, each in enumerate(sessions)]
    at = datetime(2026, 11, 25, tzinfo=UTC)
    kept = {("sessions", str(each.id)): Kept(each, at) for each in named}
    return compose_clinician_report(Archive(kept), Library(()), CATALOGUE, today=_START)


SHEETS: Mapping[str, tuple[Callable[[], Sheet], Paper]] = {
    "sheet-a4": (_sheet, Paper.A4),
    "sheet-letter": (_sheet, Paper.LETTER),
    "sheet-two-a-page": (lambda: replace(_sheet(), per_page=2, note="Left leg first"), Paper.A4),
    "sheet-large-print": (lambda: _sheet(large_print=True), Paper.A4),
    "card": (lambda: compose_card(samples.BIRD_DOG), Paper.A4),
    "report": (_report, Paper.A4),
}


def pages(name: str) -> list[tuple[QImage, str]]:
    """Return each page of a sheet as a picture in grey, and its words a line for each run."""
    make, paper = SHEETS[name]
    layout = lay_out(make(), page_of(page_layout(paper)), FAMILY)
    found = []
    for items in layout.pages:
        size = (layout.page.width, layout.page.height)
        image = QImage(
            *(round(side * _DOTS_PER_MM) for side in size), QImage.Format.Format_Grayscale8
        )
        image.setDotsPerMeterX(round(1000 * _DOTS_PER_MM))
        image.setDotsPerMeterY(round(1000 * _DOTS_PER_MM))
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_pages(painter, image, [items], Drawn(), FAMILY)  # type: ignore[arg-type]
        painter.end()
        words = "\n".join(item.text for item in items if isinstance(item, Words))
        found.append((image, words + "\n"))
    return found


def keep() -> None:
    """Write every page anew, and drop those that are no more."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for name in SHEETS:
        for number, (image, words) in enumerate(pages(name), start=1):
            image.save(str(FOLDER / f"{name}-{number}.png"))
            (FOLDER / f"{name}-{number}.txt").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    from PySide6.QtGui import QGuiApplication

    import sijoint_desktop._resources_rc  # noqa: F401
    from sijoint_desktop.ui.style.text import load_fonts

    application = QGuiApplication([])
    load_fonts()
    keep()
