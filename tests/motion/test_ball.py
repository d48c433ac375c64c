"""The ball between the knees: touched by both, squashed by them, never through them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.motion.ball import (
    BALL_CHANNEL,
    BALL_RADIUS,
    KNEE_HALF_BREADTH,
    ball_between_knees,
)
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import JOINT_INDEX, JOINTS
from sijoint_desktop.motion.solve import Path
from tests.motion import shipped
from tests.motion.moments import at

SPEC = shipped.spec("ball_squeeze")


def knees_apart(statures: float) -> np.ndarray:
    positions = np.zeros((len(JOINTS), 3))
    for side, sign in (("_l", 1.0), ("_r", -1.0)):
        positions[JOINT_INDEX["knee" + side]] = (0.15, sign * statures / 2.0, 0.26)
        positions[JOINT_INDEX["ankle" + side]] = (0.23, sign * 0.06, 0.04)
    return positions


@given(st.floats(0.09, 0.30))
@settings(max_examples=40, deadline=None)
def test_the_ball_keeps_what_is_in_it_and_never_grows_thicker(apart: float) -> None:
    ball = ball_between_knees(knees_apart(apart), 1.0)
    thick, broad, deep = np.linalg.norm(ball.axes, axis=1)
    assert thick * broad * deep == pytest.approx(BALL_RADIUS**3)
    assert thick <= BALL_RADIUS + 1e-12
    assert ball.axes @ ball.axes.T == pytest.approx(np.diag([thick, broad, deep]) ** 2, abs=1e-12)


@pytest.mark.parametrize("phase", ["Ready", "Squeeze"])
def test_both_knees_touch_the_ball(phase: str) -> None:
    row = Path(SPEC).key_rows[[row.phase for row in SPEC.rows].index(phase)]
    pose = bake(SPEC, stature_m=1.0).pose(row)
    assert pose.channels[BALL_CHANNEL] == 1
    ball = ball_between_knees(pose.positions, 1.0)
    left, right = (pose.positions[JOINT_INDEX[knee]] for knee in ("knee_l", "knee_r"))
    skin = np.linalg.norm(left - right) / 2.0 - KNEE_HALF_BREADTH
    assert np.linalg.norm(ball.axes[0]) == pytest.approx(skin, abs=1e-9)


def test_squeezing_makes_it_flatter_and_no_more_than_half_way() -> None:
    r = shipped.recording("ball_squeeze")
    open_m, shut_m = (
        np.linalg.norm(at(r, "knee_l", name) - at(r, "knee_r", name)) for name in ("Ready", "Hold")
    )
    assert 0.02 < open_m - shut_m < 0.08
    thickness = shut_m / 1.75 - 2 * KNEE_HALF_BREADTH
    assert thickness > BALL_RADIUS


def test_knees_stay_over_the_feet_and_the_hips_stay_down() -> None:
    r = shipped.recording("ball_squeeze")
    for side in ("_l", "_r"):
        assert abs(at(r, "knee" + side)[1] - at(r, "ankle" + side)[1]) < 0.03
    assert np.ptp(r.at("pelvis"), axis=0).max() < 1e-6


def test_too_hard_a_squeeze_is_drawn_with_a_flat_ball_and_the_head_up() -> None:
    clip = bake(SPEC, stature_m=1.0)
    wrong, right = clip.mistake_pose("too_hard"), clip.pose(0)
    assert wrong.positions[JOINT_INDEX["head"], 2] > right.positions[JOINT_INDEX["head"], 2] + 0.05
    flat, held = (ball_between_knees(pose.positions, 1.0).axes[0] for pose in (wrong, right))
    assert np.linalg.norm(flat) < 0.7 * np.linalg.norm(held)


def test_without_the_ball_there_is_no_such_channel() -> None:
    assert BALL_CHANNEL not in bake(shipped.spec("glute_bridge")).channels
