"""The session on the whole screen, to be read from the floor three metres away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.player.snapshot import Snapshot, State
from sijoint_desktop.ui.session.ask import AskBar
from sijoint_desktop.ui.session.audio import Cue
from sijoint_desktop.ui.session.figure import FigureFollower
from sijoint_desktop.ui.session.flash import EdgeFlash
from sijoint_desktop.ui.session.marks import Badge, PhaseMark, ShapeLabel
from sijoint_desktop.ui.session.ring import PhaseRing
from sijoint_desktop.ui.session.stage_card import StageCard
from sijoint_desktop.ui.session.words import Words
from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.text import FAMILY
from sijoint_desktop.ui.style.widgets import Button, ButtonKind

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.stage import FigureStage

_POINTER_HIDES_MS = 3000
_DESIGN_HEIGHT = 1080
_PAUSE = mark("Space: pause")
_SPACE = {State.PAUSED: mark("Space: go on"), State.AWAITING: mark("Space: done")}


class FloorView(QWidget):
    """A window of its own with nothing small in it; every size grows with its height."""

    left = Signal()
    pause_wished = Signal()
    hurt_wished = Signal()

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._style = style
        self._words: Words | None = None
        self._follower: FigureFollower | None = None
        self._sized: list[tuple[QWidget, int, bool]] = []
        self.setWindowTitle(tr("Session"))
        self.setMouseTracking(True)
        self._pointer = QTimer(self)
        self._pointer.setSingleShot(True)
        self._pointer.setInterval(_POINTER_HIDES_MS)
        self._pointer.timeout.connect(self._hide_pointer)
        self.ask = AskBar(style=style)
        self.ask.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left_side(), 1)
        self._right = self._right_side()
        middle.addWidget(self._right)
        self._rows.addLayout(middle, 1)
        self._foot = self._foot_row()
        self._rows.addWidget(self._foot)
        self._rows.addWidget(self.ask)
        self._flash = EdgeFlash(self, style=style)
        style.changed.connect(self._fit)
        self._fit()

    @property
    def follower(self) -> FigureFollower | None:
        """What keeps the figure in step, once there is a figure."""
        return self._follower

    def put_stage(self, stage: "FigureStage", follower: FigureFollower) -> None:
        """Take the figure in; done once, before the first snapshot."""
        self._follower = follower
        self._stage_card.put(stage)

    def show_snapshot(self, shown: Snapshot, words: Words) -> None:
        """Show a moment; only what differs from the one before is touched."""
        if self._follower is not None:
            self._follower.follow(shown, key_poses=self._style.reduced_motion)
        if shown.state is State.FINISHED:
            return
        self.ring.set_fraction(shown.fraction_left)
        if words == self._words:
            return
        before, self._words = self._words, words
        self._name.setText(words.headline or words.exercise)
        self._place.setText(words.place_short)
        self._place.setVisible(not words.headline)
        self._fit_name()
        self._badge.setText(words.badge)
        self._badge.setVisible(bool(words.badge))
        self._mark.show_phase(words.mark, words.phase_short)
        paused = shown.state is State.PAUSED
        self.ring.show_count(words, dotted=paused)
        self._rep.setText(words.repetition)
        self._breath.setText(words.breath)
        self._next_shape.show_mark(words.next_mark)
        self._next_text.setText(words.next_short)
        self._pause.setText(tr(_SPACE.get(shown.state, _PAUSE)))
        self._stage_card.tell_phase(words.phase)
        if before is None or before.said != words.said:
            announce(self._mark, *words.said)

    def flash(self, cue: Cue) -> None:
        """Light up the edge with a cue."""
        self._flash.flash(cue)

    def forget(self) -> None:
        """Set everything anew with the next snapshot."""
        self._words = None

    def ask_instead(self, asking: bool) -> None:
        """Show the question in place of the foot, or the foot again."""
        hidden, shown = (self._foot, self.ask) if asking else (self.ask, self._foot)
        hidden.hide()
        shown.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the grounds of figure and numbers, and the lines between them."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.stage))
        right = self._right.geometry()
        painter.fillRect(right, QColor(theme.surface))
        painter.fillRect(0, right.bottom() + 1, self.width(), self.height(), QColor(theme.surface))
        painter.fillRect(right.left(), 0, 2, right.height(), QColor(theme.line))
        painter.fillRect(0, right.bottom(), self.width(), 2, QColor(theme.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let every size follow the height."""
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pointer for a few seconds."""
        super().mouseMoveEvent(event)
        self.unsetCursor()
        self._pointer.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go back to the window rather than away."""
        event.ignore()
        self.left.emit()

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _left_side(self) -> QWidget:
        self._name = self._label(72, bold=True)
        self._place = self._label(56)
        self._badge = Badge(style=self._style)
        self._sized.append((self._badge, 72, True))
        self._stage_card = StageCard(style=self._style, edged=False)
        self._stage_place = self._stage_card.column
        self._name.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self._place, alignment=Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        self._stage_place.addLayout(head)
        self._stage_place.addWidget(self._badge)
        self._stage_place.addStretch(1)
        self._breath = self._label(72, bold=True)
        self._stage_place.addWidget(self._breath)
        return self._stage_card

    def _right_side(self) -> QWidget:
        self._mark = PhaseMark(style=self._style)
        self._sized.append((self._mark, 128, True))
        self.ring = PhaseRing(style=self._style)
        self.ring.set_large(True)
        self._rep = self._label(88, bold=True)
        self._rep.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        side = QWidget()
        self._right_column = QVBoxLayout(side)
        self._right_column.addWidget(self._mark)
        self._right_column.addWidget(self.ring, 1)
        self._right_column.addWidget(self._rep)
        return side

    def _foot_row(self) -> QWidget:
        style = self._style
        self._next_shape = ShapeLabel(style=style)
        self._next_word = self._label(56)
        self._next_word.setText(tr("Next:"))
        self._next_text = self._label(56, bold=True)
        self._pause = Button(tr(_PAUSE), ButtonKind.OUTLINE, style=style)
        self._hurt = Button(f" {tr('P: that hurt')}", ButtonKind.DANGER, "hand", style=style)
        self._pause.clicked.connect(self.pause_wished)
        self._hurt.clicked.connect(self.hurt_wished)
        for button in (self._pause, self._hurt):
            button.setAutoDefault(True)
        foot = QWidget()
        row = self._foot_layout = QHBoxLayout(foot)
        row.addWidget(self._next_shape)
        row.addWidget(self._next_word)
        row.addWidget(self._next_text)
        row.addStretch(1)
        row.addWidget(self._pause)
        row.addWidget(self._hurt)
        return foot

    def _label(self, size: int, *, bold: bool = False) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._sized.append((label, size, bold))
        return label

    def _unit(self) -> float:
        """Return the pixels that stand for one of the design's 1080 lines."""
        return max(self.height(), 300) / _DESIGN_HEIGHT

    def _fit(self) -> None:
        unit = self._unit()
        for widget, size, bold in self._sized:
            font = widget.font()
            font.setFamily(FAMILY)
            font.setBold(bold)
            font.setPixelSize(max(1, round(size * unit)))
            widget.setFont(font)
        for button in (self._pause, self._hurt):
            font = button.font()
            font.setPixelSize(round(56 * unit))
            button.setFont(font)
            button.setFixedHeight(round(96 * unit))
        self._hurt.setIcon(self._style.icon("hand", "red", round(56 * unit)))
        self._hurt.setIconSize(QSize(round(56 * unit), round(56 * unit)))
        self._next_shape.set_size(round(44 * unit))
        self._mark.setFixedHeight(round(160 * unit))
        self._right.setFixedWidth(min(round(700 * unit), round(self.width() * 0.45)))
        self.ask.set_px(max(20, round(56 * unit)), round(110 * unit))
        edge = round(56 * unit)
        for place in (self._stage_place, self._right_column):
            place.setContentsMargins(edge, edge, edge, edge // 2)
            place.setSpacing(round(24 * unit))
        self._stage_card.keep_clear(round(310 * unit), edge // 2 + round(84 * unit))
        self._foot_layout.setContentsMargins(edge, edge // 2, edge, edge // 2)
        self._foot_layout.setSpacing(round(32 * unit))
        self._fit_name()

    def _fit_name(self) -> None:
        """Let the name take one line if it can; the coming exercise is the largest text."""
        unit = self._unit()
        large = self._words is not None and bool(self._words.headline)
        font = self._name.font()
        font.setPixelSize(round((132 if large else 72) * unit))
        self._name.setFont(font)
        margins = self._stage_place.contentsMargins()
        room = self.width() - self._right.width() - margins.left() - margins.right()
        if not large:
            room -= self._place.sizeHint().width() + round(40 * unit)
        if not large and self._name.fontMetrics().horizontalAdvance(self._name.text()) > room:
            font.setPixelSize(round(56 * unit))
            self._name.setFont(font)
        wide = self._name.fontMetrics().horizontalAdvance(self._name.text())
        self._name.setFixedWidth(max(1, min(wide + 8, room)))
