"""The classical stick figure as data: the same parts as the body, drawn as bones and joints."""

from typing import TYPE_CHECKING

import numpy as np

from sijoint_desktop.motion.breathing import skin_shift
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.geometry import (
    Chain,
    PartSpec,
    Station,
    Tone,
    both_sides,
    build,
    chain,
    mirrored_parts,
)
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.outline import Projected, breath_of, chains, hulls

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

_B = Tone.BONE
_THIN, _LIMB, _TRUNK, _HEAD = 0.0080, 0.0112, 0.0122, 0.060
"""Radii of bones and head in statures: about 2 px at thumbnail size, 8 px full size."""


def _ball(name: str, frame: str, joint: str, radius: float, *at: float) -> Station:
    offset = (at[0], at[1], at[2]) if at else (0.0, 0.0, 0.0)
    return Station(name, frame, joint, offset, (radius, radius, radius))


_CENTRE = (
    _ball("pelvis", "pelvis", "pelvis", _TRUNK),
    _ball("l5s1", "pelvis", "l5s1", _TRUNK),
    _ball("t12l1", "lumbar", "t12l1", _TRUNK),
    _ball("chest", "thorax", "chest", _TRUNK),
    _ball("neck", "thorax", "neck", _TRUNK),
    _ball("head_base", "neck", "head", _LIMB),
    _ball("head", "head", "head", _HEAD, 0.010, 0.0, 0.026),
    _ball("brow", "head", "head", 0.008, 0.060, 0.0, 0.034),
    _ball("nose", "head", "head", 0.008, 0.080, 0.0, 0.018),
    _ball("face", "head", "head", 0.052, 0.010, 0.0, 0.026),
)

_SIDE = (
    _ball("pelvis_l", "pelvis", "hip_l", _TRUNK),
    _ball("girdle_l", "clavicle_l", "shoulder_l", _TRUNK),
    _ball("shoulder_l", "upper_arm_l", "shoulder_l", _LIMB),
    _ball("elbow_l", "forearm_l", "elbow_l", _LIMB),
    _ball("wrist_l", "forearm_l", "wrist_l", _LIMB),
    _ball("hand_l", "hand_l", "hand_l", _THIN),
    _ball("hip_l", "thigh_l", "hip_l", _LIMB),
    _ball("knee_l", "shank_l", "knee_l", _LIMB),
    _ball("ankle_l", "shank_l", "ankle_l", _LIMB),
    _ball("heel_l", "foot_l", "heel_l", _THIN, 0.0, 0.0, 0.004),
    _ball("ball_l", "foot_l", "ball_l", _THIN, 0.0, 0.0, 0.002),
    _ball("toe_l", "toe_l", "toe_l", _THIN),
)


def _bone(name: str, *stations: str, root: str, limb: tuple[str, str]) -> PartSpec:
    return PartSpec(name, (Chain(_B, chain(*stations), ()),), (root,), limb)


_ARM_ROOT, _LEG_ROOT = ("shoulder_l", "chest"), ("hip_l", "pelvis")

_LEFT = (
    _bone("upper_arm_l", "shoulder_l", "elbow_l", root="shoulder_l", limb=_ARM_ROOT),
    _bone("forearm_l", "elbow_l", "wrist_l", root="elbow_l", limb=_ARM_ROOT),
    _bone("hand_l", "wrist_l", "hand_l", root="wrist_l", limb=_ARM_ROOT),
    _bone("thigh_l", "hip_l", "knee_l", root="hip_l", limb=_LEG_ROOT),
    _bone("shank_l", "knee_l", "ankle_l", root="knee_l", limb=_LEG_ROOT),
    PartSpec(
        "foot_l",
        (
            Chain(
                _B,
                chain("ankle_l", "heel_l", "ball_l", "toe_l"),
                (),
            ),
        ),
        ("ankle_l",),
        _LEG_ROOT,
    ),
)

_TRUNK_LINKS = (
    *chain("pelvis", "l5s1", "t12l1", "chest", "neck"),
    ("pelvis_l", "pelvis_r"),
    ("neck", "girdle_l"),
    ("neck", "girdle_r"),
)

STICK_PARTS = (
    PartSpec("trunk", (Chain(_B, _TRUNK_LINKS, ()),), ("pelvis_l", "pelvis_r")),
    PartSpec(
        "head",
        (Chain(_B, (("neck", "head_base"), ("head", "head"), ("brow", "nose")), ()),),
        ("neck",),
    ),
    *mirrored_parts(_LEFT),
)

STICK_STATIONS = (*_CENTRE, *both_sides(_SIDE))

STICK = build(STICK_STATIONS, STICK_PARTS)
"""The stick figure."""

_JOINTS = {
    "trunk": ("l5s1", "t12l1", "neck"),
    **{
        part + side: (joint + side,)
        for side in ("_l", "_r")
        for part, joint in (
            ("upper_arm", "shoulder"),
            ("forearm", "elbow"),
            ("hand", "wrist"),
            ("thigh", "hip"),
            ("shank", "knee"),
            ("foot", "ankle"),
        )
    },
}


def stick_joints(part: str) -> tuple[str, ...]:
    """Return the stations of a part that are marked as joints."""
    return _JOINTS.get(part, ())


def stick_head(sketch: Sketch, seen: Projected, look: Look) -> None:
    """Make the head a ring: its inside is the ground behind the figure."""
    face = STICK.index["face"]
    inside = hulls(seen, np.array([[face, face]], dtype=np.intp))
    sketch.put(look.colours.joint, inside)


_FRONT: tuple[tuple[str, str, tuple[float, float, float]], ...] = (
    ("thorax", "t12l1", (0.066, 0.0, 0.085)),
    ("thorax", "t12l1", (0.070, 0.0, 0.045)),
    ("t12", "t12l1", (0.063, 0.0, 0.004)),
    ("lumbar", "l5s1", (0.064, 0.0, 0.056)),
    ("pelvis", "pelvis", (0.048, 0.0, 0.052)),
    ("pelvis", "pelvis", (0.050, 0.0, 0.010)),
)
"""Frame, joint and offset of points down the middle of the chest and the belly."""


def stick_belly(sketch: Sketch, camera: Camera, pose: "Pose", look: Look) -> None:
    """Draw the line of chest and belly, which bones alone do not show to breathe."""
    frame = np.array([FRAME_INDEX[name] for name, _, _ in _FRONT])
    local = np.array([offset for _, _, offset in _FRONT])
    local = local + skin_shift(frame, local, breath_of(pose, 0.0))
    turned = (pose.frames[frame] @ local[:, :, None])[:, :, 0]
    origin = pose.positions[[JOINT_INDEX[joint] for _, joint, _ in _FRONT]]
    radii = np.full((1, len(_FRONT)), 0.6 * _THIN * pose.stature_m)
    line = chains(camera, origin + turned * pose.stature_m, radii, count=sketch.count)
    sketch.put(look.colours.breath, line[0])
