"""The phase ring: how much of a phase is left, as an arc around a large number."""

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.session.marks import phase_color
from sijoint_desktop.ui.session.progress import set_unhurried
from sijoint_desktop.ui.session.words import Words
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.text import FAMILY

_THICK = 0.07  # of the diameter
_DIGITS = 0.5  # height of the number's font, of the diameter
_DIGITS_LARGE = 0.62
_BELOW = 0.072
_LEAST_BELOW_PX = 14
_LEAST_WITH_BELOW_PX = 130
_SEEN_PX = 0.5  # by which the end of the arc must have moved to be painted again


class PhaseRing(QProgressBar):
    """A ring that empties clockwise from the top; a progress bar to a screen reader.

    ``below`` is the small text under the number, such as "of 15 seconds".
    """

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._fraction = 1.0
        self._mark = ""
        self._number = ""
        self._below = ""
        self._dotted = False
        self._large = False
        self._still: QPixmap | None = None
        self.setTextVisible(False)
        self.setAccessibleName(tr("Seconds left"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(64, 64)
        style.changed.connect(self._renew)

    @property
    def fraction(self) -> float:
        """How much is left, 0 to 1."""
        return self._fraction

    @property
    def number(self) -> str:
        """The large number."""
        return self._number

    @property
    def dotted(self) -> bool:
        """Tell whether the arc is dotted, as it is while paused."""
        return self._dotted

    def sizeHint(self) -> QSize:
        """Return the size of the design at 100 %."""
        return QSize(272, 272)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the number can be read."""
        return QSize(64, 64)

    def set_large(self, large: bool) -> None:
        """Show a larger number without the small text, which could not be read from the floor."""
        self._large = large
        self._renew()

    def set_fraction(self, fraction: float) -> None:
        """Show how much is left, 0 to 1; repaints only where a person could see it."""
        gone = abs(fraction - self._fraction)
        seen = gone * math.pi * min(self.width(), self.height()) >= _SEEN_PX
        if seen or (gone > 0.0 and fraction in (0.0, 1.0)):
            self._fraction = fraction
            self.update()

    def show_count(self, words: Words, *, dotted: bool) -> None:
        """Show phase, number and the text below it; dotted while time stands still."""
        self._mark, self._number, self._below = words.mark, words.number, words.below
        self._dotted = dotted
        self.setRange(0, max(words.total, int(words.number)))
        set_unhurried(self, int(words.number))
        self.setAccessibleDescription(f"{words.number} {words.below}")
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint track, number and text as they were kept, and the arc, which moves all the time."""
        box, thick = self._track()
        if self._still is None:
            self._still = self._paint_still(box, thick)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self._fraction > 0:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._arc_pen(thick))
            # Qt counts sixteenths of a degree, against the clock, from three o'clock
            painter.drawArc(box, 90 * 16, -round(360 * 16 * self._fraction))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint all of it anew at another size."""
        super().resizeEvent(event)
        self._renew()

    def event(self, event: QEvent) -> bool:
        """Paint all of it anew on a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._renew()
        return super().event(event)

    def _renew(self) -> None:
        self._still = None
        self.update()

    def _track(self) -> tuple[QRectF, float]:
        """Return the square of the middle of the track, and how thick the track is."""
        edge = min(self.width(), self.height())
        thick = edge * _THICK
        box = QRectF(0, 0, edge - thick, edge - thick)
        box.moveCenter(QRectF(self.rect()).center())
        return box, thick

    def _paint_still(self, box: QRectF, thick: float) -> QPixmap:
        """Return the track with number and text."""
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(Qt.GlobalColor.transparent)
        theme = self._style.theme
        painter = QPainter(still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # under high contrast a full track would be brighter than what is left
        painter.setPen(QPen(QColor(theme.line), theme.edge_px if theme.contrast else thick))
        painter.drawEllipse(box)
        self._paint_text(painter, box, min(self.width(), self.height()))
        painter.end()
        return still

    def _arc_pen(self, thick: float) -> QPen:
        pen = QPen(phase_color(self._style.theme, self._mark), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if self._dotted:
            pen.setDashPattern([0.01, 1.6])
        return pen

    def _paint_text(self, painter: QPainter, box: QRectF, edge: float) -> None:
        font = self._style.font(TextRole.COUNTDOWN, tabular=True)
        share = _DIGITS_LARGE if self._large else _DIGITS
        size = edge * share * (0.8 if len(self._number) > 2 else 1.0)
        font.setPixelSize(max(20, round(size)))
        painter.setFont(font)
        painter.setPen(QColor(self._style.theme.ink))
        below_px = max(round(_LEAST_BELOW_PX * self._style.scale), round(edge * _BELOW))
        with_below = not self._large and edge >= _LEAST_WITH_BELOW_PX * self._style.scale
        lift = below_px * 0.9 if with_below else 0.0
        painter.drawText(box.translated(0, -lift), Qt.AlignmentFlag.AlignCenter, self._number)
        if not with_below:
            return
        small = QFont(FAMILY)
        small.setPixelSize(below_px)
        painter.setFont(small)
        painter.setPen(QColor(self._style.theme.ink2))
        line = QRectF(box.left(), box.center().y() + edge * 0.18, box.width(), below_px * 1.6)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._below)
