"""The phase badge: word, shape, colour and the seconds that are left."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.motion.timeline import Phase
from sijoint_desktop.ui.figure.marks import REST, PhaseMark, mark_for, paint_shape
from sijoint_desktop.ui.style.style import Style, TextRole

_PADDING = 12
_SHAPE_GAP = 8
_RADIUS = 6


class PhaseBadge(QLabel):
    """Says in which phase the figure is: never by colour alone."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._mark: PhaseMark = REST
        self._phase = ""
        self._widest = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Phase"))
        style.changed.connect(self._on_style_changed)

    def show_phase(self, phase: Phase, t: float) -> None:
        """Show a phase and the whole seconds left of it at a time of its timeline."""
        left = max(math.ceil(phase.end_s - t - 1e-6), 0)
        words = tr("{phase}, {seconds} s left", phase=phase.name, seconds=left)
        mark = mark_for(phase)
        if words == self.text() and mark == self._mark:
            return
        if (mark, phase.name) != (self._mark, self._phase):
            self._widest = 0
        self._mark, self._phase = mark, phase.name
        self.setText(words)
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the words; it does not shrink while the seconds run down."""
        metrics = QFontMetrics(self._font())
        self._widest = max(self._widest, metrics.horizontalAdvance(self.text()))
        width = 2 * _PADDING + self._edge() + _SHAPE_GAP + self._widest + 1
        return QSize(width, self._style.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, shape and words."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._mark.token))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        edge = self._edge()
        ink = theme.color("on_accent")
        box = QRectF(_PADDING, (self.height() - edge) / 2.0, edge, edge)
        paint_shape(painter, box, self._mark.shape, ink)
        painter.setPen(ink)
        painter.setFont(self._font())
        words = self.rect().adjusted(_PADDING + edge + _SHAPE_GAP, 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(words, flags, self.text())
        painter.end()

    def _font(self) -> QFont:
        return self._style.font(TextRole.CAPTION_BOLD, tabular=True)

    def _edge(self) -> int:
        return self._style.px(13)

    def _on_style_changed(self) -> None:
        self._widest = 0
        self.resize(self.sizeHint())
        self.update()
