"""Looking at one moment of a recording: where a joint is in a hold, what an angle reads."""

import numpy as np

from tests.reference.recording import Array, Recording, Span


def phase(r: Recording, name: str) -> Span:
    """Return the first phase of that name."""
    return next(p for p in r.phases if p.name == name)


def at(r: Recording, joint: str, name: str = "Hold", share: float = 0.5) -> Array:
    """Return where a joint is after a share of a phase, in metres."""
    frames = r.frames_of(phase(r, name))
    point: Array = r.at(joint)[frames[round(share * (len(frames) - 1))]]
    return point


def reading(r: Recording, angle: str, name: str = "Hold", share: float = 1.0) -> float:
    """Return an angle after a share of a phase, in degrees."""
    span = phase(r, name)
    return float(np.interp(span.start_s + share * span.seconds, r.times, r.angles[angle]))


def off_line(point: Array, first: Array, last: Array) -> float:
    """Return how far a point lies beside the line through two others."""
    along = (last - first) / np.linalg.norm(last - first)
    away = point - first
    return float(np.linalg.norm(away - (away @ along) * along))
