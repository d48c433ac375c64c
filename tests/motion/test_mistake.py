"""Every mistake that is drawn is one that a body can make and hold, and that its view shows."""

from functools import cache

import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.export import motion_json
from sijoint_desktop.motion.limits import LimitKind
from sijoint_desktop.motion.mistake import held_mistake
from tests.motion import shipped
from tests.reference import fidelity, fidelity_time, fidelity_view
from tests.reference.recording import Recording

DRAWN = [(name, str(drawn.id)) for name in shipped.NAMES for drawn in shipped.spec(name).mistakes]
ON_A_SIDE = [pair for pair in DRAWN if shipped.spec(pair[0]).authored_side]
FPS = 10  # nothing moves


@cache
def document(name: str, mistake: str, side: Side | None) -> dict[str, object]:
    spec, timeline = held_mistake(shipped.spec(name), mistake)
    return motion_json(spec, name, timeline, fps=FPS, side=side, stature_m=1.75)


def recording(name: str, mistake: str, side: Side | None = None) -> Recording:
    return Recording.of(document(name, mistake, side))


@pytest.mark.parametrize(("name", "mistake"), DRAWN)
def test_a_mistake_is_a_pose_that_a_body_can_hold(name: str, mistake: str) -> None:
    r = recording(name, mistake)
    results = [metric(r) for metric in fidelity.BODY_METRICS]
    results.append(fidelity.joint_limits(r, LimitKind.PASSIVE))
    results.append(fidelity_time.stillness(r))
    assert [result for result in results if not result.passed] == []


@pytest.mark.parametrize(("name", "mistake"), DRAWN)
def test_the_view_of_a_mistake_shows_the_working_limbs(name: str, mistake: str) -> None:
    view, working = (document(name, mistake, None)[key] for key in ("view", "working"))
    assert isinstance(view, dict)
    assert isinstance(working, list)
    eye = view["azimuth_deg"], view["elevation_deg"]
    for judge in (fidelity_view.true_length, fidelity_view.in_sight):
        result = judge(recording(name, mistake), eye, working)
        assert result.passed, result


@pytest.mark.parametrize(("name", "mistake"), ON_A_SIDE)
def test_a_mistake_of_the_other_side_is_the_exact_mirror(name: str, mistake: str) -> None:
    left, right = (recording(name, mistake, side) for side in Side)
    assert fidelity_time.mirrored(left, right).figure < 1e-3


def test_an_unknown_mistake_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        held_mistake(shipped.spec("cat_cow"), "nothing")
