"""The person's own exercises beside those of the program: a broken one is left out and reported."""

from collections.abc import Mapping

from sijoint_desktop.content.integrity import MotionCheck, exercise_faults
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.parse import parse_exercise
from sijoint_desktop.core.errors import ContentError


def with_own(
    library: Library, files: Mapping[str, str], motion_check: MotionCheck
) -> tuple[Library, tuple[str, ...]]:
    """Return the library with the exercises of these files, and every fault of what was left out.

    ``files`` are given as file name -> text. A file with a fault, with an id or a code that is
    taken, or with a code of the program's own form is left out; the others are there all the same.
    """
    faults: list[str] = []
    for name in sorted(files):
        try:
            exercise = parse_exercise(files[name], name)
        except ContentError as error:
            faults.extend(error.faults)
            continue
        found = [*_clashes(exercise, library, name)]
        joined = Library((*library.exercises, exercise))
        found += exercise_faults(exercise, joined, motion_check, name)
        if found:
            faults.extend(found)
        else:
            library = joined
    return library, tuple(faults)


def _clashes(exercise: Exercise, library: Library, name: str) -> list[str]:
    found = []
    if not exercise.own:
        found.append(f"{name}: code: {exercise.code!r}; expected X and two digits, such as X01")
    for key, value in (("id", exercise.id), ("code", exercise.code)):
        others = [other for other in library if getattr(other, key) == value]
        found += [f"{name}: {key}: {str(value)!r}; {other.id} has it already" for other in others]
    return found
