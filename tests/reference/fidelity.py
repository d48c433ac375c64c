"""Judging one exported motion: is it a body, is it on the floor, can a person move like that."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from sijoint_desktop.motion.limits import CLINICAL_ANGLES, LimitKind, limit_of
from tests.reference.recording import (
    FLESH,
    LENGTHS,
    MASSES,
    PATCH,
    TOUCHING_HEIGHT,
    Array,
    Recording,
    lengths,
    segment_distance,
    side_of,
    stem,
)


@dataclass(frozen=True)
class Result:
    """One figure against its threshold; a metric may have nothing to judge and then passes."""

    metric: str
    figure: float
    threshold: float
    passed: bool
    detail: str = ""


def at_most(metric: str, figure: float, threshold: float, detail: str = "") -> Result:
    return Result(metric, float(figure), threshold, bool(figure <= threshold), detail)


def at_least(metric: str, figure: float, threshold: float, detail: str = "") -> Result:
    return Result(metric, float(figure), threshold, bool(figure >= threshold), detail)


def consistent(r: Recording) -> Result:
    """Every array is as long as the clip, and the phases fill it without gaps."""
    faults = [name for name, values in r.angles.items() if len(values) != len(r.positions)]
    if r.positions.shape[1:] != (len(r.joints), 3) or not np.isfinite(r.positions).all():
        faults.append("positions")
    if set(r.angles) != set(CLINICAL_ANGLES):
        faults.append("angle names")
    edge = 0.0
    for phase in r.phases:
        if abs(phase.start_s - edge) > 1.5 / r.fps:
            faults.append(f"gap before {phase.name}")
        edge = phase.end_s
    if abs(edge - r.seconds) > 1.5 / r.fps:
        faults.append(f"phases end at {edge}")
    return at_most("consistent", len(faults), 0, ", ".join(faults))


def bone_drift(r: Recording) -> Result:
    """No bone changes its length, in per cent."""
    worst = 0.0
    for joint, parent in enumerate(r.parents):
        if parent >= 0:
            bone = lengths(r.positions[:, joint] - r.positions[:, parent])
            worst = max(worst, 100 * float(np.abs(bone / np.median(bone) - 1).max()))
    return at_most("bone_drift", worst, 0.1)


def proportions(r: Recording) -> Result:
    """Limbs are within 12 per cent of a real body's, and alike on both sides."""
    worst = 0.0
    for (first, last), share in LENGTHS.items():
        pair = [float(np.median(lengths(r.at(b) - r.at(a)))) for a, b in r.paired(first, last)]
        worst = max(worst, *(100 * abs(bone / (share * r.stature_m) - 1) for bone in pair))
        worst = max(worst, 24 * 100 * abs(pair[0] / pair[1] - 1))  # 0.5 per cent between sides
    return at_most("proportions", worst, 12.0)


def slip(r: Recording) -> Result:
    """A joint on the floor stays where it is, in millimetres."""
    worst = {c.name: 0.0 for c in r.contacts}
    for contact in r.contacts:
        path = r.at(contact.name)[r.frames_of(contact)]
        if len(path) > 1:
            moved = float(lengths(path - path[0]).max()) * r.mm
            worst[contact.name] = max(worst[contact.name], moved)
    return at_most("slip", max(worst.values(), default=0.0), 2.0)


def floating(r: Recording) -> Result:
    """A joint on the floor is low enough to touch it, in millimetres."""
    worst = 0.0
    for contact in r.contacts:
        height = r.at(contact.name)[r.frames_of(contact), 2]
        allowed = TOUCHING_HEIGHT[stem(contact.name)] * r.stature_m
        worst = max(worst, float((height - allowed).max(initial=0.0)) * r.mm)
    return at_most("floating", worst, 5.0)


def penetration(r: Recording) -> Result:
    """No joint is under the floor, in millimetres."""
    return at_most("penetration", max(-float(r.positions[..., 2].min()), 0.0) * r.mm, 3.0)


def flesh_penetration(r: Recording) -> Result:
    """Flesh gives way to the floor a little, and no more, in millimetres."""
    flesh = np.array([FLESH[stem(name)] for name in r.joints]) * r.stature_m
    depth = flesh - r.positions[..., 2]
    frame, joint = np.unravel_index(int(depth.argmax()), depth.shape)
    return at_most("flesh_penetration", depth.max() * r.mm, 20.0, f"{r.joints[joint]} at {frame}")


def joint_limits(r: Recording, kind: LimitKind) -> Result:
    """No angle is beyond what a person can do, in degrees."""
    worst, who = 0.0, ""
    for name, values in r.angles.items():
        least, most = limit_of(name).range(kind)
        over = max(least - float(values.min()), float(values.max()) - most)
        if over > worst:
            worst, who = over, name
    return at_most("joint_limits", worst, 1.0, who)


def _unit(vectors: Array) -> Array:
    return vectors / np.maximum(lengths(vectors), 1e-9)[:, None]


def knee_direction(r: Recording) -> Result:
    """Knees bend backwards only, judged by where the foot points, in degrees."""
    least = 180.0
    for side in ("_l", "_r"):
        hip, knee, ankle, heel, ball = (
            r.at(joint + side) for joint in ("hip", "knee", "ankle", "heel", "ball")
        )
        thigh, shank = _unit(hip - knee), _unit(knee - ankle)
        hinge = np.cross(shank, _unit(ball - heel))
        # a foot in line with its shank tells nothing: the pelvis then says where left is
        hinge = np.where(
            lengths(hinge)[:, None] > 0.30, hinge, _unit(r.at("hip_l") - r.at("hip_r"))
        )
        bend = np.cross(thigh, shank)
        angle = np.degrees(np.arctan2(lengths(bend), np.sum(thigh * shank, axis=1)))
        least = min(least, float(np.where(np.sum(bend * hinge, axis=1) < 0, -angle, angle).min()))
    return at_least("knee_direction", least, -10.0)


def elbow_direction(r: Recording) -> Result:
    """Elbows bend forwards only: else the shoulder would have to turn beyond its rotation.

    The turn of the upper arm is found from positions alone: from the plane of the bent elbow and
    the trunk's own axes. Figure: degrees beyond the passive rotation of the shoulder.
    """
    worst = 0.0
    for side, outwards in (("_l", 1.0), ("_r", -1.0)):
        shoulder, elbow, wrist = (r.at(joint + side) for joint in ("shoulder", "elbow", "wrist"))
        up = _unit(r.at("neck") - r.at("t12l1"))
        left = r.at("shoulder_l") - r.at("shoulder_r")
        left = _unit(left - np.sum(left * up, axis=1, keepdims=True) * up)
        trunk = np.stack([np.cross(left, up), left, up], axis=2)
        upper, lower = _unit(shoulder - elbow), _unit(elbow - wrist)
        normal = np.cross(lower, upper)
        bent = lengths(normal) > np.sin(np.radians(15))
        if not bent.any():
            continue
        z = np.einsum("nji,nj->ni", trunk, upper)[bent]
        y = np.einsum("nji,nj->ni", trunk, _unit(normal))[bent]
        # undo flexion, then abduction; what is left of the hinge axis is the rotation
        flexion = np.arctan2(z[:, 0], z[:, 2])
        abduction = np.arcsin(np.clip(-z[:, 1], -1, 1))
        x1 = np.stack([np.cos(flexion), np.zeros(len(z)), -np.sin(flexion)], axis=1)
        y1 = np.stack(
            [
                np.sin(flexion) * np.sin(abduction),
                np.cos(abduction),
                np.cos(flexion) * np.sin(abduction),
            ],
            axis=1,
        )
        rotation = outwards * np.degrees(
            np.arctan2(-np.sum(y * x1, axis=1), np.sum(y * y1, axis=1))
        )
        least, most = limit_of("shoulder_rotation_l").passive
        worst = max(worst, float((least - rotation).max()), float((rotation - most).max()))
    return at_most("elbow_direction", worst, 10.0)


def angles_match(r: Recording) -> Result:
    """Stated hinge angles are those that the joints show, in degrees."""
    worst = 0.0
    for angle, joints in (
        ("knee_flexion", ("hip", "knee", "ankle")),
        ("elbow_flexion", ("shoulder", "elbow", "wrist")),
    ):
        for side in ("_l", "_r"):
            a, b, c = (r.at(joint + side) for joint in joints)
            upper, lower = a - b, b - c
            seen = np.degrees(
                np.arctan2(lengths(np.cross(upper, lower)), np.sum(upper * lower, axis=1))
            )
            worst = max(worst, float(np.abs(seen - np.abs(r.angles[angle + side])).max()))
    return at_most("angles_match", worst, 2.0)


_TRUNK = frozenset({"pelvis", "l5s1", "t12l1", "chest", "neck", "head", "head_top"})


def _may_touch(r: Recording, one: tuple[str, str, float], two: tuple[str, str, float]) -> bool:
    """Say whether two limbs are neighbours, or fold on each other as limbs do."""
    (a, b, _), (c, d, _) = one, two
    above = {n: r.joints[p] if p >= 0 else "" for n, p in zip(r.joints, r.parents, strict=True)}
    if {a, b} & {c, d} or above[a] in (c, d) or above[c] in (a, b):
        return True
    kinds = {stem(a), stem(c)}
    if kinds <= _TRUNK or (kinds & _TRUNK and kinds & {"hip", "shoulder"}) or kinds == {"hip"}:
        return True
    folding = ({"hip", "ankle"}, {"hip", "ball"}, {"knee", "ball"})
    return side_of(a) == side_of(c) and kinds in folding


def self_intersection(r: Recording) -> Result:
    """No limb passes through another, in millimetres of capsule."""
    worst, who = -1e9, ""
    for one, two in combinations(r.capsules, 2):
        if not _may_touch(r, one, two):
            gap = segment_distance(r.at(one[0]), r.at(one[1]), r.at(two[0]), r.at(two[1]))
            depth = (one[2] + two[2] - float(gap.min())) * r.mm
            if depth > worst:
                worst, who = depth, f"{one[0]}-{one[1]} and {two[0]}-{two[1]}"
    return at_most("self_intersection", worst, 15.0, who)


def centre_of_mass(r: Recording) -> Array:
    """Return the path (N, 3) of the centre of mass."""
    moment, total = np.zeros((len(r.positions), 3)), 0.0
    for first, last, mass, share in MASSES:
        for a, b in r.paired(first, last):
            moment += mass * (r.at(a) * (1 - share) + r.at(b) * share)
            total += mass
    return moment / total


def balance(r: Recording) -> Result:
    """In every hold the centre of mass is over what carries the body, in millimetres."""
    masses, least, who = centre_of_mass(r), 1e9, ""
    turns = np.arange(12) * np.pi / 6
    ring = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    flesh = np.array([FLESH[stem(name)] for name in r.joints]) * r.stature_m
    for phase in r.phases:
        if phase.kind == "move":
            continue
        frame = int(r.frames_of(phase)[len(r.frames_of(phase)) // 2])
        low = r.positions[frame, :, 2] - flesh <= 0.010 * r.stature_m
        resting = {name for name, on_floor in zip(r.joints, low, strict=True) if on_floor}
        now = r.times[frame]
        resting |= {c.name for c in r.contacts if c.start_s - 1e-6 <= now <= c.end_s + 1e-6}
        patches = [
            r.at(name)[frame, :2] + ring * PATCH.get(stem(name), 0.015) * r.stature_m
            for name in resting
        ]
        margin = _inside(masses[frame, :2], np.concatenate(patches)) * r.mm if patches else -1e3
        if margin < least:
            least, who = margin, phase.name
    return at_least("balance", least, 0.0, who)


def _inside(point: Array, cloud: Array) -> float:
    """Return how far a point is inside the convex hull of a cloud; negative when outside.

    The hull's margin is the least, over all directions, of how much further the cloud extends than
    the point does.
    """
    turns = np.radians(np.arange(0, 360, 0.5))
    directions = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    return float(((cloud @ directions.T).max(axis=0) - point @ directions.T).min())


Metric = Callable[[Recording], Result]

BODY_METRICS: tuple[Metric, ...] = (
    *(consistent, bone_drift, proportions, slip, floating, penetration, flesh_penetration),
    *(knee_direction, elbow_direction, angles_match, self_intersection, balance),
)
