"""The chair in the picture: what is before it hides it, what is behind it is hidden."""

import tomllib

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from sijoint_desktop.motion.clip import Pose, bake
from sijoint_desktop.motion.model import Box
from sijoint_desktop.motion.spec import parse_motion
from sijoint_desktop.ui.figure.camera import VIEWS, Camera, fit_camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.compose import compose_figure
from sijoint_desktop.ui.figure.look import FigureStyle, Look
from sijoint_desktop.ui.figure.outline import place, project
from sijoint_desktop.ui.figure.room import RoomSketch, room_corners
from sijoint_desktop.ui.figure.things import geometry_of
from tests.motion.test_room import STAND_UP

AREA = QRectF(0, 0, 400, 400)
COUNT = 24
CLIP = bake(parse_motion(tomllib.loads(STAND_UP), "any.toml"))
SIT = CLIP.pose(0)


def camera(azimuth: float, elevation: float) -> Camera:
    corners = room_corners(CLIP.scene.boxes, CLIP.stature_m)
    return fit_camera(SIT.positions[None], AREA, azimuth, elevation, beside=corners)


def kind(box: Box) -> str:
    if box.half[0] > 0.1:
        return "seat"
    return "back" if box.centre[2] > 0.4 and box.half[1] > 0.05 else "post"


class Recorder(RoomSketch):
    """Notes what is painted instead of painting it."""

    def __init__(self, pose: Pose, view: Camera, look: Look) -> None:
        super().__init__(Sketch(COUNT), view, pose, look)
        self.names: list[str] = []

    def paint(self, box: Box) -> None:
        self.names.append(kind(box))


def painted(pose: Pose, view: Camera, look: Look) -> list[str]:
    """Return parts and boxes in the order in which they are painted, "seat" and "back" named."""
    geometry = geometry_of(look.style)
    placed = place(geometry, pose)
    _, order = compose_figure(pose, view, look, count=COUNT)
    recorder = Recorder(pose, view, look)
    recorder.arrange(geometry, placed, project(view, *placed, COUNT), order.tolist())
    for number in order.tolist():
        recorder.paint_before(geometry.parts[number].name)
        recorder.names.append(geometry.parts[number].name)
    recorder.paint_before(None)
    return recorder.names


@pytest.mark.parametrize("style", FigureStyle)
@pytest.mark.parametrize("view", ["three_quarter", "front", "above"])
def test_a_sitting_body_hides_the_seat_and_the_back_of_its_chair(
    plain_look: Look, view: str, style: FigureStyle
) -> None:
    names = painted(SIT, camera(*VIEWS[view]), plain_look.with_style(style))
    assert names.index("seat") < names.index("thigh_r")
    assert names.index("seat") < names.index("thigh_l")
    if view in {"three_quarter", "front"}:  # elsewhere they do not overlap
        assert names.index("back") < names.index("trunk")


@pytest.mark.parametrize("azimuth", [-90.0, -60.0, -120.0])
def test_seen_from_behind_the_back_of_the_chair_hides_the_body(
    plain_look: Look, azimuth: float
) -> None:
    names = painted(SIT, camera(azimuth, 14.0), plain_look)
    assert names.index("trunk") < names.index("back")
    assert names.index("shank_l") < names.index("seat") < names.index("thigh_l")


def test_every_box_is_painted_once_from_any_side(plain_look: Look) -> None:
    for azimuth in range(-180, 180, 30):
        names = painted(SIT, camera(float(azimuth), 20.0), plain_look)
        boxes = [name for name in names if name in {"seat", "back", "post"}]
        assert len(boxes) == len(CLIP.scene.boxes)


def test_the_camera_holds_the_whole_chair() -> None:
    view = camera(*VIEWS["side"])
    page, _, _ = view.project(room_corners(CLIP.scene.boxes, CLIP.stature_m))
    assert (page > -0.5).all()
    assert (page < 400.5).all()


def test_a_wall_before_the_figure_is_seen_through(plain_look: Look) -> None:
    text = STAND_UP.replace("chair = [-0.25, 0.01]", "wall = 0.2")
    pose = bake(parse_motion(tomllib.loads(text), "any.toml")).pose(0)
    alphas = []
    for azimuth in (0.0, 180.0):
        sketch, _ = compose_figure(pose, camera(azimuth, 6.0), plain_look, count=COUNT)
        alphas += [f.alpha for f in sketch.fills if f.colour == plain_look.colours.wall]
    behind, before = alphas
    assert behind == 1.0
    assert before < 0.4


def test_without_a_room_nothing_of_it_is_painted(plain_look: Look) -> None:
    text = STAND_UP.replace("chair = [-0.25, 0.01]", "")
    pose = bake(parse_motion(tomllib.loads(text), "any.toml")).pose(0)
    sketch, _ = compose_figure(pose, camera(0.0, 6.0), plain_look, count=COUNT)
    assert plain_look.colours.wood_edge not in [fill.colour for fill in sketch.fills]
    assert np.array_equal(room_corners((), 1.75), np.empty((0, 3)))
