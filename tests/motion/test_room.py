"""Sitting: the pelvis rests on the seat, and the chair stands where the figure can use it."""

import tomllib

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.export import motion_json
from sijoint_desktop.motion.joints import JOINT_INDEX, JOINTS
from sijoint_desktop.motion.model import Stuff
from sijoint_desktop.motion.room import (
    SEAT_HEIGHT,
    SEATED_HIP_HEIGHT,
    chair_feet,
    mirrored_room,
    wall_at,
)
from sijoint_desktop.motion.solve import Path
from sijoint_desktop.motion.spec import MotionSpec, parse_motion
from sijoint_desktop.motion.timeline import build_timeline

STAND_UP = """
base = "upright"
authored_side = "left"
root = { mode = "standing", xy = [-0.24, 0.0], seated = true }
[room]
chair = [-0.25, 0.01]
[[pose]]
name = "sit"
[pose.angles]
shoulder_flexion_l = 25
shoulder_flexion_r = 25
elbow_flexion_l = 60
elbow_flexion_r = 60
[pose.contacts]
leg_l = { type = "flat", at = [0.005, 0.06] }
leg_r = { type = "flat", at = [0.005, -0.06] }
[[pose]]
name = "lean"
inherits = "sit"
[pose.angles]
pelvis_tilt = 30
[[pose]]
name = "stand"
inherits = "sit"
root = { xy = [0.0, 0.0], seated = false }
[pose.angles]
knee_flexion_l = 6
knee_flexion_r = 6
[[timeline]]
pose = "sit"
phase = "Ready"
hold = 1
[[timeline]]
pose = "lean"
phase = "Lean"
move = 2
hold = 1
[[timeline]]
pose = "stand"
phase = "Stand"
move = 2
hold = 1
[[timeline]]
pose = "sit"
phase = "Sit"
move = 3
"""


def parse(text: str = STAND_UP) -> MotionSpec:
    return parse_motion(tomllib.loads(text), "any.toml")


def recorded(side: Side) -> dict[str, object]:
    line = build_timeline(parse(), effort_s=1, return_s=1, pause_s=1, hold_s=1)
    return motion_json(parse(), "any", line, fps=30, side=side, stature_m=1.75)


def test_the_hips_stay_at_the_height_of_the_seat_while_the_trunk_leans() -> None:
    spec = parse()
    clip, keys = bake(spec, stature_m=1.0), Path(spec).key_rows
    hips = clip.positions[: keys[1] + 1, [JOINT_INDEX["hip_l"], JOINT_INDEX["hip_r"]]]
    assert hips[..., 2] == pytest.approx(SEAT_HEIGHT + SEATED_HIP_HEIGHT, abs=1e-9)


def test_standing_up_leaves_the_seat_at_once_and_without_a_jump() -> None:
    spec = parse()
    clip, keys = bake(spec, stature_m=1.0), Path(spec).key_rows
    height = clip.positions[keys[1] : keys[2] + 1, 0, 2]
    assert height[0] == pytest.approx(SEAT_HEIGHT + SEATED_HIP_HEIGHT, abs=1e-6)
    assert (np.diff(height) > -1e-6).all()
    assert np.diff(height).max() < 0.008
    assert height[-1] > 0.52


def test_the_feet_of_the_chair_carry_the_figure_only_while_it_sits() -> None:
    left, right = recorded(Side.LEFT), recorded(Side.RIGHT)
    names = left["joints"]
    assert isinstance(names, list)
    assert names[: len(JOINTS)] == list(JOINTS)
    assert names[len(JOINTS) :] == list(chair_feet(parse().room))
    spans = [c for c in left["contacts"] if c["joint"] == "chair_front_l"]  # type: ignore[attr-defined]
    assert [(c["from_s"], c["to_s"]) for c in spans] == [(0.0, 4.0)]
    here = np.array(left["positions"])[0, names.index("chair_back_l")]
    there = np.array(right["positions"])[0, names.index("chair_back_r")]
    assert here * [1, -1, 1] == pytest.approx(there)


def test_the_chair_is_mirrored_with_the_figure() -> None:
    spec = parse()
    one, other = bake(spec), bake(spec, side=Side.RIGHT)
    assert other.scene.boxes == mirrored_room(one.scene.boxes)
    assert other.pose(0).scene.boxes == other.scene.boxes
    assert mirrored_room(other.scene.boxes) == one.scene.boxes


def test_nothing_of_the_chair_is_under_the_floor_and_its_seat_is_as_high_as_it_says() -> None:
    boxes = parse().room
    assert min(box.centre[2] - box.half[2] for box in boxes) == pytest.approx(0)
    seat = max(boxes, key=lambda box: box.half[0] * box.half[1])
    assert seat.centre[2] + seat.half[2] == pytest.approx(SEAT_HEIGHT)
    assert 0.40 < SEAT_HEIGHT * 1.75 < 0.46  # metres


@pytest.mark.parametrize("y", [0.2, -0.2])
def test_a_wall_has_its_surface_where_the_file_says(y: float) -> None:
    (wall,) = wall_at(y)
    assert wall.stuff is Stuff.WALL
    assert abs(wall.centre[1]) - wall.half[1] == pytest.approx(abs(y))
    assert wall.centre[2] - wall.half[2] == pytest.approx(0)
