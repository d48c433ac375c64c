"""The preview of a sheet: turn pages, choose the paper, then print it or save it as a PDF."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGraphicsView,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import file_name
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.sheet.model import Sheet
from sijoint_desktop.sheet.pages import page_range
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.printing.choices import SheetChoices
from sijoint_desktop.ui.printing.painter import DrawFigure
from sijoint_desktop.ui.printing.paper import Paper, page_layout
from sijoint_desktop.ui.printing.pdf import write_sheet_pdf
from sijoint_desktop.ui.printing.printer import make_printer, print_sheet, printer_names
from sijoint_desktop.ui.printing.tools import PreviewTools
from sijoint_desktop.ui.printing.web_page import write_sheet_html
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.text import FAMILY
from sijoint_desktop.ui.style.widgets import Banner, Button, ButtonKind, FlowLayout

_TYPING_MS = 500


class SheetPreview(QDialog):
    """Shows the pages of a sheet as they will print; open it with ``open()`` or ``show()``.

    It needs no printer, and is deleted when it is closed. ``printers`` are the names of the
    system's printers; they are looked up where none are given.
    """

    def __init__(
        self,
        sheet: Sheet,
        drawers: Mapping[FigureStyle, DrawFigure],
        *,
        style: Style,
        paper: Paper = Paper.A4,
        figure_style: FigureStyle = FigureStyle.BODY,
        printers: tuple[str, ...] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._drawers = drawers
        self._style = style
        self._paper = paper
        self._figure_style = figure_style
        self._can_print = bool(printer_names() if printers is None else printers)
        self._message: Banner | None = None
        self._printer = make_printer(paper, sheet.title)
        self._job: QPrinter | None = None
        self._view = QPrintPreviewWidget(self._printer, self)
        pages = tr("Pages as they will print")
        for part in (self._view, *self._view.findChildren(QGraphicsView)):
            part.setAccessibleName(pages)  # the view within has the keyboard
        self._view.setMinimumSize(240, 160)
        self._tools = PreviewTools(self._view, style=style)
        self._choices = SheetChoices(
            style=style,
            paper=paper,
            figure_style=figure_style,
            large=sheet.large_print,
            exercises=bool(sheet.blocks),
            can_print=self._can_print,
        )
        # the pages are laid out anew when typing rests, not at every letter
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print: {title}", title=sheet.title))
        self._build()
        self._connect()
        self._view.fitInView()
        self.resize(_open_size(self.screen().availableGeometry().size()))

    @property
    def page_count(self) -> int:
        """How many pages the sheet takes on the paper that is chosen."""
        return self._view.pageCount()

    @property
    def current_page(self) -> int:
        """The page that is shown, from 1."""
        return self._view.currentPage()

    @property
    def message(self) -> str:
        """What the banner says, heading and text; empty where there is none."""
        shown = self._message
        return f"{shown.heading} {shown.text}" if shown and not shown.isHidden() else ""

    def set_paper(self, paper: str) -> None:
        """Lay the sheet out on another size of paper, a value of Paper."""
        self._paper = Paper(paper)
        self._printer.setPageLayout(page_layout(self._paper))
        self._view.updatePreview()

    def set_large_print(self, large: bool) -> None:
        """Lay the sheet out in large print, or in the usual size."""
        self._sheet = replace(self._sheet, large_print=large)
        self._view.updatePreview()

    def set_figure_style(self, figure_style: str) -> None:
        """Draw the figure in another style, a value of FigureStyle."""
        self._figure_style = FigureStyle(figure_style)
        self._view.updatePreview()

    def set_per_page(self, count: str) -> None:
        """Put so many exercises on a page, 1 to 3, or as many as fit for 0."""
        self._sheet = replace(self._sheet, per_page=int(count))
        self._view.updatePreview()

    def take_note(self) -> None:
        """Put the note that was written on the sheet."""
        self._typing.stop()
        if self._choices.note != self._sheet.note:
            self._sheet = replace(self._sheet, note=self._choices.note)
            self._view.updatePreview()

    def save_to(self, path: str) -> None:
        """Save the sheet as a web page where the name ends so, else as a PDF; say how it went."""
        self.take_note()
        try:
            saved = self._save(Path(path))
        except UserError as error:
            self._say("amber", tr("The file was not saved"), str(error))
        else:
            self._say("soft", tr("Saved"), saved)

    def _save(self, path: Path) -> str:
        draw = self._drawers[self._figure_style]
        if path.suffix.lower() == ".html":
            write_sheet_html(path, self._sheet, draw_figure=draw)
            return tr("A web page in {file}", file=path)
        pages = page_range(self._choices.pages, self._view.pageCount())
        write_sheet_pdf(
            path, self._sheet, paper=self._paper, draw_figure=draw, family=FAMILY, pages=pages
        )
        return plural("{n} page in {file}", "{n} pages in {file}", len(pages), file=path)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        seen = QVBoxLayout()
        seen.setSpacing(12)
        seen.addWidget(self._tools)
        seen.addWidget(self._view, 1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._choices)
        beside.addLayout(seen, 1)
        column.addLayout(beside, 1)
        self._messages = QVBoxLayout()
        column.addLayout(self._messages)
        foot = FlowLayout(gap=12)
        for button in self._buttons():
            foot.addWidget(button)
        column.addLayout(foot)

    def _connect(self) -> None:
        tools, choices = self._tools, self._choices
        self._view.paintRequested.connect(self._on_paint_requested)
        self._view.previewChanged.connect(tools.show_page)
        choices.paper_chosen.connect(self.set_paper)
        choices.figure_chosen.connect(self.set_figure_style)
        choices.large_toggled.connect(self.set_large_print)
        choices.per_page_chosen.connect(self.set_per_page)
        choices.note_written.connect(self._typing.start)
        self._typing.timeout.connect(self.take_note)
        for key, slot in (
            (QKeySequence.StandardKey.MoveToNextPage, tools.turn_on),
            (QKeySequence.StandardKey.MoveToPreviousPage, tools.turn_back),
            (QKeySequence.StandardKey.ZoomIn, tools.zoom_in),
            (QKeySequence.StandardKey.ZoomOut, tools.zoom_out),
            (QKeySequence.StandardKey.Save, self._on_save),
            (QKeySequence.StandardKey.Print, self._on_print),
        ):
            QShortcut(key, self).activated.connect(slot)

    def _buttons(self) -> tuple[Button, ...]:
        close = Button(tr("Close"), ButtonKind.TEXT, style=self._style)
        close.clicked.connect(self.close)
        first, second = ButtonKind.PRIMARY, ButtonKind.OUTLINE
        save_kind = second if self._can_print else first  # one filled button: the one that works
        save = Button(tr("Save as PDF…"), save_kind, "save", style=self._style)
        save.clicked.connect(self._on_save)
        send = Button(
            tr("Print…"), first if self._can_print else second, "printer", style=self._style
        )
        send.clicked.connect(self._on_print)
        send.setEnabled(self._can_print)
        (send if self._can_print else save).setDefault(True)
        page = Button(tr("Save as web page…"), second, "save", style=self._style)
        page.setToolTip(tr("The same sheet for a screen reader or a phone"))
        page.clicked.connect(self._on_save_page)
        return send, save, page, close

    def _print(self, printer: QPrinter) -> bool:
        """Paint the sheet; say why where the printer does not take it."""
        drawer = self._drawers[self._figure_style]
        try:
            print_sheet(printer, self._sheet, draw_figure=drawer, family=FAMILY)
        except UserError as error:
            self._say("amber", tr("The sheet was not printed"), str(error))
            return False
        return True

    def _on_paint_requested(self, printer: QPrinter) -> None:
        self._print(printer)

    def _on_save(self) -> None:
        self._ask_where(tr("Save the sheet as a PDF"), "PDF", "pdf")

    def _on_save_page(self) -> None:
        self._ask_where(tr("Save the sheet as a web page"), tr("Web page"), "html")

    def _ask_where(self, title: str, kind: str, ending: str) -> None:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind} (*.{ending})")
        dialog.setDefaultSuffix(ending)
        places = QStandardPaths.StandardLocation
        dialog.setDirectory(QStandardPaths.writableLocation(places.DocumentsLocation))
        dialog.selectFile(f"{file_name(self._sheet.title, tr('Exercises'))}.{ending}")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _on_print(self) -> None:
        if not self._can_print:
            return
        self.take_note()
        try:
            pages = page_range(self._choices.pages, self._view.pageCount())
        except UserError as error:
            self._say("amber", tr("The sheet was not printed"), str(error))
            return
        # a printer of its own: the range of pages chosen for it must not cut the preview
        self._job = make_printer(self._paper, self._sheet.title)
        if len(pages) < self._view.pageCount():
            self._job.setPrintRange(QPrinter.PrintRange.PageRange)
            self._job.setFromTo(pages.start + 1, pages.stop)
        dialog = QPrintDialog(self._job, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, max(self._view.pageCount(), 1))
        dialog.accepted.connect(self._on_print_accepted)
        # its own open() wants a receiver; this one only shows it
        QDialog.open(dialog)

    def _on_print_accepted(self) -> None:
        job, self._job = self._job, None
        if job and self._print(job):
            self._say("soft", tr("Sent to the printer"), job.printerName())

    def _say(self, level: str, heading: str, text: str) -> None:
        if self._message:
            self._messages.removeWidget(self._message)
            self._message.deleteLater()
        self._message = Banner(level, heading, text, style=self._style, closable=True)
        self._messages.addWidget(self._message)
        self._message.show()


def _open_size(screen: QSize) -> QSize:
    """Return a size that shows a whole page with readable headings, where the screen allows it."""
    return QSize(1120, 1000).boundedTo(screen * 0.92)
