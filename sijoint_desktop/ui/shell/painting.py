"""Pictures and sheets without a window, for commands, drawn by the painters of the window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.side import Side
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import routine_minutes
from sijoint_desktop.sheet.compose import compose_sheet
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import FigureStyle, Look, screen_look
from sijoint_desktop.ui.figure.still import paint_still
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.printing.pdf import write_sheet_pdf
from sijoint_desktop.ui.printing.stills import still_drawer
from sijoint_desktop.ui.style.text import FAMILY, load_fonts
from sijoint_desktop.ui.style.tokens import LIGHT


def save_still(
    path: Path,
    exercise: Exercise,
    row: float,
    size: tuple[int, int],
    *,
    view: str | None = None,
    side: Side | None = None,
    mistake: str | None = None,
    form: str = FigureStyle.BODY.value,
) -> None:
    """Draw one moment of an exercise into a .png or .svg file of ``size`` pixels.

    Raises UserError where the file cannot be written.
    """
    look = screen_look(LIGHT, style=FigureStyle(form))
    clip = ClipStore().get(exercise, side)
    area = QRectF(0, 0, *size)

    def paint(painter: QPainter) -> None:
        painter.fillRect(area, _ground(look))
        paint_still(
            painter,
            area,
            clip,
            row,
            look=look,
            view=view,
            spec=exercise.motion,
            mistake_id=mistake,
        )

    if path.suffix.lower() == ".svg":
        data = _svg(QSize(*size), exercise.name, paint)
    else:
        data = _png(QSize(*size), paint)
    try:
        path.write_bytes(data)
    except OSError as fault:
        raise UserError(f"{path} cannot be written ({fault.strerror or fault})") from fault


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


def _ground(look: Look) -> QColor:
    return QColor(*look.colours.ground)


def _png(size: QSize, paint: Callable[[QPainter], None]) -> bytes:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise UserError(f"a picture of {size.width()}x{size.height()} pixels is too large")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt accepts the name of the format as text, though its signature asks for bytes
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise UserError("the picture could not be made")
    return bytes(buffer.data().data())


def _svg(size: QSize, title: str, paint: Callable[[QPainter], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return bytes(buffer.data().data())
