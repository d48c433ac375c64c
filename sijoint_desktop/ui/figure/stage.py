"""The stage: shows one motion, from any side, and plays it by the clock while it can be seen."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.look import Layer, Look
from sijoint_desktop.ui.figure.moment import Moment
from sijoint_desktop.ui.figure.orbit import OrbitLabel
from sijoint_desktop.ui.figure.playhead import Playhead
from sijoint_desktop.ui.figure.scene import paint_breath
from sijoint_desktop.ui.figure.strip import paint_strip
from sijoint_desktop.ui.figure.view import FigureView, view_angles
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.content.model import Exercise
    from sijoint_desktop.ui.figure.clips import ClipStore

TICK_MS = 33
"""How often the stage looks at the clock while it plays."""

_LOWEST, _HIGHEST = -4.0, 88.0
_LEAST_ZOOM, _MOST_ZOOM = 0.7, 4.0
_MARGIN = 0.035


class FigureStage(OrbitLabel):
    """A picture of one motion that can be turned, zoomed and played.

    ``look`` is asked for colours and style whenever they may have changed. ``now`` is a clock in
    seconds that never goes back. Nothing is computed or painted while the stage is hidden, and
    its timer runs only while it plays and can be seen. Without a side, the motion's own is shown.
    """

    phase_changed = Signal(str)
    time_changed = Signal(float)
    playing_changed = Signal(bool)
    view_changed = Signal(str)  # a name of camera.VIEWS, or empty when turned by hand

    def __init__(
        self,
        *,
        style: Style,
        clips: "ClipStore",
        look: Callable[[], Look],
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._clips = clips
        self._ask_look = look
        self._layers: frozenset[Layer] | None = None
        self._head = Playhead(now)
        self._exercise: Exercise | None = None
        self._side: Side | None = None
        self._view: FigureView | None = None
        self._aim = ""
        self._row: float | None = None
        self._painted: Moment | None = None
        self._phase_start: float | None = None
        self._frame: tuple[int, int, tuple[float, float]] = (0, 0, (0.0, 0.0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Figure")
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        style.changed.connect(self.refresh_look)

    @property
    def head(self) -> Playhead:
        """Time and phase; read it, and change it through the stage."""
        return self._head

    @property
    def side(self) -> Side | None:
        """The side that the figure works on."""
        return self._side

    @property
    def view(self) -> FigureView | None:
        """Camera and look of what is shown; the clip is baked when this is first asked for."""
        if self._view is None and self._exercise is not None:
            look = self._layered(self._ask_look())
            clip = self._clips.get(self._exercise, self._side)
            self._view = FigureView(self._exercise.motion, clip, look)
            self._aim = self._aim or self._exercise.motion.camera.value
            self._view.aim(*view_angles(self._aim, self._exercise.motion, clip))
        return self._view

    def show_motion(self, exercise: "Exercise", timeline: Timeline, side: Side | None) -> None:
        """Show an exercise from the start of a timeline, on a side of the body."""
        if exercise is not self._exercise:
            self._aim = ""
        self._exercise, self._side = exercise, side
        self._view, self._row, self._painted = None, None, None
        self._head.take(timeline)
        self._name()
        self._phase_start = None
        self._moved()

    def set_time(self, t: float) -> None:
        """Show the moment at a time of the timeline, in seconds."""
        self._row = None
        self._head.seek(t)
        self._moved()

    def set_row(self, row: float) -> None:
        """Show a row of the clip, for a view that follows another clock."""
        self._row = row
        self.update()

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

    def set_view(self, name: str) -> None:
        """Look from a named direction; raises KeyError for an unknown one."""
        if self.view is not None:
            self.view.aim(*view_angles(name, self.view.spec, self.view.clip))
            self._turned(name)

    def reset_view(self) -> None:
        """Go back to the view that the exercise is first seen from."""
        if self._exercise is not None:
            self.set_view(self._exercise.motion.camera.value)

    def orbit(self, azimuth: float, elevation: float) -> None:
        """Turn the camera by degrees: round the figure, and up or down."""
        if self.view is not None:
            around, up = self.view.angles
            up = min(max(up + elevation, _LOWEST), _HIGHEST)
            self.view.aim((around + azimuth + 180.0) % 360.0 - 180.0, up, self.view.zoom)
            self._turned("")

    def zoom_by(self, factor: float) -> None:
        """Come nearer (above 1) or go away (below 1)."""
        if self.view is not None:
            zoom = min(max(self.view.zoom * factor, _LEAST_ZOOM), _MOST_ZOOM)
            self.view.aim(*self.view.angles, zoom)
            self.update()

    def set_layers(self, layers: frozenset[Layer]) -> None:
        """Show exactly these layers, whatever the look says."""
        self._layers = layers
        self.refresh_look()

    def refresh_look(self) -> None:
        """Ask for the look again, after theme, style or colours were changed."""
        if self._view is not None:
            self._view.set_look(self._layered(self._ask_look()))
        self._run_timer()
        self.update()

    def set_frame(self, top: int, bottom: int, radii: tuple[float, float] = (0.0, 0.0)) -> None:
        """Keep the figure clear of controls above and below, in pixels; round the corners."""
        self._frame = (top, bottom, radii)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room in the shape of a lying figure."""
        return QSize(640, 320)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a figure can be recognised."""
        return QSize(200, 130)

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

    def _area(self) -> QRectF:
        top, bottom, _ = self._frame
        dx, dy = self.width() * _MARGIN, self.height() * _MARGIN
        return QRectF(self.rect()).adjusted(dx, top + dy, -dx, -bottom - dy)

    def _layered(self, look: Look) -> Look:
        return look if self._layers is None else look.with_layers(*self._layers)

    def _turned(self, name: str) -> None:
        if name != self._aim:
            self._aim = name
            self.view_changed.emit(name)
        self.update()

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

    def _name(self) -> None:
        if self._exercise is None:
            return
        side, word = self._side, self._exercise.side_word
        told = f", {side.value} {word}".rstrip() if side is not None and word else ""
        self.setAccessibleName(f"Figure: {self._exercise.name}{told}")
