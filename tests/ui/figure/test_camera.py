"""The camera keeps the whole motion in the picture, from everywhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from sijoint_desktop.motion.clip import Clip
from sijoint_desktop.ui.figure.camera import VIEWS, Camera, fit_camera, mirrored
from sijoint_desktop.ui.figure.view import frame_points, view_angles
from tests.content.samples import sample_library

RECT = QRectF(30, 20, 500, 300)


@given(azimuth=st.floats(-180, 180), elevation=st.floats(-5, 88), spread=st.floats(0.2, 2.0))
def test_every_joint_is_inside_from_any_direction(
    azimuth: float, elevation: float, spread: float
) -> None:
    points = np.random.default_rng(7).uniform(-spread, spread, (3, 27, 3))
    camera = fit_camera(points, RECT, azimuth, elevation)
    page, _, _ = camera.project(points.reshape(-1, 3))
    assert page[:, 0].min() >= RECT.left()
    assert page[:, 0].max() <= RECT.right()
    assert page[:, 1].min() >= RECT.top()
    assert page[:, 1].max() <= RECT.bottom()


@pytest.mark.parametrize("view", VIEWS)
def test_figure_fills_the_picture_in_one_direction(clip: Clip, view: str) -> None:
    camera = fit_camera(frame_points(clip), RECT, *VIEWS[view])
    page, _, _ = camera.project(clip.positions.reshape(-1, 3))
    wide, high = np.ptp(page, axis=0)
    assert wide > 0.6 * RECT.width() or high > 0.75 * RECT.height()


def test_nearer_things_are_larger_and_higher_ones_further_up() -> None:
    camera = Camera(0.0, 0.0, (0.0, 0.0, 0.0), 1000.0, (0.0, 0.0))
    page, depth, scale = camera.project(np.array([[0.0, -1.0, 0.5], [0.0, 1.0, 0.5]]))
    assert depth[0] > depth[1]
    assert scale[0] > scale[1]
    assert (page[:, 1] < 0).all()


@given(azimuth=st.floats(-179, 180))
def test_mirroring_a_direction_twice_changes_nothing(azimuth: float) -> None:
    turn = mirrored(mirrored(azimuth)) - azimuth
    assert abs((turn + 180.0) % 360.0 - 180.0) < 1e-9


def test_unknown_view_is_refused(clip: Clip) -> None:
    with pytest.raises(KeyError):
        view_angles("underneath", sample_library().get("reach").motion, clip)
