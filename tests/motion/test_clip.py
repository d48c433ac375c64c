"""A baked clip is the motion: exact at every row, close in between, mirrored on the other side."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side, swap_suffix
from sijoint_desktop.motion import props
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX, JOINTS
from sijoint_desktop.motion.mirror import mirror_frames, mirror_points
from sijoint_desktop.motion.solve import Path
from tests.motion import shipped


@pytest.mark.parametrize("name", shipped.NAMES)
def test_between_rows_a_pose_is_within_half_a_millimetre(name: str) -> None:
    spec = shipped.spec(name)
    clip, path = bake(spec), Path(spec)
    rows = np.arange(0.5, clip.rows - 1, 3.0)
    exact = path.body_at(rows)[0].positions * clip.stature_m
    shown = np.stack([clip.pose(row).positions for row in rows])
    assert np.abs(shown - exact).max() < 0.0005


def test_baking_is_the_same_every_time() -> None:
    first, second = (bake(shipped.spec("figure4_supine")) for _ in range(2))
    assert np.array_equal(first.positions, second.positions)
    assert np.array_equal(first.frames, second.frames)


def test_stature_scales_the_figure_and_nothing_else() -> None:
    small, tall = (bake(shipped.spec("bird_dog"), stature_m=h) for h in (1.5, 2.0))
    assert np.allclose(small.positions / 1.5, tall.positions / 2.0)
    assert np.array_equal(small.frames, tall.frames)


def test_the_other_side_is_the_mirror_in_every_part() -> None:
    spec = shipped.spec("bird_dog")
    left, right = (bake(spec, side=side) for side in Side)
    assert np.array_equal(mirror_points(left.positions), right.positions)
    assert np.array_equal(mirror_frames(left.frames), right.frames)
    assert right.side is Side.RIGHT
    for mine, theirs in zip(left.contacts, right.contacts, strict=True):
        assert {swap_suffix(joint) for joint in mine} == set(theirs)
    wrong, mirror = left.mistake_pose("leg_too_high"), right.mistake_pose("leg_too_high")
    assert np.array_equal(mirror_points(wrong.positions), mirror.positions)


def test_without_a_side_it_is_the_side_that_was_written() -> None:
    spec = shipped.spec("figure4_supine")
    assert bake(spec).side is Side.RIGHT
    assert np.array_equal(bake(spec).positions, bake(spec, side=Side.RIGHT).positions)
    assert bake(shipped.spec("cat_cow"), side=Side.LEFT).side is None


def test_rows_outside_the_clip_are_its_ends() -> None:
    clip = bake(shipped.spec("cat_cow"))
    assert np.array_equal(clip.pose(-5).positions, clip.positions[0])
    assert np.array_equal(clip.pose(1e9).positions, clip.positions[-1])


def test_contacts_name_what_rests_on_the_floor() -> None:
    clip = bake(shipped.spec("bird_dog"))
    start, reaching = clip.pose(0).contacts, clip.pose(clip.rows // 2).contacts
    assert {"knee_l", "knee_r", "wrist_l", "wrist_r"} <= set(start)
    assert {"knee_r", "wrist_l"} <= set(reaching)
    assert not {"knee_l", "wrist_r"} & set(reaching)


@pytest.mark.parametrize("name", shipped.NAMES)
def test_nothing_on_the_floor_moves(name: str) -> None:
    clip = bake(shipped.spec(name))
    for row in range(1, clip.rows):
        for joint in set(clip.contacts[row]) & set(clip.contacts[row - 1]):
            here, before = clip.positions[row - 1 : row + 1, JOINT_INDEX[joint]]
            assert np.abs(here - before).max() < 1e-9


def test_a_foot_rolls_on_its_edge_without_sliding() -> None:
    path = Path(shipped.spec("hip_rotation_supine"))
    body = path.body_at(np.arange(0.0, path.key_rows[1], 4.0))[0]
    for side, outwards in (("_l", 1.0), ("_r", 1.0)):  # both feet roll over their left edge
        foot = body.frames[:, FRAME_INDEX["foot" + side]]
        ankle = body.positions[:, JOINT_INDEX["ankle" + side]]
        edge = ankle + foot @ np.array([0.0, outwards * 0.022, -0.039])
        assert np.abs(edge[1:] - edge[1]).max() < 1e-9
        assert np.abs(edge[:, 2]).max() < 1e-9


def test_hands_hold_the_ends_of_the_belt_all_the_way_round() -> None:
    spec = shipped.spec("si_belt")
    clip = bake(spec, stature_m=1.0)
    wrap = clip.channels["belt_wrap"]
    names = [row.phase for row in spec.rows]
    starts = Path(spec).key_rows
    first, last = starts[names.index("Belt behind")], starts[names.index("Close")]
    assert wrap[first] == 0
    assert wrap[last] == 1
    for row in range(first, last + 1):
        pose = clip.pose(row)
        pelvis = pose.frames[FRAME_INDEX["pelvis"]]
        for side in Side:
            wrist, hand = (
                pose.positions[JOINT_INDEX[joint + side.suffix]] for joint in ("wrist", "hand")
            )
            grip = wrist + (hand - wrist) * 0.085 / 0.108
            end = pose.positions[0] + pelvis @ np.array(props.belt_end(wrap[row], side))
            assert np.linalg.norm(grip - end) < 0.0085  # the skin of the palm lies on the band


def test_the_closed_belt_lies_below_the_hip_bones_and_two_fingers_go_under_it() -> None:
    assert props.HIP_BONE[2] > props.BELT_HEIGHT + props.BELT_HALF_WIDTH
    clip = bake(shipped.spec("si_belt"), stature_m=1.0)
    spec = shipped.spec("si_belt")
    row = Path(spec).key_rows[[r.phase for r in spec.rows].index("Check")]
    pose = clip.pose(row)
    for side in Side:
        tip = pose.positions[JOINT_INDEX["hand" + side.suffix]] - pose.positions[0]
        assert abs(tip[2] - props.BELT_HEIGHT) < props.BELT_HALF_WIDTH
        share = ((tip[0] - props.BELT_CENTRE[0]) / props.BELT_RADII[0]) ** 2
        share += (tip[1] / props.BELT_RADII[1]) ** 2
        assert share < 1.0  # inside the band
    assert pose.channels == {"belt_wrap": 1, "belt_shown": 1, "belt_rise": 0, "belt_tilt": 0}


def test_the_belt_is_drawn_wrong_where_it_is_a_mistake() -> None:
    clip = bake(shipped.spec("si_belt"))
    assert clip.mistake_pose("at_waist").channels["belt_rise"] == 1
    assert clip.mistake_pose("not_level").channels["belt_tilt"] == 1


def test_an_unknown_mistake_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        bake(shipped.spec("cat_cow")).mistake_pose("nothing")


def test_a_clip_without_props_has_no_channels() -> None:
    assert dict(bake(shipped.spec("cat_cow")).channels) == {}
    assert bake(shipped.spec("cat_cow")).positions.shape[1] == len(JOINTS)
