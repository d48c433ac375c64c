"""The 27 clinical angles read back from the frames of a figure, in degrees."""

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion.dofs import base_turn
from sijoint_desktop.motion.forward import hinge_degrees
from sijoint_desktop.motion.joints import FRAME_INDEX
from sijoint_desktop.motion.model import Base
from sijoint_desktop.motion.rotation import Array

_SPINE = {"lumbar": ("pelvis", "t12"), "thoracic": ("t12", "t1"), "cervical": ("t1", "head")}


def clinical_angles(frames: Array, base: Base, *, mirrored: bool = False) -> dict[str, Array]:
    """Return every clinical angle of frames (N, 23, 3, 3) as (N,) degrees, by name.

    Hips, shoulders and ankles read flexion first (Grood and Suntay 1983). Pronation is the twist
    of the hand about the forearm, apart from the swing of the wrist. ``mirrored`` frames are
    those of the other side of the body.
    """
    angles: dict[str, Array] = {}
    lying = rot.inverse(base_turn(base, mirrored=mirrored))
    pelvis = rot.to_matrix(lying) @ _frame(frames, "pelvis")
    tilt, left, turned = rot.yxz_degrees(pelvis)
    angles |= {"pelvis_tilt": tilt, "pelvis_list": -left, "pelvis_rotation": turned}
    for region, (below, above) in _SPINE.items():
        flexion, left, turned = rot.yxz_degrees(_relative(frames, below, above))
        angles[f"{region}_flexion"], angles[f"{region}_lateral"] = flexion, -left
        angles[f"{region}_rotation"] = turned
    for side in Side:
        angles |= _leg_angles(frames, side)
        angles |= _arm_angles(frames, side)
    return angles


def _frame(frames: Array, name: str) -> Array:
    return frames[:, FRAME_INDEX[name]]


def _relative(frames: Array, below: str, above: str) -> Array:
    return rot.transposed(_frame(frames, below)) @ _frame(frames, above)


def _limb(matrix: Array, side: Side) -> tuple[Array, Array, Array]:
    outwards = 1.0 if side is Side.LEFT else -1.0
    flexion, abduction, rotation = rot.yxz_degrees(matrix)
    return -flexion, outwards * abduction, outwards * rotation


def _leg_angles(frames: Array, side: Side) -> dict[str, Array]:
    s = side.suffix
    hip = _limb(_relative(frames, "pelvis", "thigh" + s), side)
    ankle = _limb(_relative(frames, "shank" + s, "foot" + s), side)
    names = ("hip_flexion", "hip_abduction", "hip_rotation")
    ankle_names = ("ankle_dorsiflexion", "ankle_inversion", "foot_rotation")
    angles = dict(zip((name + s for name in names), hip, strict=True))
    angles |= dict(zip((name + s for name in ankle_names), ankle, strict=True))
    angles["knee_flexion" + s] = hinge_degrees(
        _frame(frames, "thigh" + s), _frame(frames, "shank" + s)
    )
    angles["toe_extension" + s] = -hinge_degrees(
        _frame(frames, "foot" + s), _frame(frames, "toe" + s)
    )
    return angles


def _arm_angles(frames: Array, side: Side) -> dict[str, Array]:
    s = side.suffix
    outwards = 1.0 if side is Side.LEFT else -1.0
    shoulder = _limb(_relative(frames, "thorax", "upper_arm" + s), side)
    names = ("shoulder_flexion", "shoulder_abduction", "shoulder_rotation")
    angles = dict(zip((name + s for name in names), shoulder, strict=True))
    angles["elbow_flexion" + s] = -hinge_degrees(
        _frame(frames, "upper_arm" + s), _frame(frames, "forearm" + s)
    )
    wrist = _relative(frames, "forearm" + s, "hand" + s)
    forearm_axis = wrist[:, 2]  # the forearm's long axis as the hand sees it
    angles["wrist_extension" + s] = np.degrees(
        np.arctan2(outwards * forearm_axis[:, 1], forearm_axis[:, 2])
    )
    angles["wrist_deviation" + s] = np.degrees(np.arcsin(np.clip(forearm_axis[:, 0], -1.0, 1.0)))
    twist = np.arctan2(
        wrist[:, 1, 0] - wrist[:, 0, 1], 1 + wrist[:, 0, 0] + wrist[:, 1, 1] + wrist[:, 2, 2]
    )
    angles["forearm_pronation" + s] = -outwards * np.degrees(2 * twist)
    return angles
