"""Makes a routine of one exercise, so that practising and printing it need nothing special."""

from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.routine.model import Routine, Slot


def practice_routine(exercise: Exercise, level: Level) -> Routine:
    """Return the routine that does this one exercise, on both sides, at a level."""
    slot = Slot(exercise_id=exercise.id, level=level, dose=exercise.doses[level])
    return Routine(
        id=RoutineId(f"practice_{exercise.id}"),
        name=exercise.name,
        summary=exercise.summary,
        slots=(slot,),
    )
