"""The exercises and the routine that the program ships, read from its content files."""

from functools import cache
from pathlib import Path

from sijoint_desktop.content.library import Library, parse_library
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import parse_routine

CONTENT = Path(__file__).parents[2] / "assets" / "content"


@cache
def real_library() -> Library:
    files = sorted((CONTENT / "exercises").glob("*.toml"))
    return parse_library({file.name: file.read_text("utf-8") for file in files})


@cache
def real_routine() -> Routine:
    file = CONTENT / "routines" / "10_eight_techniques.toml"
    return parse_routine(file.read_text("utf-8"), file.name, real_library())
