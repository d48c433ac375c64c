"""Lists the steps of an exercise and lights the one that the figure is doing."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.library.notes import CautionBox, Line, Section
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import Card, Style, Text, TextRole

_PAD = 12
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class StepRow(QLabel):
    """One numbered step; while lit it stands on a soft ground, bold, and says that it is now.

    Lines always break as those of the bold text, so that nothing moves when it lights up.
    """

    def __init__(
        self, number: int, text: str, *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._style = style
        self._number = number
        self._lit = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()
        style.changed.connect(self._on_style_changed)

    @property
    def lit(self) -> bool:
        """Whether the figure is doing this step."""
        return self._lit

    def set_lit(self, lit: bool) -> None:
        """Light the step up, or let it go out."""
        if lit != self._lit:
            self._lit = lit
            self._name()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the bold text needs at a width."""
        text = len(self._lines(width)) * self._line_height()
        return max(text, self._disc()) + 2 * self._style.px(6)

    def sizeHint(self) -> QSize:
        """Return a size for a usual column."""
        width = round(300 * self._style.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size; the width is what the card gives."""
        return QSize(self._indent() + 80, self._disc() + 2 * self._style.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, the numbered disc and the text."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lit:
            painter.setPen(QPen(QColor(theme.accent), 2) if theme.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        line, top = self._line_height(), self._style.px(6)
        up = min(0, (line - self._disc()) // 2)
        disc = self._turned(QRect(_PAD, top + up, self._disc(), self._disc()))
        self._paint_disc(painter, QRectF(disc))
        painter.setFont(self._style.font(TextRole.BODY_BOLD if self._lit else TextRole.BODY))
        painter.setPen(QColor(theme.ink))
        at = top + max(0, (self._disc() - line) // 2)
        width = self.width() - self._indent()
        for text in self._lines(self.width()):
            painter.drawText(self._turned(QRect(self._indent(), at, width, line)), _MIDDLE, text)
            at += line
        painter.end()

    def _turned(self, part: QRect) -> QRect:
        """Return where a part stands in the direction that the language is written in."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)

    def _lines(self, width: int) -> list[str]:
        """Return the lines of the text, broken where the bold text has to break."""
        text, lines = self.text(), []
        layout = QTextLayout(text, self._style.font(TextRole.BODY_BOLD))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - self._indent() - _PAD, 1))
            start = line.textStart()
            lines.append(text[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return lines

    def _line_height(self) -> int:
        return TextRole.BODY.line_pixels(self._style.scale)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        theme = self._style.theme
        painter.setPen(QPen(QColor(theme.line), 2) if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent if self._lit else theme.sunken))
        painter.drawEllipse(disc)
        painter.setPen(QColor(theme.on_accent if self._lit else theme.ink2))
        painter.setFont(self._style.font(TextRole.CAPTION_BOLD, tabular=True))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _disc(self) -> int:
        return round(24 * (1 + (self._style.scale - 1) * 0.8))

    def _indent(self) -> int:
        return _PAD + self._disc() + 12

    def _name(self) -> None:
        pattern = tr("Step {number}, now: {text}") if self._lit else tr("Step {number}: {text}")
        self.setAccessibleName(pattern.format(number=self._number, text=self.text()))

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()


class StepsCard(Card):
    """Steps, what it should feel like, and the cautions of one exercise."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, padding=0, parent=parent)
        self.body.setContentsMargins(_PAD, 20, _PAD, 24)
        self.body.setSpacing(2)
        self.steps: list[StepRow] = []
        self.cautions: list[CautionBox] = []
        self._phases: list[tuple[str, ...]] = []

    def show_exercise(self, exercise: Exercise) -> None:
        """Show another exercise; no step is lit until the figure reaches it."""
        empty(self.body)
        style = self._style
        inner = QVBoxLayout()
        inner.setContentsMargins(_PAD, 0, _PAD, 0)
        inner.addWidget(Text(tr("Steps"), TextRole.BODY_BOLD, style=style))
        self.body.addLayout(inner)
        self._phases = [step.phases for step in exercise.steps]
        self.steps = [
            StepRow(number, step.text, style=style)
            for number, step in enumerate(exercise.steps, start=1)
        ]
        for row in self.steps:
            self.body.addWidget(row)
        rest = QVBoxLayout()
        rest.setContentsMargins(_PAD, 0, _PAD, 0)
        rest.setSpacing(8)
        rest.addWidget(Line(style=style))
        rest.addWidget(Section(tr("You should feel"), (exercise.feel,), style=style))
        self.cautions = [CautionBox(caution.text, style=style) for caution in exercise.cautions]
        for box in self.cautions:
            rest.addWidget(box)
        self.body.addLayout(rest)
        self.body.addStretch(1)

    def light(self, phase: str) -> None:
        """Light the steps that belong to a phase of the movement."""
        for row, phases in zip(self.steps, self._phases, strict=True):
            row.set_lit(phase in phases)
