"""Saves a chart as a picture or a drawing, whole: title, sentence, chart and legend."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from sijoint_desktop.core.files import write_bytes
from sijoint_desktop.history.picture import Picture
from sijoint_desktop.ui.history.charts import paint_picture
from sijoint_desktop.ui.history.marks import paint_mark
from sijoint_desktop.ui.picture_bytes import png_bytes, svg_bytes
from sijoint_desktop.ui.style.style import TextRole
from sijoint_desktop.ui.style.text import make_font
from sijoint_desktop.ui.style.tokens import PRINT, Theme

SIZE = QSizeF(1000, 560)
_PIXELS = 2  # of a PNG for each unit, so that it prints well
_MARGIN, _GAP, _MARK = 24.0, 12.0, 14.0
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


def save_chart(picture: Picture, path: Path, *, theme: Theme = PRINT) -> None:
    """Write a chart as SVG or, by any other ending, as PNG; nothing half-written is left behind.

    Raises UserError where the file cannot be written.
    """
    data = _svg(picture, theme) if path.suffix.lower() == ".svg" else _png(picture, theme)
    write_bytes(path, data)


def paint_chart(picture: Picture, painter: QPainter, box: QRectF, *, theme: Theme = PRINT) -> None:
    """Paint a whole chart into a box: title, sentence, chart and legend."""
    inner = box.marginsRemoved(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
    top = _write(painter, inner, picture.title, TextRole.H2, theme.ink)
    inner.setTop(top + _GAP / 2)
    inner.setTop(_write(painter, inner, picture.sentence, TextRole.BODY, theme.ink2) + _GAP)
    rows = _legend_rows(picture, inner.width())
    line = QFontMetricsF(make_font(TextRole.CAPTION, 1.0)).height() * 1.3
    chart = QRectF(inner)
    chart.setBottom(inner.bottom() - rows * line - _GAP)
    paint_picture(picture, painter, chart, theme=theme)
    _paint_legend(
        picture, painter, QRectF(inner.left(), chart.bottom() + _GAP, inner.width(), line), theme
    )


def _write(painter: QPainter, box: QRectF, words: str, role: TextRole, colour: str) -> float:
    """Write words into the top of a box and return where they end."""
    painter.setFont(make_font(role, 1.0))
    painter.setPen(QColor(colour))
    needed = painter.boundingRect(box, _WRAPPED, words)
    painter.drawText(box, _WRAPPED, words)
    return needed.bottom()


def _places(picture: Picture, width: float) -> list[tuple[float, int]]:
    """Return how far from the left, and in which row, each item of the legend stands."""
    metrics = QFontMetricsF(make_font(TextRole.CAPTION, 1.0))
    places: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for _sign, word in picture.legend:
        wide = _MARK + 8 + metrics.horizontalAdvance(word) + 20
        if x and x + wide > width:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += wide
    return places


def _legend_rows(picture: Picture, width: float) -> int:
    places = _places(picture, width)
    return places[-1][1] + 1 if places else 0


def _paint_legend(picture: Picture, painter: QPainter, line: QRectF, theme: Theme) -> None:
    painter.setFont(make_font(TextRole.CAPTION, 1.0))
    for (x, row), (sign, word) in zip(_places(picture, line.width()), picture.legend, strict=True):
        box = line.translated(x, row * line.height())
        mark = QRectF(box.left(), box.center().y() - _MARK / 2, _MARK, _MARK)
        paint_mark(painter, mark, sign, theme)
        painter.setPen(QColor(theme.ink2))
        words = box.adjusted(_MARK + 8, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)


def _png(picture: Picture, theme: Theme) -> bytes:
    image = QImage((SIZE * _PIXELS).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PIXELS)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_chart(picture, painter, QRectF(0, 0, SIZE.width(), SIZE.height()), theme=theme)
    painter.end()
    return png_bytes(image)


def _svg(picture: Picture, theme: Theme) -> bytes:
    box = QRectF(0, 0, SIZE.width(), SIZE.height())

    def paint(painter: QPainter) -> None:
        painter.fillRect(box, QColor(theme.surface))
        paint_chart(picture, painter, box, theme=theme)

    return svg_bytes(SIZE.toSize(), paint, title=picture.title, description=picture.sentence)
