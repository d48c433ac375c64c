"""The names of joints and segment frames, and the order in which arrays carry them.

Joints are points, frames are orientations. World axes: x forward, y to the figure's left, z up,
metres, floor at z = 0.
"""

_SIDES = ("_l", "_r")

_ARM = ("shoulder", "elbow", "wrist", "hand")
_LEG = ("hip", "knee", "ankle", "heel", "ball", "toe")

JOINTS: tuple[str, ...] = (
    *("pelvis", "l5s1", "t12l1", "chest", "neck", "head", "head_top"),
    *(joint + side for side in _SIDES for joint in _ARM),
    *(joint + side for side in _SIDES for joint in _LEG),
)
"""The 27 joints, in the order of every positions array of shape (..., 27, 3)."""

_TRUNK_PARENTS = (-1, 0, 1, 2, 2, 4, 5)


def _parents() -> tuple[int, ...]:
    index = {name: i for i, name in enumerate(JOINTS)}
    parents = list(_TRUNK_PARENTS)
    for side in _SIDES:
        parents += [index["chest"], *(index[j + side] for j in ("shoulder", "elbow", "wrist"))]
    for side in _SIDES:
        above = ("hip", "knee", "ankle", "ankle", "ball")
        parents += [index["pelvis"], *(index[j + side] for j in above)]
    return tuple(parents)


PARENTS: tuple[int, ...] = _parents()
"""The index of each joint's parent in ``JOINTS``; -1 for the pelvis."""

FRAMES: tuple[str, ...] = (
    *("pelvis", "lumbar", "t12", "thorax", "t1", "neck", "head"),
    *(
        frame + side
        for side in _SIDES
        for frame in ("clavicle", "upper_arm", "forearm", "hand", "thigh", "shank", "foot", "toe")
    ),
)
"""The 23 segment frames, in the order of every frames array of shape (..., 23, 3, 3).

A frame's columns are its axes in the world: in the anatomical position x points forward, y to the
figure's left and z up, so a limb's long axis is -z, from proximal to distal.
"""

JOINT_INDEX: dict[str, int] = {name: i for i, name in enumerate(JOINTS)}
FRAME_INDEX: dict[str, int] = {name: i for i, name in enumerate(FRAMES)}
