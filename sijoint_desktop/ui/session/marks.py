"""The phase mark: every phase has a shape and a colour as well as its word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.script import SegmentKind
from sijoint_desktop.ui.session.words import PAUSED_MARK
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.tokens import Theme

_TOKENS = {
    SegmentKind.MOVE.value: "move",
    SegmentKind.HOLD.value: "hold",
    SegmentKind.RETURN.value: "return_",
    SegmentKind.REST.value: "rest",
    SegmentKind.SIDE_CHANGE.value: "move",
    SegmentKind.GET_READY.value: "rest",
    PAUSED_MARK: "ink",
}


def phase_color(theme: Theme, mark: str) -> QColor:
    """Return the colour of a kind of phase; ink for an unknown one."""
    return theme.color(_TOKENS.get(mark, "ink"))


def paint_mark(painter: QPainter, box: QRectF, mark: str, color: QColor) -> None:
    """Paint the shape of a kind of phase into a square box; nothing for an unknown one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    match mark:
        case SegmentKind.MOVE.value:
            painter.drawPolygon(_triangle(box, right=True))
        case SegmentKind.RETURN.value:
            painter.drawPolygon(_triangle(box, right=False))
        case SegmentKind.HOLD.value:
            painter.drawRoundedRect(box, box.width() * 0.14, box.width() * 0.14)
        case SegmentKind.REST.value:
            painter.drawEllipse(box)
        case SegmentKind.GET_READY.value:
            width = box.width() * 0.16
            painter.setPen(QPen(color, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        case SegmentKind.SIDE_CHANGE.value:
            half = box.width() * 0.46
            left = QRectF(box.left(), box.top(), half, box.height())
            painter.drawPolygon(_triangle(left, right=False))
            painter.drawPolygon(_triangle(left.translated(box.width() - half, 0), right=True))
        case _ if mark == PAUSED_MARK:
            bar = QRectF(box.left(), box.top(), box.width() * 0.34, box.height())
            painter.drawRect(bar)
            painter.drawRect(bar.translated(box.width() - bar.width(), 0))
    painter.restore()


def _triangle(box: QRectF, *, right: bool) -> QPolygonF:
    near, far = (box.left(), box.right()) if right else (box.right(), box.left())
    return QPolygonF(
        [QPointF(near, box.top()), QPointF(far, box.center().y()), QPointF(near, box.bottom())]
    )


class PhaseMark(QLabel):
    """The word of the present phase with its shape, in its colour, centred on one line.

    A word that is too long for the width is set smaller, never cut.
    """

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        style.changed.connect(self.update)

    @property
    def mark(self) -> str:
        """The kind of phase that is shown."""
        return self._mark

    def show_phase(self, mark: str, word: str) -> None:
        """Show a kind of phase and its word."""
        self._mark = mark
        self.setText(word)
        self.setAccessibleName(tr("Phase: {phase}", phase=word))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line of the word's font."""
        return QSize(self.fontMetrics().height() * 4, round(self.fontMetrics().height() * 1.1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint shape and word."""
        painter = QPainter(self)
        color = phase_color(self._style.theme, self._mark)
        font = self.font()
        shape = font.pixelSize() * 0.64
        room = self.width() - shape * 1.6
        wide = painter.fontMetrics().horizontalAdvance(self.text())
        if wide > room > 0:
            font.setPixelSize(max(14, int(font.pixelSize() * room / wide)))
            painter.setFont(font)
            wide = painter.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - wide - shape * 1.55) / 2
        middle = self.height() / 2
        paint_mark(painter, QRectF(left, middle - shape / 2, shape, shape), self._mark, color)
        painter.setPen(color)
        text = QRectF(left + shape * 1.55, 0, wide + 4, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())


class ShapeLabel(QLabel):
    """The shape of a coming phase alone; its word stands beside it."""

    def __init__(self, *, style: Style, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._mark = ""
        self.set_size(size)
        style.changed.connect(self.update)

    def set_size(self, size: int) -> None:
        """Set the edge of the shape in pixels."""
        self.setFixedSize(size, size)

    def show_mark(self, mark: str) -> None:
        """Show the shape of a kind of phase, or nothing for an empty text."""
        self._mark = mark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the shape."""
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_mark(painter, box, self._mark, phase_color(self._style.theme, self._mark))


class Badge(QLabel):
    """The side in words on an inverted ground, so that it is seen at once."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        style.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the text with its padding."""
        metrics = self.fontMetrics()
        pad = round(metrics.height() * 0.66)
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * pad, metrics.height() + pad)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a side is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the text."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink))
        radius = min(16.0, self.height() * 0.22)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setPen(QColor(theme.surface))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Rule(QWidget):
    """A thin upright line between two things."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setFixedWidth(style.theme.edge_px)
        style.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), QColor(self._style.theme.line))
