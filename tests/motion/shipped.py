"""The motions that ship, and recordings of them, each computed once a run."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.export import motion_json
from sijoint_desktop.motion.spec import MotionSpec, parse_motion
from tests.reference.recording import Recording

_FOLDER = Path(__file__).parents[2] / "assets" / "content" / "exercises"

NAMES = (
    *("pelvic_tilt", "cat_cow", "figure4_supine", "hip_flexor_lunge"),
    *("glute_bridge", "bird_dog", "hip_rotation_supine", "si_belt"),
)


@cache
def tables(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def spec(name: str) -> MotionSpec:
    return parse_motion(tables(name)["motion"], f"{name}.toml")


def variants() -> tuple[tuple[str, str], ...]:
    """Return (exercise, level) of every motion that one level of the dose does otherwise."""
    return tuple((name, level) for name in NAMES for level in spec(name).variants)


def sides(name: str) -> tuple[Side | None, ...]:
    return tuple(Side) if spec(name).authored_side else (None,)


def dose(name: str, level: str = "standard") -> dict[str, float]:
    """Return the tempo and the hold of a level, as the motion command takes them."""
    stated = tables(name)["dose"][level]
    return {**stated["tempo"], "hold_s": stated["hold_s"]}


@cache
def recording(
    name: str, side: Side | None = None, fps: float = 60, stature_m: float = 1.75
) -> Recording:
    return Recording.of(
        motion_json(spec(name), name, fps=fps, side=side, stature_m=stature_m, **dose(name))
    )
