"""The large card with the routine of today and its Start button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.ui.style.layout import Card, FlowLayout
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Text, TextRole
from sijoint_desktop.ui.today.pause import KINDS, ChoiceButton
from sijoint_desktop.ui.today.show import RoutineShow

_SIDE_BY_SIDE_PX = 620


class HeroCard(Card):
    """Name, length and Start of a routine, with the figure running through it beside them."""

    start_requested = Signal()
    look_requested = Signal()
    pause_chosen = Signal(str)  # a PauseKind

    def __init__(
        self,
        routine: Routine,
        show: RoutineShow,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, padding=0, parent=parent)
        self._routine = routine
        self._show = show
        self.start = Button(tr("Start"), ButtonKind.PRIMARY, "play", style=style, height=60)
        self.take_break = ChoiceButton(tr("Take a break"), style=style)
        self.take_break.set_choices(tuple((kind.value, tr(words)) for kind, words in KINDS))
        self.take_break.chosen.connect(self.pause_chosen)
        self._facts = Text(" ", TextRole.BODY, "ink2", style=style)
        self._before = Text("", TextRole.CAPTION, "ink2", style=style)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(0)
        self._row.addWidget(self._words(), 5)
        self._row.addWidget(show, 7)
        self.body.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        style.changed.connect(self._arrange)

    def show_facts(self, minutes: int, things: tuple[str, ...], before: tuple[str, ...]) -> None:
        """Say how many exercises there are, how long they take and what they need.

        ``before`` are lines about what came before: the last session, the last check.
        """
        count = len(self._routine.slots)
        exercises = plural("{n} exercise", "{n} exercises", count)
        length = plural("{n} minute", "{n} minutes", minutes)
        self._facts.setText(", ".join((exercises, length, *things)))
        self._before.setText("\n".join(before))
        self._before.setVisible(bool(before))

    def show_open(self, *, start: bool, rest: bool) -> None:
        """Set whether the routine may be started, and whether a break may be taken from it."""
        self.start.setEnabled(start)
        self.take_break.setVisible(rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure below the words where both do not fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(32, 20, 24, 20)
        column.setSpacing(4)
        style = self._style
        label = Text(tr("Your routine for today"), TextRole.CAPTION_BOLD, "ink2", style=style)
        name = Text(self._routine.name, TextRole.HERO, style=style)
        look = Button(tr("See the exercises"), ButtonKind.TEXT, style=style)
        actions = QWidget()
        flow = FlowLayout(actions, gap=16)
        flow.addWidget(look)
        flow.addWidget(self.take_break)
        column.addStretch(1)
        for widget in (label, name, self._facts):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.start, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        column.addWidget(actions)
        column.addWidget(self._before)
        column.addStretch(1)
        self.start.clicked.connect(self.start_requested)
        look.clicked.connect(self.look_requested)
        return words

    def _arrange(self) -> None:
        beside = self.width() >= self._style.px(_SIDE_BY_SIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        edge = self._style.theme.edge_px
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._show.set_below(not beside)
        self._show.setMinimumHeight(240 if not beside else self._style.px(298))
