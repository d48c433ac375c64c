"""The arrows of a push: there while it lasts, on the side that pushes."""

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.solve import Path
from sijoint_desktop.ui.figure.arrows import push_paths
from tests.motion import shipped

SPEC = shipped.spec("met_hip_iso")


def row_of(phase: str) -> int:
    return Path(SPEC).key_rows[[row.phase for row in SPEC.rows].index(phase)]


def test_arrows_are_there_while_the_figure_pushes_and_not_before() -> None:
    clip = bake(SPEC)
    assert push_paths(SPEC, clip, clip.pose(0)) == ()
    assert push_paths(SPEC, clip, clip.pose(row_of("Relax"))) == ()
    first, second = push_paths(SPEC, clip, clip.pose(row_of("Push")))
    assert {first.joint, second.joint} == {"knee_r", "knee_l"}
    for path, push in zip((first, second), SPEC.pushes, strict=True):
        assert (path.points[-1] - path.points[0]) @ np.array(push.direction) > 0.15


def test_the_other_side_has_the_mirrored_arrows() -> None:
    right, left = (bake(SPEC, side=side) for side in (Side.RIGHT, Side.LEFT))
    row = row_of("Push")
    for one, other in zip(
        push_paths(SPEC, right, right.pose(row)),
        push_paths(SPEC, left, left.pose(row)),
        strict=True,
    ):
        assert one.joint[:-2] == other.joint[:-2]
        assert one.joint != other.joint
        assert np.allclose(one.points * [1, -1, 1], other.points)


def test_a_motion_without_pushes_has_no_such_arrows() -> None:
    other = shipped.spec("bird_dog")
    clip = bake(other)
    assert push_paths(other, clip, clip.pose(clip.rows // 2)) == ()
