"""The exercises that the program knows, found by their id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.parse import exercise_from, parse_exercise, read_all
from sijoint_desktop.core.errors import ContentError, UserError
from sijoint_desktop.motion.table import close_match


@dataclass(frozen=True, slots=True)
class Library:
    """Every exercise, in the order of their codes."""

    exercises: tuple[Exercise, ...]

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises)

    def __len__(self) -> int:
        return len(self.exercises)

    def __contains__(self, exercise_id: object) -> bool:
        return any(exercise.id == exercise_id for exercise in self.exercises)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all exercises, in the order of their codes."""
        return tuple(str(exercise.id) for exercise in self.exercises)

    def get(self, exercise_id: str) -> Exercise:
        """Return an exercise by its id; raises UserError that names the closest one there is."""
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        hint = close_match(exercise_id, self.ids) or "; known are " + ", ".join(self.ids)
        raise UserError(f"there is no exercise {exercise_id!r}{hint}")

    def name_of(self, exercise_id: str) -> str:
        """Return the name of an exercise; of one that was taken away since, what its id says."""
        named = (each.name for each in self.exercises if each.id == exercise_id)
        return next(named, exercise_id.replace("_", " ").capitalize())


def parse_library(files: Mapping[str, str]) -> Library:
    """Read exercise files, given as file name -> text.

    Raises ContentError with every fault of every file; two files may not share an id or a code.
    """
    return _library(*read_all(files, parse_exercise))


def library_from(files: Mapping[str, Mapping[str, object]]) -> Library:
    """Read the tables of exercise files, given as file name -> tables.

    Raises ContentError with every fault of every file; two files may not share an id or a code.
    """
    return _library(*read_all(files, exercise_from))


def _library(exercises: list[Exercise], faults: list[str]) -> Library:
    faults.extend(_doubles(exercises))
    if faults:
        raise ContentError(faults)
    return Library(tuple(sorted(exercises, key=_order)))


def _order(exercise: Exercise) -> tuple[str, str]:
    return exercise.code, exercise.id


def _doubles(exercises: list[Exercise]) -> Iterator[str]:
    owners: dict[tuple[str, str], Exercise] = {}
    for exercise in exercises:
        for key, value in (("id", str(exercise.id)), ("code", exercise.code)):
            other = owners.setdefault((key, value), exercise)
            if other is not exercise:
                yield f"{exercise.id}.toml: {key}: {value!r}; {other.id} has it already"
