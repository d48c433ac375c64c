"""The list of routines to choose from; the chosen one is marked by edge, ground and tick."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sijoint_desktop.routine.model import Routine
from sijoint_desktop.ui.style.widgets import Style, TextRole

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_PAD = 16
_RADIUS = 12


class RoutineChoice(QPushButton):
    """One routine: name, what it is for, how long it takes; ``picked`` carries the Routine."""

    picked = Signal(object)

    def __init__(
        self, routine: Routine, facts: str, *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._routine = routine
        self._facts = facts
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("ringRadius", _RADIUS)
        self.setAccessibleName(f"{routine.name}. {facts}.")
        self.setAccessibleDescription(routine.summary)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._on_toggled)  # a screen reader toggles, and never clicks
        style.changed.connect(self._on_style_changed)

    @property
    def routine(self) -> Routine:
        """The routine to choose."""
        return self._routine

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the texts need at a width."""
        return sum(self._heights(width)) + 2 * self._style.px(4) + 2 * self._style.px(14)

    def sizeHint(self) -> QSize:
        """Return a size for a usual column."""
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(200, self._style.px(76))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, edge, tick and texts."""
        style, theme = self._style, self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.underMouse()
        width = 2 if marked else theme.edge_px
        painter.setPen(QPen(QColor(theme.accent if marked else theme.control), width))
        painter.setBrush(QColor(theme.soft if self.isChecked() else theme.surface))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS - half, _RADIUS - half)
        if self.isChecked():
            edge = style.icon_px(20)
            tick = style.pixmap("check", 20, "accent")
            painter.drawPixmap(self.width() - _PAD - edge, style.px(14), tick)
        top = style.px(14)
        texts = (self._routine.name, self._routine.summary, self._facts)
        tokens = (theme.ink, theme.ink2, theme.ink2)
        lines = zip(texts, tokens, self._heights(self.width()), strict=True)
        for number, (text, colour, height) in enumerate(lines):
            painter.setFont(self._font(number))
            painter.setPen(QColor(colour))
            painter.drawText(
                QRect(_PAD, top, self._room(self.width(), number), height), _WRAP, text
            )
            top += height + style.px(4) if text else 0
        painter.end()

    def _font(self, number: int) -> QFont:
        return self._style.font(TextRole.CAPTION if number else TextRole.BODY_BOLD)

    def _room(self, width: int, number: int) -> int:
        tick = 0 if number else self._style.icon_px(20) + 8
        return max(width - 2 * _PAD - tick, 40)

    def _heights(self, width: int) -> list[int]:
        texts = (self._routine.name, self._routine.summary, self._facts)
        heights = []
        for number, text in enumerate(texts):
            area = QRect(0, 0, self._room(width, number), 10_000)
            metrics = QFontMetrics(self._font(number))
            heights.append(metrics.boundingRect(area, _WRAP, text).height() if text else 0)
        return heights

    def _on_toggled(self, chosen: bool) -> None:
        if chosen:
            self.picked.emit(self._routine)

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()
