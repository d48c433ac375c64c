"""What a person sees at the first start: what this is, two ways on, and what it is not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.layout import Card
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    FlowLayout,
    IconLabel,
    NoteText,
    Text,
    TextRole,
)
from sijoint_desktop.ui.today.show import RoutineShow

_SIDE_BY_SIDE_PX = 640


class Welcome(QWidget):
    """The first page of all; its signals are the ways on."""

    check_requested = Signal()
    exercises_requested = Signal()
    start_requested = Signal()
    safety_requested = Signal()

    def __init__(
        self,
        *,
        style: Style,
        exercises: int,
        minutes: int,
        show: RoutineShow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._show = show
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(24)
        self._top.addWidget(self._words(), 1)
        self._top.addWidget(show, 1)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._check_card(), 1)
        self._cards.addWidget(self._look_card(exercises, minutes), 1)
        column.addLayout(self._top, 1)
        column.addLayout(self._cards)
        column.addWidget(self._note())
        foot = tr("Text too small? Press Ctrl and plus at any time.")
        column.addWidget(Text(foot, TextRole.CAPTION, "ink2", style=style))
        style.changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put things below each other where the width is short."""
        super().resizeEvent(event)
        self._arrange()

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(16)
        heading = tr("Gentle exercises for the back of your pelvis")
        lead = tr(
            "For mild pain around the sacroiliac joint that comes and goes. Some minutes on most "
            "days, at home. Everything stays on this computer."
        )
        column.addStretch(1)
        column.addWidget(Text(heading, TextRole.WELCOME, style=self._style))
        column.addWidget(Text(lead, TextRole.LEAD, "ink2", style=self._style))
        column.addStretch(1)
        return words

    def _check_card(self) -> Card:
        text = tr(
            "A few minutes. First the danger signs, then what hurts and when. At the end you get a "
            "gentle routine that fits your answers, with the reason for each exercise."
        )
        button = Button(tr("Check my symptoms"), ButtonKind.PRIMARY, style=self._style)
        button.clicked.connect(self.check_requested)
        return self._card("clipboard-list", tr("Check my symptoms"), text, button)

    def _look_card(self, exercises: int, minutes: int) -> Card:
        text = tr(
            "{exercises} exercises from any side, with the steps and what often goes wrong. Or a "
            "first gentle routine of {minutes} minutes, after five questions about danger signs.",
            exercises=exercises,
            minutes=minutes,
        )
        button = Button(tr("Open the exercises"), style=self._style)
        button.clicked.connect(self.exercises_requested)
        start = Button(tr("Start the first routine"), ButtonKind.TEXT, style=self._style)
        start.clicked.connect(self.start_requested)
        return self._card("person-standing", tr("Look at the exercises"), text, button, start)

    def _card(self, icon: str, heading: str, text: str, *buttons: Button) -> Card:
        card = Card(style=self._style)
        card.body.addWidget(IconLabel(icon, 28, "accent", style=self._style))
        card.body.addSpacing(4)
        card.body.addWidget(Text(heading, TextRole.H2, style=self._style))
        card.body.addWidget(Text(text, TextRole.BODY, "ink2", style=self._style))
        card.body.addSpacing(12)
        holder = QWidget()
        row = FlowLayout(holder, gap=16)
        for button in buttons:
            row.addWidget(button)
        card.body.addWidget(holder)
        # where the cards differ in height the buttons stay near their words, and in sight
        card.body.addStretch(1)
        return card

    def _note(self) -> Card:
        card = Card(style=self._style, level="sunken")
        text = tr(
            "It does not diagnose, and it does not replace a doctor or a physiotherapist. It is "
            "for adults. If you are numb between the legs, have new trouble with bladder or bowel, "
            "or a leg is getting weaker, get emergency help now."
        )
        heading = tr("What this program is not")
        note = NoteText("sunken", heading, text, style=self._style)
        button = Button(tr("Safety information"), ButtonKind.TEXT, style=self._style)
        button.clicked.connect(self.safety_requested)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(24)
        self._foot.addWidget(note, 1)
        self._foot.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(self._foot)
        return card

    def _arrange(self) -> None:
        beside = self.width() >= self._style.px(_SIDE_BY_SIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(direction)
        self._cards.setDirection(direction)
        self._foot.setDirection(direction)
        self._show.setMinimumHeight(self._style.px(220))
        # with large text or in a small window the two ways on come before the picture
        self._show.setVisible(beside)
