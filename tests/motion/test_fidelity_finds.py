"""Every metric of fidelity passes on a good motion and fails on one that is broken in that way."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.limits import LimitKind
from tests.motion import shipped
from tests.reference import fidelity, fidelity_time, fidelity_view
from tests.reference.fidelity import Metric
from tests.reference.recording import Array, Recording, Span, lengths

Breakage = Callable[[Recording], Recording]


def moved(r: Recording, joint: str, path: Array) -> Recording:
    """Return the recording with one joint somewhere else."""
    positions = r.positions.copy()
    positions[:, r.joints.index(joint)] = path
    return replace(r, positions=positions)


def during(r: Recording, start_s: float, end_s: float) -> Array:
    """Return 1 for the frames in a span of time, as a column."""
    return ((r.times > start_s) & (r.times < end_s)).astype(float)[:, None]


def shortened_reading(r: Recording) -> Recording:
    return replace(r, angles={**r.angles, "knee_flexion_l": r.angles["knee_flexion_l"][:-7]})


def gap_between_phases(r: Recording) -> Recording:
    first, *rest = r.phases
    return replace(r, phases=(replace(first, end_s=first.end_s - 0.4), *rest))


def growing_shank(r: Recording) -> Recording:
    shank = r.at("ankle_l") - r.at("knee_l")
    return moved(r, "ankle_l", r.at("ankle_l") + 0.04 * during(r, 2, 4) * shank)


def long_thigh(r: Recording) -> Recording:
    positions, extra = r.positions.copy(), 0.25 * (r.at("knee_l") - r.at("hip_l"))
    for joint in ("knee_l", "ankle_l", "heel_l", "ball_l", "toe_l"):
        positions[:, r.joints.index(joint)] += extra
    return replace(r, positions=positions)


def sliding_foot(r: Recording) -> Recording:
    drift = np.linspace(0, 0.012, len(r.positions))[:, None] * np.array([1.0, 0.0, 0.0])
    return moved(r, "ball_r", r.at("ball_r") + drift)


def lifted(metres: float) -> Breakage:
    def lift(r: Recording) -> Recording:
        return replace(r, positions=r.positions + np.array([0.0, 0.0, metres]))

    return lift


def hip_bent_too_far(r: Recording) -> Recording:
    return replace(r, angles={**r.angles, "hip_flexion_r": r.angles["hip_flexion_r"] + 60})


def reflected(middle: str, near: str, far: str) -> Breakage:
    """Bend a limb the other way: its ends and its lengths stay."""

    def reflect(r: Recording) -> Recording:
        start, line = r.at(near), r.at(far) - r.at(near)
        line = line / lengths(line)[:, None]
        foot = start + np.sum((r.at(middle) - start) * line, axis=1, keepdims=True) * line
        return moved(r, middle, 2 * foot - r.at(middle))

    return reflect


def false_reading(r: Recording) -> Recording:
    return replace(r, angles={**r.angles, "knee_flexion_l": r.angles["knee_flexion_l"] + 12})


def arm_through_the_trunk(r: Recording) -> Recording:
    middle = r.at("t12l1")
    r = moved(r, "elbow_r", middle + np.array([0.0, -0.10, 0.0]))
    return moved(r, "wrist_r", middle + np.array([0.0, 0.15, 0.0]))


def leaning_out(r: Recording) -> Recording:
    resting = ("knee", "ankle", "heel", "ball", "toe")
    floats = np.array([not name.startswith(resting) for name in r.joints], dtype=float)
    return replace(r, positions=r.positions + floats[:, None] * np.array([0.75, 0.0, 0.0]))


def five_times_as_fast(r: Recording) -> Recording:
    def sooner(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(replace(s, start_s=s.start_s / 5, end_s=s.end_s / 5) for s in spans)

    return replace(r, fps=r.fps * 5, phases=sooner(r.phases), contacts=sooner(r.contacts))


def twitch(r: Recording) -> Recording:
    frame = during(r, 2.0, 2.0 + 1.5 / r.fps)
    return moved(r, "wrist_r", r.at("wrist_r") + 0.005 * frame * [0, 0, 1])


def cut_short(r: Recording) -> Recording:
    return replace(r, positions=r.positions[: -round(1.5 * r.fps)])


def trembling(hertz: float, metres: float) -> Breakage:
    def tremble(r: Recording) -> Recording:
        wave = metres * np.sin(2 * np.pi * hertz * r.times)[:, None] * np.array([0.0, 0.0, 1.0])
        return moved(r, "hand_r", r.at("hand_r") + wave)

    return tremble


CASES: tuple[tuple[Metric, str, Breakage], ...] = (
    (fidelity.consistent, "bird_dog", shortened_reading),
    (fidelity.consistent, "bird_dog", gap_between_phases),
    (fidelity.bone_drift, "bird_dog", growing_shank),
    (fidelity.proportions, "bird_dog", long_thigh),
    (fidelity.slip, "glute_bridge", sliding_foot),
    (fidelity.floating, "glute_bridge", lifted(0.03)),
    (fidelity.penetration, "glute_bridge", lifted(-0.03)),
    (fidelity.flesh_penetration, "glute_bridge", lifted(-0.0115)),
    (fidelity.knee_direction, "hip_flexor_lunge", reflected("knee_l", "hip_l", "ankle_l")),
    (fidelity.elbow_direction, "hip_flexor_lunge", reflected("elbow_l", "shoulder_l", "wrist_l")),
    (fidelity.elbow_direction, "si_belt", reflected("elbow_r", "shoulder_r", "wrist_r")),
    (fidelity.angles_match, "hip_flexor_lunge", false_reading),
    (fidelity.self_intersection, "glute_bridge", arm_through_the_trunk),
    (fidelity.balance, "hip_flexor_lunge", leaning_out),
    (fidelity_time.speed, "bird_dog", five_times_as_fast),
    (fidelity_time.acceleration, "bird_dog", twitch),
    (fidelity_time.jerk, "bird_dog", twitch),
    (fidelity_time.seam, "bird_dog", cut_short),
    (fidelity_time.stillness, "bird_dog", trembling(0.5, 0.004)),
    (fidelity_time.joint_speed, "bird_dog", five_times_as_fast),
    (fidelity_time.unhurried, "bird_dog", five_times_as_fast),
    (fidelity_time.smoothness, "bird_dog", trembling(4, 0.012)),
)


@pytest.mark.parametrize(("metric", "name", "breakage"), CASES)
def test_metric_tells_good_from_broken(metric: Metric, name: str, breakage: Breakage) -> None:
    good = shipped.recording(name, shipped.spec(name).authored_side)
    assert metric(good).passed
    assert not metric(breakage(good)).passed


def test_limits_are_judged_by_readings() -> None:
    good = shipped.recording("figure4_supine", Side.RIGHT)
    assert fidelity.joint_limits(good, LimitKind.PASSIVE).passed
    assert not fidelity.joint_limits(hip_bent_too_far(good), LimitKind.PASSIVE).passed


def test_another_hold_than_the_dose_is_found() -> None:
    assert not fidelity_time.longest_hold_is(shipped.recording("bird_dog", Side.LEFT), 10).passed


def test_a_side_is_not_its_own_mirror() -> None:
    left = shipped.recording("bird_dog", Side.LEFT)
    assert not fidelity_time.mirrored(left, left).passed


def test_limbs_seen_end_on_are_found() -> None:
    left = shipped.recording("bird_dog", Side.LEFT)
    assert not fidelity_view.true_length(left, (88, 4), ("hip_l-knee_l",)).passed


def test_limbs_behind_others_are_found() -> None:
    right = shipped.recording("hip_flexor_lunge", Side.RIGHT)
    arm = ("shoulder_r-elbow_r", "elbow_r-wrist_r")
    assert not fidelity_view.in_sight(right, (180, 2), arm).passed
