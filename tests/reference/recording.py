"""A motion as it was exported, with the tables that fidelity is judged by, all in statures.

Masses: de Leva 1996, mean of both sexes. Capsules are three quarters of the drawn limbs, since soft
tissue may press in. Everything here is written down again rather than taken from the program, so
that a wrong number there is found here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

REFERENCE_STATURE_M = 1.75
"""Millimetres are judged at this stature and scale with it."""

FLESH: Mapping[str, float] = {
    "pelvis": 0.062,
    "l5s1": 0.050,
    "t12l1": 0.050,
    "chest": 0.060,
    "neck": 0.028,
    "head": 0.045,
    "head_top": 0.0,
    "shoulder": 0.029,
    "elbow": 0.019,
    "wrist": 0.0135,
    "hand": 0.005,
    "hip": 0.052,
    "knee": 0.0295,
    "ankle": 0.018,
    "heel": 0.004,
    "ball": 0.004,
    "toe": 0.003,
    "chair_front": 0.0,
    "chair_back": 0.0,
}
"""From a joint to the skin."""

TOUCHING_HEIGHT: Mapping[str, float] = {
    "heel": 0.012,
    "ball": 0.012,
    "toe": 0.012,
    "ankle": 0.046,
    "knee": 0.040,
    "wrist": 0.030,
    "hand": 0.022,
    "elbow": 0.030,
    "hip": 0.080,
    "pelvis": 0.080,
    "l5s1": 0.075,
    "t12l1": 0.080,
    "chest": 0.080,
    "shoulder": 0.070,
    "neck": 0.075,
    "head": 0.075,
    "chair_front": 0.012,
    "chair_back": 0.012,
}
"""How high a joint may be over the floor while it rests on it."""

PATCH: Mapping[str, float] = {
    "heel": 0.020,
    "ball": 0.026,
    "toe": 0.016,
    "ankle": 0.012,
    "knee": 0.026,
    "wrist": 0.022,
    "hand": 0.014,
    "elbow": 0.020,
    "hip": 0.040,
    "pelvis": 0.070,
    "l5s1": 0.050,
    "t12l1": 0.060,
    "chest": 0.080,
    "shoulder": 0.030,
    "neck": 0.030,
    "head": 0.030,
    "chair_front": 0.012,
    "chair_back": 0.012,
}
"""Radius of the patch of floor that carries weight under a joint."""

LENGTHS: Mapping[tuple[str, str], float] = {
    ("hip", "knee"): 0.245,
    ("knee", "ankle"): 0.246,
    ("shoulder", "elbow"): 0.186,
    ("elbow", "wrist"): 0.146,
    ("wrist", "hand"): 0.108,
}

CAPSULES: Mapping[tuple[str, str], float] = {
    ("pelvis", "l5s1"): 0.050,
    ("l5s1", "t12l1"): 0.042,
    ("t12l1", "neck"): 0.050,
    ("neck", "head"): 0.024,
    ("head", "head_top"): 0.040,
    ("shoulder", "elbow"): 0.021,
    ("elbow", "wrist"): 0.016,
    ("wrist", "hand"): 0.007,
    ("hip", "knee"): 0.034,
    ("knee", "ankle"): 0.021,
    ("ankle", "ball"): 0.014,
    ("ball", "toe"): 0.008,
}

MASSES: tuple[tuple[str, str, float, float], ...] = (
    ("neck", "head_top", 0.0681, 0.55),
    ("neck", "pelvis", 0.4302, 0.50),
    ("shoulder", "elbow", 0.0263, 0.576),
    ("elbow", "wrist", 0.0150, 0.457),
    ("wrist", "hand", 0.0059, 0.40),
    ("hip", "knee", 0.1447, 0.385),
    ("knee", "ankle", 0.0457, 0.437),
    ("heel", "toe", 0.0133, 0.42),
)
"""Segment ends, share of the body's mass, and where its centre lies from the first end."""


def stem(name: str) -> str:
    """Return a joint or angle name without its side."""
    return name[:-2] if name.endswith(("_l", "_r")) else name


def side_of(name: str) -> str:
    """Return _l, _r or nothing."""
    return name[-2:] if name.endswith(("_l", "_r")) else ""


@dataclass(frozen=True)
class Span:
    """A phase, or a joint resting on the floor, with its seconds."""

    name: str
    start_s: float
    end_s: float
    kind: str = ""

    @property
    def seconds(self) -> float:
        return self.end_s - self.start_s


@dataclass(frozen=True)
class Recording:
    """The numbers of one exported motion."""

    joints: tuple[str, ...]
    parents: tuple[int, ...]
    positions: Array
    angles: Mapping[str, Array]
    phases: tuple[Span, ...]
    contacts: tuple[Span, ...]
    fps: float
    stature_m: float
    loop: bool

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Recording":
        """Build it from what the motion command writes."""
        return cls(
            joints=tuple(document["joints"]),
            parents=tuple(document["parents"]),
            positions=np.array(document["positions"], dtype=np.float64),
            angles={name: np.array(values) for name, values in document["angles"].items()},
            phases=tuple(
                Span(p["name"], p["from_s"], p["to_s"], p["kind"]) for p in document["phases"]
            ),
            contacts=tuple(Span(c["joint"], c["from_s"], c["to_s"]) for c in document["contacts"]),
            fps=float(document["fps"]),
            stature_m=float(document["stature_m"]),
            loop=bool(document["loop"]),
        )

    @property
    def times(self) -> Array:
        return np.arange(len(self.positions)) / self.fps

    @property
    def seconds(self) -> float:
        return (len(self.positions) - 1) / self.fps

    @property
    def mm(self) -> float:
        """From metres to millimetres at the reference stature."""
        return 1000.0 * REFERENCE_STATURE_M / self.stature_m

    def frames_of(self, span: Span) -> NDArray[np.intp]:
        """Return the frames inside a span of time."""
        inside = (self.times >= span.start_s - 1e-6) & (self.times <= span.end_s + 1e-6)
        return np.flatnonzero(inside)

    def at(self, joint: str) -> Array:
        """Return the path (N, 3) of a joint in metres."""
        path: Array = self.positions[:, self.joints.index(joint)]
        return path

    def paired(self, first: str, last: str) -> tuple[tuple[str, str], ...]:
        """Return the joints of a segment, once or for both sides, as they are there."""
        names = ((first + side, last + side) for side in ("", "_l", "_r"))
        middle = [(a, b) for a, b in names if a in self.joints and b in self.joints]
        return tuple(middle)

    @property
    def capsules(self) -> tuple[tuple[str, str, float], ...]:
        """Return every limb as two joints and a radius in metres."""
        return tuple(
            (a, b, radius * self.stature_m)
            for (first, last), radius in CAPSULES.items()
            for a, b in self.paired(first, last)
        )


def lengths(vectors: Array) -> Array:
    """Return the lengths of vectors along the last axis."""
    found: Array = np.linalg.norm(vectors, axis=-1)
    return found


def segment_distance(p1: Array, q1: Array, p2: Array, q2: Array) -> Array:
    """Return the shortest distances between segments p1-q1 and p2-q2, all (..., 3)."""
    along, across, apart = q1 - p1, q2 - p2, p1 - p2
    a, e, b = (np.sum(x * y, axis=-1) for x, y in ((along,) * 2, (across,) * 2, (along, across)))
    c, f = np.sum(along * apart, axis=-1), np.sum(across * apart, axis=-1)
    spread = a * e - b * b
    s = np.where(spread > 1e-12, (b * f - c * e) / np.maximum(spread, 1e-12), 0.0).clip(0, 1)
    t = (b * s + f) / np.maximum(e, 1e-12)
    s = np.where(t < 0, -c / np.maximum(a, 1e-12), s)
    s = np.where(t > 1, (b - c) / np.maximum(a, 1e-12), s).clip(0, 1)
    t = t.clip(0, 1)
    return lengths(p1 + along * s[..., None] - p2 - across * t[..., None])
