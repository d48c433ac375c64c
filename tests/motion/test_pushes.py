"""A push that moves nothing is read from the file, and fills a channel while a pose states it."""

import tomllib

import pytest

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.spec import MotionSpec, parse_motion

PRESS = """
base = "supine"
root = { mode = "pin", joint = "neck", at = [-0.324, 0.0, 0.043] }
[[push]]
joint = "knee_r"
direction = [0, 1, 0]
[[pose]]
name = "rest"
[[pose]]
name = "press"
inherits = "rest"
[pose.channels]
push = 1
[[timeline]]
pose = "rest"
phase = "Ready"
[[timeline]]
pose = "press"
phase = "Press"
move = 1
[[timeline]]
pose = "rest"
phase = "Relax"
move = 1
"""


def parse(text: str) -> MotionSpec:
    return parse_motion(tomllib.loads(text), "any.toml")


def test_a_push_grows_and_fades_while_nothing_moves() -> None:
    clip = bake(parse(PRESS))
    push = clip.channels["push"]
    middle = clip.rows // 2
    assert (push[0], push[middle], push[-1]) == pytest.approx((0, 1, 0))
    assert (clip.positions == clip.positions[0]).all()


def test_without_a_push_there_is_no_channel() -> None:
    start, end = PRESS.index("[[push]]"), PRESS.index("[[pose]]")
    assert "push" not in bake(parse(PRESS[:start] + PRESS[end:])).channels


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"knee_r"', '"kneee_r"', "unknown joint 'kneee_r'"),
        ("[0, 1, 0]", "[0, 0, 0]", "direction: missing or without a length"),
        ("push = 1", "push = 2", "push: 2 is outside 0 to 1"),
    ],
)
def test_a_wrong_push_is_refused(old: str, new: str, fault: str) -> None:
    with pytest.raises(ContentError, match=fault):
        parse(PRESS.replace(old, new))
