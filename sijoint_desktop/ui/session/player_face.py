"""The session as it is followed in the window: figure, phase, ring, and the large buttons."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.player.snapshot import Snapshot, State
from sijoint_desktop.ui.session.ask import AskBar
from sijoint_desktop.ui.session.audio import Cue
from sijoint_desktop.ui.session.controls import Controls
from sijoint_desktop.ui.session.figure import FigureFollower
from sijoint_desktop.ui.session.flash import EdgeFlash
from sijoint_desktop.ui.session.marks import Badge
from sijoint_desktop.ui.session.phase_card import PhaseCard
from sijoint_desktop.ui.session.ring import PhaseRing
from sijoint_desktop.ui.session.stage_card import StageCard
from sijoint_desktop.ui.session.top_line import TopLine
from sijoint_desktop.ui.session.words import Words
from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Text

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.stage import FigureStage

_NARROW_PX = 1000
_LOW_PX = 680
_SIDE_PX = 380
_LARGE_SCALE = 1.3
_STAGE_MARGINS = (24, 24, 24, 20)


class PlayerFace(QWidget):
    """Shows snapshots and emits wishes through its ``controls``; it owns no rule."""

    floor_wished = Signal()
    jump_wished = Signal(int)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._words: Words | None = None
        self._follower: FigureFollower | None = None
        self.controls = Controls(style=style)
        self.ask = AskBar(style=style)
        self.trouble = Text("", TextRole.BODY, "amber_text", style=style)
        self._top = TopLine(style=style)
        self._top.floor_wished.connect(self.floor_wished)
        self._top.jump_wished.connect(self.jump_wished)
        self._flash = EdgeFlash(self, style=style)
        self._phase = PhaseCard(style=style)
        # the line under the figure when large text leaves no room over it
        self._strip = Text("", TextRole.BODY, style=style)
        for hidden in (self.ask, self.trouble, self._strip):
            hidden.hide()
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._make_stage_card(), 1)
        middle.addWidget(self._phase)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(self._top)
        self._column.addWidget(self.trouble)
        self._column.addLayout(middle, 1)
        for below in (self._strip, self.controls, self.ask):
            self._column.addWidget(below)
        # what wraps is asked for its height at the least width; the window must not grow for it
        self.setMinimumSize(600, 400)
        self._fit()
        style.changed.connect(self._fit)

    @property
    def follower(self) -> FigureFollower | None:
        """What keeps the figure in step, once there is a figure."""
        return self._follower

    @property
    def ring(self) -> PhaseRing:
        """The ring of the present phase."""
        return self._phase.ring

    @property
    def shown_repetition(self) -> str:
        """The repetition that is shown, such as "2 of 8"."""
        return self._phase.repetition

    def put_stage(self, stage: "FigureStage", follower: FigureFollower) -> None:
        """Take the figure in; done once, before the first snapshot."""
        self._follower = follower
        self._stage_card.put(stage)

    def show_snapshot(self, shown: Snapshot, words: Words) -> None:
        """Show a moment; only what differs from the one before is touched."""
        still = self._style.reduced_motion
        if self._follower is not None:
            self._follower.follow(shown, key_poses=still)
        if shown.state is State.FINISHED:
            return
        self.ring.set_fraction(_stepped(shown) if still else shown.fraction_left)
        self._top.show_snapshot(shown)
        if words != self._words:
            self._set_words(words, shown.state)

    def name_exercises(self, names: Sequence[str]) -> None:
        """Say which exercises there are, to be jumped to while paused."""
        self._top.name_exercises(names)

    def flash(self, cue: Cue) -> None:
        """Light up the edge with a cue."""
        self._flash.flash(cue)

    def forget(self) -> None:
        """Set everything anew with the next snapshot."""
        self._words = None

    def ask_instead(self, asking: bool) -> None:
        """Show the question in place of the buttons, or the buttons again."""
        # hide first: for a moment both would need room
        hidden, shown = (self.controls, self.ask) if asking else (self.ask, self.controls)
        hidden.hide()
        shown.show()
        self._fit()
        if not asking:
            self.controls.pause_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, text: str) -> None:
        """Say what does not work, or nothing."""
        if text != self.trouble.text():
            self.trouble.setText(text)
            self.trouble.setVisible(bool(text))
            announce(self.trouble, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _set_words(self, words: Words, state: State) -> None:
        before, self._words = self._words, words
        self._top.show_words(words)
        self._badge.setText(words.badge)
        self._badge.setVisible(bool(words.badge))
        self._headline.setText(words.headline)
        self._line.setText(words.line)
        breath = "" if words.breath in words.line else words.breath  # once is enough
        self._breath.setText(breath)
        said = f"{words.headline}. {words.line}" if words.headline else words.line
        self._strip.setText(f"{breath}. {said}" if breath else said)
        self._phase.show_words(words, paused=state is State.PAUSED)
        self._stage_card.tell_phase(words.phase)
        self.controls.show_state(state, asks_done=words.asks_done)
        self._top.show_jump(state is State.PAUSED)
        if before is None or before.headline != words.headline:
            self._fit()
        if before is None or before.said != words.said:
            announce(self._phase, *words.said)

    def _make_stage_card(self) -> StageCard:
        style = self._style
        self._stage_card = card = StageCard(style=style)
        self._badge = Badge(style=style)
        self._headline = Text("", TextRole.WELCOME, style=style)
        self._line = Text("", TextRole.LEAD, style=style)
        self._head = QHBoxLayout()
        self._head.setSpacing(16)
        self._head.addWidget(self._badge)
        self._head.addWidget(self._headline, 1)
        self._head.addStretch(0)
        card.column.setContentsMargins(*_STAGE_MARGINS)
        card.column.addLayout(self._head)
        card.column.addStretch(1)
        self._breath = Text("", TextRole.H2, style=style, wrap=False)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._line, 1)
        foot.addWidget(self._breath, alignment=Qt.AlignmentFlag.AlignBottom)
        card.column.addLayout(foot)
        return card

    def _fit(self) -> None:
        """Leave out what there is no room for, the least needed first."""
        style, scale = self._style, self._style.scale
        narrow = self.width() < _NARROW_PX * (0.45 + 0.55 * scale)
        low = self.height() < _LOW_PX * (0.6 + 0.4 * scale)
        crowded = narrow and low and scale > _LARGE_SCALE
        asking = not self.ask.isHidden()
        edge = 20 if narrow or low else 32
        self._column.setContentsMargins(edge, 16 if low else 20, edge, 12 if low else 16)
        self._top.set_short(narrow and scale > _LARGE_SCALE)
        self._phase.setFixedWidth(min(style.px(_SIDE_PX), round(self.width() * 0.4)))
        room_for_next = self.height() >= _LOW_PX * (0.2 + 0.55 * scale)
        clear = not (asking and low)
        self._phase.fit(low=low, short=crowded, counts=clear, coming=room_for_next and clear)
        self._fit_stage(narrow=narrow, crowded=crowded)
        self._strip.setVisible(crowded and not asking)
        self._strip.setMinimumHeight(2 * self._strip.fontMetrics().lineSpacing())
        self.ask.set_upright(narrow)
        self.controls.set_room(self.width() - 2 * edge, low=low)

    def _fit_stage(self, *, narrow: bool, crowded: bool) -> None:
        """Say what lies over the figure, and how much of it the figure keeps clear of."""
        style = self._style
        self._badge.setFont(style.font(TextRole.BODY_BOLD if crowded else TextRole.H2))
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._headline.set_role(TextRole.H1 if narrow else TextRole.WELCOME)
        named = self._words is not None and bool(self._words.headline)
        self._headline.setVisible(named and not crowded)
        # beside a question "press Space to go on" would be wrong: Space presses the answer
        self._line.setVisible(not crowded and self.ask.isHidden())
        self._breath.setVisible(not crowded)
        _left, top, _right, bottom = (12, 12, 12, 8) if crowded else _STAGE_MARGINS
        self._stage_card.column.setContentsMargins(top, top, top, bottom)
        lines = 0 if crowded else 2 * self._line.fontMetrics().lineSpacing()
        self._stage_card.keep_clear(top + self._badge.sizeHint().height(), bottom + lines)


def _stepped(shown: Snapshot) -> float:
    """Return what is left in whole seconds, for a ring that only steps."""
    return min(shown.seconds_left / max(shown.seconds_total, 1), 1.0)
