"""Sheets and reports without a window, for commands, drawn by the painters of the window."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sijoint_desktop.content.library import Library
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import routine_minutes
from sijoint_desktop.sheet.compose import compose_sheet
from sijoint_desktop.sheet.model import Sheet, Still
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.printing.painter import DrawFigure
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.printing.pdf import write_sheet_pdf
from sijoint_desktop.ui.printing.stills import still_drawer
from sijoint_desktop.ui.printing.web_page import write_sheet_html
from sijoint_desktop.ui.style.text import FAMILY, load_fonts


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """What a sheet is made like; the words are the values of Paper and FigureStyle."""

    paper: str = "a4"
    large_print: bool = False
    per_page: int = 0
    form: str = "body"
    name: str = ""
    note: str = ""


def save_sheet(
    path: Path, routine: Routine, library: Library, *, start: date, choices: SheetChoices
) -> None:
    """Write the sheet of a routine as a PDF, or as a web page where the name ends in .html.

    Raises UserError where that fails.
    """
    sheet = compose_sheet(
        routine,
        library,
        start=start,
        name=choices.name,
        minutes=routine_minutes(routine, library),
        large_print=choices.large_print,
    )
    sheet = replace(sheet, per_page=choices.per_page, note=choices.note)
    draw = still_drawer(library, ClipStore(), FigureStyle(choices.form))
    _save(path, sheet, choices.paper, draw)


def save_report(path: Path, report: Sheet, paper: str) -> None:
    """Write a report, which shows no exercise, as a PDF or a web page; raises UserError."""
    _save(path, report, paper, _draw_nothing)


def _save(path: Path, sheet: Sheet, paper: str, draw: DrawFigure) -> None:
    load_fonts()
    if path.suffix.lower() == ".html":
        write_sheet_html(path, sheet, draw_figure=draw)
    else:
        write_sheet_pdf(path, sheet, paper=Paper(paper), draw_figure=draw, family=FAMILY)


def _draw_nothing(_painter: QPainter, _area: QRectF, still: Still) -> None:
    raise ValueError(f"a report shows no exercise, but {still!r} is in one")
