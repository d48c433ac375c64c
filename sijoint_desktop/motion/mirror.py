"""The other side of the body: left and right exchanged, y turned round, exactly."""

from dataclasses import replace

import numpy as np

from sijoint_desktop.core.side import swap_suffix
from sijoint_desktop.motion.joints import FRAME_INDEX, FRAMES, JOINT_INDEX, JOINTS
from sijoint_desktop.motion.model import Scene
from sijoint_desktop.motion.room import mirrored_room
from sijoint_desktop.motion.rotation import Array

_JOINTS = [JOINT_INDEX[swap_suffix(name)] for name in JOINTS]
_FRAMES = [FRAME_INDEX[swap_suffix(name)] for name in FRAMES]
_TURNED_ROUND = np.array([1.0, -1.0, 1.0])


def mirror_points(positions: Array) -> Array:
    """Return the positions (..., 27, 3) of the mirrored figure."""
    mirror: Array = positions[..., _JOINTS, :] * _TURNED_ROUND
    return mirror


def mirror_frames(frames: Array) -> Array:
    """Return the frames (..., 23, 3, 3) of the mirrored figure."""
    mirror: Array = frames[..., _FRAMES, :, :] * (_TURNED_ROUND[:, None] * _TURNED_ROUND)
    return mirror


def mirror_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return joint names with their sides exchanged."""
    return tuple(swap_suffix(name) for name in names)


def mirror_scene(scene: Scene) -> Scene:
    """Return a scene whose things lie on the other side."""
    cushions = (replace(c, at=(c.at[0], -c.at[1], c.at[2])) for c in scene.cushions)
    strap = scene.strap.other if scene.strap else None
    boxes = mirrored_room(scene.boxes)
    return replace(scene, cushions=tuple(cushions), boxes=boxes, strap=strap)
