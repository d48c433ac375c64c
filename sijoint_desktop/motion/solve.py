"""The figure at any row of a motion: keys solved once, rows interpolated and put on contacts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion import contacts, easing
from sijoint_desktop.motion import dofs as dof
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion import skeleton as bones
from sijoint_desktop.motion.contacts import Fit, Hold
from sijoint_desktop.motion.dofs import Dofs
from sijoint_desktop.motion.forward import Body, forward, inverse
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.model import (
    Base,
    Contact,
    ContactKind,
    MotionSpec,
    PoseSpec,
    Root,
    RootMode,
)
from sijoint_desktop.motion.room import SEAT_HEIGHT, SEATED_HIP_HEIGHT
from sijoint_desktop.motion.rotation import Array, Index, Mask, Y
from sijoint_desktop.motion.timeline import row_counts


@dataclass(frozen=True, slots=True)
class Stance:
    """What the body rests on from row ``start`` up to, not including, row ``stop``."""

    root: Root | None  # None where nothing carries the body; a valid motion has no such stretch
    contacts: Mapping[str, Contact]
    head_level: float | None
    start: int = 0
    stop: int = 1
    sliding: frozenset[str] = frozenset()  # limbs whose place on the floor changes on the way


def stance_between(before: PoseSpec, after: PoseSpec) -> Stance:
    """Return what holds all the way from one pose to the next: what both state alike."""
    kept, sliding = {}, set[str]()
    for limb, contact in before.contacts.items():
        later = after.contacts.get(limb)
        if later is not None and contact.lasts_into(later):
            kept[limb] = max(contact, later, key=_lean)
            if contact.at != later.at:
                sliding.add(limb)
    level = before.head_level if before.head_level == after.head_level else None
    root = _common_root(before.root, after.root)
    return Stance(root, kept, level, sliding=frozenset(sliding))


def _lean(contact: Contact) -> float:
    return abs(contact.foot_lean)


def _common_root(before: Root, after: Root) -> Root | None:
    if before.mode is not after.mode:
        return None
    if before.mode is RootMode.PIN:
        return before if (before.joint, before.at) == (after.joint, after.at) else None
    stays = before.seated and after.seated and before.xy == after.xy
    return replace(before, seated=stays)


def solve_poses(poses: Sequence[PoseSpec], base: Base) -> tuple[Body, Dofs]:
    """Solve key poses, each on its own contacts, and read back their degrees of freedom."""
    body, _ = fitted_poses(poses, base)
    return body, inverse(body, dof.authored(poses, base))


def fitted_poses(poses: Sequence[PoseSpec], base: Base) -> tuple[Body, list[Fit]]:
    """Solve key poses and say how well each contact is met; a fit's rows number the poses."""
    stances = [
        Stance(pose.root, pose.contacts, pose.head_level, i, i + 1) for i, pose in enumerate(poses)
    ]
    return rest_on(dof.authored(poses, base), stances, base)


def rest_on(dofs: Dofs, stances: Sequence[Stance], base: Base) -> tuple[Body, list[Fit]]:
    """Compute poses and place each where its stance puts it, root first, then every contact.

    Beside the poses stands how well every contact could be met.
    """
    body = forward(dofs)
    _level_head(body, stances, base)
    body.positions[:] += _root_offset(body, dofs, stances)[:, None]
    return body, contacts.solve(body, dofs, _holds(stances))


def _holds(stances: Iterable[Stance]) -> list[Hold]:
    return [
        Hold(limb, contact, stance.start, stance.stop)
        for stance in stances
        if stance.stop > stance.start
        for limb, contact in stance.contacts.items()
    ]


def _level_head(body: Body, stances: Sequence[Stance], base: Base) -> None:
    pitch = np.full(len(body.frames), np.nan)
    for stance in stances:
        if stance.head_level is not None:
            pitch[stance.start : stance.stop] = stance.head_level
    rows = np.flatnonzero(~np.isnan(pitch))
    if not len(rows):
        return
    head = rot.to_matrix(rot.multiply(dof.base_turn(base), rot.about(Y, pitch[rows])))
    t1 = body.frames[rows, 4]
    half = rot.halved(rot.from_matrix(rot.transposed(t1) @ head))
    neck = t1 @ rot.to_matrix(half)
    body.frames[rows, 5], body.frames[rows, 6] = neck, head
    joint = body.positions[rows, 4] + rot.turn(neck, bones.NECK_TO_HEAD)
    body.positions[rows, 5] = joint
    body.positions[rows, 6] = joint + rot.turn(head, bones.HEAD_TO_TOP)


def _root_offset(body: Body, dofs: Dofs, stances: Sequence[Stance]) -> Array:
    """Return by how much (N, 3) each pose must be moved to rest where its stance says."""
    offset = np.zeros((len(body.frames), 3))
    point = np.full((len(body.frames), 2, 3), np.nan)  # of the knee or ankle that carries
    reach = np.full((len(body.frames), 2), bones.THIGH)  # from there to the hip
    feet = dofs.scalars[:, dof.PLACES["leg"]].reshape(-1, 2, 2)
    for stance in stances:
        rows = slice(stance.start, stance.stop)
        root = stance.root
        if root is None:
            continue
        if root.mode is RootMode.PIN:
            offset[rows] = root.at - body.positions[rows, JOINT_INDEX[root.joint]]
            continue
        if root.mode is RootMode.PROPPED:
            offset[rows] = _propped_offset(body, dofs, stance)
        if root.seated:
            seat = SEAT_HEIGHT + SEATED_HIP_HEIGHT
            offset[rows, 2] = seat - body.positions[rows, JOINT_INDEX["pelvis"], 2]
            continue
        standing = root.mode is RootMode.STANDING
        if standing:
            reach[rows] = _leg_reach(dofs.scalars[rows, dof.KNEES])
        for side, leg in enumerate(_carrying(stance, standing=standing)):
            if leg is not None:
                height = bones.ANKLE_HEIGHT if standing else bones.KNEELING_KNEE_HEIGHT
                point[rows, side, :2] = feet[rows, side]
                point[rows, side, 2] = height
    carried = ~np.isnan(point[..., 0])
    if carried.any():
        level = point - body.legs[:, :, 0]
        rise = level[..., 2] + np.sqrt(
            np.maximum(reach**2 - level[..., 0] ** 2 - level[..., 1] ** 2, 0.0)
        )
        total = np.where(carried, rise, 0.0).sum(axis=1)
        offset[:, 2] += total / np.maximum(carried.sum(axis=1), 1)
    return offset


def _propped_offset(body: Body, dofs: Dofs, stance: Stance) -> Array:
    """Return how far (N, 3) to move a body whose shoulder and hip are an arm and a thigh away.

    Of all such places, a circle, the body takes the highest.
    """
    rows = slice(stance.start, stance.stop)
    centres = []
    for limb, kind, joints, height in (
        ("arm", ContactKind.FOREARM, body.arms, bones.FOREARM_ELBOW_HEIGHT),
        ("leg", ContactKind.SIDE, body.legs, bones.SIDE_KNEE_HEIGHT),
    ):
        side = next((s for s in Side if _is(stance.contacts.get(limb + s.suffix), kind)), None)
        if side is None:
            return np.zeros((stance.stop - stance.start, 3))
        number = list(Side).index(side)
        ground = dofs.scalars[rows, dof.PLACES[limb]].reshape(-1, 2, 2)[:, number]
        centre = -joints[rows, number, 0]
        centre[:, :2] += ground
        centre[:, 2] += height
        centres.append(centre)
    shoulder, hip = centres
    apart = np.linalg.norm(hip - shoulder, axis=1)[:, None]
    along = (hip - shoulder) / apart
    share = (bones.UPPER_ARM**2 - bones.THIGH**2 + apart**2) / (2 * apart)
    radius = np.sqrt(np.maximum(bones.UPPER_ARM**2 - share**2, 0.0))
    top = rot.unit(np.array([0.0, 0.0, 1.0]) - along[:, 2:] * along)
    offset: Array = shoulder + share * along + radius * top
    return offset


def _is(contact: Contact | None, kind: ContactKind) -> bool:
    return contact is not None and contact.kind is kind


def _carrying(stance: Stance, *, standing: bool) -> list[Contact | None]:
    kind = ContactKind.FLAT if standing else ContactKind.KNEEL
    legs = (stance.contacts.get("leg" + side.suffix) for side in Side)
    return [leg if leg is not None and leg.kind is kind else None for leg in legs]


def _leg_reach(knee_flexion: Array) -> Array:
    both = 2 * bones.THIGH * bones.SHANK * np.cos(np.radians(knee_flexion))
    return np.sqrt(bones.THIGH**2 + bones.SHANK**2 + both)


class Path:
    """A motion as a curve: the solved figure at any row, the same in whatever order it is asked."""

    def __init__(self, spec: MotionSpec) -> None:
        names = list(spec.poses)
        _, keys = solve_poses([spec.poses[name] for name in names], spec.base)
        used = np.array([names.index(row.pose) for row in spec.rows])
        stops = np.array([not row.via for row in spec.rows])
        self._base = spec.base
        self._starts = np.cumsum(row_counts(spec)).astype(np.float64)
        self._references, values = _unrolled(keys.turns[used], keys.scalars[used], stops)
        self._from, self._to, self._speeds = _intervals(self._starts, values, stops)
        poses = [spec.poses[row.pose] for row in spec.rows]
        self._stances = [stance_between(*pair) for pair in pairwise(poses)]
        self.rows = int(self._starts[-1]) + 1

    def dofs_at(self, rows: Array) -> Dofs:
        """Return the interpolated degrees of freedom, before contacts, at rising row numbers."""
        place = self._place(rows)
        span = np.diff(self._starts)[place]
        share = ((rows - self._starts[place]) / span)[:, None]
        done = easing.minimum_jerk(share)
        values = self._from[place] * (1 - done) + self._to[place] * done
        if self._speeds.any():
            for shape, speed in zip(easing.speed_shapes(share), self._speeds, strict=True):
                values += shape * span[:, None] * speed[place]
        vectors = values[:, : -dof.SCALARS].reshape(len(rows), -1, 3)
        turns = rot.multiply(self._references[place], rot.from_vector(vectors))
        return Dofs(turns, values[:, -dof.SCALARS :])

    def body_at(self, rows: Array) -> tuple[Body, Dofs]:
        """Return the solved figure at rising row numbers, fractions included.

        Beside it stand the interpolated degrees of freedom, for the channels.
        """
        dofs = self.dofs_at(rows)
        return rest_on(dofs, self._stances_of(rows), self._base)[0], dofs

    def fits_at(self, rows: Array) -> tuple[Body, list[Fit]]:
        """Return the solved figure at rising row numbers, and how well its contacts are met."""
        return rest_on(self.dofs_at(rows), self._stances_of(rows), self._base)

    @property
    def key_rows(self) -> tuple[int, ...]:
        """The row of the clip at which each line of the timeline reaches its pose."""
        return tuple(int(start) for start in self._starts)

    def _place(self, rows: Array) -> Index:
        return np.clip(
            np.searchsorted(self._starts, rows, side="right") - 1, 0, len(self._starts) - 2
        )

    def _stances_of(self, rows: Array) -> list[Stance]:
        bounds = np.searchsorted(self._place(rows), np.arange(len(self._stances) + 1)).tolist()
        return [
            Stance(stance.root, stance.contacts, stance.head_level, start, stop)
            for stance, (start, stop) in zip(self._stances, pairwise(bounds), strict=True)
        ]


def _unrolled(turns: Array, scalars: Array, stops: Mask) -> tuple[Array, Array]:
    """Return per interval its reference turns, and its values (K - 1, 2, C) relative to them.

    Turns become rotation vectors relative to the middle key of their sweep, so that a sweep
    through via keys is one curve, and the same curve when it is done the other way round.
    """
    middle = np.empty(len(stops) - 1, dtype=np.intp)
    for first, last in pairwise(np.flatnonzero(stops)):
        middle[first:last] = (first + last) // 2
    references = turns[middle]
    ends = []
    for end in (turns[:-1], turns[1:]):
        vectors = rot.to_vector(rot.multiply(rot.inverse(references), end))
        ends.append(vectors.reshape(len(middle), -1))
    values = np.stack(
        [np.concatenate([ends[0], scalars[:-1]], 1), np.concatenate([ends[1], scalars[1:]], 1)], 1
    )
    return references, values


def _intervals(starts: Array, values: Array, stops: Mask) -> tuple[Array, Array, Array]:
    """Return the start values, end values and both speeds of every interval."""
    speeds = np.zeros((2, *values[:, 0].shape))
    for first, last in pairwise(np.flatnonzero(stops)):
        if last - first > 1:
            chain = np.concatenate([values[first:last, 0], values[last - 1 : last, 1]])
            chain_speeds = easing.via_speeds(starts[first : last + 1], chain)
            speeds[0, first:last], speeds[1, first:last] = chain_speeds[:-1], chain_speeds[1:]
    return values[:, 0], values[:, 1], speeds
