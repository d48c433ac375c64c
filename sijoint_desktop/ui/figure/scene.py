"""What surrounds the figure: mat, shadow, contact rings, motion arrows, marks and the breath."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.ui.figure.body import BODY
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Pool, Sketch, is_raster, paint_sketch
from sijoint_desktop.ui.figure.look import Look, mix
from sijoint_desktop.ui.figure.outline import hulls, place, project

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

_SLANT = np.array([0.10, 0.06])
"""How far the light carries a shadow sideways, per metre of height."""

_SHADOW_POINTS = 12
_SHADOW_STEP = 5.0
_MAT_THICK = 0.012
_MAT_ROUND = 0.06
_RING_JOINTS = ("knee", "wrist", "elbow", "heel", "ball")

_SHADOW_SMALL = frozenset({"jaw", "nose_root", "nose_tip", "thumb", "thumb_tip", "thumb_root"})
"""Stations that make no difference to a blurred shadow."""


def _shadow_links() -> Indices:
    small = [
        number
        for name, number in BODY.index.items()
        if name.removesuffix("_l").removesuffix("_r") in _SHADOW_SMALL
    ]
    return BODY.links[~np.isin(BODY.links, small).any(1)]


_SHADOW_LINKS = _shadow_links()


@dataclass(frozen=True, slots=True)
class Mat:
    """The exercise mat: a rectangle on the floor in metres."""

    left: float
    right: float
    half_width: float
    middle: float = 0.0


def mat_for(positions: Array) -> Mat:
    """Return a mat that carries a figure through all its positions (..., 27, 3)."""
    joints = positions.reshape(-1, 3)
    low, high = joints.min(0), joints.max(0)
    length = max(float(high[0] - low[0]) + 0.36, 1.83)
    middle = float(low[0] + high[0]) / 2.0
    across = max(float(high[1]), -float(low[1])) + 0.10
    return Mat(middle - length / 2.0, middle + length / 2.0, max(across, 0.34))


def paint_mat(painter: QPainter, camera: Camera, look: Look, mat: Mat) -> None:
    """Paint the mat with its front edges and a few grooves."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    top, below = _mat_loop(camera, mat, 0.0), _mat_loop(camera, mat, -_MAT_THICK)
    painter.setBrush(QColor(*look.colours.mat_edge))
    around = [*range(1, len(top)), 0]
    painter.drawPolygon(polygon(below))
    for i, k in enumerate(around):
        painter.drawPolygon(polygon(np.array([top[i], top[k], below[k], below[i]])))
    painter.setBrush(QColor(*look.colours.mat))
    painter.drawPolygon(polygon(top))
    width = max(0.002 * camera.scale, 0.5)
    painter.setPen(QPen(QColor(*look.colours.mat_line), width))
    for share in (-0.66, -0.33, 0.0, 0.33, 0.66):
        y = mat.middle + share * mat.half_width
        ends = np.array([[mat.left + 0.01, y, 0.0], [mat.right - 0.01, y, 0.0]])
        (a, b), _, _ = camera.project(ends)
        painter.drawLine(QPointF(a[0], a[1]), QPointF(b[0], b[1]))
    painter.restore()


def _mat_loop(camera: Camera, mat: Mat, height: float) -> Array:
    """Outline the mat at a height, with round corners, on the page (n, 2)."""
    inset = _MAT_ROUND
    left, right = mat.left + inset, mat.right - inset
    near, far = mat.middle - mat.half_width + inset, mat.middle + mat.half_width - inset
    corners = ((right, far, 0.0), (left, far, 90.0), (left, near, 180.0), (right, near, 270.0))
    points = []
    for x, y, start in corners:
        angle = np.radians(np.linspace(start, start + 90.0, 7))
        rim = np.stack([x + inset * np.cos(angle), y + inset * np.sin(angle)], 1)
        points.append(np.column_stack([rim, np.full(7, height)]))
    page, _, _ = camera.project(np.concatenate(points))
    return page


def polygon(points: Array) -> QPolygonF:
    """Return points (n, 2) as a polygon."""
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


class Shadow:
    """The figure's shadow on the floor; keeps only the small mask it is painted into."""

    def __init__(self) -> None:
        self._mask = QImage()
        self._pool = Pool(_SHADOW_POINTS)
        self._plain = Pool(_SHADOW_POINTS // 2)

    def paint(self, painter: QPainter, pose: "Pose", camera: Camera, look: Look) -> None:
        """Paint a soft shadow on a raster, and a plain one where shapes must stay sharp."""
        outlines = _shadow_outlines(pose, camera)
        if is_raster(painter):
            self._soft(painter, outlines, look)
            return
        # half the corners: a flat pale shape shows no more, and finding its edge takes long
        sketch = Sketch(_SHADOW_POINTS // 2)
        sketch.blend(look.colours.shadow, look.shadow, sketch.add(outlines[:, ::2]), sketch.size)
        paint_sketch(painter, sketch, self._plain)

    def _soft(self, painter: QPainter, outlines: Array, look: Look) -> None:
        low = np.floor(outlines.min((0, 1))) - 2.0 * _SHADOW_STEP
        cells = np.ceil((outlines.max((0, 1)) - low) / _SHADOW_STEP).astype(int) + 2
        wide, high = int(cells[0]), int(cells[1])
        if max(wide, high) > 1200:
            return
        if self._mask.width() < wide or self._mask.height() < high:
            size = max(wide, self._mask.width()), max(high, self._mask.height())
            self._mask = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self._mask.fill(0)
        sketch = Sketch(_SHADOW_POINTS)
        sketch.put(look.colours.shadow, (outlines - low) / _SHADOW_STEP)
        inner = QPainter(self._mask)
        paint_sketch(inner, sketch, self._pool)
        inner.end()
        _soften(self._mask, wide, high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.setOpacity(look.shadow)
        target = QRectF(low[0], low[1], wide * _SHADOW_STEP, high * _SHADOW_STEP)
        painter.drawImage(target, self._mask, QRectF(0, 0, wide, high))
        painter.restore()


def _soften(mask: QImage, wide: int, high: int) -> None:
    """Blur the used corner of a small mask in place."""
    bytes_per_line = mask.bytesPerLine()
    memory = np.frombuffer(mask.bits(), dtype=np.uint8)
    cells = memory.reshape(mask.height(), bytes_per_line // 4, 4)[:high, :wide]
    soft = cells.astype(np.uint16)
    for _ in range(2):  # down the rows, then, turned on its side, along them
        near = soft * 2
        near[1:] += soft[:-1]
        near[:-1] += soft[1:]
        soft = (near // np.uint16(4)).transpose(1, 0, 2)
    cells[:] = soft


def _shadow_outlines(pose: "Pose", camera: Camera) -> Array:
    centres, axes = place(BODY, pose)
    flat = np.zeros_like(centres)
    flat[:, :2] = centres[:, :2] + centres[:, 2:] * _SLANT
    low = np.zeros_like(axes)
    low[:, :, :2] = axes[:, :, :2] + axes[:, :, 2:] * _SLANT
    return hulls(project(camera, flat, low, _SHADOW_POINTS), _SHADOW_LINKS)


def shadow_points(points: Array) -> Array:
    """Return where on the floor the shadows of points (n, 3) lie."""
    return np.column_stack([points[:, :2] + points[:, 2:] * _SLANT, np.zeros(len(points))])


def sketch_contacts(pose: "Pose", camera: Camera, look: Look, count: int) -> Sketch:
    """Return a ring on the floor under every joint that rests on it."""
    sketch = Sketch(count)
    angle = np.arange(count) * (2.0 * np.pi / count)
    circle = np.stack([np.cos(angle), np.sin(angle), np.zeros(count)], 1)
    colours = look.colours
    for joint in pose.contacts:
        if joint.removesuffix("_l").removesuffix("_r") not in _RING_JOINTS:
            continue
        under = pose.positions[JOINT_INDEX[joint]] * np.array([1.0, 1.0, 0.0])
        if pose.positions[JOINT_INDEX[joint]][2] > 0.09 * pose.stature_m:
            continue
        tones = (
            (0.0300, mix(colours.mat, colours.halo, 0.8)),
            (0.0280, colours.contact),
            (0.0235, mix(colours.mat, colours.contact, 0.16)),
        )
        for radius, tone in tones:
            page, _, _ = camera.project(under + circle * radius * pose.stature_m)
            sketch.put(tone, page[None])
    return sketch


def paint_mark(painter: QPainter, pose: "Pose", camera: Camera, look: Look, joint: str) -> None:
    """Mark the place of a fault by a dashed ring and a cross: a shape, not a warning colour."""
    page, _, scale = camera.project(pose.positions[JOINT_INDEX[joint]])
    unit = float(scale) * pose.stature_m
    at, radius = QPointF(page[0], page[1]), 0.066 * unit
    arm = 0.022 * unit
    corner = at + QPointF(radius * 0.78, -radius * 0.78)
    casing = QColor(255, 255, 255) if look.outline else QColor(*look.colours.halo)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((casing, 0.0135 * unit), (QColor(*look.colours.arrow), 0.0062 * unit)):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if colour is not casing:
            pen.setDashPattern([3.2, 2.0])
        painter.setPen(pen)
        painter.drawEllipse(at, radius, radius)
    for colour, size in ((casing, 1.45 * arm), (QColor(*look.colours.arrow), 1.2 * arm)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(corner, size, size)
    painter.setPen(QPen(casing, 0.0075 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    cross = arm * 0.5
    painter.drawLine(corner + QPointF(-cross, -cross), corner + QPointF(cross, cross))
    painter.drawLine(corner + QPointF(-cross, cross), corner + QPointF(cross, -cross))
    painter.restore()


def paint_breath(
    painter: QPainter, at: QPointF, look: Look, amount: float, radius: float = 18.0
) -> None:
    """Paint a ring that widens as the breath goes in; ``amount`` is 0 (empty) to 1 (full)."""
    colour = QColor(*look.colours.breath)
    inside = QColor(colour)
    inside.setAlphaF(0.22)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    rim = QPen(colour, 1.2)
    rim.setDashPattern([2.0, 3.0])
    painter.setPen(rim)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)
    size = radius * (0.35 + 0.62 * min(max(amount, 0.0), 1.0))
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(inside)
    painter.drawEllipse(at, size, size)
    painter.restore()
