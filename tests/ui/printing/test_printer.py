from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.sheet.compose import compose_sheet
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.printing.printer import make_printer, print_sheet
from tests.sheet import samples
from tests.ui.printing.drawing import FAMILY, Drawn
from tests.ui.printing.pdf_reader import read_pdf

SHEET = compose_sheet(samples.routine(), samples.library(), start=date(2026, 11, 26))


def printing_to(path: Path, paper: Paper = Paper.A4) -> QPrinter:
    printer = make_printer(paper, SHEET.title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_a_printer_gets_all_pages_in_its_size(tmp_path: Path, paper: Paper, width: int) -> None:
    path = tmp_path / "out.pdf"
    layout = print_sheet(printing_to(path, paper), SHEET, draw_figure=Drawn(), family=FAMILY)
    pdf = read_pdf(path.read_bytes())
    assert len(pdf.pages) == len(layout.pages)
    assert pdf.sizes[0][0] == pytest.approx(width, abs=1)


def test_only_the_pages_that_were_asked_for_are_printed(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    printer = printing_to(path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    layout = print_sheet(printer, SHEET, draw_figure=Drawn(), family=FAMILY)
    pdf = read_pdf(path.read_bytes())
    assert len(pdf.pages) == 1
    assert f"2 of {len(layout.pages)}" in pdf.text(0)


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_nothing_is_named(tmp_path: Path) -> None:
    printer = printing_to(tmp_path / "nowhere" / "out.pdf")
    with pytest.raises(UserError, match="printer did not take"):
        print_sheet(printer, SHEET, draw_figure=Drawn(), family=FAMILY)
