"""Shows a self-test before it is tried: its figure, its steps, what to notice, when to stop."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from sijoint_desktop.content.model import SelfTest
from sijoint_desktop.content.timeline import self_test_timeline
from sijoint_desktop.core.language import tr
from sijoint_desktop.core.side import Side, side_label
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import (
    Card,
    Chip,
    FlowLayout,
    IconButton,
    NoteText,
    OneOf,
    Style,
    Text,
    TextRole,
)

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.stage import FigureStage

MakeStage = Callable[[], "FigureStage"]
"""Makes what the figure is shown on; called when a test is first shown, since it loads slowly."""

_STAGE_PX = 300
_CORNER_PX = 12.0
_BESIDE_FROM_PX = 720


class Demonstrator(Card):
    """One of several self-tests at a time, with the figure moving."""

    def __init__(self, tests: Sequence[SelfTest], make_stage: MakeStage, *, style: Style) -> None:
        super().__init__(style=style)
        self._tests = tuple(tests)
        self._make_stage = make_stage
        self.stage: FigureStage | None = None
        self.shown: SelfTest | None = None
        self._offered: list[SelfTest] = list(tests)
        self._chips = OneOf(self)
        choices = FlowLayout(gap=8)
        for number, test in enumerate(self._tests):
            chip = Chip(test.name, style=style)
            chip.setAccessibleName(tr("Show me: {name}", name=test.name))
            self._chips.add(chip, number)
            choices.addWidget(chip)
        self._chips.idToggled.connect(self._on_chip)
        self.body.addLayout(choices)
        self._picture = QVBoxLayout()
        self.moving = IconButton("pause", tr("Let the figure stand still"), style=style)
        self.moving.clicked.connect(self._on_moving)
        self.sides = {side: Chip("", style=style) for side in Side}
        self._side = OneOf(self)
        tools = FlowLayout(gap=12)
        tools.addWidget(self.moving)
        for number, chip in enumerate(self.sides.values()):
            self._side.add(chip, number)
            tools.addWidget(chip)
        self._side.idToggled.connect(self._on_side)
        self._words = QVBoxLayout()
        self._words.setSpacing(8)
        left = QVBoxLayout()
        left.addLayout(self._picture)
        left.addLayout(tools)
        left.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addLayout(left, 1)
        self._row.addLayout(self._words, 1)
        self.body.addLayout(self._row)

    def offer(self, codes: frozenset[str]) -> None:
        """Offer the tests that answer any of these questions, and no other."""
        offered = [test for test in self._tests if codes & frozenset(test.codes)]
        for number, test in enumerate(self._tests):
            self._chips.button(number).setVisible(test in offered)
        self._offered = offered
        if self.shown is not None and self.shown not in offered and offered:
            self.show_test(offered[0])

    def begin(self) -> None:
        """Show the first test that is offered, unless one is shown already."""
        if self.shown is None and self._offered:
            self.show_test(self._offered[0])

    def test_of(self, code: str) -> SelfTest | None:
        """Return the test that answers a question, or None where there is none to show."""
        return next((test for test in self._tests if code in test.codes), None)

    def show_test(self, test: SelfTest) -> None:
        """Show one of the tests from its start, and let the figure move."""
        if self.stage is None:
            self.stage = self._make_stage()
            self.stage.setFixedHeight(self._style.px(_STAGE_PX))
            self.stage.set_frame(0, 0, (_CORNER_PX, _CORNER_PX))
            self.stage.playing_changed.connect(self._on_playing)
            self._picture.addWidget(self.stage)
            # where it is seen, though it is made last
            self.setTabOrder(self._chips.buttons()[-1], self.stage)
        self.shown = test
        self._chips.button(self._tests.index(test)).setChecked(True)
        self._show_sides(test)
        self._show_words(test)
        self._play(test.motion.authored_side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the figure where there is room, else below it."""
        super().resizeEvent(event)
        beside = self.width() >= self._style.scale * _BESIDE_FROM_PX
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _show_sides(self, test: SelfTest) -> None:
        authored = test.motion.authored_side
        for side, chip in self.sides.items():
            chip.setText(side_label(side, test.side_word))
            chip.setAccessibleName(chip.text())
            chip.setVisible(authored is not None)
            with QSignalBlocker(self._side):  # the test itself begins to play
                chip.setChecked(side is authored)

    def _show_words(self, test: SelfTest) -> None:
        empty(self._words)
        self._words.addWidget(Text(test.name, TextRole.H2, style=self._style))
        for number, step in enumerate(test.steps, start=1):
            row = QHBoxLayout()
            row.setSpacing(10)
            mark = Text(f"{number}.", TextRole.BODY_BOLD, style=self._style, wrap=False)
            row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(step.text, TextRole.BODY, style=self._style), 1)
            self._words.addLayout(row)
        self._words.addSpacing(4)
        self._words.addWidget(Text(tr("What to notice"), TextRole.BODY_BOLD, style=self._style))
        self._words.addWidget(Text(test.notice, TextRole.BODY, style=self._style))
        self._words.addSpacing(4)
        self._words.addWidget(NoteText("amber", tr("When to stop"), test.stop, style=self._style))
        self._words.addStretch(1)

    def _play(self, side: Side | None) -> None:
        if self.stage is not None and self.shown is not None:
            self.stage.show_motion(self.shown, self_test_timeline(self.shown), side)
            self.stage.play()

    def _on_chip(self, number: int, chosen: bool) -> None:
        if chosen and self._tests[number] is not self.shown:
            self.show_test(self._tests[number])

    def _on_side(self, number: int, chosen: bool) -> None:
        if chosen:
            self._play(tuple(Side)[number])

    def _on_moving(self) -> None:
        if self.stage is None:
            return
        if self.stage.head.running:
            self.stage.pause()
        else:
            self.stage.play()

    def _on_playing(self, playing: bool) -> None:
        self.moving.set_icon_name("pause" if playing else "play")
        still, move = tr("Let the figure stand still"), tr("Let the figure move")
        self.moving.set_name(still if playing else move)
