"""A motion as plain numbers, frame by frame, for other programs."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clinical import clinical_angles
from sijoint_desktop.motion.clip import touching
from sijoint_desktop.motion.joints import JOINTS, PARENTS
from sijoint_desktop.motion.mirror import mirror_frames, mirror_names, mirror_points
from sijoint_desktop.motion.model import VIEW_DEGREES, MotionSpec
from sijoint_desktop.motion.room import chair_feet, mirrored_room
from sijoint_desktop.motion.rotation import Array
from sijoint_desktop.motion.solve import Path, Stance, stance_between
from sijoint_desktop.motion.timeline import Phase, PhaseKind, Timeline, row_counts


def motion_json(
    spec: MotionSpec,
    exercise_id: str,
    timeline: Timeline,
    *,
    fps: float,
    side: Side | None,
    stature_m: float,
) -> dict[str, object]:
    """Return one run through a timeline of the motion, evaluated at every frame.

    ``positions`` are [frame][joint][x, y, z] in metres, z up; ``angles`` are [frame] in clinical
    degrees by name; ``contacts`` and ``phases`` carry their times in seconds; ``view`` and
    ``working`` say from where this side is best seen, in degrees, and which bones do the work. The
    frames are computed, not resampled, so any rate is exact. Where the figure sits, the feet of its
    chair are joints of their own: they carry it.
    """
    count = round(timeline.duration_s * fps) + 1
    body, _ = Path(spec).body_at(_rows(timeline, np.arange(count) / fps))
    positions, frames = body.positions, body.frames
    joints, parents = list(JOINTS), list(PARENTS)
    other = side is not None and spec.authored_side not in (None, side)
    if other:
        positions, frames = mirror_points(positions), mirror_frames(frames)
    angles = clinical_angles(frames, spec.base, mirrored=other)
    if any(pose.root.seated for pose in spec.poses.values()):
        feet = chair_feet(mirrored_room(spec.room) if other else spec.room)
        joints += feet
        parents += [-1] * len(feet)
        stand = np.broadcast_to(list(feet.values()), (count, len(feet), 3))
        positions = np.concatenate([positions, stand], axis=1)
    return {
        "exercise": exercise_id,
        "side": str(side or spec.authored_side or "both"),
        "fps": fps,
        "stature_m": stature_m,
        "joints": joints,
        "parents": parents,
        "positions": np.round(positions * stature_m, 7).tolist(),
        "contacts": _contacts(spec, timeline, mirrored=other),
        "angles": {name: np.round(values, 4).tolist() for name, values in angles.items()},
        "phases": [
            {"name": p.name, "from_s": p.start_s, "to_s": p.end_s, "kind": str(p.kind)}
            for p in timeline.phases
        ],
        "loop": timeline.loop,
        "view": _view(spec, mirrored=other),
        "working": [_bone(name, mirrored=other) for name in spec.working],
    }


def _view(spec: MotionSpec, *, mirrored: bool) -> dict[str, float]:
    azimuth, elevation = VIEW_DEGREES[spec.camera]
    return {"azimuth_deg": 180.0 - azimuth if mirrored else azimuth, "elevation_deg": elevation}


def _bone(name: str, *, mirrored: bool) -> str:
    joints = tuple(name.split("-"))
    return "-".join(mirror_names(joints) if mirrored else joints)


def _rows(timeline: Timeline, times: Array) -> Array:
    marks = [0.0] + [phase.end_s for phase in timeline.phases]
    rows = [timeline.phases[0].row_start] + [phase.row_end for phase in timeline.phases]
    return np.interp(times, marks, rows)


def _contacts(spec: MotionSpec, timeline: Timeline, *, mirrored: bool) -> list[dict[str, object]]:
    """Return how long each joint stays on the floor, joined over phases.

    Where the figure sits, the feet of its chair carry it.
    """
    lasting: dict[str, tuple[float, float]] = {}
    found: list[tuple[str, float, float]] = []
    for stance, start, end in _stretches(spec, timeline):
        names = touching(stance.root, stance.contacts, stance.sliding)
        if stance.root is not None and stance.root.seated:
            names += tuple(chair_feet(spec.room))
        for name in mirror_names(names) if mirrored else names:
            since, until = lasting.get(name, (start, start))
            if until < start:
                found.append((name, since, until))
                since = start
            lasting[name] = (since, end)
    found += [(name, since, until) for name, (since, until) in lasting.items()]
    return [{"joint": name, "from_s": a, "to_s": b} for name, a, b in sorted(found, key=_order)]


def _order(contact: tuple[str, float, float]) -> tuple[float, str]:
    return contact[1], contact[0]


def _stretches(spec: MotionSpec, timeline: Timeline) -> Iterator[tuple[Stance, float, float]]:
    """Yield what the body rests on, with its seconds, for every hold and part of a move."""
    rows = np.cumsum(row_counts(spec))
    poses = [spec.poses[row.pose] for row in spec.rows]
    for phase in timeline.phases:
        if phase.kind is not PhaseKind.MOVE:
            pose = poses[int(np.searchsorted(rows, phase.row_start))]
            stance = Stance(pose.root, pose.contacts, pose.head_level)
            yield stance, phase.start_s, phase.end_s
            continue
        for (first, last), (before, after) in zip(pairwise(rows), pairwise(poses), strict=True):
            if phase.row_start <= first and last <= phase.row_end:
                yield stance_between(before, after), _time(phase, first), _time(phase, last)


def _time(phase: Phase, row: int) -> float:
    if row == phase.row_end:
        return phase.end_s
    share = (row - phase.row_start) / (phase.row_end - phase.row_start)
    return phase.start_s + share * phase.duration_s
