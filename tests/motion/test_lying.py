"""Lying on the side or the front, and hanging between an elbow and a knee."""

import tomllib

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.check import check_spec
from sijoint_desktop.motion.clinical import clinical_angles
from sijoint_desktop.motion.clip import bake
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.model import Base
from sijoint_desktop.motion.skeleton import FOREARM_ELBOW_HEIGHT, SIDE_KNEE_HEIGHT, UPPER_ARM
from sijoint_desktop.motion.solve import Path
from sijoint_desktop.motion.spec import MotionSpec, parse_motion
from tests.motion.lying_still import lying_still

LYING = """
base = "{base}"
authored_side = "left"
root = {{ mode = "pin", joint = "pelvis", at = [0.0, 0.0, 0.102] }}
"""


def parse(text: str) -> MotionSpec:
    return parse_motion(tomllib.loads(text), "any.toml")


def lying(base: Base, side: Side) -> tuple[np.ndarray, np.ndarray]:
    clip = bake(lying_still(LYING.format(base=base)), side=side)
    return clip.positions[0], clip.frames[0]


def test_on_the_side_the_left_limbs_are_on_top_and_mirrored_the_right_ones() -> None:
    for side, low, top in ((Side.LEFT, "_r", "_l"), (Side.RIGHT, "_l", "_r")):
        points, frames = lying(Base.SIDE_LYING, side)
        for joint in ("hip", "shoulder", "ankle"):
            over = points[JOINT_INDEX[joint + top]] - points[JOINT_INDEX[joint + low]]
            assert over[2] > 0.1
            assert abs(over[0]) < 1e-9
        assert points[JOINT_INDEX["head"]][0] < points[JOINT_INDEX["pelvis"]][0]
        angles = clinical_angles(frames[None], Base.SIDE_LYING, mirrored=side is Side.RIGHT)
        assert max(abs(values[0]) for values in angles.values()) < 1e-6


def test_on_the_front_the_face_looks_at_the_floor() -> None:
    _, frames = lying(Base.PRONE, Side.LEFT)
    assert frames[FRAME_INDEX["head"], 2, 0] == pytest.approx(-1)


PROPPED = """
base = "side_lying"
root = { mode = "propped" }
[[pose]]
name = "down"
[pose.angles]
pelvis_list = 26
lumbar_lateral = 17
thoracic_lateral = 6
knee_flexion_r = 90
[pose.contacts]
arm_r = { type = "forearm", at = [-0.505, 0.0], yaw = 90 }
leg_r = { type = "side", at = [0.0, 0.0], yaw = -90 }
[[pose]]
name = "line"
inherits = "down"
[pose.angles]
pelvis_list = 25
lumbar_lateral = 0
thoracic_lateral = 0
[[timeline]]
pose = "down"
phase = "Ready"
[[timeline]]
pose = "line"
phase = "Lift"
move = 1
[[timeline]]
pose = "down"
phase = "Lower"
move = 2
"""


def test_a_propped_body_keeps_its_arm_and_thigh_at_every_moment() -> None:
    path = Path(parse(PROPPED))
    body, fits = path.fits_at(np.linspace(0, path.rows - 1, 60))
    assert max(fit.gap.max() for fit in fits) < 1e-9
    points = body.positions
    elbow, shoulder, knee = (
        points[:, JOINT_INDEX[joint]] for joint in ("elbow_r", "shoulder_r", "knee_r")
    )
    assert np.ptp(elbow, axis=0).max() < 1e-9
    assert np.ptp(knee, axis=0).max() < 1e-9
    assert elbow[0, 2] == pytest.approx(FOREARM_ELBOW_HEIGHT)
    assert knee[0, 2] == pytest.approx(SIDE_KNEE_HEIGHT)
    assert np.linalg.norm(shoulder - elbow, axis=1) == pytest.approx(UPPER_ARM)


def test_a_body_that_is_propped_at_both_ends_is_sound() -> None:
    assert list(check_spec(parse(PROPPED))) == []


@pytest.mark.parametrize("limb", ["arm_r", "leg_r"])
def test_a_propped_body_needs_both_its_forearm_and_its_knee(limb: str) -> None:
    lines = [line for line in PROPPED.splitlines() if not line.startswith(limb)]
    fault = next(iter(check_spec(parse("\n".join(lines)))))
    assert fault.endswith("expected a forearm contact of an arm and a side contact of a leg")


LONG = """
base = "supine"
root = { mode = "pin", joint = "pelvis", at = [0.0, 0.0, 0.055] }
[[pose]]
name = "lie"
[pose.contacts]
leg_l = { type = "heel", at = [0.487, 0.06], yaw = 10 }
leg_r = { type = "heel", at = [0.487, -0.06], yaw = 10 }
[[pose]]
name = "tucked"
inherits = "lie"
[pose.angles]
pelvis_tilt = -12
[[timeline]]
pose = "lie"
phase = "Ready"
[[timeline]]
pose = "tucked"
phase = "Tuck"
move = 1
[[timeline]]
pose = "lie"
phase = "Back"
move = 1
"""


def test_a_long_leg_stays_on_its_heel_with_the_toes_up_while_the_pelvis_moves() -> None:
    spec = parse(LONG)
    assert list(check_spec(spec)) == []
    clip = bake(spec)
    heel, toe = (clip.positions[:, JOINT_INDEX[joint]] for joint in ("heel_l", "toe_l"))
    assert np.ptp(heel, axis=0).max() < 1e-9
    assert 0 < heel[0, 2] < 0.012 * 1.75
    assert (toe - heel)[0, 2] > 0.15
    assert toe[0, 1] > heel[0, 1] + 0.02  # turned a little outwards
    knee = clip.positions[:, JOINT_INDEX["knee_l"], 2]
    assert (knee > 0.04 * 1.75).all()  # the knee bends upwards
