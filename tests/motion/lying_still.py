"""A figure that lies still, for tests of what surrounds it."""

import tomllib

from sijoint_desktop.motion.spec import MotionSpec, parse_motion

_ROWS = """
[[pose]]
name = "lie"
[[timeline]]
pose = "lie"
phase = "Ready"
[[timeline]]
pose = "lie"
phase = "Stay"
move = 1
"""


def lying_still(head: str) -> MotionSpec:
    """Return a motion of one pose whose file begins with ``head``."""
    return parse_motion(tomllib.loads(head + _ROWS), "any.toml")
