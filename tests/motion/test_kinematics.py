"""Identities that hold for any pose: lengths, reading back, mirror, order of evaluation."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sijoint_desktop.core.side import swap_suffix
from sijoint_desktop.core.units import Degrees
from sijoint_desktop.motion import easing
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion.clinical import clinical_angles
from sijoint_desktop.motion.dofs import authored
from sijoint_desktop.motion.forward import forward, inverse
from sijoint_desktop.motion.joints import JOINT_INDEX, JOINTS, PARENTS
from sijoint_desktop.motion.limbs import ELBOW, KNEE, two_bone
from sijoint_desktop.motion.limits import AUTHORED_ANGLES, CLINICAL_ANGLES, limit_of
from sijoint_desktop.motion.mirror import mirror_frames, mirror_points
from sijoint_desktop.motion.model import Base, PoseSpec, Root, RootMode
from sijoint_desktop.motion.rotation import X, Y, Z
from sijoint_desktop.motion.solve import Path
from tests.motion import shipped

_ATTITUDES = ("pelvis_tilt", "pelvis_list", "pelvis_rotation")


def _range(angle: str) -> st.SearchStrategy[float]:
    least, most = limit_of(angle).active
    # flexion-first readings have a pole at 90 degrees of abduction
    return st.floats(max(least, -85), min(most, 85))


poses = st.fixed_dictionaries({angle: _range(angle) for angle in AUTHORED_ANGLES}).map(
    lambda angles: PoseSpec(
        "any", Root(RootMode.PIN), {name: Degrees(v) for name, v in angles.items()}, {}, {}
    )
)
bases = st.sampled_from(Base)
vectors = st.lists(st.floats(-1.7, 1.7), min_size=3, max_size=3).map(np.array)


@given(poses, bases)
@settings(max_examples=60, deadline=None)
def test_bones_keep_their_lengths_in_any_pose(pose: PoseSpec, base: Base) -> None:
    rest = PoseSpec("rest", pose.root, {}, {}, {})
    points = forward(authored([pose, rest], base)).positions
    for joint, parent in enumerate(PARENTS):
        if parent >= 0:
            bent, straight = np.linalg.norm(points[:, joint] - points[:, parent], axis=1)
            assert abs(bent - straight) < 1e-12


@given(poses, bases)
@settings(max_examples=60, deadline=None)
def test_the_angles_that_were_stated_are_read_back(pose: PoseSpec, base: Base) -> None:
    angles = clinical_angles(forward(authored([pose], base)).frames, base)
    assert set(angles) == set(CLINICAL_ANGLES)
    for name, values in angles.items():
        assert abs(values[0] - pose.angles[name]) < 1e-6, name


@given(poses, bases)
@settings(max_examples=60, deadline=None)
def test_forward_undoes_inverse(pose: PoseSpec, base: Base) -> None:
    dofs = authored([pose], base)
    body = forward(dofs)
    again = forward(inverse(body, dofs))
    assert np.abs(again.positions - body.positions).max() < 1e-9
    assert np.abs(again.frames - body.frames).max() < 1e-9


@given(poses, bases)
@settings(max_examples=60, deadline=None)
def test_mirroring_twice_changes_nothing_and_once_swaps_the_sides(
    pose: PoseSpec, base: Base
) -> None:
    body = forward(authored([pose], base))
    points, frames = mirror_points(body.positions), mirror_frames(body.frames)
    assert np.array_equal(mirror_points(points), body.positions)
    assert np.array_equal(mirror_frames(frames), body.frames)
    assert np.allclose(np.linalg.det(frames), 1)
    before = clinical_angles(body.frames, base)
    after = clinical_angles(frames, base, mirrored=True)
    for name in CLINICAL_ANGLES:
        turned = name.startswith(("pelvis_list", "pelvis_rot")) or name.endswith(
            ("_lateral", "bar_rotation", "racic_rotation", "vical_rotation")
        )
        assert abs(after[swap_suffix(name)][0] - before[name][0] * (-1 if turned else 1)) < 1e-6


@given(vectors)
def test_rotation_vectors_quaternions_and_matrices_agree(vector: np.ndarray) -> None:
    turn = rot.from_vector(vector)
    assert np.allclose(rot.to_vector(turn), vector, atol=1e-9)
    again = rot.from_matrix(rot.to_matrix(turn))
    assert np.allclose(np.abs(np.dot(again, turn)), 1)
    half = rot.halved(turn)
    assert np.allclose(rot.to_matrix(rot.multiply(half, half)), rot.to_matrix(turn))


def test_half_turns_are_read_from_matrices() -> None:
    for axis in (X, Y, Z):
        turn = rot.about(axis, 180.0)
        assert np.allclose(np.abs(rot.from_matrix(rot.to_matrix(turn)) @ turn), 1)


@given(vectors, vectors, st.floats(0.35, 0.99), st.sampled_from([KNEE, ELBOW]))
def test_two_bones_reach_their_end_and_bend_towards_the_pole(
    direction: np.ndarray, pole: np.ndarray, stretch: float, hinge: float
) -> None:
    if min(np.linalg.norm(direction), np.linalg.norm(np.cross(direction, pole))) < 1e-2:
        return
    near = np.zeros((1, 3))
    far = rot.unit(direction[None]) * stretch * 0.491
    upper, lower = two_bone(near, far, (0.245, 0.246), pole[None], hinge)
    middle = near - 0.245 * upper[..., 2]
    assert np.allclose(middle - 0.246 * lower[..., 2], far, atol=1e-9)
    assert np.allclose(upper[..., 1], lower[..., 1])  # a hinge
    assert np.allclose(np.linalg.det(upper), 1)
    assert (middle @ pole)[0] > (far @ pole)[0] * (middle @ far.T)[0, 0] / (far @ far.T)[0, 0]


def test_every_row_is_the_same_in_whatever_company_it_is_computed() -> None:
    for name in shipped.NAMES:
        path = Path(shipped.spec(name))
        rows = np.linspace(0, path.rows - 1, 23)
        together = path.body_at(rows)[0].positions
        for i, row in enumerate(rows):
            alone = path.body_at(np.array([row]))[0].positions[0]
            assert np.abs(alone - together[i]).max() < 1e-12


def test_a_move_starts_and_ends_on_its_key_poses() -> None:
    path = Path(shipped.spec("bird_dog"))
    level, reach, again = path.body_at(np.array(path.key_rows, dtype=float))[0].positions
    assert np.abs(level - again).max() < 1e-12
    just_before = path.body_at(np.array([path.key_rows[1] - 1e-6]))[0].positions[0]
    assert np.abs(just_before - reach).max() < 1e-9


@given(st.floats(0, 1))
def test_minimum_jerk_is_symmetric_and_rises(share: float) -> None:
    there, back = easing.minimum_jerk(np.array([share, 1 - share]))
    assert abs(there + back - 1) < 1e-12
    assert 0 <= there <= 1


@given(
    st.lists(st.floats(0.3, 3), min_size=2, max_size=4),
    st.lists(st.floats(-2, 2), min_size=5, max_size=5),
)
@example([1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, -5e-324, -1.0])
def test_a_sweep_never_overshoots_the_keys_beside_a_stop(
    gaps: list[float], heights: list[float]
) -> None:
    times = np.concatenate([[0.0], np.cumsum(gaps)])
    values = np.array(heights[: len(times)])[:, None]
    speeds = easing.via_speeds(times, values)
    assert speeds[0] == speeds[-1] == 0
    share = np.linspace(0, 1, 50)[:, None]
    start, end = easing.speed_shapes(share)
    done = easing.minimum_jerk(share)
    span = times[1] - times[0]
    curve = values[0] * (1 - done) + values[1] * done + span * (start * speeds[0] + end * speeds[1])
    low, high = sorted((values[0, 0], values[1, 0]))
    assert (curve >= low - 1e-9).all()
    assert (curve <= high + 1e-9).all()


def test_the_figure_stands_one_stature_tall() -> None:
    rest = PoseSpec("rest", Root(RootMode.PIN), {}, {}, {})
    points = forward(authored([rest], Base.UPRIGHT)).positions[0]
    ankle = points[JOINT_INDEX["ankle_l"], 2] - 0.039
    assert abs(points[JOINT_INDEX["head_top"], 2] - ankle - 1.0) < 0.005
    assert len(JOINTS) == 27
