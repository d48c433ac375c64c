"""Hair, face and ears: patches on the head that turn with it and never jump."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.ui.figure.body import BODY
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch, resampled
from sijoint_desktop.ui.figure.look import Look, Rgb, mix
from sijoint_desktop.ui.figure.outline import Projected, hulls

Array = NDArray[np.float64]
Triple = tuple[float, float, float]

_CENTRE = np.array([0.006, 0.0, 0.028])
_AXES = np.array([0.0520, 0.0435, 0.0520])
"""The ball that hair and face lie on, in the head frame, in statures."""

# Directions on that ball (forward, left, up); the right half is the mirror image.
_HAIRLINE: tuple[Triple, ...] = (
    (0.66, 0.00, 0.75),
    (0.68, 0.30, 0.67),
    (0.62, 0.56, 0.55),
    (0.50, 0.76, 0.40),
    (0.42, 0.88, 0.18),
    (0.16, 0.97, 0.05),
    (0.12, 0.97, -0.22),
    (0.05, 0.90, -0.44),
    (0.05, 0.70, -0.72),
    (0.15, 0.35, -0.92),
    (0.20, 0.00, -0.98),
)
_CHEEK: tuple[Triple, ...] = (
    (0.93, 0.10, 0.34),
    (0.88, 0.34, 0.30),
    (0.90, 0.36, -0.12),
    (0.86, 0.20, -0.46),
)
_EYE: Triple = (0.885, 0.345, 0.02)
_BROW: tuple[Triple, ...] = ((0.90, 0.17, 0.24), (0.84, 0.36, 0.28), (0.76, 0.54, 0.22))
_MOUTH = np.array(
    [
        [0.0490, 0.0125, -0.0165],
        [0.0515, 0.0065, -0.0185],
        [0.0522, 0.0000, -0.0188],
        [0.0515, -0.0065, -0.0185],
        [0.0490, -0.0125, -0.0165],
    ]
)
"""The line of the lips, in the head frame, in statures."""

_EAR_CENTRE = np.array([-0.003, 0.0435, 0.004])
_EAR_AXES = np.array([0.0085, 0.0042, 0.0130])

_BLUSH: Rgb = (120, 62, 44)
_MOUTH_SEEN = 0.42  # from farther aside than this the mouth would stand off the face
_MOUTH_FADES = 0.15  # over so much more it comes in, so that nothing jumps as a head turns
_FROM_BEHIND = -0.35
"""Seen from farther behind than this the hair hides all of the face."""


@dataclass(frozen=True, slots=True)
class _Features:
    """Outlines (k, 3): face and cheek as directions, the rest in the head frame, in statures."""

    face: Array
    cheek: Array
    eyes: tuple[Array, Array]
    brows: tuple[Array, Array]
    mouth: Array
    ears: tuple[Array, Array]


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """Where a head is: joint ``origin`` (3,), ``frame`` (3, 3) and projected stations."""

    origin: Array
    frame: Array
    stature_m: float
    seen: Projected


def sketch_head(sketch: Sketch, camera: Camera, place: HeadPlace, look: Look, *, skin: Rgb) -> None:
    """Add hair, face mask, features and ears over the plain head of a body."""
    _Head(sketch, camera, place).paint(look, skin)


class _Head:
    def __init__(self, sketch: Sketch, camera: Camera, place: HeadPlace) -> None:
        self._origin, self._frame = place.origin, place.frame
        self._sketch = sketch
        self._camera = camera
        self._stature = place.stature_m
        self._seen = place.seen
        self._features = _features(sketch.count)
        eye = camera.axes[2] * camera.distance + np.asarray(camera.target)
        view = self._frame.T @ (eye - self._origin) * _AXES
        self._view: Array = view / np.sqrt(view @ view)

    def paint(self, look: Look, skin: Rgb) -> None:
        index, put = BODY.index, self._sketch.put
        forward = float(self._view[0])
        cap = [(index["hair"], index["nape"])]
        chin = (index["face"], index["jaw"])
        nose = (index["nose_root"], index["nose_tip"])
        shapes = hulls(self._seen, np.array([*cap, chin, nose], dtype=np.intp))
        put(look.colours.hair, shapes[:1])
        if forward > 0.0:
            put(skin, shapes[1:2])
        if forward > _FROM_BEHIND:
            self._mask(look, skin)
        if forward > 0.0:
            put(mix(skin, _BLUSH, 0.30 * min(0.55, 1.2 * forward)), shapes[2:])
        self._small(look.colours.hair, skin, face=forward > _FROM_BEHIND)

    def _mask(self, look: Look, skin: Rgb) -> None:
        tones = (skin, mix(skin, look.colours.light, 0.16))
        loops = (self._features.face, self._features.cheek)
        for tone, loop in zip(tones, loops, strict=True):
            patch = self._patch(loop)
            if patch is not None:
                self._sketch.put(tone, self._page(_CENTRE + patch * _AXES))

    def _small(self, hair: Rgb, skin: Rgb, *, face: bool) -> None:
        """Eyes, brows, mouth and ears, as far as they can be seen."""
        dark, shade = mix(hair, (0, 0, 0), 0.35), mix(skin, _BLUSH, 0.30)
        shown: list[Array] = []
        tones: list[Rgb] = []
        across = float(self._view[1])
        for side, sign in enumerate((1.0, -1.0)):
            toward = self._view[0] * _EYE[0] + across * sign * _EYE[1]
            if face and toward > 0.22:
                shown += [self._features.eyes[side], self._features.brows[side]]
                tones += [dark, mix(shade, dark, 0.45)]
            if across * sign > 0.10:
                shown.append(self._features.ears[side])
                tones.append(shade)
        clear = (float(self._view[0]) - _MOUTH_SEEN) / _MOUTH_FADES
        if clear > 0.0:
            shown.append(self._features.mouth)
            tones.append(mix(skin, mix(shade, dark, 0.25), min(1.0, clear)))
        if not shown:
            return
        start = self._sketch.add(self._page(np.stack(shown)))
        for i, tone in enumerate(tones):
            self._sketch.fill(tone, start + i, start + i + 1)

    def _patch(self, loop: Array) -> Array | None:
        """Return what is visible inside a loop on the ball, closed along the ball's edge."""
        hidden = (loop @ self._view < 0.0).tolist()
        if not any(hidden):
            return loop
        if all(hidden):
            return None
        # turned so that it begins with the first hidden point
        first = next(i for i, gone in enumerate(hidden) if gone and not hidden[i - 1])
        points = np.concatenate([loop[first:], loop[:first]])
        hidden = hidden[first:] + hidden[:first]
        at = 0
        for gone, run in groupby(hidden):
            start, at = at, at + len(list(run))
            if gone:
                ends = points[start - 1], points[at % len(points)]
                points[start:at] = self._along_edge(ends[0], ends[1], at - start)
        return points

    def _along_edge(self, first: Array, last: Array, count: int) -> Array:
        """Points along the edge of the ball between two places, on the side where the face is."""
        x, y, z = self._view.tolist()
        flat = max(float(np.hypot(x, y)), 1e-9)
        right = np.array([y, -x, 0.0]) / flat
        up = np.array([-x * z, -y * z, flat * flat]) / flat
        a = np.arctan2(float(first @ up), float(first @ right))
        turn = (np.arctan2(float(last @ up), float(last @ right)) - a) % (2.0 * np.pi)
        steps = np.arange(count)[:, None] / max(count - 1, 1)
        middle = a + turn / 2.0
        if np.cos(middle) * right[0] + np.sin(middle) * up[0] < 0.0:
            turn -= 2.0 * np.pi
        way = a + steps * turn
        edge: Array = np.cos(way) * right + np.sin(way) * up
        return edge

    def _page(self, local: Array) -> Array:
        page, _, _ = self._camera.project(self._origin + local * self._stature @ self._frame.T)
        return page if page.ndim == 3 else page[None]


@lru_cache(maxsize=8)
def _features(count: int) -> _Features:
    """Everything about a head that no pose changes."""
    return _Features(
        face=_unit(resampled(_closed(_HAIRLINE), count)),
        cheek=_unit(resampled(_closed(_CHEEK), count)),
        eyes=(_spot(1.0, count), _spot(-1.0, count)),
        brows=(_brow(1.0, count), _brow(-1.0, count)),
        mouth=_stroke(_MOUTH, (0.0003, 0.0011, 0.0013, 0.0011, 0.0003), count),
        ears=(_ear(1.0, count), _ear(-1.0, count)),
    )


def _closed(half: tuple[Triple, ...]) -> Array:
    left = np.array(half)
    right = left[::-1] * np.array([1.0, -1.0, 1.0])
    middle = [point for point in right if point[1] != 0.0]
    return np.concatenate([left, np.array(middle).reshape(-1, 3)])


def _unit(points: Array) -> Array:
    length = np.sqrt(np.sum(points * points, axis=-1, keepdims=True))
    return np.asarray(points / length, dtype=np.float64)


def _circle(count: int) -> Array:
    return np.linspace(0.0, 2.0 * np.pi, count, endpoint=False, dtype=np.float64)


def _spot(side: float, count: int) -> Array:
    """Outline an eye: a small upright oval on the ball."""
    at, angle = np.array(_EYE) * np.array([1.0, side, 1.0]), _circle(count)
    up = np.array([0.0, 0.0, 1.0])
    across = np.cross(up, _unit(at))
    points = at + np.outer(np.cos(angle) * 0.085, across) + np.outer(np.sin(angle) * 0.115, up)
    eye: Array = _CENTRE + _unit(points) * _AXES
    return eye


def _brow(side: float, count: int) -> Array:
    """Outline a brow: a line that thins outwards."""
    line = np.array(_BROW) * np.array([1.0, side, 1.0])
    brow: Array = _CENTRE + _unit(_stroke(line, (0.032, 0.040, 0.012), count)) * _AXES
    return brow


def _stroke(line: Array, half_heights: tuple[float, ...], count: int) -> Array:
    """Outline a line across the face, so high above and below it at each of its points."""
    half = np.outer(half_heights, [0.0, 0.0, 1.0])
    return resampled(np.concatenate([line + half, (line - half)[::-1]]), count)


def _ear(side: float, count: int) -> Array:
    """Outline an ear whose rim stands off the head, so that it keeps some width from the front."""
    angle = _circle(count)
    flat = np.stack([np.cos(angle), 0.5 - 0.5 * np.cos(angle), np.sin(angle)], 1)
    ear: Array = (_EAR_CENTRE + flat * _EAR_AXES) * np.array([1.0, side, 1.0])
    return ear
