"""The motions that ship, and recordings of them, each computed once a run."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.export import motion_json
from sijoint_desktop.motion.spec import MotionSpec, parse_motion
from sijoint_desktop.motion.timeline import Timeline, build_timeline
from tests.reference.recording import Recording

_CONTENT = Path(__file__).parents[2] / "assets" / "content"
_FILES = {
    path.stem: path
    for folder in ("exercises", "self_tests")
    for path in sorted((_CONTENT / folder).glob("*.toml"))
}

NAMES = tuple(_FILES)


@cache
def tables(name: str) -> dict[str, Any]:
    return tomllib.loads(_FILES[name].read_text(encoding="utf-8"))


def _dose(name: str, level: str) -> dict[str, Any]:
    """Return hold and tempo at a level; a self-test has one of each."""
    file = tables(name)
    dose: dict[str, Any] = file["dose"][level] if "dose" in file else file
    return dose


@cache
def spec(name: str) -> MotionSpec:
    return parse_motion(tables(name)["motion"], f"{name}.toml")


def variants() -> tuple[tuple[str, str], ...]:
    """Return (exercise, level) of every motion that one level of the dose does otherwise."""
    return tuple((name, level) for name in NAMES for level in spec(name).variants)


def sides(name: str) -> tuple[Side | None, ...]:
    return tuple(Side) if spec(name).authored_side else (None,)


def hold_s(name: str, level: str = "standard") -> float:
    """Return the seconds to be held at a level."""
    seconds: float = _dose(name, level)["hold_s"]
    return seconds


def timeline(name: str, level: str = "standard") -> Timeline:
    """Return the phases of a motion at the tempo and hold of a level, as the command takes them."""
    motion = spec(name).variants.get(level, spec(name))
    return build_timeline(motion, **_dose(name, level)["tempo"], hold_s=hold_s(name, level))


@cache
def recording(
    name: str, side: Side | None = None, fps: float = 60, stature_m: float = 1.75
) -> Recording:
    return Recording.of(
        motion_json(spec(name), name, timeline(name), fps=fps, side=side, stature_m=stature_m)
    )
