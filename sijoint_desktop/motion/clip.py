"""A motion baked into arrays: every joint at every row, ready to be shown at any time."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion import dofs as dof
from sijoint_desktop.motion.ball import BALL_CHANNEL, BALL_PROP
from sijoint_desktop.motion.breathing import breathes
from sijoint_desktop.motion.mirror import (
    mirror_frames,
    mirror_names,
    mirror_points,
    mirror_scene,
)
from sijoint_desktop.motion.model import (
    BREATH_CHANNELS,
    NO_SCENE,
    PUSH_CHANNEL,
    Contact,
    ContactKind,
    MotionSpec,
    Root,
    RootMode,
    Scene,
)
from sijoint_desktop.motion.props import BELT_CHANNELS
from sijoint_desktop.motion.rotation import Array
from sijoint_desktop.motion.solve import Path, solve_poses, stance_between
from sijoint_desktop.motion.stick import STICK_CHANNEL, STICK_PROP

_PROP_CHANNELS = {"belt": (BELT_CHANNELS, dof.BELT)}

_TOUCHING = {
    ContactKind.FLAT: ("heel", "ball", "ankle"),
    ContactKind.KNEEL: ("knee", "ankle", "ball"),
    ContactKind.HEEL: ("heel", "ankle"),
    ContactKind.SIDE: ("knee", "ankle"),
    ContactKind.PALM: ("wrist", "hand"),
    ContactKind.FOREARM: ("elbow", "wrist"),
}


@dataclass(frozen=True, slots=True)
class Pose:
    """The figure at one moment: positions (27, 3) in metres, frames (23, 3, 3), channels.

    ``contacts`` names the joints that rest on the floor, ``scene`` what else is to be seen.
    """

    positions: Array
    frames: Array
    channels: Mapping[str, float]
    stature_m: float
    contacts: tuple[str, ...]
    scene: Scene = NO_SCENE


@dataclass(frozen=True, slots=True)
class Clip:
    """A baked motion of one side: positions (R, 27, 3) in metres, frames (R, 23, 3, 3).

    ``channels`` are (R,) arrays, there only with the prop that they belong to, and those of
    breath and push only where the motion states them. ``contacts``
    names for every row the joints that rest on the floor. Read it through ``pose``.
    """

    positions: Array
    frames: Array
    channels: Mapping[str, Array]
    contacts: tuple[tuple[str, ...], ...]
    mistakes: Mapping[str, Pose] = field(repr=False)
    stature_m: float
    side: Side | None
    scene: Scene = NO_SCENE

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.positions)

    def pose(self, row: float) -> Pose:
        """Return the pose at a row; between two rows it is interpolated, outside them clamped."""
        row = min(max(row, 0.0), self.rows - 1.0)
        first = min(int(row), self.rows - 2)
        share = row - first
        return Pose(
            positions=_between(self.positions, first, share),
            frames=_between(self.frames, first, share),
            channels={name: float(_between(v, first, share)) for name, v in self.channels.items()},
            stature_m=self.stature_m,
            contacts=self.contacts[first + round(share)],
            scene=self.scene,
        )

    def mistake_pose(self, mistake_id: str) -> Pose:
        """Return a common mistake as a still pose; raises KeyError for an unknown one."""
        return self.mistakes[mistake_id]


def _between(values: Array, first: int, share: float) -> Array:
    blended: Array = values[first] + share * (values[first + 1] - values[first])
    return blended


def bake(spec: MotionSpec, *, side: Side | None = None, stature_m: float = 1.75) -> Clip:
    """Compute every row of a motion for one side and stature.

    Without a side it is the side that the file is written for; the other is its exact mirror. The
    same file gives the same arrays every time.
    """
    path = Path(spec)
    body, dofs = path.body_at(np.arange(path.rows, dtype=np.float64))
    clip = Clip(
        positions=body.positions * stature_m,
        frames=body.frames,
        channels=_channels(spec, dofs.scalars),
        contacts=_contacts(spec, path.key_rows),
        mistakes=_mistakes(spec, stature_m),
        stature_m=stature_m,
        side=spec.authored_side,
        scene=spec.scene,
    )
    if spec.authored_side is None or side in (None, spec.authored_side):
        return clip
    return mirrored(clip)


def mirrored(clip: Clip) -> Clip:
    """Return the exact mirror of a clip: left and right exchanged, y turned round."""
    return replace(
        clip,
        positions=mirror_points(clip.positions),
        frames=mirror_frames(clip.frames),
        contacts=tuple(mirror_names(names) for names in clip.contacts),
        mistakes=MappingProxyType(
            {name: _mirrored_pose(pose) for name, pose in clip.mistakes.items()}
        ),
        side=clip.side.other if clip.side else None,
        scene=mirror_scene(clip.scene),
    )


def _mirrored_pose(pose: Pose) -> Pose:
    return replace(
        pose,
        positions=mirror_points(pose.positions),
        frames=mirror_frames(pose.frames),
        contacts=mirror_names(pose.contacts),
        scene=mirror_scene(pose.scene),
    )


def touching(
    root: Root | None, contacts: Mapping[str, Contact], sliding: Container[str] = ()
) -> tuple[str, ...]:
    """Return the joints that a root and contacts hold to one place on the floor.

    A foot that leans stands on its edge, and none of its joints stays where it is; nor do those of
    a limb that slides.
    """
    pinned = (root.joint,) if root is not None and root.mode is RootMode.PIN else ()
    return pinned + tuple(
        joint + limb[-2:]
        for limb, contact in contacts.items()
        if not contact.foot_lean and limb not in sliding
        for joint in _TOUCHING.get(contact.kind, ())
    )


def _contacts(spec: MotionSpec, key_rows: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    poses = [spec.poses[row.pose] for row in spec.rows]
    names = [touching(poses[0].root, poses[0].contacts)]
    for before, after, length in zip(poses, poses[1:], np.diff(key_rows), strict=False):
        stance = stance_between(before, after)
        names += [touching(stance.root, stance.contacts, stance.sliding)] * (int(length) - 1)
        names.append(touching(after.root, after.contacts))
    return tuple(names)


def _channels(spec: MotionSpec, scalars: Array) -> Mapping[str, Array]:
    channels: dict[str, Array] = {}
    groups = [_PROP_CHANNELS[prop] for prop in spec.props if prop in _PROP_CHANNELS]
    if breathes(spec):
        groups.append((BREATH_CHANNELS, dof.BREATH))
    if spec.pushes:
        groups.append(((PUSH_CHANNEL,), dof.PUSH))
    for names, place in groups:
        channels |= dict(zip(names, scalars[:, place].T, strict=True))
    if BALL_PROP in spec.props:
        channels[BALL_CHANNEL] = np.ones(len(scalars))
    if STICK_PROP in spec.props:
        channels[STICK_CHANNEL] = np.ones(len(scalars))
    return MappingProxyType(channels)


def _mistakes(spec: MotionSpec, stature_m: float) -> Mapping[str, Pose]:
    if not spec.mistakes:
        return MappingProxyType({})
    poses = [mistake.pose for mistake in spec.mistakes]
    body, dofs = solve_poses(poses, spec.base)
    channels = _channels(spec, dofs.scalars)
    return MappingProxyType(
        {
            mistake.id: Pose(
                positions=body.positions[i] * stature_m,
                frames=body.frames[i],
                channels={name: float(values[i]) for name, values in channels.items()},
                stature_m=stature_m,
                contacts=touching(mistake.pose.root, mistake.pose.contacts),
                scene=spec.scene,
            )
            for i, mistake in enumerate(spec.mistakes)
        }
    )
