"""The exercises that push without moving show what their words say."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from tests.motion import shipped
from tests.motion.moments import at, phase, reading

KNEES = "met_hip_iso"


def test_nothing_moves_while_the_knees_push() -> None:
    r = shipped.recording(KNEES, Side.RIGHT)
    for name in ("Push", "Hold", "Relax"):
        frames = r.frames_of(phase(r, name))
        assert np.ptp(r.positions[frames], axis=0).max() < 1e-6


def test_hips_and_knees_make_square_corners() -> None:
    r = shipped.recording(KNEES, Side.RIGHT)
    for side in ("_l", "_r"):
        thigh = at(r, "knee" + side) - at(r, "hip" + side)
        lean = np.degrees(np.arctan2(thigh[0], thigh[2]))
        assert abs(lean) < 18  # the knee stands over the hip
        assert reading(r, "knee_flexion" + side) == pytest.approx(95, abs=8)


def test_one_hand_is_before_its_knee_and_the_other_behind_its_own() -> None:
    r = shipped.recording(KNEES, Side.RIGHT)
    for hand, side, sign in (("hand_r", "_r", -1.0), ("hand_l", "_l", 1.0)):
        hip, knee = at(r, "hip" + side), at(r, "knee" + side)
        thigh = (knee - hip) / np.linalg.norm(knee - hip)
        palm = (at(r, "wrist" + side) + at(r, hand)) / 2 - hip
        share = palm @ thigh / np.linalg.norm(knee - hip)
        assert 0.6 < share < 1.1  # near the knee
        beside = palm - (palm @ thigh) * thigh
        assert sign * beside[0] > 0.02  # the head lies towards -x


def test_the_pushes_point_into_the_hands() -> None:
    pushes = {push.joint: push.direction for push in shipped.spec(KNEES).pushes}
    assert pushes["knee_r"][0] < 0 < pushes["knee_l"][0]
    assert shipped.spec(KNEES).poses["push"].channels["push"] == 1
    assert shipped.spec(KNEES).poses["both_held"].channels["push"] == 0
