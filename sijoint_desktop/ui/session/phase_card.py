"""The card beside the figure: phase, ring, repetition and set, and what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.session.marks import PhaseMark, Rule, ShapeLabel
from sijoint_desktop.ui.session.ring import PhaseRing
from sijoint_desktop.ui.session.words import Words
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Card, Text

_NEXT_LINES = 3  # what the longest step needs beside the figure


class PhaseCard(Card):
    """Everything that counts, in one column."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, padding=24, parent=parent)
        self._look = style
        self._mark = PhaseMark(style=style)
        self.ring = PhaseRing(style=style)
        self._rep = Text("", TextRole.H1, style=style, wrap=False, tabular=True)
        self._set = Text("", TextRole.H1, style=style, wrap=False, tabular=True)
        self._short = Text("", TextRole.CAPTION_BOLD, style=style, tabular=True)
        self._short.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._short.hide()
        self._counts = QWidget()
        counts = QHBoxLayout(self._counts)
        counts.setContentsMargins(0, 0, 0, 0)
        self._set_word = Text("", TextRole.BODY, "ink2", style=style, wrap=False)
        rep_word = Text(tr("repetition"), TextRole.BODY, "ink2", style=style, wrap=False)
        counts.addLayout(_count(rep_word, self._rep))
        counts.addWidget(Rule(style=style))
        counts.addLayout(_count(self._set_word, self._set))
        self.body.setSpacing(12)
        self.body.addWidget(self._mark)
        self.body.addWidget(self.ring, 1)
        self.body.addWidget(self._counts)
        self.body.addWidget(self._short)
        self.body.addWidget(self._next_card())

    @property
    def repetition(self) -> str:
        """The repetition that is shown, such as "2 of 8"."""
        return self._rep.text()

    def show_words(self, words: Words, *, paused: bool) -> None:
        """Show the texts; the arc is dotted while paused."""
        self._mark.show_phase(words.mark, words.phase)
        self.ring.show_count(words, dotted=paused)
        self._rep.setText(words.repetition)
        self._set.setText(words.set_of)
        self._set_word.setText(words.set_word)
        self._short.setText(f"{words.repetition}, {words.set_word} {words.set_of}")
        self._next_shape.show_mark(words.next_mark)
        self._next_text.setText(words.next_text)

    def fit(self, *, low: bool, short: bool, counts: bool, coming: bool) -> None:
        """Take less room where it is low, and least with the counts on one ``short`` line.

        ``counts`` and ``coming`` say whether the counts and the coming phase are shown at all.
        """
        inner = 14 if low else 24
        self.body.setContentsMargins(inner, inner, inner, inner)
        self._counts.setVisible(counts and not short)
        self._short.setVisible(counts and short)
        self._next.setVisible(coming)
        # the ring must not change its size with the length of the next step
        lines = 2 if low else _NEXT_LINES
        self._next_text.setMinimumHeight(lines * self._next_text.fontMetrics().lineSpacing())
        self._mark.setFont(self._look.font(TextRole.HERO if low else TextRole.WELCOME))
        self._mark.setFixedHeight(round(self._mark.fontMetrics().height() * 1.05))
        self._next_shape.set_size(self._look.icon_px(16))

    def _next_card(self) -> Card:
        style = self._look
        self._next = Card(style=style, level="sunken", padding=14)
        self._next_shape = ShapeLabel(style=style)
        self._next_text = Text("", TextRole.BODY_BOLD, style=style)
        self._next_text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(tr("Next"), TextRole.CAPTION, "ink2", style=style, wrap=False))
        column.addWidget(self._next_text)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._next_shape)
        row.addLayout(column, 1)
        self._next.body.addLayout(row)
        return self._next


def _count(caption: Text, number: Text) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(number)
    column.addWidget(caption)
    return column
