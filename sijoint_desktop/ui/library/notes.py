"""Small blocks of text on the page of an exercise: headed sections, lines and caution boxes."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.widgets import IconLabel, Style, Text, TextRole


class Line(QFrame):
    """A thin line between two parts of a card."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setFixedHeight(1 + 2 * 8)
        style.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(0, 8, self.width(), 1, QColor(self._style.theme.line))
        painter.end()


class Section(QWidget):
    """A bold heading with lines of text below it."""

    def __init__(
        self, heading: str, lines: Iterable[str], *, style: Style, bullets: bool = False
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(heading, TextRole.BODY_BOLD, style=style))
        for line in lines:
            text = Text(line, TextRole.BODY, "ink2", style=style)
            column.addLayout(_bullet(text, style)) if bullets else column.addWidget(text)


def _bullet(text: Text, style: Style) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    dot = Text("•", TextRole.BODY, "accent", style=style, wrap=False)
    dot.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    row.addWidget(dot, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row


class CautionBox(QFrame):
    """A caution on amber ground, with its icon and the word for a screen reader."""

    def __init__(self, text: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        icon = IconLabel("triangle-alert", 20, "amber", style=style, name=tr("Caution"))
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        self.text = Text(text, TextRole.CAPTION, "amber_text", style=style)
        row.addWidget(self.text, 1)
        style.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground; under high contrast with an edge."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.amber), 2) if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.amber_ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()
