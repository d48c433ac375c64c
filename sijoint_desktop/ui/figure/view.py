"""One view of one motion: its camera, its backdrop and how a row of the clip is painted in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from sijoint_desktop.core.side import swap_suffix
from sijoint_desktop.ui.figure.arrows import MotionPath, motion_paths, push_paths
from sijoint_desktop.ui.figure.camera import VIEWS, Camera, fit_camera, mirrored
from sijoint_desktop.ui.figure.inset import paint_inset, wants_inset
from sijoint_desktop.ui.figure.look import Layer, Look
from sijoint_desktop.ui.figure.moment import Moment
from sijoint_desktop.ui.figure.painter import PaintMemory, paint_backdrop, paint_figure
from sijoint_desktop.ui.figure.room import room_corners
from sijoint_desktop.ui.figure.scene import mat_for, shadow_points
from sijoint_desktop.ui.figure.things import cushion_points
from sijoint_desktop.ui.figure.travel import travelled

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Clip
    from sijoint_desktop.motion.model import MotionSpec

Array = NDArray[np.float64]

_LENS_GAIN = 3.0  # about how much larger the magnifier shows what it is held over

_BESIDE = 0.16
"""Statures about the joints within which flesh, halo, shadow and arrows lie."""

_EVERY = 4
"""Every so many rows of a clip are looked at when the camera is fitted."""


def view_angles(view: str, spec: "MotionSpec", clip: "Clip") -> tuple[float, float]:
    """Return azimuth and elevation of a named view, mirrored with the figure.

    The other side is seen as the mirror image, so that the working limb is never the hidden one.
    Raises KeyError for an unknown view.
    """
    azimuth, elevation = VIEWS[view]
    other = spec.authored_side is not None and clip.side not in (None, spec.authored_side)
    return (mirrored(azimuth), elevation) if other else (azimuth, elevation)


def frame_points(clip: "Clip", *, mistakes: bool = False) -> Array:
    """Return the positions (n, 27, 3) that a camera must hold, those of mistakes too if wished."""
    points = np.concatenate([clip.positions[::_EVERY], clip.positions[-1:]])
    if clip.scene.cushions:
        points = np.concatenate([points, cushion_points(clip.scene, clip.stature_m)])
    if mistakes and clip.mistakes:
        wrong = np.stack([pose.positions for pose in clip.mistakes.values()])
        points = np.concatenate([points, wrong])
    return points


class FigureView:
    """Paints a motion from one direction; keeps the backdrop until something about it changes."""

    def __init__(self, spec: "MotionSpec", clip: "Clip", look: Look) -> None:
        self.spec = spec
        self.clip = clip
        self._look = look
        self._points = frame_points(clip)
        self._mat = mat_for(clip.positions)
        self._memory, self._lens = PaintMemory(), PaintMemory()
        self._azimuth, self._elevation = view_angles(spec.camera.value, spec, clip)
        self._zoom = 1.0
        self._size = QSize()
        self._ratio = 1.0
        self._area = QRectF()
        self._radii = (0.0, 0.0)
        self._camera: Camera | None = None
        self._travelled: Array | None = None
        self._reach: QRect | None = None
        self._backdrops: dict[float | None, QPixmap] = {}
        self._paths: tuple[tuple[float, float], tuple[MotionPath, ...]] = ((0.0, 0.0), ())

    @property
    def look(self) -> Look:
        """Style, colours and layers."""
        return self._look

    @property
    def angles(self) -> tuple[float, float]:
        """Azimuth and elevation of the camera, in degrees."""
        return self._azimuth, self._elevation

    @property
    def nearest_view(self) -> str:
        """The name of the view that is closest to the present direction."""
        return min(VIEWS, key=self._turn_to)

    @property
    def zoom(self) -> float:
        """Magnification; 1 fits the whole motion."""
        return self._zoom

    @property
    def camera(self) -> Camera:
        """The camera that fits the whole motion into the area."""
        if self._camera is None:
            self._camera = fit_camera(
                self._points,
                self._area,
                self._azimuth,
                self._elevation,
                zoom=self._zoom,
                stature_m=self.clip.stature_m,
                beside=room_corners(self.clip.scene.boxes, self.clip.stature_m),
            )
        return self._camera

    def set_look(self, look: Look) -> None:
        """Change style, colours or layers."""
        if look != self._look:
            if look.style is not self._look.style:
                self._memory, self._lens = PaintMemory(), PaintMemory()
            self._look = look
            self._backdrops.clear()

    def aim(self, azimuth: float, elevation: float, zoom: float = 1.0) -> None:
        """Look from another direction, in degrees, or nearer."""
        self._azimuth, self._elevation, self._zoom = azimuth, elevation, zoom
        self._forget()

    def resize(
        self, size: QSize, ratio: float, area: QRectF, radii: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        """Give the size of the picture, the part that the figure must keep to, and the corners.

        ``radii`` are those of the upper and of the lower corners.
        """
        if (size, ratio, area, radii) != (self._size, self._ratio, self._area, self._radii):
            self._size, self._ratio, self._area, self._radii = size, ratio, area, radii
            self._forget()

    @property
    def reach(self) -> QRect:
        """Where pixels change while the motion runs: the figure in every row, with its shadow."""
        if self._reach is None:
            self._reach = self._find_reach()
        return self._reach

    def pixels_between(self, first: float, last: float) -> float:
        """Return how far the quickest point of the figure moves between two rows."""
        if self._travelled is None:
            self._travelled = travelled(self.clip)
        rows = np.arange(len(self._travelled))
        begin, end = np.interp((first, last), rows, self._travelled)
        magnified = _LENS_GAIN if wants_inset(self.spec) else 1.0
        return float(abs(end - begin) * self.camera.scale * magnified)

    def paint(self, painter: QPainter, moment: Moment) -> None:
        """Paint ground, mat and figure at a moment."""
        pose = self.clip.pose(moment.row)
        ghost = moment.stop if moment.moving and Layer.GHOST in self._look.layers else None
        painter.drawPixmap(0, 0, self._backdrop(ghost))
        paint_figure(
            painter,
            pose,
            self.camera,
            self._look,
            memory=self._memory,
            muscles=self._muscles(),
            arrows=[*self._arrows(moment), *push_paths(self.spec, self.clip, pose)],
            breath=moment.breath,
        )
        if wants_inset(self.spec):
            paint_inset(painter, pose, self.camera, self._look, self._area, memory=self._lens)

    def _find_reach(self) -> QRect:
        whole = QRect(QPoint(), self._size)
        if self.spec.props:  # some of them stand out farther than any limb
            return whole
        points = self._points.reshape(-1, 3)
        page, _, _ = self.camera.project(np.concatenate([points, shadow_points(points)]))
        edge = _BESIDE * self.clip.stature_m * self.camera.scale
        (left, top), (right, bottom) = page.min(0) - edge, page.max(0) + edge
        return QRectF(QPointF(left, top), QPointF(right, bottom)).toAlignedRect() & whole

    def _turn_to(self, name: str) -> float:
        azimuth, elevation = view_angles(name, self.spec, self.clip)
        around = abs((azimuth - self._azimuth + 180.0) % 360.0 - 180.0)
        return around + abs(elevation - self._elevation)

    def _muscles(self) -> Sequence[str]:
        return muscles_of(self.spec, self.clip)

    def _arrows(self, moment: Moment) -> Sequence[MotionPath]:
        if not moment.moving or Layer.ARROWS not in self._look.layers:
            return ()
        stretch = (moment.start, moment.stop)
        if self._paths[0] != stretch:
            joints = arrows_of(self.spec, self.clip)
            self._paths = (stretch, motion_paths(self.clip, joints, *stretch))
        return [path.after(moment.share) for path in self._paths[1]]

    def _backdrop(self, ghost: float | None) -> QPixmap:
        found = self._backdrops.get(ghost)
        if found is None:
            # two are in use at a time: with and without the ghost of the present move
            if len(self._backdrops) >= 2:
                self._backdrops.clear()
            found = self._backdrops[ghost] = self._paint_backdrop(ghost)
        return found

    def _paint_backdrop(self, ghost: float | None) -> QPixmap:
        pixmap = QPixmap(self._size * self._ratio)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        whole = QRectF(0, 0, self._size.width(), self._size.height())
        painter.setClipPath(_rounded(whole, self._radii))
        painter.fillRect(whole, QColor(*self._look.colours.ground))
        pose = None if ghost is None else self.clip.pose(ghost)
        paint_backdrop(painter, self.camera, self._look, mat=self._mat, ghost=pose)
        painter.end()
        return pixmap

    def _forget(self) -> None:
        self._camera, self._reach = None, None
        self._backdrops.clear()


def muscles_of(spec: "MotionSpec", clip: "Clip") -> tuple[str, ...]:
    """Return the working muscles on the clip's own side."""
    return _sided(spec.muscles, spec, clip)


def arrows_of(spec: "MotionSpec", clip: "Clip") -> tuple[str, ...]:
    """Return the joints worth an arrow on the clip's own side."""
    return _sided(spec.arrows, spec, clip)


def mark_of(spec: "MotionSpec", clip: "Clip", mistake_id: str) -> str:
    """Return the joint where a mistake shows, on the clip's own side; KeyError if unknown."""
    by_id = {mistake.id: mistake.mark for mistake in spec.mistakes}
    [joint] = _sided((by_id[mistake_id],), spec, clip)
    return joint


def _sided(names: tuple[str, ...], spec: "MotionSpec", clip: "Clip") -> tuple[str, ...]:
    if spec.authored_side is None or clip.side in (None, spec.authored_side):
        return names
    return tuple(swap_suffix(name) for name in names)


def _rounded(rect: QRectF, radii: tuple[float, float]) -> QPainterPath:
    """Return a rectangle with its own radius at the top and at the bottom."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    top, bottom = radii
    middle = rect.height() / 2.0
    upper = QRectF(rect.x(), rect.y(), rect.width(), middle + max(top, bottom))
    lower = QRectF(rect.x(), middle - max(top, bottom), rect.width(), middle + max(top, bottom))
    path.addRoundedRect(upper, top, top)
    path.addRoundedRect(lower, bottom, bottom)
    return path.simplified() if top or bottom else path
