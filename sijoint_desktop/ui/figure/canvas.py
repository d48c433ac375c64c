"""Paint filled outlines: on a raster as fast as Qt allows, elsewhere as clean paths."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPainterPath, QPolygonF

from sijoint_desktop.ui.figure.look import Rgb

_MM_PER_INCH = 25.4
_FINE_MM = 0.03

Array = NDArray[np.float64]
Span = tuple[int, int]


class Fill(NamedTuple):
    """Outlines ``start`` to ``stop`` in one colour, inside the outlines of ``clip`` if any.

    ``alpha`` below 1 blends the union of the outlines once; ``dots`` is the distance of dots that
    are painted instead of an even colour, 0 for none.
    """

    colour: Rgb
    start: int
    stop: int
    clip: tuple[Span, ...] = ()
    alpha: float = 1.0
    dots: float = 0.0


@dataclass(slots=True)
class Sketch:
    """Outlines of k points each, and the order in which they are filled."""

    count: int
    blocks: list[Array] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    size: int = 0

    def add(self, outlines: Array) -> int:
        """Add outlines (m, k, 2) without painting them; return the number of the first."""
        start = self.size
        self.blocks.append(outlines)
        self.size += len(outlines)
        return start

    def fill(self, colour: Rgb, start: int, stop: int) -> None:
        """Paint outlines that were added before."""
        if stop > start:
            self.fills.append(Fill(colour, start, stop))

    def blend(self, colour: Rgb, alpha: float, start: int, stop: int) -> None:
        """Paint the union of outlines that were added before, once, with an opacity of 0 to 1."""
        self.fills.append(Fill(colour, start, stop, alpha=alpha))

    def put(self, colour: Rgb, outlines: Array, *, clip: tuple[Span, ...] = ()) -> None:
        """Add outlines and paint them."""
        start = self.add(outlines)
        self.fills.append(Fill(colour, start, self.size, clip))


def resampled(loop: Array, count: int) -> Array:
    """Return a closed line of any number of points (n, d) as ``count`` points (count, d)."""
    at = np.linspace(0.0, len(loop), count, endpoint=False)
    low = at.astype(np.intp)
    share = (at - low)[:, None]
    line: Array = loop[low] * (1.0 - share) + loop[(low + 1) % len(loop)] * share
    return line


class Pool:
    """Polygons whose points are written straight from arrays, used again for every frame."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._polygons: list[QPolygonF] = []
        self._views: list[Array] = []

    def polygons(self, blocks: Iterable[Array]) -> list[QPolygonF]:
        """Return one polygon per outline; they are overwritten by the next call."""
        outlines = [outline for block in blocks for outline in block]
        while len(self._polygons) < len(outlines):
            self._grow()
        for view, outline in zip(self._views, outlines, strict=False):
            view[:] = outline
        return self._polygons

    def _grow(self) -> None:
        polygon = QPolygonF([QPointF()] * self._count)
        # the stubs know neither the pointer that data() returns nor a size beside it
        memory = shiboken6.VoidPtr(polygon.data(), self._count * 16, True)  # type: ignore[call-arg,arg-type]
        view = np.frombuffer(memory, dtype=np.float64)  # type: ignore[call-overload]
        self._polygons.append(polygon)
        self._views.append(view.reshape(-1, 2))


def is_raster(painter: QPainter) -> bool:
    """Tell whether a painter fills pixels; others get paths that stay sharp at any size."""
    return painter.paintEngine().type() == QPaintEngine.Type.Raster


def paint_sketch(painter: QPainter, sketch: Sketch, pool: Pool) -> None:
    """Fill every outline of a sketch in turn."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_raster(painter):
        paint_polygons(painter, sketch.fills, pool.polygons(sketch.blocks))
    else:
        _paint_paths(painter, sketch, pool)
    painter.restore()


def paint_polygons(painter: QPainter, fills: list[Fill], polygons: list[QPolygonF]) -> None:
    """Fill polygons that are already in memory: all that a frame costs once it is computed.

    The painter's state is saved by the caller, and restored to that at every change of clip.
    """
    draw = painter.drawPolygon
    clip: tuple[Span, ...] = ()
    for fill in fills:
        if fill.clip != clip:
            clip = fill.clip
            _clip_to(painter, [p for start, stop in clip for p in polygons[start:stop]])
        if fill.alpha < 1.0 or fill.dots:
            union = _joined(polygons[fill.start : fill.stop]).simplified()
            _blend(painter, fill, union, None)
            continue
        painter.setBrush(QColor(*fill.colour))
        for i in range(fill.start, fill.stop):
            draw(polygons[i])
    if clip:
        _clip_to(painter, [])


def _clip_to(painter: QPainter, polygons: list[QPolygonF]) -> None:
    """Keep the following fills inside the polygons, which lie within the clip that was there."""
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    if polygons:
        painter.setClipPath(_joined(polygons), Qt.ClipOperation.IntersectClip)


def _paint_paths(painter: QPainter, sketch: Sketch, pool: Pool) -> None:
    """Fill the outlines as paths in the units of the device, on a grid too fine to be seen.

    Whole numbers make a file of paper less than half as large, and unions quicker to find.
    """
    place = painter.combinedTransform()
    step = _grid_step(painter.device().logicalDpiX())
    linear = np.array([[place.m11(), place.m12()], [place.m21(), place.m22()]])
    shift = np.array([place.dx(), place.dy()])
    outlines = pool.polygons(
        np.round((block @ linear + shift) / step) * step for block in sketch.blocks
    )
    painter.resetTransform()
    for fill in sketch.fills:
        clip = [p for start, stop in fill.clip for p in outlines[start:stop]]
        path = _joined(outlines[fill.start : fill.stop])
        if fill.stop - fill.start > 1:
            path = path.simplified()  # one outline is its own union
        scaled = fill._replace(dots=fill.dots * math.sqrt(abs(place.determinant())))
        _blend(painter, scaled, path, _joined(clip) if clip else None)


def _grid_step(dots_per_inch: float) -> float:
    """Return the distance of grid lines in dots: 1, 0.1 ..., and no more than 0.03 mm."""
    return float(10.0 ** math.floor(math.log10(_FINE_MM * dots_per_inch / _MM_PER_INCH)))


def _blend(painter: QPainter, fill: Fill, shape: QPainterPath, clip: QPainterPath | None) -> None:
    if clip is not None:
        shape = shape.intersected(clip.simplified())
    if fill.dots:
        shape = _dotted(shape, fill.dots)
    colour = QColor(*fill.colour)
    colour.setAlphaF(fill.alpha)
    painter.setBrush(colour)
    painter.drawPath(shape)


def _joined(polygons: Iterable[QPolygonF]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        path.addPolygon(polygon)
        path.closeSubpath()
    return path


def _dotted(shape: QPainterPath, step: float) -> QPainterPath:
    """Return dots on a staggered grid inside a shape: clear in black and white."""
    dots = QPainterPath()
    box = shape.boundingRect()
    radius = step * 0.28
    row, y = 0, box.top() + step / 2
    while y < box.bottom():
        x = box.left() + (step / 2 if row % 2 else step)
        while x < box.right():
            if shape.contains(QPointF(x, y)):
                dots.addEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
            x += step
        row, y = row + 1, y + step * 0.87
    return dots
