"""Every motion that ships is one that a body can make, on both sides, at any rate and stature."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side, swap_suffix
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.export import motion_json
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.motion.model import VIEW_DEGREES
from tests.motion import shipped
from tests.reference import fidelity, fidelity_time, fidelity_view
from tests.reference.recording import Recording

ALL = [(name, side) for name in shipped.NAMES for side in shipped.sides(name)]
METRICS = (*fidelity.BODY_METRICS, *fidelity_time.TIME_METRICS)


@pytest.mark.parametrize(("name", "side"), ALL)
def test_each_side_moves_like_a_body(name: str, side: Side | None) -> None:
    recording = shipped.recording(name, side)
    results = [metric(recording) for metric in METRICS]
    results.append(fidelity.joint_limits(recording, shipped.spec(name).limits))
    results.append(fidelity_time.longest_hold_is(recording, shipped.hold_s(name)))
    assert [result for result in results if not result.passed] == []


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize(("name", "level"), shipped.variants())
def test_a_level_that_moves_otherwise_does_so_like_a_body(
    name: str, level: str, side: Side
) -> None:
    spec, timeline = shipped.spec(name).variants[level], shipped.timeline(name, level)
    recording = Recording.of(motion_json(spec, name, timeline, fps=60, side=side, stature_m=1.75))
    results = [metric(recording) for metric in METRICS]
    results.append(fidelity.joint_limits(recording, spec.limits))
    results.append(fidelity_time.longest_hold_is(recording, shipped.hold_s(name, level)))
    assert [result for result in results if not result.passed] == []


def test_the_easier_bird_dog_keeps_both_hands_down() -> None:
    clip = bake(shipped.spec("bird_dog").variants["beginner"])
    hands = [JOINT_INDEX["wrist_l"], JOINT_INDEX["wrist_r"]]
    assert np.ptp(clip.positions[:, hands], axis=0).max() < 1e-4


def test_the_easier_hip_rotation_goes_half_as_far() -> None:
    spec = shipped.spec("hip_rotation_supine")
    knee = JOINT_INDEX["knee_r"]
    full, easier = (
        np.ptp(bake(s).positions[:, knee, 1]) for s in (spec, spec.variants["beginner"])
    )
    assert 0.3 < easier / full < 0.65


@pytest.mark.parametrize("fps", [24, 30, 60])
@pytest.mark.parametrize("stature_m", [1.50, 2.00])
@pytest.mark.parametrize("name", shipped.NAMES)
def test_any_rate_and_stature_will_do(name: str, fps: int, stature_m: float) -> None:
    recording = shipped.recording(name, None, fps, stature_m)
    results = [metric(recording) for metric in METRICS]
    results.append(fidelity.joint_limits(recording, shipped.spec(name).limits))
    assert [result for result in results if not result.passed] == []


@pytest.mark.parametrize("name", [name for name in shipped.NAMES if shipped.sides(name)[0]])
def test_the_other_side_is_the_exact_mirror(name: str) -> None:
    left, right = (shipped.recording(name, side) for side in Side)
    assert fidelity_time.mirrored(left, right).figure < 1e-3


@pytest.mark.parametrize(("name", "side"), ALL)
def test_the_default_view_shows_the_working_limbs(name: str, side: Side | None) -> None:
    spec = shipped.spec(name)
    azimuth, elevation = VIEW_DEGREES[spec.camera]
    working = spec.working
    if side is not spec.authored_side:  # the other side is seen from its own side
        azimuth = 180.0 - azimuth
        working = tuple(
            "-".join(swap_suffix(joint) for joint in bone.split("-")) for bone in working
        )
    recording = shipped.recording(name, side)
    for judge in (fidelity_view.true_length, fidelity_view.in_sight):
        result = judge(recording, (azimuth, elevation), working)
        assert result.passed, result
