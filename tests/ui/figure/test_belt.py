"""The belt is drawn where a pose wears one, in front and behind."""

from dataclasses import replace

import pytest

from sijoint_desktop.motion.clip import Clip
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.compose import compose_figure
from sijoint_desktop.ui.figure.look import screen_look
from sijoint_desktop.ui.style.tokens import LIGHT

LOOK = screen_look(LIGHT)


def drawn(clip: Clip, azimuth: float, **channels: float) -> Sketch:
    pose = replace(clip.pose(0.0), channels=channels)
    camera = Camera(azimuth, 5.0, (0.0, 0.0, 0.9), 1500.0, (300.0, 300.0))
    return compose_figure(pose, camera, LOOK, count=28)[0]


def belt_fills(sketch: Sketch) -> int:
    return sum(fill.colour == LOOK.colours.belt for fill in sketch.fills)


def test_no_channel_means_no_belt(clip: Clip) -> None:
    assert belt_fills(drawn(clip, 90.0)) == 0


def test_belt_that_is_not_shown_yet_is_not_drawn(clip: Clip) -> None:
    assert belt_fills(drawn(clip, 90.0, belt_wrap=0.0, belt_shown=0.0)) == 0


@pytest.mark.parametrize("azimuth", [0.0, 38.0, 90.0, 180.0, -90.0])
def test_closed_belt_is_seen_from_all_round(clip: Clip, azimuth: float) -> None:
    assert belt_fills(drawn(clip, azimuth, belt_wrap=1.0)) >= 1


def test_open_belt_leaves_the_front_free(clip: Clip) -> None:
    closed = len(drawn(clip, 90.0, belt_wrap=1.0).fills)
    assert belt_fills(drawn(clip, -90.0, belt_wrap=0.0)) >= 1
    assert len(drawn(clip, 90.0, belt_wrap=0.0).fills) != closed


def test_belt_lies_over_the_trousers(clip: Clip) -> None:
    fills = drawn(clip, 90.0, belt_wrap=1.0).fills
    last_cloth = max(i for i, f in enumerate(fills) if f.colour == LOOK.colours.trousers)
    assert any(f.colour == LOOK.colours.belt for f in fills[last_cloth:])
