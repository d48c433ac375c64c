"""A question in the place of the buttons, so that nothing covers the figure."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, FlowLayout


class Answer(StrEnum):
    """What a person chose."""

    END = "end"
    STAY = "stay"


Choices = Sequence[tuple[Answer, str, ButtonKind]]

END_CHOICES: Choices = (
    (Answer.STAY, mark("Stay"), ButtonKind.OUTLINE),
    (Answer.END, mark("End here"), ButtonKind.OUTLINE),
)


class AskBar(Card):
    """One question with two or three answers; the first answer has the focus."""

    answered = Signal(object)  # Answer

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, level="amber", padding=16, parent=parent)
        self._look = style
        # plain labels: in the floor view their size follows the window, not a role
        self._heading, self._text = QLabel(), QLabel()
        for label in (self._heading, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        self._holder = QWidget()
        self._row = FlowLayout(self._holder, gap=12)
        self._parts = QHBoxLayout()
        self._parts.setSpacing(16)
        self._parts.addLayout(words, 1)
        self._parts.addWidget(self._holder)
        self.body.addLayout(self._parts)
        self._answers: tuple[Answer, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._px: tuple[int, int] | None = None
        self._upright = False
        self._restyle()
        style.changed.connect(self._restyle)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The buttons of the answers, in order."""
        return tuple(self._group.buttons())

    @property
    def heading(self) -> str:
        """The question that is shown."""
        return self._heading.text()

    def ask(self, heading: str, text: str, choices: Choices) -> None:
        """Put a question, before the bar is shown."""
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._answers = tuple(answer for answer, _word, _kind in choices)
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        for index, (_answer, word, kind) in enumerate(choices):
            button = Button(tr(word), kind, style=self._look, height=44)
            button.setAutoDefault(True)
            self._row.addWidget(button)
            self._group.addButton(button, index)
        self._restyle()

    def take_focus(self) -> None:
        """Put the focus on the first answer, and show that Space or Enter will press it."""
        # this reason lets the focus ring show
        self._group.button(0).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_px(self, text_px: int, button_px: int) -> None:
        """Set the text and button heights in pixels, for the floor view; buttons go below."""
        self.set_upright(True)
        self._px = (text_px, button_px)
        self._restyle()

    def set_upright(self, upright: bool) -> None:
        """Put the buttons below the words, or beside them."""
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if upright else ways.LeftToRight)
        self._upright = upright
        self._widen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words what the buttons leave."""
        super().resizeEvent(event)
        self._widen()

    def _widen(self) -> None:
        """Let the buttons beside the words stand in one row, as long as the words keep half."""
        buttons = self._group.buttons()
        row = sum(button.sizeHint().width() for button in buttons)
        row += self._row.gap * max(len(buttons) - 1, 0)
        beside = min(row, self.width() // 2)
        self._holder.setMinimumWidth(0 if self._upright else beside)
        self._parts.setStretch(0, 0 if self._upright else 1)

    def _restyle(self) -> None:
        style = self._look
        fonts = [style.font(TextRole.H2), style.font(TextRole.BODY)]
        button_font = style.font(TextRole.BODY_BOLD)
        if self._px is not None:
            for font in (*fonts, button_font):
                font.setPixelSize(self._px[0])
        for label, font in zip((self._heading, self._text), fonts, strict=True):
            label.setFont(font)
            palette = label.palette()
            palette.setColor(label.foregroundRole(), style.color("amber_text"))
            label.setPalette(palette)
        for button in self._group.buttons():
            button.setFont(button_font)
            button.setFixedHeight(self._px[1] if self._px is not None else style.px(44))
        self._widen()

    def _on_clicked(self, index: int) -> None:
        self.answered.emit(self._answers[index])
