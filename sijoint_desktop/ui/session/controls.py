"""The large buttons under the figure, each with its key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.player.snapshot import State
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Text

_PADDING = 56  # between the edges of a button, its icon and its word
_GAP = 12


class _KeyedButton(QWidget):
    """A session button with the name of its key below."""

    def __init__(
        self, word: str, kind: ButtonKind, icon: str, key: str, wide: int, *, style: Style
    ) -> None:
        super().__init__()
        self._style = style
        self._word = word
        self._wide = wide
        self._key_word = key
        self._bare = False
        self._tight = False
        self.button = Button(word, kind, icon, style=style, height=60)
        self.button.setAutoDefault(True)  # Enter presses it; Space belongs to the pause
        self.button.setToolTip(f"{word} ({key})")
        self._key = Text(key, TextRole.CAPTION, "ink2", style=style, wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self._key, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        style.changed.connect(self._fit)

    def set_word(self, word: str, icon: str) -> None:
        """Show another word and icon."""
        if word == self._word:
            return
        self._word = word
        self.button.setText("" if self._bare else word)
        self.button.setAccessibleName(word)
        self.button.setToolTip(f"{word} ({self._key_word})")
        self.button.set_icon_name(icon)
        self._fit()

    def set_small(self, *, tight: bool, bare: bool, key_shown: bool) -> None:
        """Leave out the word (``bare``) or the name of the key where there is no room for them."""
        self._tight, self._bare = tight, bare
        self.button.setText("" if bare else self._word)
        self._key.setVisible(key_shown)
        self._fit()

    def needed(self) -> int:
        """Return the width that the button takes with its word."""
        return max(self._style.px(self._wide), self.least(bare=False))

    def least(self, *, bare: bool) -> int:
        """Return the least width with the word, or without it."""
        if bare:
            return self._style.px(60)
        metrics = self.button.fontMetrics()
        return metrics.horizontalAdvance(self._word) + self._style.icon_px(24) + _PADDING

    def _fit(self) -> None:
        """Undo the common least width: six buttons stand side by side here."""
        close = self._bare or self._tight
        self.button.setMinimumWidth(self.least(bare=self._bare) if close else self.needed())


class Controls(QWidget):
    """Back, Pause, Next and Repeat; apart from them "That hurt" and End."""

    pause_wished = Signal()
    next_wished = Signal()
    done_wished = Signal()
    back_wished = Signal()
    repeat_wished = Signal()
    hurt_wished = Signal()
    end_wished = Signal()

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks_done = False
        outline = ButtonKind.OUTLINE
        self._back = _KeyedButton(
            tr("Back", "session"), outline, "skip-back", tr("Left arrow", "key"), 112, style=style
        )
        self._pause = _KeyedButton(
            tr("Pause", "session"),
            ButtonKind.PRIMARY,
            "pause",
            tr("Space", "key"),
            160,
            style=style,
        )
        self._next = _KeyedButton(
            tr("Next", "session"),
            outline,
            "skip-forward",
            tr("Right arrow", "key"),
            112,
            style=style,
        )
        self._repeat = _KeyedButton(
            tr("Repeat", "session"), outline, "rotate-ccw", "R", 130, style=style
        )
        self._hurt = _KeyedButton(tr("That hurt"), ButtonKind.DANGER, "hand", "P", 160, style=style)
        self._end = _KeyedButton(
            tr("End", "session"), outline, "x", tr("Esc", "key"), 112, style=style
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for keyed in (self._back, self._pause, self._next, self._repeat):
            row.addWidget(keyed)
        row.addStretch(1)
        for keyed in (self._hurt, self._end):
            row.addWidget(keyed)
        self._keyed = (
            self._back,
            self._pause,
            self._next,
            self._repeat,
            self._hurt,
            self._end,
        )
        signals = (
            self.back_wished,
            self.pause_wished,
            self._next_or_done,
            self.repeat_wished,
            self.hurt_wished,
            self.end_wished,
        )
        for keyed, signal in zip(self._keyed, signals, strict=True):
            keyed.button.clicked.connect(signal)

    @property
    def next_button(self) -> Button:
        """The button that goes on to the next repetition, or ends a counted set."""
        return self._next.button

    @property
    def pause_button(self) -> Button:
        """The button that pauses and goes on."""
        return self._pause.button

    def show_state(self, state: State, *, asks_done: bool) -> None:
        """Offer to pause or to go on; a counted set ends with "Done" where the person says so."""
        if state is State.AWAITING:
            self._pause.set_word(tr("Done"), "check")
        elif state is State.PAUSED:
            self._pause.set_word(tr("Go on"), "play")
        else:
            self._pause.set_word(tr("Pause", "session"), "pause")
        self._asks_done = asks_done
        if asks_done:
            self._next.set_word(tr("Set done"), "check")
        else:
            self._next.set_word(tr("Next", "session"), "skip-forward")

    def _next_or_done(self) -> None:
        (self.done_wished if self._asks_done else self.next_wished).emit()

    def set_room(self, width: int, *, low: bool) -> None:
        """Leave out words where they do not fit, and the names of the keys where it is low."""
        gaps = _GAP * len(self._keyed)
        tight = sum(keyed.needed() for keyed in self._keyed) + gaps > width
        worded: tuple[_KeyedButton, ...] = self._keyed
        if tight:
            worded = (self._pause, self._hurt)
            least = sum(keyed.least(bare=keyed not in worded) for keyed in self._keyed)
            if least + gaps > width:
                worded = (self._hurt,)
        for keyed in self._keyed:
            key_shown = not (low or tight)
            keyed.set_small(tight=tight, bare=keyed not in worded, key_shown=key_shown)
