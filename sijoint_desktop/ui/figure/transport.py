"""The figure with its controls: view, side, timeline, play, speed and layers."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.badge import PhaseBadge
from sijoint_desktop.ui.figure.controls import ChipRow, HintChip, PlayButton, SpeedButton
from sijoint_desktop.ui.figure.look import DEFAULT_LAYERS, Layer, Look
from sijoint_desktop.ui.figure.scrubber import FRAME_S, TimelineScrubber
from sijoint_desktop.ui.figure.stage import FigureStage
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Card, Chip, IconButton, Segments

if TYPE_CHECKING:
    from sijoint_desktop.content.model import Exercise
    from sijoint_desktop.ui.figure.clips import ClipStore

VIEW_WORDS: tuple[tuple[str, str], ...] = (
    ("three_quarter", "Three-quarter"),
    ("side", "Side"),
    ("front", "Front"),
    ("above", "Above"),
    ("rear", "Rear"),
)
LAYER_WORDS: tuple[tuple[Layer, str, str], ...] = (
    (Layer.MUSCLES, "Muscles", "Show the muscles that work"),
    (Layer.ARROWS, "Arrows", "Show where the body moves"),
    (Layer.GHOST, "Ghost", "Show faintly where the move ends"),
    (Layer.CONTACTS, "Contact", "Show what rests on the floor"),
    (Layer.BREATH, "Breath", "Show when to breathe in and out"),
)

_INSET, _FOOT = 16, 22
_STAGE_SHAPE = 0.475  # height of the stage as a share of its width
_LEAST_STAGE, _MOST_STAGE = 250, 560


class FigurePlayer(Card):
    """One exercise to look at: the stage, and below it everything that drives it.

    ``phase_changed`` carries the name of each phase as it begins.
    """

    phase_changed = Signal(str)

    def __init__(
        self,
        *,
        style: Style,
        clips: "ClipStore",
        look: Callable[[], Look],
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, padding=0, parent=parent)
        self._exercise: Exercise | None = None
        self._sides: Segments | None = None
        self._resume = False
        self.stage = FigureStage(style=style, clips=clips, look=look, now=now, parent=self)
        self.views = Segments(VIEW_WORDS, style=style, name="View", parent=self.stage)
        self.badge = PhaseBadge(style=style, parent=self.stage)
        self.hint = HintChip("Drag to turn", style=style, parent=self.stage)
        self.scrubber = TimelineScrubber(style=style)
        self.play_button = PlayButton(style=style)
        self.step_back = IconButton("step-back", "One frame back", style=style)
        self.step_forward = IconButton("step-forward", "One frame on", style=style)
        self.speed = SpeedButton(style=style)
        self.chips = {layer: self._chip(layer, word, tip) for layer, word, tip in LAYER_WORDS}
        self._lay_out()
        self._connect()
        self._restyle()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def sides(self) -> Segments | None:
        """The choice of side, or None for an exercise that uses both together."""
        return self._sides

    def show_motion(
        self, exercise: "Exercise", timeline: Timeline, side: Side | None = None
    ) -> None:
        """Show an exercise from its start and let it play; another side than before is kept."""
        authored = exercise.motion.authored_side
        if side is None and exercise is self._exercise:
            side = self.stage.side
        side = side or authored
        if exercise is not self._exercise:
            self._exercise = exercise
            self._make_sides(exercise)
            self.views.set_value(exercise.motion.camera.value)
        if self._sides is not None and side is not None:
            self._sides.set_value(side.value)
        self.scrubber.take(timeline)
        self.stage.show_motion(exercise, timeline, side)
        self.stage.play()

    def toggle(self) -> None:
        """Play where it stands still, else pause."""
        if self.stage.head.running:
            self.stage.pause()
        else:
            self.stage.play()

    def step(self, frames: int) -> None:
        """Stand still, and go a number of frames on or back."""
        self.stage.pause()
        self.stage.set_time(self.stage.head.time + frames * FRAME_S)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width: the stage keeps its shape, chips go below where room is short."""
        super().resizeEvent(event)
        height = round(self.width() * _STAGE_SHAPE)
        self.stage.setFixedHeight(min(max(height, _LEAST_STAGE), _MOST_STAGE))
        room, chips = self.width() - 2 * _FOOT, self._chip_row.sizeHint().width()
        wide = self._controls.sizeHint().width() + 8 + chips <= room
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(way)
        across = chips if wide else room
        self._chip_row.setFixedHeight(self._chip_row.heightForWidth(across))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay what stands on the stage out again when the stage changes its size."""
        if watched is self.stage and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the timeline wherever the focus is inside the player."""
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space)
        if event.key() in arrows and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.scrubber.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _chip(self, layer: Layer, word: str, tip: str) -> Chip:
        chip = Chip(word, style=self._style, checked=layer in DEFAULT_LAYERS, height=32)
        chip.setToolTip(tip)
        return chip

    def _lay_out(self) -> None:
        self.body.setSpacing(0)
        self.body.addWidget(self.stage)
        self._controls = QWidget()
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.step_back, self.play_button, self.step_forward, self.speed):
            row.addWidget(widget)
        row.addStretch(1)
        self._chip_row = ChipRow(tuple(self.chips.values()))
        for part in (self._controls, self._chip_row):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(_FOOT, 4, _FOOT, 14)
        self._foot.setSpacing(8)
        self._foot.addWidget(self._controls, 1)
        self._foot.addWidget(self._chip_row)
        line = QHBoxLayout()
        line.setContentsMargins(16, 6, 16, 0)
        line.addWidget(self.scrubber)
        self.body.addLayout(line)
        self.body.addLayout(self._foot)
        order = [self.stage, self.scrubber, self.step_back, self.play_button, self.step_forward]
        for first, second in zip(order, [*order[1:], self.speed], strict=True):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        stage = self.stage
        stage.installEventFilter(self)
        stage.phase_changed.connect(self.phase_changed)
        stage.time_changed.connect(self._on_time)
        stage.playing_changed.connect(self._on_playing)
        stage.view_changed.connect(self._on_view_changed)
        self.views.chosen.connect(stage.set_view)
        self.scrubber.sought.connect(self._on_sought)
        self.scrubber.play_toggled.connect(self.toggle)
        self.scrubber.sliderPressed.connect(self._on_held)
        self.scrubber.sliderReleased.connect(self._on_let_go)
        self.play_button.clicked.connect(self.toggle)
        self.step_back.clicked.connect(self._on_step_back)
        self.step_forward.clicked.connect(self._on_step_forward)
        self.speed.speed_chosen.connect(stage.set_speed)
        for chip in self.chips.values():
            chip.toggled.connect(self._on_layers)
        self._style.changed.connect(self._restyle)
        self._on_layers()

    def _make_sides(self, exercise: "Exercise") -> None:
        if self._sides is not None:
            self._sides.hide()
            self._sides.deleteLater()
            self._sides = None
        # one word of it is enough here: "Left leg"; the steps say the rest
        word = exercise.side_word.split(" ")[0]
        if exercise.motion.authored_side is not None:
            options = [(side.value, f"{side.value.capitalize()} {word}".strip()) for side in Side]
            self._sides = Segments(options, style=self._style, name="Side", parent=self.stage)
            self._sides.chosen.connect(self._on_side)
            self._sides.show()
        self._place()

    def _place(self) -> None:
        """Put the choices along the top of the stage, phase and hint along its foot."""
        width, height = self.stage.width(), self.stage.height()
        self.views.adjustSize()
        self.views.move(_INSET, _INSET)
        below = self.views.geometry().bottom() + 1
        if self._sides is not None:
            self._sides.adjustSize()
            beside = self.views.width() + self._sides.width() + 3 * _INSET <= width
            left = width - self._sides.width() - _INSET if beside else _INSET
            self._sides.move(left, _INSET if beside else below + 8)
            below = max(below, self._sides.geometry().bottom() + 1)
        foot = height - _INSET
        self.badge.move(_INSET, foot - self.badge.height())
        self.hint.adjustSize()
        self.hint.move(width - self.hint.width() - _INSET, foot - self.hint.height())
        radius = 15.0
        self.stage.set_frame(below, round(self.badge.height() * 0.8), (radius, 0.0))

    def _on_time(self, t: float) -> None:
        self.scrubber.set_seconds(t)
        phase = self.stage.head.phase
        if phase is not None:
            self.badge.show_phase(phase, t)

    def _on_playing(self, playing: bool) -> None:
        self.play_button.set_playing(playing=playing)

    def _on_view_changed(self, name: str) -> None:
        if name:
            self.views.set_value(name)
        else:
            self.hint.hide()

    def _on_sought(self, t: float) -> None:
        self.stage.set_time(t)

    def _on_held(self) -> None:
        self._resume = self.stage.head.running
        self.stage.pause()

    def _on_let_go(self) -> None:
        if self._resume:
            self.stage.play()
        self._resume = False

    def _on_step_back(self) -> None:
        self.step(-1)

    def _on_step_forward(self) -> None:
        self.step(1)

    def _on_layers(self) -> None:
        chosen = (layer for layer, chip in self.chips.items() if chip.isChecked())
        self.stage.set_layers(frozenset(chosen))

    def _on_side(self, key: str) -> None:
        timeline = self.stage.head.timeline
        if self._exercise is not None and timeline is not None:
            at = self.stage.head.time
            self.stage.show_motion(self._exercise, timeline, Side(key))
            self.stage.set_time(at)

    def _restyle(self) -> None:
        # the line of the card stays visible around the stage
        edge = self._style.theme.edge_px
        self.body.setContentsMargins(edge, edge, edge, edge)
        self._place()
