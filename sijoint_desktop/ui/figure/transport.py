"""The figure with its controls: view, side, timeline, play, speed and layers."""

import time
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.core.side import Side, side_label
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.badge import PhaseBadge
from sijoint_desktop.ui.figure.controls import HintChip
from sijoint_desktop.ui.figure.foot import TransportFoot
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.scrubber import FRAME_S, TimelineScrubber
from sijoint_desktop.ui.figure.stage import FigureStage
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Card, Segments

if TYPE_CHECKING:
    from sijoint_desktop.content.model import Demonstration
    from sijoint_desktop.ui.figure.clips import ClipStore

VIEW_WORDS: tuple[tuple[str, str], ...] = (
    ("three_quarter", mark("Three-quarter", "view")),
    ("side", mark("Side", "view")),
    ("front", mark("Front", "view")),
    ("above", mark("Above", "view")),
    ("rear", mark("Rear", "view")),
)

_INSET = 16
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
        self._exercise: Demonstration | None = None
        self._sides: Segments | None = None
        self._resume = False
        self.stage = FigureStage(style=style, clips=clips, look=look, now=now, parent=self)
        views = [(key, tr(word, "view")) for key, word in VIEW_WORDS]
        self.views = Segments(views, style=style, name=tr("View"), parent=self.stage)
        self.badge = PhaseBadge(style=style, parent=self.stage)
        self.hint = HintChip(tr("Drag to turn"), style=style, parent=self.stage)
        self.scrubber = TimelineScrubber(style=style)
        self.foot = TransportFoot(style=style)
        self._lay_out()
        self._connect()
        self._restyle()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def sides(self) -> Segments | None:
        """The choice of side, or None for an exercise that uses both together."""
        return self._sides

    def show_motion(
        self, exercise: "Demonstration", timeline: Timeline, side: Side | None = None
    ) -> None:
        """Show an exercise from its start and let it play.

        Another level of the exercise on show keeps its side, the view, and whether it stands still.
        """
        same = self._exercise is not None and self._exercise.id == exercise.id
        self._exercise = exercise
        if side is None:
            side = self.stage.side if same else exercise.motion.authored_side
        if not same:
            self._make_sides(exercise)
            self.views.set_value(exercise.motion.camera.value)
        if self._sides is not None and side is not None:
            self._sides.set_value(side.value)
        self.scrubber.take(timeline)
        self.stage.show_motion(exercise, timeline, side)
        if not same:
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
        """Follow the width: the stage keeps its shape."""
        super().resizeEvent(event)
        height = round(self.width() * _STAGE_SHAPE)
        self.stage.setFixedHeight(min(max(height, _LEAST_STAGE), _MOST_STAGE))

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

    def _lay_out(self) -> None:
        self.body.setSpacing(0)
        self.body.addWidget(self.stage)
        line = QHBoxLayout()
        line.setContentsMargins(16, 6, 16, 0)
        line.addWidget(self.scrubber)
        self.body.addLayout(line)
        self.body.addWidget(self.foot)

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
        self.foot.play_toggled.connect(self.toggle)
        self.foot.stepped.connect(self.step)
        self.foot.speed_chosen.connect(stage.set_speed)
        self.foot.layers_chosen.connect(stage.set_layers)
        self._style.changed.connect(self._restyle)
        stage.set_layers(self.foot.layers)

    def _make_sides(self, exercise: "Demonstration") -> None:
        if self._sides is not None:
            self._sides.hide()
            self._sides.deleteLater()
            self._sides = None
        # its first word is enough here: "Left leg"; the steps say the rest
        word = exercise.side_word.split(" ")[0]
        if exercise.motion.authored_side is not None:
            options = [(side.value, side_label(side, word)) for side in Side]
            name = tr("Side", "of the body")
            self._sides = Segments(options, style=self._style, name=name, parent=self.stage)
            self._sides.chosen.connect(self._on_side)
            self._sides.show()
            # made late, so it would be the last stop of the whole page
            stops = (*self.views.buttons, *self._sides.buttons, self.scrubber)
            for first, second in pairwise(stops):
                QWidget.setTabOrder(first, second)
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
        radius, low = 15.0, round(self.badge.height() * 0.8)
        if self._style.reduced_motion:  # key poses are underlined, and that must stay in sight
            low = self.badge.height() + _INSET
        self.stage.set_frame(below, low, (radius, 0.0))

    def _on_time(self, t: float) -> None:
        phase = self.stage.head.phase
        knob = t
        if phase is not None:
            self.badge.show_phase(phase, t)
            if self._style.reduced_motion and self.stage.head.running:
                knob = phase.start_s + int(t - phase.start_s)  # it steps, as the ring does
        self.scrubber.set_seconds(knob)

    def _on_playing(self, playing: bool) -> None:
        self.foot.set_playing(playing=playing)
        if not playing:
            self.scrubber.set_seconds(self.stage.head.time)

    def _on_view_changed(self, name: str) -> None:
        if name:
            self.views.set_value(name)
        else:
            self.views.clear()
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
