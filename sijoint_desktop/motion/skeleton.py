"""The proportions of the figure: offsets from joint to joint, in statures.

Limb lengths and foot height: Drillis and Contini 1966, as reprinted in Winter, Biomechanics and
Motor Control of Human Movement, fig. 4.1. The hip centres lie 0.72 of the inter-spinous distance
apart (Bell 1989). The spacing of the shoulder centres, the division of the spine and the parts of
the foot are our own, chosen so that the figure stands one stature tall; the outer breadths of the
body (.259 at the shoulders, .191 at the hips) are not the distances of joint centres.
"""

from sijoint_desktop.motion.model import Vector

UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.108
THIGH = 0.245
SHANK = 0.246

HIP_HALF_WIDTH = 0.050
SHOULDER_HALF_WIDTH = 0.105

PELVIS_TO_L5S1: Vector = (-0.020, 0.0, 0.058)
L5S1_TO_T12L1: Vector = (0.008, 0.0, 0.108)
T12L1_TO_NECK: Vector = (-0.008, 0.0, 0.158)
T12L1_TO_CHEST: Vector = (0.012, 0.0, 0.122)  # the pivot of the shoulder girdle
NECK_TO_HEAD: Vector = (0.012, 0.0, 0.068)
HEAD_TO_TOP: Vector = (0.008, 0.0, 0.078)
ANKLE_TO_HEEL: Vector = (-0.042, 0.0, -0.033)
ANKLE_TO_BALL: Vector = (0.070, 0.0, -0.031)
BALL_TO_TOE: Vector = (0.040, 0.0, -0.002)

ANKLE_HEIGHT = 0.039
"""Height of the ankle centre with the sole on the floor."""

FOOT_HALF_BREADTH = 0.022
"""From the midline of the sole to the edge that it rolls on; a foot is .055 broad in all."""

KNEELING_KNEE_HEIGHT = 0.032
KNEELING_ANKLE_HEIGHT = 0.040
KNEELING_FOOT_PITCH = 134.6
KNEELING_TOE_EXTENSION = -40.0
"""Kneeling with the instep on the mat: the foot points back and down, the toes lie flat."""

HEEL_ANKLE_HEIGHT = 0.048
HEEL_FOOT_DROP = 5.0
"""A long leg on the back of its heel: how far the toes lean away from the body, in degrees."""

SIDE_KNEE_HEIGHT = 0.030
SIDE_ANKLE_HEIGHT = 0.019
"""A leg that lies on its outside."""

FOREARM_ELBOW_HEIGHT = 0.021
FOREARM_WRIST_HEIGHT = 0.016
FOREARM_HAND_ROLL = 20.0
"""A forearm that carries the body; its hand rests a little on the side of the small finger."""

HAND_HALF_DEPTH = 0.008
"""From the axis of the hand to the skin of the palm."""

PALM_WRIST_HEIGHT = 0.021
PALM_SLOPE = 0.10
"""The wrist of a hand that rests on the floor, and how far the hand slopes down to the fingers."""

_ORIGINS = {
    "lumbar": "l5s1",
    "t12": "t12l1",
    "thorax": "t12l1",
    "t1": "neck",
    "clavicle": "chest",
    "upper_arm": "shoulder",
    "forearm": "elbow",
    "hand": "wrist",
    "thigh": "hip",
    "shank": "knee",
    "foot": "ankle",
    "toe": "ball",
}

_LENGTHS = {
    "upper_arm": UPPER_ARM,
    "forearm": FOREARM,
    "hand": HAND,
    "thigh": THIGH,
    "shank": SHANK,
}


def _stem(name: str) -> tuple[str, str]:
    return (name[:-2], name[-2:]) if name.endswith(("_l", "_r")) else (name, "")


def origin_of(frame: str) -> str:
    """Return the joint at the proximal end of a segment frame."""
    stem, side = _stem(frame)
    origin = _ORIGINS.get(stem, stem)
    return origin if origin == "chest" else origin + side


def length_of(frame: str) -> float:
    """Return the length of a limb segment in statures; 0 for the other frames."""
    return _LENGTHS.get(_stem(frame)[0], 0.0)
