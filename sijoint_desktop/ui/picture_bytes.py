"""Turns what was painted into the bytes of a picture file: PNG, or vectors as SVG."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr

Paint = Callable[[QPainter], None]


def png_bytes(image: QImage) -> bytes:
    """Return an image as a PNG file; raises UserError where Qt cannot make one of it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt accepts the name of the format as text, though its signature asks for bytes
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise UserError(tr("the picture could not be made"))
    return bytes(buffer.data().data())


def svg_bytes(size: QSize, paint: Paint, *, title: str = "", description: str = "") -> bytes:
    """Return what ``paint`` paints into a box of so many pixels as an SVG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the older one has no clips
    generator.setOutputDevice(buffer)
    # else what Qt has recorded for an image, such as the numbers beside a chart, shrinks
    generator.setResolution(QImage(1, 1, QImage.Format.Format_RGB32).logicalDpiX())
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    return bytes(buffer.data().data())
