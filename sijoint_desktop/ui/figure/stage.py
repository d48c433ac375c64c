"""The stage: shows one motion, from any side, and plays it by the clock while it can be seen."""

import math
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.look import Layer, Look
from sijoint_desktop.ui.figure.moment import Moment
from sijoint_desktop.ui.figure.playhead import Playhead
from sijoint_desktop.ui.figure.scene import paint_breath
from sijoint_desktop.ui.figure.strip import paint_strip
from sijoint_desktop.ui.figure.turntable import Turntable
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.content.model import Demonstration
    from sijoint_desktop.ui.figure.clips import ClipStore

TICK_MS = 33
"""How often the stage looks at the clock while it plays."""


class FigureStage(Turntable):
    """A picture of one motion that can be turned, zoomed and played.

    ``now`` is a clock in seconds that never goes back. Nothing is computed or painted while the
    stage is hidden, and its timer runs only while it plays and can be seen. Without a side, the
    motion's own is shown.
    """

    phase_changed = Signal(str)
    time_changed = Signal(float)
    playing_changed = Signal(bool)

    def __init__(
        self,
        *,
        style: Style,
        clips: "ClipStore",
        look: Callable[[], Look],
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, clips=clips, look=look, parent=parent)
        self._head = Playhead(now)
        self._row: float | None = None
        self._painted: Moment | None = None
        self._phase_start: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    @property
    def head(self) -> Playhead:
        """Time and phase; read it, and change it through the stage."""
        return self._head

    def show_motion(self, exercise: "Demonstration", timeline: Timeline, side: Side | None) -> None:
        """Show an exercise from the start of a timeline, on a side of the body."""
        self._take(exercise, side)
        self._row, self._painted, self._phase_start = None, None, None
        self._head.take(timeline)
        self._moved()

    def set_time(self, t: float) -> None:
        """Show the moment at a time of the timeline, in seconds."""
        self._row = None
        self._head.seek(t)
        self._moved()

    def set_row(self, row: float) -> None:
        """Show a row of the clip, for a view that follows another clock."""
        followed, self._row = self._row is not None, row
        if followed and self._view is not None and Layer.BREATH not in self._view.look.layers:
            self.update(self._view.reach)
        else:
            self.update()

    def moved_px(self, row: float) -> float:
        """Return how far the figure would move on the screen to a row; infinite before the first.

        The figure holds still in between where this is less than a person could see.
        """
        if self._row is None or self._view is None:
            return math.inf
        return self._view.pixels_between(self._row, row)

    def play(self) -> None:
        """Let time go on; at the end of a timeline that does not loop, from its start."""
        if self._head.timeline is None or self._head.running:
            return
        if self._head.ended:
            self._head.seek(0.0)
        self._row = None
        self._head.run(on=True)
        self._run_timer()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Let time stand still."""
        if self._head.running:
            self._head.run(on=False)
            self._run_timer()
            self._moved()
            self.playing_changed.emit(False)

    def set_speed(self, speed: float) -> None:
        """Play at a multiple of true time."""
        self._head.set_speed(speed)

    def refresh_look(self) -> None:
        """Ask for the look again, after theme, style or colours were changed."""
        super().refresh_look()
        self._run_timer()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the present moment, or key poses where movement is not wanted."""
        view, timeline = self.view, self._head.timeline
        if view is None or timeline is None:
            return
        area = self._area()
        view.resize(self.size(), self.devicePixelRatioF(), area, self._frame[2])
        painter = QPainter(self)
        if self._style.reduced_motion and self._row is None:
            paint_strip(painter, view, timeline, self._head.time, area)
        else:
            moment = self._painted = self._moment()
            view.paint(painter, moment)
            if Layer.BREATH in view.look.layers:
                at = QPointF(self.width() - 36.0, area.top() + 26.0)
                paint_breath(painter, at, view.look, 0.5 + 0.5 * moment.breath)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on from where time stood."""
        super().showEvent(event)
        self._head.skip()
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let time stand still while nobody can see it."""
        super().hideEvent(event)
        self._timer.stop()

    def _moment(self) -> Moment:
        if self._row is not None:
            moment = self._head.moment_of_row(self._row)
        else:
            moment = self._head.moment()
        # without its layer the breath moves nothing, so that a hold need not be painted again
        breathes = self._view is not None and Layer.BREATH in self._view.look.layers
        return moment if breathes else replace(moment, breath=0.0)

    def _run_timer(self) -> None:
        if self._head.running and self.isVisible():
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def _on_tick(self) -> None:
        if self.visibleRegion().isEmpty():
            # scrolled away or covered: time stands still, and nothing is computed
            self._head.skip()
            return
        self._head.advance()
        self._moved()
        if self._head.ended:
            self.pause()

    def _moved(self) -> None:
        """Tell others what changed, and paint if anything did."""
        phase = self._head.phase
        started = phase.start_s if phase is not None else None
        entered = started != self._phase_start
        if phase is not None and entered:
            self._phase_start = started
            self.setAccessibleDescription(phase.name)
            self.phase_changed.emit(phase.name)
        self.time_changed.emit(self._head.time)
        if entered or (not self._style.reduced_motion and self._moment() != self._painted):
            self.update()
