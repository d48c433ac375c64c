"""How far a figure moves, and where: what a view that saves on painting relies on."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from sijoint_desktop.motion.clip import Clip
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import screen_look
from sijoint_desktop.ui.figure.moment import Moment
from sijoint_desktop.ui.figure.travel import travelled
from sijoint_desktop.ui.figure.view import FigureView
from sijoint_desktop.ui.style.tokens import LIGHT
from tests.routine.courses import library

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = QSize(640, 420)


def view_of(name: str, clips: ClipStore) -> FigureView:
    exercise = library().get(name)
    view = FigureView(exercise.motion, clips.get(exercise), screen_look(LIGHT))
    view.resize(SIZE, 1.0, QRectF(0, 0, SIZE.width(), SIZE.height()).adjusted(20, 60, -20, -60))
    return view


def pixels(view: FigureView, moment: Moment) -> np.ndarray:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.paint(painter, moment)
    painter.end()
    return np.array(image.constBits()).reshape(SIZE.height(), SIZE.width(), 4).copy()


def test_no_joint_moves_farther_than_the_way_says(clip: Clip) -> None:
    way = travelled(clip)
    assert way[0] == 0.0
    assert (np.diff(way) >= 0.0).all()
    for first, last in ((0, clip.rows - 1), (3, 9), (clip.rows // 2, clip.rows // 2 + 1)):
        moved = np.linalg.norm(clip.positions[last] - clip.positions[first], axis=1).max()
        assert moved <= way[last] - way[first] + 1e-9


def test_a_belly_that_breathes_moves_although_no_joint_does(clips: ClipStore) -> None:
    exercise = library().get("breathing_brace")
    assert travelled(clips.get(exercise))[-1] > 0.02


def test_pixels_between_two_rows_grow_with_the_picture(clips: ClipStore) -> None:
    view = view_of("glute_bridge", clips)
    near = view.pixels_between(0.0, 4.0)
    assert view.pixels_between(4.0, 0.0) == near > 0.0
    assert view.pixels_between(2.0, 2.0) == 0.0
    view.aim(*view.angles, 2.0)
    assert view.pixels_between(0.0, 4.0) == pytest.approx(2.0 * near)


@pytest.mark.parametrize(
    "name", ["glute_bridge", "bird_dog", "open_book", "ball_squeeze", "sit_to_stand", "dead_bug"]
)
def test_nothing_changes_outside_the_reach_while_a_figure_moves(
    name: str, clips: ClipStore
) -> None:
    view = view_of(name, clips)
    reach, last = view.reach, view.clip.rows - 1.0
    still = pixels(view, Moment(0.0))
    changed = np.zeros(still.shape[:2], dtype=bool)
    for share in (0.2, 0.4, 0.6, 0.8):
        changed |= (pixels(view, Moment(share * last, 0.0, last)) != still).any(2)
    rows, columns = np.nonzero(changed)
    assert reach.left() <= columns.min()
    assert columns.max() <= reach.right()
    assert reach.top() <= rows.min()
    assert rows.max() <= reach.bottom()
