"""Pillows, bands and straps are painted with the body, in both styles, which stays as it is."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import Pose, bake
from sijoint_desktop.motion.model import Cushion, Scene
from sijoint_desktop.ui.figure.camera import fit_camera
from sijoint_desktop.ui.figure.compose import compose_figure
from sijoint_desktop.ui.figure.look import FigureStyle, print_look, screen_look
from sijoint_desktop.ui.figure.things import cushion_points, geometry_of, with_things
from sijoint_desktop.ui.style.tokens import LIGHT
from tests.motion import shipped

PILLOW = Cushion((-0.4, 0.0, 0.03), (0.2, 0.3, 0.06))


@pytest.fixture(scope="module")
def lying() -> Pose:
    return bake(shipped.spec("glute_bridge")).pose(0)


def tones(pose: Pose, style: FigureStyle, *, paper: bool = False) -> list[tuple[int, int, int]]:
    look = print_look(style=style) if paper else screen_look(LIGHT, style=style)
    camera = fit_camera(pose.positions, QRectF(0, 0, 600, 400), 38, 20)
    sketch, _ = compose_figure(pose, camera, look, count=20)
    return [fill.colour for fill in sketch.fills]


@pytest.mark.parametrize("style", list(FigureStyle))
@pytest.mark.parametrize("paper", [False, True])
def test_pillow_and_band_are_painted_in_their_colours(
    lying: Pose, style: FigureStyle, *, paper: bool
) -> None:
    colours = (print_look() if paper else screen_look(LIGHT)).colours
    with_both = replace(lying, scene=Scene((PILLOW,), band=True))
    assert {colours.cushion, colours.band} <= set(tones(with_both, style, paper=paper))
    assert not {colours.band, colours.band_edge} & set(tones(lying, style)) - {(0, 0, 0)}


@pytest.mark.parametrize("style", list(FigureStyle))
def test_a_pillow_on_the_floor_is_painted_before_the_body_that_lies_on_it(
    lying: Pose, style: FigureStyle
) -> None:
    colours = screen_look(LIGHT).colours
    order = tones(replace(lying, scene=Scene((PILLOW,))), style)
    body = colours.skin if style is FigureStyle.BODY else colours.joint
    assert order.index(colours.cushion) < len(order) - 1 - order[::-1].index(body)


def test_the_body_keeps_its_stations_and_its_parts_before_what_is_added() -> None:
    for style in FigureStyle:
        plain, more = geometry_of(style), with_things(style, Scene((PILLOW,)))
        assert [part.name for part in more.parts][: len(plain.parts)] == [
            part.name for part in plain.parts
        ]
        assert np.array_equal(more.offset[: len(plain.offset)], plain.offset)


def test_the_camera_reaches_as_far_as_the_pillow() -> None:
    points = cushion_points(Scene((PILLOW,)), 1.75)
    reach = 0.068 * 1.75
    assert points[..., 0].min() - reach == pytest.approx(-0.5 * 1.75)
    assert points[..., 1].max() + reach == pytest.approx(0.15 * 1.75)


@pytest.mark.parametrize("style", list(FigureStyle))
def test_a_strap_is_painted_from_the_hands_to_the_foot(lying: Pose, style: FigureStyle) -> None:
    colours = screen_look(LIGHT).colours
    assert colours.band not in tones(lying, style)
    assert tones(replace(lying, scene=Scene(strap=Side.RIGHT)), style).count(colours.band) == 3
