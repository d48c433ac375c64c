"""Keeps the time of the one card that moves; all cards share its timer."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.miniatures import short_timeline
from sijoint_desktop.ui.style.style import Style

_FRAME_MS = 33
_STILL_MS = 200  # how often to look for the next key pose when motion is reduced


class MovingCard(QObject):
    """Which exercise moves and how far it is; ``frame`` says that it is time to look again.

    With less motion it stands at the end of each phase: key poses in place of movement.
    """

    frame = Signal()

    def __init__(
        self, style: Style, clock: Callable[[], float] = monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._clock = clock
        self._exercise: Exercise | None = None
        self._timeline: Timeline | None = None
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.frame)

    @property
    def exercise_id(self) -> str | None:
        """The exercise that moves, None where all stand still."""
        return str(self._exercise.id) if self._exercise is not None else None

    @property
    def running(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def start(self, exercise: Exercise) -> None:
        """Let an exercise move from its beginning, and no other."""
        self._exercise = exercise
        self._timeline = short_timeline(exercise)
        self._since = self._clock()
        self._timer.start(_STILL_MS if self._style.reduced_motion else _FRAME_MS)

    def stop(self) -> None:
        """Let everything stand still."""
        self._exercise = self._timeline = None
        self._timer.stop()

    def row(self, seconds: float | None = None) -> float:
        """Return the row of the clip to show now, or some seconds after the movement began."""
        if self._timeline is None:
            return 0.0
        return self._timeline.row_at(self._shown(self._timeline, seconds))

    def progress(self) -> float | None:
        """Return how much of the movement is done, 0 to 1; None where all stand still."""
        if self._timeline is None:
            return None
        return self._shown(self._timeline, None) / self._timeline.duration_s

    def _shown(self, timeline: Timeline, seconds: float | None) -> float:
        passed = self._clock() - self._since if seconds is None else seconds
        inside = timeline.wrap(passed)
        if not self._style.reduced_motion:
            return inside
        phase = timeline.phase_at(inside)
        return max(phase.end_s - 1e-6, phase.start_s)
