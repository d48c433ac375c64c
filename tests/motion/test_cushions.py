"""Pillows stay in the room, and lie on the other side for the other side of the body."""

import pytest

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import Clip, bake
from sijoint_desktop.motion.model import Cushion
from tests.motion.lying_still import lying_still

PILLOW = """
base = "side_lying"
authored_side = "left"
props = ["band"]
root = { mode = "pin", joint = "hip_r", at = [0.0, 0.0, 0.052] }
[[cushion]]
at = [-0.4, 0.02, 0.05]
size = [0.2, 0.3, 0.1]
"""


def clip_of(text: str, side: Side) -> Clip:
    return bake(lying_still(text), side=side)


def test_a_pillow_and_a_band_are_there_at_every_moment_on_both_sides() -> None:
    for side, y in ((Side.LEFT, 0.02), (Side.RIGHT, -0.02)):
        clip = clip_of(PILLOW, side)
        for row in (0, clip.rows - 1):
            scene = clip.pose(row).scene
            assert scene.cushions == (Cushion((-0.4, y, 0.05), (0.2, 0.3, 0.1)),)
            assert scene.band


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("size = [0.2, 0.3, 0.1]", "", "cushion.1.size: missing; expected a list of 3 numbers"),
        ("at = [-0.4, 0.02, 0.05]", "at = [-0.4, 0.02, 0.01]", "keep the cushion above the floor"),
        ("0.3, 0.1]", "0.0, 0.1]", "expected lengths above 0"),
    ],
)
def test_a_pillow_that_cannot_be_is_named(right: str, wrong: str, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        clip_of(PILLOW.replace(right, wrong), Side.LEFT)
