"""Every motion that ships is one that a body can make, on both sides, at any rate and stature."""

import pytest

from sijoint_desktop.core.side import Side, swap_suffix
from tests.motion import shipped
from tests.reference import fidelity, fidelity_time, fidelity_view

ALL = [(name, side) for name in shipped.NAMES for side in shipped.sides(name)]
METRICS = (*fidelity.BODY_METRICS, *fidelity_time.TIME_METRICS)


@pytest.mark.parametrize(("name", "side"), ALL)
def test_each_side_moves_like_a_body(name: str, side: Side | None) -> None:
    recording = shipped.recording(name, side)
    results = [metric(recording) for metric in METRICS]
    results.append(fidelity.joint_limits(recording, shipped.spec(name).limits))
    results.append(fidelity_time.longest_hold_is(recording, shipped.dose(name)["hold_s"]))
    assert [result for result in results if not result.passed] == []


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
    azimuth, elevation = fidelity_view.VIEWS[spec.camera]
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
