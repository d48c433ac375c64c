"""How a value gets from one key to the next: at rest at stops, in one sweep through via keys."""

import numpy as np

from sijoint_desktop.motion.rotation import Array


def minimum_jerk(share: Array) -> Array:
    """Return the way done, 0 to 1, after a share of the time (Flash and Hogan 1985).

    Speed and acceleration are zero at both ends, so moves and holds join without a jolt.
    """
    return share**3 * (10 - 15 * share + 6 * share**2)


def speed_shapes(share: Array) -> tuple[Array, Array]:
    """Return the quintic shapes that carry a speed at the start and at the end of an interval.

    With ``minimum_jerk`` they make a curve of continuous acceleration through every key.
    """
    cube = share**3
    start = share - cube * (6 - 8 * share + 3 * share**2)
    end = cube * (-4 + 7 * share - 3 * share**2)
    return start, end


def via_speeds(times: Array, values: Array) -> Array:
    """Return the speed (K, C) at every key of one sweep: zero at its two ends, where it stops.

    ``times`` (K,) rise, ``values`` are (K, C). A weighted harmonic mean of the slopes on both sides
    (Fritsch and Butland 1984) is raised towards the speed that a minimum-jerk move has in its
    middle, 1.875 times its mean, and kept low enough that no value overshoots its key.
    """
    speeds = np.zeros_like(values)
    span = np.diff(times)[:, None]
    before, after = span[:-1], span[1:]
    slopes = np.diff(values, axis=0) / span
    same_way = slopes[:-1] * slopes[1:] > 0
    slope_in, slope_out = (np.where(same_way, slope, 1.0) for slope in (slopes[:-1], slopes[1:]))
    # written without dividing by a slope, which may be as small as a number can be
    weights = (2 * after + before) * slope_out + (after + 2 * before) * slope_in
    mean = 3 * (before + after) * slope_in * slope_out / weights
    raised = np.ones((len(mean), 1))
    raised[0] += _RAISE_BESIDE_A_STOP
    raised[-1] += _RAISE_BESIDE_A_STOP
    most = _NO_OVERSHOOT * np.minimum(np.abs(slope_in), np.abs(slope_out))
    speeds[1:-1] = np.where(same_way, np.clip(mean * raised, -most, most), 0.0)
    return speeds


_RAISE_BESIDE_A_STOP = (1.875 - 1.0) / 2
_NO_OVERSHOOT = 2.5  # beyond it the quintic from a stop to a moving key first goes backwards
