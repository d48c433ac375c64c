"""A motion that can be looked at from any side; what plays it is built on top."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.core.side import Side, side_in_text
from sijoint_desktop.ui.figure.camera import mirrored
from sijoint_desktop.ui.figure.look import Layer, Look
from sijoint_desktop.ui.figure.orbit import OrbitLabel
from sijoint_desktop.ui.figure.view import FigureView, view_angles
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.content.model import Demonstration
    from sijoint_desktop.ui.figure.clips import ClipStore

_LOWEST, _HIGHEST = -4.0, 88.0
_LEAST_ZOOM, _MOST_ZOOM = 0.7, 4.0
_MARGIN = 0.035


class Turntable(OrbitLabel):
    """Camera, look and place of one motion.

    ``look`` is asked for colours and style whenever they may have changed. The view is kept while
    side or level of the same exercise change; another exercise is seen from its own first view.
    """

    view_changed = Signal(str)  # a name of camera.VIEWS, or empty when turned by hand

    def __init__(
        self,
        *,
        style: Style,
        clips: "ClipStore",
        look: Callable[[], Look],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._clips = clips
        self._ask_look = look
        self._layers: frozenset[Layer] | None = None
        self._exercise: Demonstration | None = None
        self._side: Side | None = None
        self._view: FigureView | None = None
        self._aim = ""
        self._kept: tuple[float, float, float] | None = None
        self._frame: tuple[int, int, tuple[float, float]] = (0, 0, (0.0, 0.0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Figure"))
        self.turn_wished.connect(self.orbit)
        self.zoom_wished.connect(self.zoom_by)
        self.reset_wished.connect(self.reset_view)
        style.changed.connect(self.refresh_look)

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
            if self._kept is None:
                self._aim = self._exercise.motion.camera.value
                self._kept = (*view_angles(self._aim, self._exercise.motion, clip), 1.0)
            self._view.aim(*self._kept)
        return self._view

    def prepare(self, exercise: "Demonstration", side: Side | None) -> None:
        """Bake what will be shown next, so that showing it then takes no longer than a frame."""
        self._clips.get(exercise, side)

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

    def _take(self, exercise: "Demonstration", side: Side | None) -> None:
        """Show an exercise on a side; the same one keeps its view, mirrored with its side."""
        if self._exercise is None or self._exercise.id != exercise.id:
            self._kept = None
        elif self._view is not None:
            around, up = self._view.angles
            around = around if side is self._side else mirrored(around)
            self._kept = (around, up, self._view.zoom)
        self._exercise, self._side, self._view = exercise, side, None
        word = exercise.side_word
        if side is not None and word:
            where = side_in_text(side, word)
            told = tr("Figure: {exercise}, {side}", exercise=exercise.name, side=where)
        else:
            told = tr("Figure: {exercise}", exercise=exercise.name)
        self.setAccessibleName(told)

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
