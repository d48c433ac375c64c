"""Sessions as the rules of progression see them, written down in few words."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from sijoint_desktop.content.library import Library, parse_library
from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.core.ids import ExerciseId, RoutineId
from sijoint_desktop.routine.course import Circumstances, Course, Reading, StepTaken
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.response import Hurt, Response
from tests.content.samples import shipped_files

MONDAY = date(2026, 11, 2)
BRIDGE = ExerciseId("glute_bridge")
TILT = ExerciseId("pelvic_tilt")


@cache
def library() -> Library:
    return parse_library(shipped_files())


def exercise_of(exercise_id: ExerciseId) -> Exercise:
    return library().get(exercise_id)


def slot(exercise_id: str, level: Level = Level.BEGINNER) -> Slot:
    return Slot(ExerciseId(exercise_id), level, library().get(exercise_id).doses[level])


def plan(*slots: Slot) -> Routine:
    chosen = slots or (slot("pelvic_tilt"), slot("glute_bridge"), slot("figure4_supine"))
    return Routine(RoutineId("mine"), "Mine", "", chosen)


def on(day: int) -> date:
    return MONDAY + timedelta(days=day)


def at(day: int, hour: int = 18) -> datetime:
    return datetime.combine(on(day), time(hour), tzinfo=UTC)


def easy(day: int, **other: object) -> Response:
    """A session with nothing against it, done on a day of the plan."""
    response = Response(
        id=f"day{day}",
        day=on(day),
        started_at=at(day),
        before=2,
        worst=2,
        effort=4,
        morning=2,
    )
    return replace(response, **other)  # type: ignore[arg-type]


def hurt(exercise_id: str, nrs: int | None = 6, *, sharp: bool = False) -> Hurt:
    return Hurt(ExerciseId(exercise_id), nrs, sharp)


def course(
    *responses: Response,
    routine: Routine | None = None,
    circumstances: Circumstances | None = None,
    readings: tuple[Reading, ...] = (),
    taken: tuple[StepTaken, ...] = (),
) -> Course:
    return Course(
        plan=routine or plan(),
        circumstances=circumstances or Circumstances(plan_since=MONDAY),
        responses=responses,
        readings=readings,
        taken=taken,
    )
