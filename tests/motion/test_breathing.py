"""The breath moves the skin of the trunk, and hands that rest on it ride along."""

import tomllib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.motion.breathing import skin_shift
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import FRAME_INDEX, FRAMES, JOINT_INDEX
from sijoint_desktop.motion.model import BREATH_CHANNELS
from sijoint_desktop.motion.solve import Path
from sijoint_desktop.motion.spec import parse_motion
from tests.motion import shipped
from tests.motion.moments import at, reading

NAME = "breathing_brace"
shares = st.floats(-1, 1)


def shift(frame: str, local: tuple[float, float, float], ribs: float, belly: float) -> np.ndarray:
    place = np.array([FRAME_INDEX[frame]])
    moved: np.ndarray = skin_shift(place, np.array([local]), np.array([ribs, belly]))[0]
    return moved


@given(shares, shares, st.sampled_from([f for f in FRAMES if f.endswith(("_l", "_r"))]))
@settings(max_examples=30, deadline=None)
def test_no_limb_and_no_back_moves_with_the_breath(ribs: float, belly: float, limb: str) -> None:
    assert not shift(limb, (0.05, 0.02, 0.0), ribs, belly).any()
    assert not shift("lumbar", (-0.05, 0.0, 0.05), ribs, belly).any()


@given(st.floats(0.05, 1), st.floats(0, 0.08))
@settings(max_examples=30, deadline=None)
def test_a_full_belly_rises_and_a_drawn_one_sinks_by_as_much(belly: float, y: float) -> None:
    full, drawn = (shift("lumbar", (0.06, y, 0.05), 0.0, sign * belly) for sign in (1, -1))
    assert full[0] > 0
    assert full[1] >= 0
    assert drawn == pytest.approx(-full)


def test_ribs_widen_to_both_sides_alike() -> None:
    left, right = (shift("t12", (0.01, y, 0.0), 1.0, 0.0) for y in (0.07, -0.07))
    assert left[1] == pytest.approx(-right[1])
    assert left[1] > 0.005


def test_both_hands_rise_and_sink_with_what_they_rest_on() -> None:
    spec = shipped.spec(NAME)
    clip, keys = bake(spec, stature_m=1.75), Path(spec).key_rows
    names = [row.phase for row in spec.rows]
    soft, full, drawn = (keys[names.index(n)] for n in ("Ready", "Breathe in", "Draw in"))
    for hand in ("hand_l", "hand_r"):
        height = clip.positions[:, JOINT_INDEX[hand], 2]
        assert height[full] > height[soft] + 0.012
        assert height[drawn] < height[soft] - 0.002
    # and the low tummy moves most
    rise = clip.positions[full, :, 2] - clip.positions[drawn, :, 2]
    assert rise[JOINT_INDEX["hand_r"]] > 0.025


def test_the_trunk_itself_stays_still_while_it_breathes() -> None:
    r = shipped.recording(NAME)
    for joint in ("pelvis", "l5s1", "t12l1", "chest", "head", "knee_l"):
        assert np.ptp(r.at(joint), axis=0).max() < 1e-6
    assert np.ptp(r.angles["lumbar_flexion"]) < 0.01


def test_one_hand_lies_on_the_ribs_and_one_low_on_the_tummy() -> None:
    r = shipped.recording(NAME)
    ribs, low = at(r, "hand_l"), at(r, "hand_r")
    assert ribs[0] < at(r, "t12l1")[0] + 0.03  # the head lies towards -x
    assert low[0] > at(r, "l5s1")[0] - 0.03
    for hand in (ribs, low):
        assert abs(hand[1]) < 0.11
        assert 0.15 < hand[2] < 0.25
    assert abs(reading(r, "pelvis_tilt")) < 2


def test_channels_of_the_breath_are_there_only_where_it_is_stated() -> None:
    clip = bake(shipped.spec(NAME))
    assert tuple(clip.channels) == BREATH_CHANNELS
    assert clip.channels["breath_belly"].max() == pytest.approx(0.9)
    assert clip.channels["breath_belly"].min() < -0.5
    assert clip.mistake_pose("pushing_out").channels["breath_belly"] == 1


def test_a_channel_outside_its_range_is_refused() -> None:
    text = """
    base = "supine"
    root = { mode = "pin", joint = "neck", at = [0, 0, 0.05] }
    [[pose]]
    name = "lie"
    [pose.channels]
    breath_belly = -1.5
    """
    with pytest.raises(ContentError, match=r"breath_belly: -1.5 is outside -1 to 1"):
        parse_motion(tomllib.loads(text), "any.toml")
