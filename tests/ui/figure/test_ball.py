"""The ball in the picture: between the legs, in the order of depth, in both styles."""

import numpy as np
import pytest

from sijoint_desktop.motion.clip import bake
from sijoint_desktop.ui.figure.ball import BallSketch
from sijoint_desktop.ui.figure.camera import VIEWS, Camera, mirrored
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.compose import compose_figure
from sijoint_desktop.ui.figure.look import FigureStyle, Look
from sijoint_desktop.ui.figure.things import geometry_of
from tests.motion import shipped

CLIP = bake(shipped.spec("ball_squeeze"))
COUNT = 24


def camera(azimuth: float, elevation: float) -> Camera:
    return Camera(azimuth, elevation, target=(0.0, 0.0, 0.2), focal=2000.0, centre=(300.0, 200.0))


@pytest.mark.parametrize("style", FigureStyle)
def test_the_ball_is_painted_once_in_every_style(plain_look: Look, style: FigureStyle) -> None:
    look = plain_look.with_style(style)
    sketch, _ = compose_figure(CLIP.pose(0), camera(*VIEWS["three_quarter"]), look, count=COUNT)
    assert [fill.colour for fill in sketch.fills].count(look.colours.ball) == 1
    other, _ = compose_figure(
        bake(shipped.spec("glute_bridge")).pose(0), camera(*VIEWS["side"]), look, count=COUNT
    )
    assert look.colours.ball not in [fill.colour for fill in other.fills]


@pytest.mark.parametrize("azimuth", [38.0, mirrored(38.0)])
def test_the_nearer_leg_is_painted_over_the_ball(plain_look: Look, azimuth: float) -> None:
    view = camera(azimuth, 20.0)
    sketch, order = compose_figure(CLIP.pose(0), view, plain_look, count=COUNT)
    ball = BallSketch(sketch, view, CLIP.pose(0), plain_look)
    near = ball.before([geometry_of(plain_look.style).parts[n].name for n in order.tolist()])
    assert near.endswith("_r" if azimuth < 90 else "_l")


def test_a_squeezed_ball_is_narrower_seen_from_the_front(plain_look: Look) -> None:
    widths = []
    for row in (0, int(CLIP.rows / 2) - 8):
        sketch = Sketch(COUNT)
        BallSketch(sketch, camera(*VIEWS["front"]), CLIP.pose(row), plain_look).paint()
        widths.append(np.ptp(np.concatenate(sketch.blocks)[:, :, 0]))
    assert widths[1] < widths[0]
