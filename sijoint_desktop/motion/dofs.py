"""The degrees of freedom of the figure as arrays: what is interpolated between key poses."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion.limits import AUTHORED_ANGLES
from sijoint_desktop.motion.model import (
    BREATH_CHANNELS,
    PUSH_CHANNEL,
    Base,
    Contact,
    ContactKind,
    PoseSpec,
)
from sijoint_desktop.motion.props import BELT_CHANNELS
from sijoint_desktop.motion.rotation import Array, X, Y, Z

TURNS = (
    *("pelvis", "lumbar", "thoracic", "cervical"),
    *(
        joint + side.suffix
        for joint in ("girdle", "shoulder", "wrist", "hip", "ankle")
        for side in Side
    ),
)
"""The 14 joints that turn about more than one axis; left stands next to right."""

GIRDLES, SHOULDERS, WRISTS, HIPS, ANKLES = (slice(4 + 2 * i, 6 + 2 * i) for i in range(5))
ELBOWS, KNEES, TOES, FOOT_LEANS, KNEE_LEANS = (slice(2 * i, 2 * i + 2) for i in range(5))
BELT = slice(10, 14)
PLACES = {"leg": slice(14, 18), "arm": slice(18, 22)}
"""Where feet and hands rest on the floor: x and y of the left one, then of the right."""
BREATH = slice(22, 24)
PUSH = slice(24, 25)
ROOT = slice(25, 28)
SCALARS = 28
"""Hinges and leans in degrees, channels of belt, breath and push, places and pelvis in statures."""

OUTWARDS = np.array([1.0, -1.0])
"""The sign of the y axis for left and right: a turn to the left is outwards for the left limb."""

_BASES = {
    Base.SUPINE: rot.about(Y, -90.0),
    Base.PRONE: rot.about(Y, 90.0),
    Base.SIDE_LYING: rot.multiply(rot.about(Y, -90.0), rot.about(Z, -90.0)),
    Base.QUADRUPED: rot.about(Y, 90.0),
    Base.UPRIGHT: rot.about(Y, 0.0),
}

_MIRROR = np.array([1.0, -1.0, 1.0, -1.0])
"""What mirroring to the other side of the body makes of a turn (w, x, y, z)."""


@dataclass(frozen=True, slots=True)
class Dofs:
    """Any number of poses: joint turns (N, 14, 4) and scalars (N, 28)."""

    turns: Array
    scalars: Array


def base_turn(base: Base, *, mirrored: bool = False) -> Array:
    """Return the attitude in the room that pelvis angles are measured from.

    The mirrored figure lies on its other side.
    """
    return _BASES[base] * (_MIRROR if mirrored else 1.0)


def authored(poses: Sequence[PoseSpec], base: Base) -> Dofs:
    """Turn the clinical angles of poses into degrees of freedom, before any contact is solved."""
    table = np.array([[pose.angles.get(name, 0.0) for name in AUTHORED_ANGLES] for pose in poses])
    angle = {name: table[:, i] for i, name in enumerate(AUTHORED_ANGLES)}
    turns = np.empty((len(poses), len(TURNS), 4))
    tilt = spine_turn(angle["pelvis_tilt"], angle["pelvis_list"], angle["pelvis_rotation"])
    turns[:, 0] = rot.multiply(base_turn(base), tilt)
    for i, region in enumerate(("lumbar", "thoracic", "cervical"), start=1):
        parts = (angle[f"{region}_{part}"] for part in ("flexion", "lateral", "rotation"))
        turns[:, i] = spine_turn(*parts)

    def both(name: str) -> Array:
        return np.stack([angle[name + side.suffix] for side in Side], axis=1)

    turns[:, GIRDLES] = girdle_turn(both("girdle_protraction"), both("girdle_elevation"))
    for place, joint in ((SHOULDERS, "shoulder"), (HIPS, "hip")):
        parts = (both(f"{joint}_{part}") for part in ("flexion", "abduction", "rotation"))
        turns[:, place] = limb_turn(*parts)
    turns[:, WRISTS] = wrist_turn(
        both("forearm_pronation"), both("wrist_extension"), both("wrist_deviation")
    )
    turns[:, ANKLES] = limb_turn(
        both("ankle_dorsiflexion"), both("ankle_inversion"), both("foot_rotation")
    )
    scalars = np.array([_scalars(pose) for pose in poses])
    for place, name in ((ELBOWS, "elbow_flexion"), (KNEES, "knee_flexion")):
        scalars[:, place] = both(name)
    scalars[:, TOES] = both("toe_extension")
    return Dofs(turns, scalars)


def spine_turn(flexion: Array, lateral: Array, rotation: Array) -> Array:
    """Return turns of the pelvis or a spine region: forwards, to the left, to the left."""
    return rot.multiply(rot.about(Y, flexion), rot.about(X, -lateral), rot.about(Z, rotation))


def limb_turn(flexion: Array, abduction: Array, rotation: Array) -> Array:
    """Return turns (N, 2, 4) of hips or shoulders: flexion first, then abduction, then rotation.

    This is the order of Grood and Suntay 1983. Ankles read as dorsiflexion, inversion, rotation.
    """
    return rot.multiply(
        rot.about(Y, -flexion),
        rot.about(X, OUTWARDS * abduction),
        rot.about(Z, OUTWARDS * rotation),
    )


def girdle_turn(protraction: Array, elevation: Array) -> Array:
    """Return turns (N, 2, 4) of the shoulder blades about the chest."""
    return rot.multiply(rot.about(Z, -OUTWARDS * protraction), rot.about(X, OUTWARDS * elevation))


def wrist_turn(pronation: Array, extension: Array, deviation: Array) -> Array:
    """Return turns (N, 2, 4) of the hands against the forearms.

    The forearm's twist and the swing of the hand are kept apart, so that both can be read back
    where the wrist is extended by 90 degrees and a sequence of axes would lock.
    """
    bend, side = np.radians(extension), np.radians(deviation)
    forearm_axis = np.stack(
        [np.sin(side), OUTWARDS * np.sin(bend) * np.cos(side), np.cos(bend) * np.cos(side)], axis=-1
    )
    swing = np.zeros((*forearm_axis.shape[:-1], 4))
    swing[..., 0] = 1 + forearm_axis[..., 2]
    swing[..., 1], swing[..., 2] = forearm_axis[..., 1], -forearm_axis[..., 0]
    swing /= np.linalg.norm(swing, axis=-1, keepdims=True)
    return rot.multiply(rot.about(Z, -OUTWARDS * pronation), swing)


def _scalars(pose: PoseSpec) -> list[float]:
    legs = [pose.contacts.get("leg" + side.suffix, _FREE) for side in Side]
    scalars = [0.0] * SCALARS
    scalars[FOOT_LEANS] = [leg.foot_lean for leg in legs]
    scalars[KNEE_LEANS] = [leg.knee_lean for leg in legs]
    scalars[BELT] = [pose.channels.get(name, 0.0) for name in BELT_CHANNELS]
    scalars[BREATH] = [pose.channels.get(name, 0.0) for name in BREATH_CHANNELS]
    scalars[PUSH] = [pose.channels.get(PUSH_CHANNEL, 0.0)]
    for limb, place in PLACES.items():
        rest = (pose.contacts.get(limb + side.suffix, _FREE) for side in Side)
        scalars[place] = [coordinate for contact in rest for coordinate in contact.at]
    scalars[ROOT] = [*pose.root.xy, 0.0]
    return scalars


_FREE = Contact(ContactKind.FLAT)
