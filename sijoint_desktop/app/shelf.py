"""The person's own routines beside the suggested ones, and every change of them.

A change holds the whole routine before and after it, so that undoing one needs no knowledge of what
it was. It is on disk as soon as it was made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from sijoint_desktop.app.moment import stamp
from sijoint_desktop.app.plan import NEVER_BEGUN, current_plan, readable
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import OwnRoutine
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.history.safety import Readable
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import routine_text

MOST_NAME = 80
"""Letters of a routine's name; what is longer no list shows in full."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every routine there is; ``plan`` is the one that is followed, and may be of either kind."""

    plan: RoutineId
    own: tuple[Routine, ...]
    suggested: tuple[Routine, ...]
    archived: tuple[Routine, ...] = ()

    @property
    def all(self) -> tuple[Routine, ...]:
        """Every routine in the order of the page."""
        return (*self.own, *self.suggested, *self.archived)

    def find(self, routine_id: str) -> Routine | None:
        """Return the routine with an id, None where it is gone."""
        return next((routine for routine in self.all if routine.id == routine_id), None)

    def is_own(self, routine_id: str) -> bool:
        """Tell whether a routine is the person's own, to be changed in place."""
        return any(routine.id == routine_id for routine in (*self.own, *self.archived))


def shelf_of(entries: Readable, library: Library, shipped: Sequence[Routine]) -> Shelf:
    """Return every routine: the plan first, what was begun last next, then by name."""
    kept = readable(entries, library)
    plan = current_plan(entries, library, shipped).routine.id
    mine = [pair for pair in kept if not pair[0].archived]
    begun = [routine for entry, routine in mine if entry.at > NEVER_BEGUN]
    others = [routine for entry, routine in mine if entry.at <= NEVER_BEGUN]
    own = (*begun, *sorted(others, key=_by_name))
    archived = sorted((routine for entry, routine in kept if entry.archived), key=_by_name)
    taken = {routine.id for _entry, routine in kept}
    suggested = tuple(routine for routine in shipped if routine.id not in taken)
    return Shelf(plan, own, suggested, tuple(archived))


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one own routine, in words; before it is None where it is new, after where gone.

    ``key`` names what is changed where several changes in a row are undone as one.
    """

    words: str
    before: OwnRoutine | None
    after: OwnRoutine | None
    key: str = ""

    @property
    def routine_id(self) -> str:
        """The routine that it is about."""
        entry = self.after or self.before
        return "" if entry is None else entry.id


class ShelfKeeper:
    """Makes and undoes changes; each is on disk when it returns, or raises UserError."""

    def __init__(self, entries: EntryRepository, clock: Clock) -> None:
        self._entries = entries
        self._clock = clock

    def stored(self, routine_id: str) -> OwnRoutine | None:
        """Return an own routine as it is on record."""
        found = (entry for entry in self._entries.all(OwnRoutine) if entry.id == routine_id)
        return next(found, None)

    def exchange(
        self, routine_id: str, before: OwnRoutine | None, after: OwnRoutine | None
    ) -> None:
        """Put a routine in the place of another; raises UserError where that one is there no more.

        Otherwise a change that was made elsewhere meanwhile would be lost.
        """
        if self.stored(routine_id) != before:
            raise UserError(tr("It was changed elsewhere meanwhile. It stays as it is now."))
        self.store(routine_id, after)

    def store(self, routine_id: str, entry: OwnRoutine | None) -> None:
        """Put an own routine on record, or take it away where None."""
        if entry is not None:
            self._entries.put(entry)
        elif self.stored(routine_id) is not None:
            self._entries.remove(OwnRoutine, routine_id)

    def edited(self, routine: Routine, words: str, key: str = "") -> Change:
        """Return the change to another content of an own routine; one not there yet is new."""
        before = self.stored(routine.id)
        if before is None:
            return self.created(routine, words)
        after = replace(before, name=routine.name, text=routine_text(routine))
        return Change(words, before, after, key)

    def created(self, routine: Routine, words: str) -> Change:
        """Return the change that puts a new routine on the shelf, not followed yet."""
        text = routine_text(routine)
        day = NEVER_BEGUN.date()
        entry = OwnRoutine(
            id=str(routine.id),
            at=NEVER_BEGUN,
            local_date=day,
            utc_offset_minutes=0,
            name=routine.name,
            text=text,
        )
        return Change(words, self.stored(routine.id), entry)

    def begun(self, routine: Routine, words: str) -> Change:
        """Return the change that follows a routine from now on."""
        entry = OwnRoutine(
            name=routine.name, text=routine_text(routine), **stamp(self._clock, str(routine.id))
        )
        return Change(words, self.stored(routine.id), entry)

    def archived(self, routine_id: str, words: str, *, away: bool) -> Change:
        """Return the change that puts an own routine away, or takes it out again."""
        before = self._entries.get(OwnRoutine, routine_id)
        return Change(words, before, replace(before, archived=away))

    def deleted(self, routine_id: str, words: str) -> Change:
        """Return the change that takes an own routine off the shelf."""
        return Change(words, self._entries.get(OwnRoutine, routine_id), None)


def new_id() -> RoutineId:
    """Return an id that no other routine has, also not on another computer."""
    return RoutineId(f"own_{uuid4().hex[:16]}")


def copy_of(routine: Routine, shelf: Shelf) -> Routine:
    """Return a routine of the person's own with the same content and a name of its own."""
    return replace(routine, id=new_id(), name=free_name(routine.name, shelf))


def free_name(name: str, shelf: Shelf) -> str:
    """Return a name that no routine has yet: this one, else with a number behind it."""
    taken = {routine.name.casefold() for routine in shelf.all}
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name[: MOST_NAME - 4]} {number}"
    return candidate


def _by_name(routine: Routine) -> tuple[str, str]:
    return routine.name.casefold(), str(routine.id)
