"""What another program reads from a motion beside the joints: where to look from, and at what."""

import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.export import motion_json
from tests.motion import shipped


def document(name: str, side: Side | None) -> dict[str, object]:
    spec, timeline = shipped.spec(name), shipped.timeline(name)
    return motion_json(spec, name, timeline, fps=2, side=side, stature_m=1.75)


def test_the_other_side_is_seen_as_the_mirror_image() -> None:
    left, right = document("bird_dog", Side.LEFT), document("bird_dog", Side.RIGHT)
    assert left["view"] == {"azimuth_deg": 38.0, "elevation_deg": 20.0}
    assert right["view"] == {"azimuth_deg": 142.0, "elevation_deg": 20.0}
    assert left["working"] == [
        *("hip_l-knee_l", "knee_l-ankle_l", "shoulder_r-elbow_r", "elbow_r-wrist_r")
    ]
    assert right["working"] == [
        *("hip_r-knee_r", "knee_r-ankle_r", "shoulder_l-elbow_l", "elbow_l-wrist_l")
    ]


@pytest.mark.parametrize("side", [None, *Side])
def test_where_both_sides_work_together_every_side_is_seen_alike(side: Side | None) -> None:
    told = document("pelvic_tilt", side)
    assert told["view"] == {"azimuth_deg": 0.0, "elevation_deg": 6.0}
    assert told["working"] == ["l5s1-t12l1"]
