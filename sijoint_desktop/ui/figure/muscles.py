"""Where the working muscles lie, bound to bones, and how they show on the figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.core.side import swap_suffix
from sijoint_desktop.motion.breathing import skin_shift
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Fill, Sketch, Span
from sijoint_desktop.ui.figure.look import Look, Rgb, mix
from sijoint_desktop.ui.figure.outline import breath_of, chains

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]
Ball = tuple[str, str, tuple[float, float, float], float]  # frame, joint, offset, radius

_EDGE = 0.0026  # of stature
_LIT = 0.45

_CENTRE_HOSTS = ("trunk",)
_HIP_HOSTS = ("trunk", "thigh_l")


@dataclass(frozen=True, slots=True)
class Muscle:
    """A belly as linked balls in statures, the way its surface faces, and the parts it lies on."""

    balls: tuple[Ball, ...]
    facing: tuple[float, float, float]  # in the frame of the first ball
    ordered_hosts: tuple[str, ...]
    on_shirt: bool = False

    @property
    def hosts(self) -> frozenset[str]:
        """The parts that must be painted before it."""
        return frozenset(self.ordered_hosts)


# Written for the left side; attachments after standard surface anatomy, radii as they show.
_LEFT: dict[str, Muscle] = {
    "glute_max": Muscle(
        (
            ("pelvis", "pelvis", (-0.046, 0.028, 0.026), 0.022),
            ("pelvis", "pelvis", (-0.038, 0.052, -0.006), 0.030),
            ("thigh_l", "hip_l", (-0.022, 0.030, -0.038), 0.020),
        ),
        (-1.0, 0.55, 0.0),
        _HIP_HOSTS,
    ),
    "glute_med": Muscle(
        (
            ("pelvis", "pelvis", (-0.010, 0.072, 0.034), 0.022),
            ("pelvis", "pelvis", (-0.006, 0.078, 0.006), 0.017),
            ("thigh_l", "hip_l", (-0.002, 0.046, -0.014), 0.009),
        ),
        (-0.15, 1.0, 0.1),
        _HIP_HOSTS,
    ),
    "piriformis": Muscle(
        (
            ("pelvis", "pelvis", (-0.050, 0.016, 0.020), 0.014),
            ("pelvis", "pelvis", (-0.046, 0.046, 0.008), 0.019),
            ("pelvis", "pelvis", (-0.026, 0.076, -0.004), 0.011),
        ),
        (-0.9, 0.75, -0.1),
        _HIP_HOSTS,
    ),
    "hip_flexor": Muscle(
        (
            ("pelvis", "pelvis", (0.036, 0.040, 0.036), 0.016),
            ("thigh_l", "hip_l", (0.030, 0.000, -0.010), 0.021),
            ("thigh_l", "hip_l", (0.030, 0.000, -0.070), 0.018),
            ("thigh_l", "hip_l", (0.028, 0.000, -0.135), 0.010),
        ),
        (1.0, 0.45, 0.0),
        _HIP_HOSTS,
    ),
    "quadriceps": Muscle(
        (
            ("thigh_l", "hip_l", (0.026, 0.002, -0.040), 0.018),
            ("thigh_l", "hip_l", (0.024, 0.002, -0.115), 0.024),
            ("thigh_l", "hip_l", (0.022, 0.001, -0.195), 0.014),
        ),
        (1.0, 0.45, 0.0),
        ("thigh_l",),
    ),
    "hamstrings": Muscle(
        (
            ("thigh_l", "hip_l", (-0.022, -0.004, -0.046), 0.016),
            ("thigh_l", "hip_l", (-0.020, 0.000, -0.120), 0.021),
            ("thigh_l", "hip_l", (-0.014, 0.002, -0.205), 0.012),
        ),
        (-1.0, 0.45, 0.0),
        ("thigh_l",),
    ),
    "adductors": Muscle(
        (
            ("thigh_l", "hip_l", (0.006, -0.026, -0.046), 0.014),
            ("thigh_l", "hip_l", (0.004, -0.025, -0.105), 0.018),
            ("thigh_l", "hip_l", (0.002, -0.021, -0.180), 0.010),
        ),
        (0.25, -1.0, 0.0),
        ("thigh_l",),
    ),
    "multifidus": Muscle(
        (
            ("pelvis", "pelvis", (-0.046, 0.014, 0.046), 0.010),
            ("lumbar", "l5s1", (-0.022, 0.017, 0.040), 0.015),
            ("t12", "t12l1", (-0.034, 0.017, 0.004), 0.014),
            ("thorax", "t12l1", (-0.038, 0.016, 0.040), 0.010),
        ),
        (-1.0, 0.3, 0.0),
        _CENTRE_HOSTS,
        on_shirt=True,
    ),
    "obliques": Muscle(
        (
            ("thorax", "t12l1", (0.030, 0.058, 0.022), 0.016),
            ("lumbar", "l5s1", (0.034, 0.048, 0.052), 0.020),
            ("pelvis", "pelvis", (0.024, 0.054, 0.052), 0.015),
        ),
        (0.6, 0.9, 0.0),
        _CENTRE_HOSTS,
        on_shirt=True,
    ),
    "abdominals": Muscle(
        (
            ("t12", "t12l1", (0.046, 0.014, 0.000), 0.015),
            ("lumbar", "l5s1", (0.048, 0.016, 0.040), 0.019),
            ("pelvis", "pelvis", (0.034, 0.014, 0.048), 0.015),
            ("pelvis", "pelvis", (0.036, 0.010, 0.012), 0.010),
        ),
        (1.0, 0.3, 0.0),
        _CENTRE_HOSTS,
        on_shirt=True,
    ),
}

_OTHER_NAMES = {
    "back_extensors": "multifidus",
    "transversus": "abdominals",
    "transverse_abdominis": "abdominals",
}

MUSCLE_NAMES: frozenset[str] = frozenset(_LEFT) | frozenset(_OTHER_NAMES)
"""The names that exercise files may use, with a side suffix or, for both sides, without."""


def muscle(name: str) -> tuple[Muscle, ...]:
    """Return the bellies of a muscle, one for a name with a side and two for one without.

    Raises KeyError for an unknown name.
    """
    stem, side = (name[:-2], name[-2:]) if name.endswith(("_l", "_r")) else (name, "")
    left = _LEFT[_OTHER_NAMES.get(stem, stem)]
    if side == "_l":
        return (left,)
    return (_mirror(left),) if side == "_r" else (left, _mirror(left))


class MuscleSketch:
    """Draws bellies into the sketch of one frame."""

    def __init__(
        self, sketch: Sketch, camera: Camera, pose: "Pose", look: Look, breath: float = 0.0
    ) -> None:
        self._sketch = sketch
        self._camera = camera
        self._pose = pose
        self._look = look
        self._breath = breath_of(pose, breath)

    def hosted(self, names: Iterable[str]) -> list[Muscle]:
        """Return the bellies of the named muscles."""
        return [belly for name in names for belly in muscle(name)]

    def paint(self, belly: Muscle, hosts: tuple[Span, ...], *, clipped: bool) -> None:
        """Paint a belly; one that faces away is faint, as if seen through the body."""
        visible = self._visible(belly)
        if visible < 0.06:
            return
        share = round(0.92 * visible, 2)
        centres = self._places(belly.balls)
        slim = 1.0 if clipped else 0.72
        radii = np.array([ball[3] for ball in belly.balls]) * (slim * self._pose.stature_m)
        edge = radii + _EDGE * self._pose.stature_m
        variants = np.stack([edge, radii, radii * _LIT])
        outer, body, lit = chains(self._camera, centres, variants, count=self._sketch.count)
        clip = hosts if clipped else ()
        colours = self._look.colours
        colour = mix(colours.shirt if belly.on_shirt else colours.trousers, colours.muscle, share)
        rim = mix(colour, colours.halo, 0.0 if self._look.outline else round(0.55 * visible, 2))
        self._put(rim, outer, clip, dots=False)
        self._put(colour, body, clip, dots=True)
        if not self._look.dots:
            self._sketch.put(mix(colour, colours.light, 0.16), lit, clip=clip)

    def _put(self, colour: Rgb, outlines: Array, clip: tuple[Span, ...], *, dots: bool) -> None:
        start = self._sketch.add(outlines)
        stop = self._sketch.size
        if not self._look.dots:
            self._sketch.fills.append(Fill(colour, start, stop, clip))
        elif dots:
            step = 0.0125 * self._pose.stature_m * self._camera.scale
            white = self._look.colours.light
            self._sketch.fills.append(Fill(white, start, stop, clip))
            self._sketch.fills.append(Fill(colour, start, stop, clip, dots=step))

    def _visible(self, belly: Muscle) -> float:
        frame = self._pose.frames[FRAME_INDEX[belly.balls[0][0]]]
        normal = frame @ np.asarray(belly.facing)
        facing = float(normal @ self._camera.axes[2] / np.linalg.norm(normal))
        share = min(max((facing + 0.35) / 0.5, 0.0), 1.0)
        return share * share * (3.0 - 2.0 * share)

    def _places(self, balls: tuple[Ball, ...]) -> Array:
        frame = np.array([FRAME_INDEX[ball[0]] for ball in balls])
        offset = np.array([ball[2] for ball in balls])
        if self._breath.any():
            offset = offset + skin_shift(frame, offset, self._breath)
        turned = (self._pose.frames[frame] @ offset[:, :, None])[:, :, 0]
        origin = self._pose.positions[[JOINT_INDEX[ball[1]] for ball in balls]]
        at: Array = origin + turned * self._pose.stature_m
        return at


def _mirror(belly: Muscle) -> Muscle:
    x, y, z = belly.facing
    return Muscle(
        tuple(
            (swap_suffix(f), swap_suffix(j), (o[0], -o[1], o[2]), r) for f, j, o, r in belly.balls
        ),
        (x, -y, z),
        tuple(swap_suffix(host) for host in belly.ordered_hosts),
        belly.on_shirt,
    )
