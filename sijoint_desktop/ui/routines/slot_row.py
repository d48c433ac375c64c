"""One exercise of a routine in a row: picture, name, dose and time; pressing opens its page."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.minutes import clock_text, spoken_time
from sijoint_desktop.ui.style.widgets import Style, TextRole

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RADIUS = 12


@dataclass(frozen=True, slots=True)
class SlotLine:
    """What a row says."""

    number: int
    exercise: Exercise
    dose: str
    seconds: float


class SlotRow(QPushButton):
    """A row that is a button; ``pointed`` carries its index, or -1 when it is left."""

    opened = Signal(str)
    pointed = Signal(int)

    def __init__(
        self,
        line: SlotLine,
        miniatures: Miniatures,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self.line = line
        self._miniatures = miniatures
        self.setProperty("ringRadius", _RADIUS)
        self.setAccessibleName(
            f"{line.number}. {line.exercise.name}. {line.dose}. {spoken_time(line.seconds)}."
        )
        self.setAccessibleDescription("Opens the page of this exercise.")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        miniatures.ready.connect(self._on_picture_ready)
        style.changed.connect(self._on_style_changed)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the texts and the picture need at a width."""
        name, dose = self._text_heights(width)
        text = name + self._style.px(2) + dose + 2 * self._style.px(12)
        return max(self._style.px(76), text, self._picture().height() + 16)

    def sizeHint(self) -> QSize:
        """Return a size for a usual column."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(280, self._style.px(76))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the row is pointed at."""
        super().enterEvent(event)
        self._point()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the row is left."""
        super().leaveEvent(event)
        self._point()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is on the row."""
        super().focusInEvent(event)
        self._point()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard left the row."""
        super().focusOutEvent(event)
        self._point()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_picture(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._style.theme
        marked = self.underMouse() or self.hasFocus()
        width = 2 if marked else theme.edge_px
        painter.setPen(QPen(QColor(theme.accent if marked else theme.line), width))
        painter.setBrush(QColor(theme.soft if self.isDown() else theme.surface))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS - half, _RADIUS - half)

    def _paint_picture(self, painter: QPainter) -> None:
        place = self._picture()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), 8, 8)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(place, QColor(self._style.theme.stage))
        self._miniatures.paint(painter, place, self.line.exercise)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        style, theme, line = self._style, self._style.theme, self.line
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(style.font(TextRole.BODY, tabular=True))
        painter.setPen(QColor(theme.ink2))
        number = QRect(16, 0, self._number_width(), self.height())
        painter.drawText(number, middle | int(Qt.AlignmentFlag.AlignRight), str(line.number))
        painter.setPen(QColor(theme.ink))
        time = QRect(self.width() - 20 - self._time_width(), 0, self._time_width(), self.height())
        painter.drawText(time, middle | int(Qt.AlignmentFlag.AlignRight), clock_text(line.seconds))
        name, dose = self._text_heights(self.width())
        gap = style.px(2)
        area = self._text_area(self.width())
        top = (self.height() - name - gap - dose) // 2
        painter.setFont(style.font(TextRole.BODY_BOLD))
        painter.drawText(area.x(), top, area.width(), name, _WRAP, line.exercise.name)
        painter.setFont(style.font(TextRole.CAPTION))
        painter.setPen(QColor(theme.ink2))
        painter.drawText(area.x(), top + name + gap, area.width(), dose, _WRAP, line.dose)

    def _text_area(self, width: int) -> QRect:
        left = self._picture().right() + 1 + 16
        return QRect(left, 0, max(width - left - self._time_width() - 36, 40), 0)

    def _text_heights(self, width: int) -> tuple[int, int]:
        area = self._text_area(width).adjusted(0, 0, 0, 10_000)
        name = QFontMetrics(self._style.font(TextRole.BODY_BOLD))
        dose = QFontMetrics(self._style.font(TextRole.CAPTION))
        return (
            name.boundingRect(area, _WRAP, self.line.exercise.name).height(),
            dose.boundingRect(area, _WRAP, self.line.dose).height(),
        )

    def _picture(self) -> QRect:
        width, height = self._style.px(92), self._style.px(54)
        return QRect(16 + self._number_width() + 14, (self.height() - height) // 2, width, height)

    def _number_width(self) -> int:
        return QFontMetrics(self._style.font(TextRole.BODY, tabular=True)).horizontalAdvance("88")

    def _time_width(self) -> int:
        return QFontMetrics(self._style.font(TextRole.BODY, tabular=True)).horizontalAdvance(
            "88:88"
        )

    def _point(self) -> None:
        marked = self.underMouse() or self.hasFocus()
        self.pointed.emit(self.line.number - 1 if marked else -1)
        self.update()

    def _on_clicked(self) -> None:
        self.opened.emit(str(self.line.exercise.id))

    def _on_picture_ready(self, exercise_id: str) -> None:
        if exercise_id == self.line.exercise.id:
            self.update()

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()
