"""Judging how an exported motion moves: smoothly, at a human tempo, and back to where it began."""

import math

import numpy as np

from tests.reference.fidelity import Metric, Result, at_least, at_most
from tests.reference.recording import Recording, lengths, side_of, stem

_SIDED = ("forearm", "foot_rot", "shoulder_rot", "wrist")
"""Angles that may jump where their reading has a pole."""


def _fastest(r: Recording, order: int) -> float:
    return float(lengths(np.diff(r.positions, order, axis=0)).max()) * r.fps**order


def speed(r: Recording) -> Result:
    """No joint is faster than 1.5 m/s."""
    return at_most("speed", _fastest(r, 1), 1.5)


def acceleration(r: Recording) -> Result:
    """No joint accelerates by more than 8 m/s2."""
    return at_most("acceleration", _fastest(r, 2), 8.0)


def jerk(r: Recording) -> Result:
    """No joint jerks by more than 80 m/s3."""
    return at_most("jerk", _fastest(r, 3), 80.0)


def seam(r: Recording) -> Result:
    """A loop begins where, as fast and with the acceleration with which it ended.

    The figure is the worst share of 1 mm, 30 mm/s and 1 m/s2.
    """
    if not r.loop:
        return at_most("seam", 0.0, 1.0, "not a loop")
    p = r.positions
    velocity = (p[1] - p[0]) * r.fps, (p[-1] - p[-2]) * r.fps
    bend = (p[2] - 2 * p[1] + p[0]) * r.fps**2, (p[-1] - 2 * p[-2] + p[-3]) * r.fps**2
    gap = p[-1] - p[0]
    if lengths(gap).max() * 1000 > 1.0:  # or the first frame follows one step after the last
        gap = gap + velocity[1] / r.fps
    shares = (
        lengths(gap).max() * r.mm / 1.0,
        lengths(velocity[1] - velocity[0]).max() * r.mm / 30.0,
        lengths(bend[1] - bend[0]).max() / 1.0,
    )
    return at_most("seam", max(shares), 1.0)


def stillness(r: Recording) -> Result:
    """A hold is held still, in millimetres."""
    worst = 0.0
    for phase in r.phases:
        if phase.kind != "move":
            held = r.positions[r.frames_of(phase)]
            worst = max(worst, float(lengths(held - held[0]).max()) * r.mm)
    return at_most("stillness", worst, 2.0)


def joint_speed(r: Recording) -> Result:
    """No joint turns faster than 150 degrees a second."""
    worst, who = 0.0, ""
    for name, values in r.angles.items():
        turning = np.abs(np.diff(values)) * r.fps
        turning = turning[turning < 5000]  # a reading that wraps round at half a turn
        if not name.startswith(_SIDED) and turning.max(initial=0.0) > worst:
            worst, who = float(turning.max()), name
    return at_most("joint_speed", worst, 150.0, who)


def unhurried(r: Recording) -> Result:
    """No move takes less than 0.8 s."""
    moves = [phase.seconds for phase in r.phases if phase.kind == "move"]
    return at_least("unhurried", min(moves), 0.8)


def smoothness(r: Recording) -> Result:
    """The log dimensionless jerk of the joint that travels furthest; -5.32 is the ideal."""
    worst, who = 0.0, ""
    for phase in r.phases:
        frames = r.frames_of(phase)
        if phase.kind != "move" or len(frames) < 12:
            continue
        steps = lengths(np.diff(r.positions[frames], axis=0))
        joint = int(steps.sum(axis=0).argmax())
        if steps[:, joint].sum() < 0.02 * r.stature_m:
            continue
        pace = steps[:, joint] * r.fps
        rough = np.sum((np.diff(pace, 2) * r.fps**2) ** 2) / r.fps
        seconds = len(pace) / r.fps
        value = -math.log(max(seconds**3 / pace.max() ** 2 * rough, 1e-9))
        if value < worst:
            worst, who = value, f"{phase.name}, {r.joints[joint]}"
    return at_least("smoothness", worst, -7.0, who)


def longest_hold_is(r: Recording, hold_s: float) -> Result:
    """The hold lasts as long as the dose says, to a quarter of a second."""
    held = max((phase.seconds for phase in r.phases if phase.kind == "hold"), default=0.0)
    return at_most("hold_of_dose", abs(held - hold_s), 0.25)


def mirrored(r: Recording, other: Recording) -> Result:
    """The other side is the exact mirror, in millimetres."""
    swap = {"_l": "_r", "_r": "_l", "": ""}
    order = [r.joints.index(stem(name) + swap[side_of(name)]) for name in r.joints]
    mirror = other.positions[:, order] * np.array([1.0, -1.0, 1.0])
    return at_most("mirrored", float(lengths(mirror - r.positions).max()) * r.mm, 0.1)


TIME_METRICS: tuple[Metric, ...] = (
    *(speed, acceleration, jerk, seam, stillness, joint_speed, unhurried, smoothness),
)
