"""Changes of a routine, each from one routine to the next; none of them touches the first."""

from dataclasses import replace

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, Level, Purpose
from sijoint_desktop.content.suitability import Person, judge, stand_in
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.routine.model import LeftOut, Routine, Slot, WhyLeftOut
from sijoint_desktop.routine.parse import MOST_SLOTS


def slot_for(exercise: Exercise, level: Level = Level.BEGINNER) -> Slot:
    """Return an exercise with the dose of a level, ready to be put into a routine."""
    return Slot(exercise.id, level, exercise.doses[level])


def is_full(routine: Routine) -> bool:
    """Tell whether a routine takes no further exercise."""
    return len(routine.slots) >= MOST_SLOTS


def added(routine: Routine, slot: Slot, place: int | None = None) -> Routine:
    """Return the routine with a slot at a place, at its end where None.

    Raises ValueError where the routine is full.
    """
    if is_full(routine):
        raise ValueError(f"a routine holds at most {MOST_SLOTS} exercises")
    at = len(routine.slots) if place is None else place
    return replace(routine, slots=(*routine.slots[:at], slot, *routine.slots[at:]))


def removed(routine: Routine, place: int) -> Routine:
    """Return the routine without the slot at a place; nothing remembers it."""
    return replace(routine, slots=(*routine.slots[:place], *routine.slots[place + 1 :]))


def moved(routine: Routine, start: int, end: int) -> Routine:
    """Return the routine with the slot at ``start`` standing at ``end``."""
    slots = list(routine.slots)
    slots.insert(end, slots.pop(start))
    return replace(routine, slots=tuple(slots))


def with_slot(routine: Routine, place: int, slot: Slot) -> Routine:
    """Return the routine with another slot at a place."""
    slots = (*routine.slots[:place], slot, *routine.slots[place + 1 :])
    return replace(routine, slots=slots)


def at_level(slot: Slot, exercise: Exercise, level: Level) -> Slot:
    """Return a slot at another level, with the dose of that level."""
    return replace(slot, level=level, dose=exercise.doses[level])


def left_out(
    routine: Routine, place: int, why: WhyLeftOut, instead: Exercise | None = None
) -> Routine:
    """Return the routine without a slot, or with another exercise there; it can come back."""
    slot = routine.slots[place]
    note = LeftOut(slot, place, why, None if instead is None else instead.id)
    if instead is None:
        changed = removed(routine, place)
    else:
        sides = replace(slot, exercise_id=instead.id, dose=instead.doses[slot.level])
        changed = with_slot(routine, place, replace(sides, extra_set=None))
    return replace(changed, left_out=(*routine.left_out, note))


def brought_back(routine: Routine, index: int) -> Routine:
    """Return the routine with what was left out in its place again.

    What was put there for it goes, unless the person has taken it out or moved past it already.
    """
    note = routine.left_out[index]
    rest = (*routine.left_out[:index], *routine.left_out[index + 1 :])
    place = _place_of(routine, note.instead, note.place)
    if place is not None:
        changed = with_slot(routine, place, note.slot)
    else:
        changed = added(routine, note.slot, min(note.place, len(routine.slots)))
    return replace(changed, left_out=rest)


def suited(routine: Routine, person: Person, library: Library) -> Routine:
    """Return the routine without what the person must not start, each with its stand-in.

    Where that one is there already, the next that comes close is put in; what has none just goes.
    """
    changed = routine
    for place in reversed(range(len(routine.slots))):
        exercise = library.get(routine.slots[place].exercise_id)
        if judge(exercise, person).startable:
            continue
        why = WhyLeftOut.NOT_SUITED
        there = {slot.exercise_id for slot in changed.slots}
        close = alternatives(changed, place, why, person, library)
        others = (stand_in(exercise, person, library), *close)
        fresh = next((other for other in others if other and other.id not in there), None)
        changed = left_out(changed, place, why, fresh)
    return changed


def not_startable(routine: Routine, person: Person | None, library: Library) -> tuple[str, ...]:
    """Return the names of the exercises that the person must not start; none before a check."""
    if person is None:
        return ()
    exercises = [library.get(slot.exercise_id) for slot in routine.slots]
    return tuple(e.name for e in exercises if not judge(e, person).startable)


def _place_of(routine: Routine, exercise_id: ExerciseId | None, near: int) -> int | None:
    places = [i for i, slot in enumerate(routine.slots) if slot.exercise_id == exercise_id]
    return min(places, key=lambda place: abs(place - near), default=None)


def alternatives(
    routine: Routine, place: int, why: WhyLeftOut, person: Person | None, library: Library
) -> tuple[Exercise, ...]:
    """Return what may stand in for a slot, the closest first; never what must not be started.

    What cannot be got into is swapped for another position, what needs a thing for what needs
    nothing of it. Named easier ways come first, then the same purpose, then shared muscles.
    """
    old = library.get(routine.slots[place].exercise_id)
    there = {slot.exercise_id for slot in routine.slots}
    found = [
        other
        for other in library
        if other.id not in there
        and other.purpose is not Purpose.SUPPORT
        and (person is None or judge(other, person).suggested)
        and not (why is WhyLeftOut.POSITION and other.position is old.position)
        and not (why is WhyLeftOut.EQUIPMENT and set(other.equipment) & set(old.equipment))
    ]
    easier = {variant.exercise for variant in old.easier}

    def distance(other: Exercise) -> tuple[bool, bool, bool, str]:
        shares = bool(set(old.motion.muscles) & set(other.motion.muscles))
        return other.id not in easier, other.purpose is not old.purpose, not shares, other.code

    return tuple(sorted(found, key=distance))
