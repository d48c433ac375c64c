"""Sending a sheet to a printer, or to the preview that stands in for one."""

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.sheet.model import Sheet
from sijoint_desktop.ui.printing.items import Layout
from sijoint_desktop.ui.printing.layout import lay_out
from sijoint_desktop.ui.printing.painter import DrawFigure, paint_pages
from sijoint_desktop.ui.printing.paper import Paper, page_layout, page_of


def make_printer(paper: Paper, title: str) -> QPrinter:
    """Return the default printer set to a paper size; without one, it only serves previews."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(paper))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def printer_names() -> list[str]:
    """Return the names of the printers that the system knows."""
    return QPrinterInfo.availablePrinterNames()


def print_sheet(printer: QPrinter, sheet: Sheet, *, draw_figure: DrawFigure, family: str) -> Layout:
    """Paint the pages of a sheet that the printer was asked for; return the whole layout.

    Raises UserError in plain words where the printer does not take the job.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            tr("The printer did not take the sheet. Check that it is on, or save a PDF instead.")
        )
    try:
        layout = lay_out(sheet, page_of(printer.pageLayout()), family)
        pages = layout.pages
        if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
            pages = pages[printer.fromPage() - 1 : printer.toPage()]
        paint_pages(painter, printer, pages, draw_figure, family)
    finally:
        painter.end()
    return layout
