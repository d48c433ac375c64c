"""Keeps small pictures of the exercises, painted a few per turn so that opening stays smooth."""

from collections import deque
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.timeline import Role, Section, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look
    from sijoint_desktop.ui.figure.still import Miniature

_TURN_S = 0.012  # painting time per turn of the event loop, after which clicks get their chance
_LONGEST_PAUSE_S = Seconds(0.5)
_LONGEST_HOLD_S = Seconds(1.5)  # a miniature shows the movement; nobody waits 30 s for a hold there


def short_timeline(exercise: Exercise) -> Timeline:
    """Return one repetition at the middle level's tempo, its hold cut short."""
    dose = list(exercise.doses.values())[len(exercise.doses) // 2]
    tempo = replace(dose.tempo, pause_s=min(dose.tempo.pause_s, _LONGEST_PAUSE_S))
    short = replace(dose, tempo=tempo, hold_s=min(dose.hold_s, _LONGEST_HOLD_S))
    timeline = dose_timeline(exercise, short, Section.REPEAT)
    return timeline if timeline.phases else dose_timeline(exercise, dose)


def key_row(exercise: Exercise) -> float:
    """Return the row of the clip that shows best what the exercise is: the held end of it."""
    phases = short_timeline(exercise).phases
    for role in (Role.HOLD, Role.EFFORT):
        for phase in phases:
            if phase.role is role:
                return phase.row_end
    return max(phases, key=lambda phase: phase.duration_s).row_end


class Miniatures(QObject):
    """The pictures of one list or grid: one per exercise, painted when it is first shown.

    ``ready`` names the exercise whose picture can now be shown.
    """

    ready = Signal(str)

    def __init__(
        self, clips: "ClipStore", look: "Callable[[], Look]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clips = clips
        self._look = look
        self._pixmaps: dict[str, QPixmap] = {}
        self._moving: tuple[tuple[str, int, int, float], Miniature] | None = None
        self._waiting: deque[tuple[Exercise, QSize, float]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._paint_some)

    @property
    def busy(self) -> bool:
        """Whether pictures are still to be painted."""
        return bool(self._waiting)

    def forget(self) -> None:
        """Drop all pictures, because colours or the style of the figure changed."""
        self._pixmaps.clear()
        self._waiting.clear()
        self._moving = None
        self._timer.stop()

    def paint(self, painter: QPainter, rect: QRect, exercise: Exercise) -> None:
        """Paint the kept picture into ``rect``; where there is none yet, ask for it."""
        ratio = painter.device().devicePixelRatio()
        kept = self._pixmaps.get(exercise.id)
        if kept is None or not _fits(kept, rect.size(), ratio):
            self._ask(exercise, rect.size(), ratio)
        if kept is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(rect, kept)

    def paint_row(self, painter: QPainter, rect: QRect, exercise: Exercise, row: float) -> None:
        """Paint the figure at a row of its clip into ``rect``, quickly one after another.

        One exercise moves at a time; of the others nothing is kept for this.
        """
        ratio = painter.device().devicePixelRatio()
        key = (str(exercise.id), rect.width(), rect.height(), ratio)
        if self._moving is None or self._moving[0] != key:
            self._moving = (key, self._miniature(exercise, rect.size(), ratio))
        painter.save()
        painter.translate(rect.topLeft())
        self._moving[1].paint(painter, row)
        painter.restore()

    def _miniature(self, exercise: Exercise, size: QSize, ratio: float) -> "Miniature":
        # numpy stays out of the start-up
        from sijoint_desktop.ui.figure.look import Layer  # noqa: PLC0415
        from sijoint_desktop.ui.figure.still import Miniature  # noqa: PLC0415

        look = self._look().with_layers(Layer.MUSCLES)
        return Miniature(exercise.motion, self._clips.get(exercise), look, size, ratio)

    def _ask(self, exercise: Exercise, size: QSize, ratio: float) -> None:
        for place, (waiting, _size, _ratio) in enumerate(self._waiting):
            if waiting.id == exercise.id:
                self._waiting[place] = (exercise, size, ratio)
                return
        self._waiting.append((exercise, size, ratio))
        self._timer.start()

    def _paint_some(self) -> None:
        begun = perf_counter()
        while self._waiting:
            exercise, size, ratio = self._waiting.popleft()
            self._pixmaps[exercise.id] = self._painted(exercise, size, ratio)
            self.ready.emit(str(exercise.id))
            if perf_counter() - begun > _TURN_S:
                break
        if self._waiting:
            self._timer.start()

    def _painted(self, exercise: Exercise, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        miniature = self._miniature(exercise, size, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        miniature.paint(painter, key_row(exercise))
        painter.end()
        return pixmap


def _fits(pixmap: QPixmap, size: QSize, ratio: float) -> bool:
    return pixmap.devicePixelRatio() == ratio and pixmap.size() == size * ratio
