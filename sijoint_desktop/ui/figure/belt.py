"""The belt as a worn prop: a band round the pelvis, its far half behind the body."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.props import (
    BELT_CENTRE,
    BELT_HALF_WIDTH,
    BELT_RADII,
    belt_azimuth,
    belt_end,
    belt_height,
    belt_radii,
)
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Fill, Sketch, resampled
from sijoint_desktop.ui.figure.look import Look, Rgb, mix

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]

HOSTS = frozenset({"trunk", "thigh_l", "thigh_r"})
"""The parts that the front of the belt lies on."""

_STEPS = 64
_LIFT_DEGREES = 70.0
"""How far round from its ends a belt that is held open stands off the body."""

_CLOSED = 0.98
_EDGE = 0.0022
_CLASP_DEGREES = 11.0


@dataclass(frozen=True, slots=True)
class _Band:
    """The two edges of the band on the page (n, 2), and which steps face the eye (n - 1,)."""

    upper: Array
    lower: Array
    facing: NDArray[np.bool_]


class BeltSketch:
    """Draws the belt of one pose; nothing where the pose has none."""

    def __init__(self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
        self._sketch = sketch
        self._camera = camera
        self._pose = pose
        self._look = look
        self._bands: tuple[_Band, _Band] | None = None
        self._wrap = pose.channels.get("belt_wrap")
        self._shown = min(max(pose.channels.get("belt_shown", 1.0), 0.0), 1.0)

    @property
    def worn(self) -> bool:
        """Tell whether there is anything to draw."""
        return self._wrap is not None and self._shown > 0.02

    def paint_back(self) -> None:
        """Draw what faces away from the eye; call it before the trunk is painted."""
        dark = mix(self._look.colours.belt, self._look.colours.belt_edge, 0.38)
        self._paint(dark, front=False)

    def paint_front(self) -> None:
        """Draw what faces the eye, and the clasp; call it when all of HOSTS are painted."""
        self._paint(self._look.colours.belt, front=True)
        if self._wrap is not None and self._wrap >= _CLOSED:
            self._clasp()

    def _paint(self, colour: Rgb, *, front: bool) -> None:
        if self._bands is None:
            self._bands = (self._band(BELT_HALF_WIDTH + _EDGE), self._band(BELT_HALF_WIDTH))
        wide, band = self._bands
        wanted = wide.facing if front else ~wide.facing
        for first, last in _stretches(wanted):
            for edges, tone in ((wide, self._look.colours.belt_edge), (band, colour)):
                shape = np.concatenate(
                    [edges.upper[first : last + 1], edges.lower[first : last + 1][::-1]]
                )
                self._put(tone, shape)

    def _clasp(self) -> None:
        angle = np.radians(np.linspace(-_CLASP_DEGREES, _CLASP_DEGREES, 6))
        colours = self._look.colours
        for grow, tone in (
            (_EDGE, colours.belt_edge),
            (-_EDGE, mix(colours.belt, colours.belt_edge, 0.62)),
        ):
            ring = self._ring(angle, np.full(6, 0.003))
            stretch = 1.0 + grow / 0.02
            ring[:, 1] *= stretch
            half = np.array([0.0, 0.0, BELT_HALF_WIDTH * 0.8 + grow])
            page = self._page(np.concatenate([ring + half, (ring - half)[::-1]]))
            if self._faces(ring[2:4], ring[2:4]).all():
                self._put(tone, page)

    def _put(self, tone: Rgb, shape: Array) -> None:
        start = self._sketch.add(resampled(shape, self._sketch.count)[None])
        self._sketch.fills.append(Fill(tone, start, start + 1, alpha=self._shown))

    def _band(self, half_width: float) -> _Band:
        ring = self._strap()
        half = np.array([0.0, 0.0, half_width])
        return _Band(
            self._page(ring + half), self._page(ring - half), self._faces(ring[:-1], ring[1:])
        )

    def _strap(self) -> Array:
        """Return the middle of the band from its left end, round the back, to its right (n, 3)."""
        wrap = self._wrap if self._wrap is not None else 1.0
        if wrap >= _CLOSED:
            return self._ring(np.linspace(0.0, 2.0 * np.pi, _STEPS), np.zeros(_STEPS))
        end = np.radians(belt_azimuth(wrap))
        azimuth = np.linspace(end, 2.0 * np.pi - end, _STEPS)
        from_end = np.minimum(azimuth - end, 2.0 * np.pi - end - azimuth)
        share = np.clip(1.0 - from_end / np.radians(_LIFT_DEGREES), 0.0, 1.0)
        away = belt_end(wrap, Side.LEFT)[1] / max(float(np.sin(end)), 0.05) - BELT_RADII[1]
        return self._ring(azimuth, away * share * share)

    def _ring(self, azimuth: Array, away: Array) -> Array:
        channels = self._pose.channels
        rise, tilt = channels.get("belt_rise", 0.0), channels.get("belt_tilt", 0.0)
        depth, breadth = belt_radii(rise)
        left = (breadth + away) * np.sin(azimuth)
        return np.stack(
            [
                BELT_CENTRE[0] + (depth + away) * np.cos(azimuth),
                left,
                np.array([belt_height(y, rise, tilt) for y in left.tolist()]),
            ],
            1,
        )

    def _faces(self, first: Array, second: Array) -> NDArray[np.bool_]:
        """Tell for each step whether its outside is turned to the eye."""
        middle = (first + second) / 2.0
        outward = (middle - np.asarray(BELT_CENTRE)) / np.array(
            [BELT_RADII[0] ** 2, BELT_RADII[1] ** 2, 1.0]
        )
        outward[:, 2] = 0.0
        at = self._world(middle)
        eye = self._camera.axes[2] * self._camera.distance + np.asarray(self._camera.target)
        turned = outward @ self._pose.frames[FRAME_INDEX["pelvis"]].T
        facing: NDArray[np.bool_] = np.einsum("ij,ij->i", turned, eye - at) > 0.0
        return facing

    def _world(self, local: Array) -> Array:
        frame = self._pose.frames[FRAME_INDEX["pelvis"]]
        origin = self._pose.positions[JOINT_INDEX["pelvis"]]
        world: Array = origin + local * self._pose.stature_m @ frame.T
        return world

    def _page(self, local: Array) -> Array:
        page, _, _ = self._camera.project(self._world(local))
        return page


def _stretches(wanted: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last point of every run of wanted steps."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], wanted, [False]]).astype(int)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
