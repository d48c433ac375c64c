"""Writing a sheet as a PDF file: complete, or not at all."""

import os
import secrets
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QUuid
from PySide6.QtGui import QPainter, QPdfWriter

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.sheet.model import Sheet
from sijoint_desktop.ui.printing.layout import lay_out
from sijoint_desktop.ui.printing.painter import DrawFigure, paint_pages
from sijoint_desktop.ui.printing.paper import Paper, page_layout, page_of

CREATOR = "SI Joint Desktop"
_DOTS_PER_INCH = 1200
_SHEETS = QUuid("{6f1d6c8e-53f0-4c1e-9a55-0d1f6a7c2b11}")  # the name space of our documents


def write_sheet_pdf(
    path: Path,
    sheet: Sheet,
    *,
    paper: Paper,
    draw_figure: DrawFigure,
    family: str,
    pages: range | None = None,
) -> int:
    """Write a sheet to a file, replacing it only once the new one is complete; return its pages.

    ``pages``, counted from 0, are the only ones written where they are given. Raises UserError in
    plain words where the file cannot be written; nothing is left behind then.
    """
    data, count = sheet_pdf(sheet, paper=paper, draw_figure=draw_figure, family=family, pages=pages)
    _write_whole(path, data)
    return count


def sheet_pdf(
    sheet: Sheet,
    *,
    paper: Paper,
    draw_figure: DrawFigure,
    family: str,
    pages: range | None = None,
) -> tuple[bytes, int]:
    """Return a sheet, or some of its pages, as the bytes of a PDF file, and how many those are."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator(CREATOR)
    # the same sheet is the same document, however often it is written
    writer.setDocumentId(QUuid.createUuidV5(_SHEETS, f"{sheet!r} {paper}".encode()))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(page_layout(paper))
    painter = QPainter()
    if not painter.begin(writer):
        raise UserError(tr("The PDF could not be drawn. Try again, or restart the program."))
    try:
        laid_out = lay_out(sheet, page_of(writer.pageLayout()), family).pages
        chosen = laid_out if pages is None else laid_out[pages.start : pages.stop]
        paint_pages(painter, writer, chosen, draw_figure, family)
    finally:
        painter.end()
    return bytes(buffer.data().data()), len(chosen)


def _write_whole(path: Path, data: bytes) -> None:
    target = Path(os.path.realpath(path))  # a link goes on pointing to the file it points to
    try:
        if target.is_dir():
            raise UserError(
                tr("{file} is a folder. Give the name of a file, such as sheet.pdf.", file=path)
            )
        if not target.parent.is_dir():
            raise UserError(
                tr(
                    "{file} cannot be saved: the folder {folder} does not exist.",
                    file=path,
                    folder=path.parent,
                )
            )
        _replace(target, data)
    except OSError as error:
        reason = error.strerror or tr("the system gave no reason")
        raise UserError(
            tr(
                "{file} cannot be saved: {reason}. Choose another place, or free some space.",
                file=path,
                reason=reason,
            )
        ) from error


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
