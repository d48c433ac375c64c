"""Judging what the default view shows: the working limbs, at enough of their length, in sight."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from tests.reference.fidelity import Result, at_least
from tests.reference.recording import Array, Recording, lengths, segment_distance, stem

_FAR_M = 6.0


def eye_axes(view: tuple[float, float]) -> tuple[Array, Array, Array]:
    """Return the direction to the eye, and the right and up of the picture."""
    azimuth, elevation = (math.radians(angle) for angle in view)
    flat = math.cos(elevation)
    eye = np.array([math.sin(azimuth) * flat, -math.cos(azimuth) * flat, math.sin(elevation)])
    right = np.array([math.cos(azimuth), math.sin(azimuth), 0.0])
    return eye, right, np.cross(eye, right)


def _shown_frames(r: Recording) -> list[int]:
    holds = [int(r.frames_of(p)[0]) for p in r.phases if p.kind == "hold"]
    return holds or list(range(0, len(r.positions), max(1, len(r.positions) // 12)))


def _working(r: Recording, bones: Sequence[str]) -> Iterator[tuple[str, str]]:
    for a, b, _ in r.capsules:
        if f"{a}-{b}" in bones:
            yield a, b


def _symmetric(r: Recording) -> bool:
    pairs = ("hip_flexion", "knee_flexion", "shoulder_flexion")
    return all(np.abs(r.angles[name + "_l"] - r.angles[name + "_r"]).mean() < 5 for name in pairs)


def _better_side(r: Recording, shares: dict[str, float]) -> float:
    """Return the least share; where both sides move alike, each limb's better side counts."""
    if not _symmetric(r):
        return min(shares.values())
    best: dict[str, float] = {}
    for joint, share in shares.items():
        best[stem(joint)] = max(best.get(stem(joint), 0.0), share)
    return min(best.values())


def true_length(r: Recording, view: tuple[float, float], bones: Sequence[str]) -> Result:
    """Working limbs are seen at 60 per cent of their length or more."""
    _, right, up = eye_axes(view)
    shares = {}
    for a, b in _working(r, bones):
        limb = (r.at(b) - r.at(a))[_shown_frames(r)]
        seen = np.hypot(limb @ right, limb @ up) / lengths(limb)
        shares[a] = 100 * float(seen.mean())
    return at_least("true_length", _better_side(r, shares), 60.0)


def in_sight(r: Recording, view: tuple[float, float], bones: Sequence[str]) -> Result:
    """At least 60 per cent of each working limb is not hidden by another."""
    eye, _, _ = eye_axes(view)
    frames = _shown_frames(r)
    shares = {}
    for a, b in _working(r, bones):
        start, limb = r.at(a)[frames], (r.at(b) - r.at(a))[frames]
        points = start[:, None] + np.linspace(0.15, 0.85, 9)[:, None] * limb[:, None]
        hidden = np.zeros(points.shape[:2], dtype=bool)
        for c, d, radius in r.capsules:
            if {c, d} & {a, b}:
                continue
            near, far = r.at(c)[frames][:, None], r.at(d)[frames][:, None]
            gap = segment_distance(points, points + eye * _FAR_M, near, far)
            in_front = ((near + far) / 2 - points) @ eye > 0
            hidden |= (gap < radius) & in_front
        shares[a] = 100 * float(1 - hidden.mean())
    return at_least("in_sight", _better_side(r, shares), 60.0)
