"""Each motion shows what its words say, not merely something that a body could do."""

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.limits import LimitKind, excess
from tests.motion import shipped
from tests.motion.moments import at, off_line, phase, reading
from tests.reference.recording import lengths


def test_bridge_makes_one_line_of_shoulder_hip_and_knee() -> None:
    r = shipped.recording("glute_bridge")
    sagittal = np.array([1.0, 0.0, 1.0])
    for side in ("_l", "_r"):
        shoulder, hip, knee = (
            at(r, joint + side) * sagittal for joint in ("shoulder", "hip", "knee")
        )
        assert off_line(hip, shoulder, knee) < 0.010
    assert reading(r, "lumbar_flexion", "Hold") == pytest.approx(0, abs=3)


def test_lunge_keeps_the_front_knee_behind_the_toes_and_the_trunk_tall() -> None:
    r = shipped.recording("hip_flexor_lunge", Side.RIGHT)
    assert (r.at("knee_l")[:, 0] < r.at("toe_l")[:, 0] - 0.02).all()
    lean = at(r, "neck") - at(r, "pelvis")
    assert abs(np.degrees(np.arctan2(lean[0], lean[2]))) < 8
    # the tuck comes before the shift, and is kept in it
    assert reading(r, "pelvis_tilt", "Tuck") < -8
    tucked = r.frames_of(phase(r, "Tuck"))
    assert np.ptp(r.at("pelvis")[tucked, 0]) < 0.03
    assert reading(r, "pelvis_tilt", "Hold") < -5
    assert reading(r, "hip_flexion_r", "Hold") < -15


def test_the_kneeling_knee_of_the_lunge_stays_on_its_cushion() -> None:
    (cushion,) = shipped.spec("hip_flexor_lunge").cushions
    knee = shipped.recording("hip_flexor_lunge", Side.RIGHT).at("knee_r") / 1.75
    away = np.abs(knee - cushion.at)[:, :2].max(axis=0)
    assert (away < np.array(cushion.size[:2]) / 2).all()
    assert cushion.at[2] == pytest.approx(cushion.size[2] / 2)  # it lies on the floor


def test_hip_rotation_keeps_both_shoulders_and_the_head_on_the_floor() -> None:
    r = shipped.recording("hip_rotation_supine", Side.LEFT)
    for joint in ("shoulder_l", "shoulder_r", "head"):
        assert np.ptp(r.at(joint)[:, 2]) < 0.008
    assert at(r, "knee_r")[1] > 0.10  # both knees to the left
    assert at(r, "knee_l")[1] > at(r, "knee_r")[1]
    apart = lengths(r.at("knee_l") - r.at("knee_r"))
    assert np.ptp(apart) < 0.05  # and they stay together


def test_bird_dog_keeps_the_pelvis_level_and_limbs_no_higher_than_the_trunk() -> None:
    r = shipped.recording("bird_dog", Side.LEFT)
    assert np.ptp(r.at("hip_l")[:, 2] - r.at("hip_r")[:, 2]) < 0.004
    for angle in ("pelvis_rotation", "pelvis_list", "lumbar_rotation"):
        assert np.abs(r.angles[angle]).max() < 2
    assert np.ptp(r.angles["lumbar_flexion"]) < 3
    assert at(r, "ankle_l")[2] <= at(r, "hip_l")[2] + 0.02
    assert at(r, "wrist_r")[2] <= at(r, "shoulder_r")[2] + 0.05
    assert at(r, "ankle_l")[0] < at(r, "hip_l")[0] - 0.7  # straight back
    assert at(r, "hand_r")[0] > at(r, "shoulder_r")[0] + 0.6  # straight forward


def test_figure_four_rests_the_ankle_on_the_other_thigh_near_the_knee() -> None:
    r = shipped.recording("figure4_supine", Side.RIGHT)
    ankle, knee, hip = (at(r, joint) for joint in ("ankle_r", "knee_l", "hip_l"))
    assert off_line(ankle, hip, knee) < 0.16
    assert np.linalg.norm(ankle - knee) < 0.17
    assert ankle[1] > knee[1]  # it has crossed over to the left
    assert at(r, "knee_r")[1] < at(r, "hip_r")[1] - 0.05  # and the knee opens out


def test_figure_four_hands_are_behind_the_thigh_from_both_sides() -> None:
    r = shipped.recording("figure4_supine", Side.RIGHT)
    hip, knee = at(r, "hip_l"), at(r, "knee_l")
    thigh = (knee - hip) / np.linalg.norm(knee - hip)
    front = at(r, "neck") - hip  # the front of a drawn-up thigh faces the chest
    front = front - (front @ thigh) * thigh
    front /= np.linalg.norm(front)
    for side, outwards in (("_l", 1.0), ("_r", -1.0)):
        palm = (at(r, "wrist" + side) + at(r, "hand" + side)) / 2 - hip
        share = palm @ thigh / np.linalg.norm(knee - hip)
        assert 0.3 < share < 0.8
        assert palm @ front < -0.03
        assert (at(r, "wrist" + side) - hip)[1] * outwards > 0.03
    assert reading(r, "hip_flexion_l", "Hold") > 75
    pulled = lengths(r.at("knee_l") - r.at("chest"))
    assert pulled[r.frames_of(phase(r, "Pull"))[0]] > pulled[r.frames_of(phase(r, "Hold"))[0]]


def test_cat_rounds_and_cow_arches_and_the_pelvis_goes_first() -> None:
    r = shipped.recording("cat_cow")
    for region in ("lumbar", "thoracic", "cervical"):
        assert reading(r, f"{region}_flexion", "Cat") > 20
        assert reading(r, f"{region}_flexion", "Cow") < -8
    back = phase(r, "Hold")
    level, top = (r.at("t12l1")[r.frames_of(p)[-1], 2] for p in (phase(r, "Ready"), back))
    assert top > level + 0.05

    def done(angle: str, name: str, share: float) -> float:
        start, end = (reading(r, angle, name, part) for part in (0.0, 1.0))
        return (reading(r, angle, name, share) - start) / (end - start)

    for name in ("Cat", "Cow"):
        assert done("lumbar_flexion", name, 0.4) > done("cervical_flexion", name, 0.4) + 0.15


def test_pelvic_tilt_keeps_the_hips_down_and_closes_the_gap_under_the_back() -> None:
    r = shipped.recording("pelvic_tilt")
    for joint in ("hip_l", "hip_r"):
        assert np.ptp(r.at(joint)[:, 2]) < 0.004
    flat, arch = (reading(r, "pelvis_tilt", name) for name in ("Flatten", "Arch"))
    assert flat < -6
    assert arch > 6
    back = (r.at("l5s1")[:, 2] + r.at("t12l1")[:, 2]) / 2
    low, high = (back[r.frames_of(phase(r, name))[-1]] for name in ("Flatten", "Arch"))
    assert high - low > 0.030
    assert reading(r, "lumbar_flexion", "Flatten") > 5
    assert reading(r, "lumbar_flexion", "Arch") < -10


@pytest.mark.parametrize("name", shipped.NAMES)
def test_feet_hands_and_head_stay_natural_in_what_is_drawn_wrong(name: str) -> None:
    from sijoint_desktop.motion.clinical import clinical_angles  # noqa: PLC0415
    from sijoint_desktop.motion.clip import bake  # noqa: PLC0415

    spec, clip = shipped.spec(name), bake(shipped.spec(name))
    assert len(spec.mistakes) >= 2 or "dose" not in shipped.tables(name)  # a self-test has none
    for mistake in spec.mistakes:
        pose = clip.mistake_pose(mistake.id)
        angles = clinical_angles(pose.frames[None], spec.base)
        over = {a: v[0] for a, v in angles.items() if excess(a, v[0], LimitKind.PASSIVE) > 1}
        assert over == {}
        assert pose.positions[:, 2].min() > -0.003
