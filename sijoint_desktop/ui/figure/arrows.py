"""Arrows along the path that a joint really takes, and round arrows for moves too small to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.core.side import swap_suffix
from sijoint_desktop.motion.joints import FRAME_INDEX, FRAMES, JOINT_INDEX
from sijoint_desktop.motion.model import PUSH_CHANNEL
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.look import Look, Rgb

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Clip, Pose
    from sijoint_desktop.motion.model import MotionSpec

Array = NDArray[np.float64]

_STEPS = 40
_SMALL_M = 0.115
"""A joint that moves less than this gets an arrow of this length, so that it can be seen."""

_TURNING_M = 0.05
"""A joint that moves less than this, while its bone turns, gets a round arrow."""

_STILL_M = 0.012
_STILL_DEGREES = 3.0
_ROUND_RADIUS = 0.135  # of stature
_ROUND_SWEEP = 105.0  # degrees that a round arrow covers, whatever the true turn

_PUSH_LENGTH = 0.110
"""The arrow of a full push, in statures."""

_FRAME_OF = {
    "pelvis": "pelvis",
    "l5s1": "pelvis",
    "t12l1": "t12",
    "chest": "thorax",
    "neck": "t1",
    "head": "head",
    "head_top": "head",
    "shoulder": "upper_arm",
    "elbow": "forearm",
    "wrist": "forearm",
    "hand": "hand",
    "hip": "thigh",
    "knee": "thigh",
    "ankle": "shank",
    "heel": "foot",
    "ball": "foot",
    "toe": "toe",
}


@dataclass(frozen=True, slots=True)
class MotionPath:
    """The line (n, 3) that an arrow follows, in metres, from tail to head.

    A ``fixed`` one stands for the whole move, because the true path is too short to follow.
    """

    joint: str
    points: Array
    fixed: bool = False

    def after(self, share: float) -> "MotionPath":
        """Return what is left of the path when a share (0 to 1) of the move is done."""
        if self.fixed or share <= 0.0:
            return self
        last = len(self.points) - 1
        at = np.linspace(min(share, 1.0) * last, last, _STEPS)
        low = np.minimum(at.astype(np.intp), last - 1)
        part = (at - low)[:, None]
        left = self.points[low] * (1.0 - part) + self.points[low + 1] * part
        return MotionPath(self.joint, left)


def motion_paths(
    clip: "Clip", joints: Sequence[str], start: float, stop: float
) -> tuple[MotionPath, ...]:
    """Return the paths of joints between two rows of a clip; those that stay still are left out."""
    if start == stop:
        return ()
    rows = np.linspace(start, stop, _STEPS)
    low = np.clip(rows.astype(np.intp), 0, len(clip.positions) - 2)
    share = (rows - low)[:, None]
    ends = clip.pose(start), clip.pose(stop)
    found = []
    for joint in joints:
        line = clip.positions[:, JOINT_INDEX[joint]]
        points = line[low] * (1.0 - share) + line[low + 1] * share
        found.append(_path(points, ends, joint))
    return tuple(path for path in found if path is not None)


def push_paths(spec: "MotionSpec", clip: "Clip", pose: "Pose") -> tuple[MotionPath, ...]:
    """Return an arrow for every push of a motion, as long as a pose pushes hard; else none."""
    length = _PUSH_LENGTH * pose.channels.get(PUSH_CHANNEL, 0.0)
    if length < _STILL_M:
        return ()
    other = spec.authored_side is not None and clip.side not in (None, spec.authored_side)
    facing = np.array([1.0, -1.0, 1.0]) if other else np.ones(3)
    found = []
    for push in spec.pushes:
        joint = swap_suffix(push.joint) if other else push.joint
        direction = facing * push.direction / np.linalg.norm(push.direction)
        head = pose.positions[JOINT_INDEX[joint]] + facing * push.offset * pose.stature_m
        back = np.linspace(length, 0.0, _STEPS)[:, None] * pose.stature_m
        found.append(MotionPath(joint, head - back * direction, fixed=True))
    return tuple(found)


def sketch_arrow(
    path: MotionPath, camera: Camera, look: Look, stature_m: float, count: int
) -> Sketch:
    """Return an arrow with a casing that keeps it clear of what lies beneath it."""
    sketch = Sketch(count)
    unit = stature_m * camera.scale
    width = min(max(0.0088 * unit, min(2.0, 0.016 * unit)), 0.02 * unit)
    page, _, _ = camera.project(path.points)
    length = float(np.linalg.norm(np.diff(page, axis=0), axis=1).sum())
    if length < 2.2 * width:
        return sketch
    casing: Rgb = (255, 255, 255) if look.outline else look.colours.halo
    under, over = _ribbon(page, width, length, count)
    for shapes, tone in ((under, casing), (over, look.colours.arrow)):
        start = sketch.add(shapes)
        # one by one: shaft and head may run opposite ways round, and would cancel in one path
        sketch.fill(tone, start, start + 1)
        sketch.fill(tone, start + 1, start + 2)
    return sketch


def _path(points: Array, ends: tuple["Pose", "Pose"], joint: str) -> MotionPath | None:
    stem, side = _stem(joint)
    reach = float(np.linalg.norm(points - points[0], axis=1).max())
    if reach >= _SMALL_M:
        return MotionPath(joint, points)
    name = _FRAME_OF[stem]
    number = FRAME_INDEX[name if name in FRAMES else name + side]
    first, last = ends
    axis, angle = _turn(last.frames[number] @ first.frames[number].T)
    if angle >= _STILL_DEGREES and reach < _TURNING_M:
        return MotionPath(joint, _arc(points[0], axis, first.stature_m), fixed=True)
    moved = float(np.linalg.norm(points[-1] - points[0]))
    return MotionPath(joint, _stretched(points), fixed=True) if moved >= _STILL_M else None


def _stem(joint: str) -> tuple[str, str]:
    return (joint[:-2], joint[-2:]) if joint.endswith(("_l", "_r")) else (joint, "")


def _turn(rotation: Array) -> tuple[Array, float]:
    """Axis (unit) and angle in degrees of a small rotation matrix."""
    vector = np.array(
        [
            rotation[2, 1] - rotation[1, 2],
            rotation[0, 2] - rotation[2, 0],
            rotation[1, 0] - rotation[0, 1],
        ]
    )
    length = float(np.linalg.norm(vector))
    angle = float(np.degrees(np.arctan2(length, np.trace(rotation) - 1.0)))
    return vector / max(length, 1e-12), angle


def _arc(centre: Array, axis: Array, stature_m: float) -> Array:
    """Return an arc over the joint in the plane of its turn, long enough to be read."""
    up = np.array([0.0, 0.0, 1.0])
    start = up - (up @ axis) * axis
    if np.linalg.norm(start) < 0.2:
        start = np.array([1.0, 0.0, 0.0]) - axis[0] * axis
    start /= np.linalg.norm(start)
    across = np.cross(axis, start)
    angle = np.radians(np.linspace(-_ROUND_SWEEP / 2.0, _ROUND_SWEEP / 2.0, _STEPS))
    ring = np.outer(np.cos(angle), start) + np.outer(np.sin(angle), across)
    line: Array = centre + ring * (_ROUND_RADIUS * stature_m)
    return line


def _stretched(points: Array) -> Array:
    """Return a short path drawn longer about its middle, so that its direction can be seen."""
    span = float(np.linalg.norm(points[-1] - points[0]))
    middle = points.mean(0)
    longer: Array = middle + (points - middle) * max(1.0, _SMALL_M / max(span, 1e-6))
    return longer


def _ribbon(page: Array, width: float, length: float, count: int) -> tuple[Array, Array]:
    """Outlines (2, k, 2) of shaft, slim at its tail, and head: as casing, and as the arrow."""
    step = np.diff(page, axis=0)
    at = np.concatenate([[0.0], np.cumsum(np.sqrt((step * step).sum(1)))])
    head = min(3.4 * width, 0.55 * length)
    half = count // 2
    along = np.append(np.linspace(0.0, length - head * 0.7, half), length - head)
    line = np.stack([np.interp(along, at, page[:, 0]), np.interp(along, at, page[:, 1])], 1)
    line, base = line[:-1], line[-1]
    slope = np.empty_like(line)
    slope[1:-1] = line[2:] - line[:-2]
    slope[0], slope[-1] = line[1] - line[0], line[-1] - line[-2]
    slope /= np.maximum(np.sqrt((slope * slope).sum(1, keepdims=True)), 1e-9)
    normal = slope[:, ::-1] * np.array([-1.0, 1.0])
    wide = (0.5 * width) * np.linspace(0.55, 1.0, half)[:, None]
    forward = page[-1] - base
    forward = forward / max(float(np.hypot(forward[0], forward[1])), 1e-9)
    aside = np.array([-forward[1], forward[0]])
    made = []
    for grow in (0.55 * width, 0.0):
        spine = line.copy()
        spine[0] -= slope[0] * grow
        out = normal * (wide + grow)
        tip, back = page[-1] + forward * (grow * 1.9), base - forward * grow
        spread = aside * (0.58 * head + grow * 1.5)
        corners = np.empty((count, 2))
        corners[:], corners[1], corners[2] = tip, back + spread, back - spread
        made.append(np.stack([np.concatenate([spine + out, (spine - out)[::-1]]), corners]))
    return made[0], made[1]
