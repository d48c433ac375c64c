"""Keeps the plan: the routine that a person follows, their own or one of the program's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sijoint_desktop.app.moment import stamp
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.history.entries import OwnRoutine
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.history.safety import Readable
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import parse_routine, routine_text

PLAN_ID = RoutineId("my_plan")
"""The plan of the last check or of a new start; another takes its place."""

NEVER_BEGUN = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment of an own routine that was built or opened, and is not followed yet."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The routine that is followed now, and since when; None where it is one of the program's."""

    routine: Routine
    since: date | None


def current_plan(entries: Readable, library: Library, shipped: Sequence[Routine]) -> Plan:
    """Return the plan: the person's own routine that was begun last, else the program's first."""
    for entry, routine in readable(entries, library):
        if not entry.archived and entry.at > NEVER_BEGUN and routine.slots:
            return Plan(routine, entry.local_date)
    return Plan(shipped[0], None)


class PlanKeeper:
    """Changes the plan; every write is on disk when it returns, or raises UserError."""

    def __init__(self, entries: EntryRepository, clock: Clock) -> None:
        self._entries = entries
        self._clock = clock

    def begin(self, routine: Routine) -> OwnRoutine:
        """Follow a routine from now on."""
        parts = stamp(self._clock, str(routine.id))
        return self._entries.put(OwnRoutine(name=routine.name, text=routine_text(routine), **parts))

    def change(self, routine: Routine) -> OwnRoutine:
        """Keep a change of a routine; a plan that is under way goes on, another one begins."""
        for entry in self._entries.all(OwnRoutine):
            if entry.id == routine.id and not entry.archived:
                text = routine_text(routine)
                return self._entries.put(replace(entry, name=routine.name, text=text))
        return self.begin(routine)


def swapped(routine: Routine, old: str, new: str, library: Library) -> Routine:
    """Return a routine in which one exercise takes the place of another, at the same level.

    An exercise that is there already is not put in twice; the old one then goes.
    """
    other = library.get(new)
    kept = [slot for slot in routine.slots if slot.exercise_id not in (old, new)]
    there = any(slot.exercise_id == new for slot in routine.slots)
    slots = []
    for slot in routine.slots:
        if slot.exercise_id == old and not there:
            dose = other.doses[slot.level]
            slots.append(replace(slot, exercise_id=other.id, dose=dose, extra_set=None))
        elif slot in kept or slot.exercise_id == new:
            slots.append(slot)
    return replace(routine, slots=tuple(slots))


def readable(entries: Readable, library: Library) -> list[tuple[OwnRoutine, Routine]]:
    """Return the person's own routines, what was begun last first; archived ones are among them.

    One that no longer fits, since an exercise of it is gone, stays on record and is left out here.
    """
    found = []
    newest_first = sorted(entries.all(OwnRoutine), key=lambda e: (e.at, e.id), reverse=True)
    for entry in newest_first:
        try:
            text = parse_routine(entry.text, f"{entry.id}.toml", library, empty=True)
        except ContentError:
            continue
        found.append((entry, text))
    return found
