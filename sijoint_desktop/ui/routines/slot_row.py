"""One exercise of a routine as a row: number, picture, name, dose and time; it opens its page."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.minutes import spoken_time
from sijoint_desktop.ui.routines.row_paint import RADIUS, RowLine, RowPainter
from sijoint_desktop.ui.style.widgets import Style


class SlotRow(QPushButton):
    """A row that is a button; ``pointed`` carries its index, or -1 when it is left."""

    opened = Signal(str)
    pointed = Signal(int)

    def __init__(
        self,
        line: RowLine,
        miniatures: Miniatures,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self.line = line
        self._row = RowPainter(style, miniatures)
        self.setProperty("ringRadius", RADIUS)
        self.setAccessibleName(spoken_line(line))
        self.setAccessibleDescription(tr("Opens the page of this exercise."))
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
        return self._row.height(self.line, width)

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
        marked = self.underMouse() or self.hasFocus()
        self._row.paint(painter, self.rect(), self.line, marked=marked, on=self.isDown())
        painter.end()

    def _point(self) -> None:
        marked = self.underMouse() or self.hasFocus()
        self.pointed.emit((self.line.number or 0) - 1 if marked else -1)
        self.update()

    def _on_clicked(self) -> None:
        self.opened.emit(str(self.line.exercise.id))

    def _on_picture_ready(self, exercise_id: str) -> None:
        if exercise_id == self.line.exercise.id:
            self.update()

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()


def spoken_line(line: RowLine) -> str:
    """Return what a screen reader says for a row."""
    name = line.exercise.name if line.number is None else f"{line.number}. {line.exercise.name}"
    time = "" if line.seconds is None else spoken_time(line.seconds)
    said = (name, line.dose, time, line.warning.rstrip("."))
    return ". ".join(part for part in said if part) + "."
