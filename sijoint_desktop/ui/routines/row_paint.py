"""Measures and paints the row of one exercise: number, picture, name, dose and time."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.minutes import clock_text
from sijoint_desktop.ui.style.widgets import Style, TextRole

RADIUS = 12
_PICTURE_GAP = 16
_EDGE = 16
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class RowLine:
    """What a row says; without a number or a time that place is not kept free.

    ``warning`` stands below the dose beside a sign.
    """

    exercise: Exercise
    dose: str
    number: int | None = None
    seconds: float | None = None
    warning: str = ""


class RowPainter:
    """Paints rows of one list; ``handle`` keeps room for the dots by which a row is dragged."""

    def __init__(self, style: Style, miniatures: Miniatures, *, handle: bool = False) -> None:
        self._style = style
        self._miniatures = miniatures
        self._handle = handle

    def height(self, line: RowLine, width: int) -> int:
        """Return the height that the texts and the picture need at a width."""
        words = sum(self._heights(line, width)) + 2 * self._style.px(12)
        return max(self._style.px(76), words, self._picture_size()[1] + 16)

    def paint(
        self, painter: QPainter, box: QRect, line: RowLine, *, marked: bool, on: bool
    ) -> None:
        """Paint a row into ``box``: ``marked`` by an accent edge, ``on`` by a soft ground."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        place = QRect(QPoint(0, 0), box.size())
        self._ground(painter, place, marked=marked, on=on)
        if self._handle:
            self._dots(painter, place)
        self._picture(painter, place, line)
        self._words(painter, place, line)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, *, marked: bool, on: bool) -> None:
        theme = self._style.theme
        width = 2 if marked else theme.edge_px
        painter.setPen(QPen(QColor(theme.accent if marked else theme.line), width))
        painter.setBrush(QColor(theme.soft if on else theme.surface))
        half = width / 2
        painter.drawRoundedRect(
            QRectF(box).adjusted(half, half, -half, -half), RADIUS - half, RADIUS - half
        )

    def _dots(self, painter: QPainter, box: QRect) -> None:
        edge = self._style.icon_px(20)
        picture = self._style.pixmap("grip-vertical", 20, "ink2")
        painter.drawPixmap(_EDGE - 6, (box.height() - edge) // 2, picture)

    def _picture(self, painter: QPainter, box: QRect, line: RowLine) -> None:
        width, height = self._picture_size()
        place = QRect(self._picture_left(line), (box.height() - height) // 2, width, height)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), 8, 8)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(place, QColor(self._style.theme.stage))
        self._miniatures.paint(painter, place, line.exercise)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, line: RowLine) -> None:
        style, theme = self._style, self._style.theme
        painter.setFont(style.font(TextRole.BODY, tabular=True))
        if line.number is not None:
            painter.setPen(QColor(theme.ink2))
            area = QRect(self._number_left(), 0, self._number_width(), box.height())
            painter.drawText(area, _MIDDLE, str(line.number))
        painter.setPen(QColor(theme.ink))
        if line.seconds is not None:
            wide = self._advance("88:88")
            area = QRect(box.width() - 20 - wide, 0, wide, box.height())
            painter.drawText(area, _MIDDLE, clock_text(line.seconds))
        area = self._text_area(line, box.width())
        heights = self._heights(line, box.width())
        top = (box.height() - sum(heights)) // 2
        texts = zip(
            (line.exercise.name, line.dose, line.warning),
            (theme.ink, theme.ink2, theme.amber_text),
            (TextRole.BODY_BOLD, TextRole.CAPTION, TextRole.CAPTION),
            heights,
            strict=True,
        )
        for text, colour, role, height in texts:
            painter.setFont(style.font(role))
            painter.setPen(QColor(colour))
            if text:
                painter.drawText(area.x(), top, area.width(), height, _WRAP, text)
            top += height

    def _heights(self, line: RowLine, width: int) -> tuple[int, int, int]:
        """Return the heights of name, dose and warning; the last two with the gap above them."""
        area = self._text_area(line, width).adjusted(0, 0, 0, 10_000)
        name = QFontMetrics(self._style.font(TextRole.BODY_BOLD))
        small = QFontMetrics(self._style.font(TextRole.CAPTION))
        gap = self._style.px(2)

        def below(text: str) -> int:
            return small.boundingRect(area, _WRAP, text).height() + gap if text else 0

        top = name.boundingRect(area, _WRAP, line.exercise.name).height()
        return top, below(line.dose), below(line.warning)

    def _text_area(self, line: RowLine, width: int) -> QRect:
        left = self._picture_left(line) + self._picture_size()[0] + _PICTURE_GAP
        time = self._advance("88:88") + 16 if line.seconds is not None else 0
        return QRect(left, 0, max(width - left - time - 20, 40), 0)

    def _picture_left(self, line: RowLine) -> int:
        if line.number is None:
            return _EDGE
        return self._number_left() + self._number_width() + 14

    def _picture_size(self) -> tuple[int, int]:
        return self._style.px(92), self._style.px(54)

    def _number_left(self) -> int:
        return _EDGE + (self._style.icon_px(20) if self._handle else 0)

    def _number_width(self) -> int:
        return self._advance("88")

    def _advance(self, text: str) -> int:
        font = self._style.font(TextRole.BODY, tabular=True)
        return QFontMetrics(font).horizontalAdvance(text)
