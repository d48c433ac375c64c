"""Sheets without a window, for commands, drawn by the painters of the window."""

from datetime import date
from pathlib import Path

from sijoint_desktop.content.library import Library
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import routine_minutes
from sijoint_desktop.sheet.compose import compose_sheet
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.printing.pdf import write_sheet_pdf
from sijoint_desktop.ui.printing.stills import still_drawer
from sijoint_desktop.ui.style.text import FAMILY, load_fonts


def save_sheet(
    path: Path,
    routine: Routine,
    library: Library,
    *,
    start: date,
    paper: str,
    large_print: bool,
) -> None:
    """Write the sheet of a routine as a PDF; raises UserError where that fails."""
    load_fonts()
    sheet = compose_sheet(
        routine,
        library,
        start=start,
        minutes=routine_minutes(routine, library),
        large_print=large_print,
    )
    write_sheet_pdf(
        path,
        sheet,
        paper=Paper(paper),
        draw_figure=still_drawer(library, ClipStore(), FigureStyle.BODY),
        family=FAMILY,
    )
