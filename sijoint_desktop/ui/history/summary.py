"""The card that says in words and a few numbers how things went."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.overview import Fact, Overview, facts
from sijoint_desktop.history.series import after_sentence, pain_sentence
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Card, Text

_NO_SCORES = mark("No pain scores in this time yet.")


class SummaryCard(Card):
    """In short: a sentence about pain, then a few numbers."""

    def __init__(self, *, style: Style) -> None:
        super().__init__(style=style)
        self._style = style
        self._sentence = Text("", style=style)
        self._after = Text("", TextRole.CAPTION, "ink2", style=style)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(12)
        self.body.setSpacing(10)
        self.body.addWidget(Text(tr("In short"), TextRole.H2, style=style))
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._after)
        self.body.addLayout(self._facts)
        self.body.addStretch(1)

    @property
    def sentence(self) -> str:
        """The sentence about pain as it is shown."""
        return self._sentence.text()

    def show_overview(self, seen: Overview) -> None:
        """Say how the span that ends today went."""
        points = seen.told.points
        self._sentence.setText(pain_sentence(points) or tr(_NO_SCORES))
        after = after_sentence(points)
        self._after.setText(after)
        self._after.setVisible(bool(after))
        empty(self._facts)
        for fact in facts(seen):
            self._facts.addWidget(_FactRow(fact, style=self._style))


class _FactRow(QWidget):
    """A thin line, a large number with its words, and a quiet line."""

    def __init__(self, fact: Fact, *, style: Style) -> None:
        super().__init__()
        self._style = style
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        number = Text(fact.number, TextRole.H2, style=style, wrap=False)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(Text(fact.words, style=style), 1, Qt.AlignmentFlag.AlignBaseline)
        column.addLayout(row)
        column.addWidget(Text(fact.below, TextRole.CAPTION, "ink2", style=style))
        style.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the line above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._style.theme.line))


class EmptyAxes(QWidget):
    """The axes of the chart at rest, for when there is nothing to draw yet."""

    def __init__(self, *, style: Style) -> None:
        super().__init__()
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        style.changed.connect(self._on_style_changed)

    def sizeHint(self) -> QSize:
        """Return a low chart."""
        return QSize(640, self._style.px(180))

    def minimumSizeHint(self) -> QSize:
        """Return the least height at which the numbers stand apart."""
        return QSize(200, self._style.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the lines of 0, 5 and 10 with their numbers."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setFont(self._style.font(TextRole.CAPTION, tabular=True))
        left = painter.fontMetrics().horizontalAdvance("10") + 12
        half = painter.fontMetrics().height() / 2
        for score in (0, 5, 10):
            y = round(half + (1 - score / 10) * (self.height() - 2 * half - 1))
            painter.fillRect(left, y, self.width() - left, 1, QColor(theme.line))
            painter.setPen(QColor(theme.ink2))
            painter.drawText(
                0,
                round(y - half),
                left - 12,
                round(2 * half),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(score),
            )

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()
