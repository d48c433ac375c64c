"""What is done to a routine in the builder, each step told in words to whoever keeps it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.edit import (
    added,
    brought_back,
    is_full,
    left_out,
    moved,
    removed,
    slot_for,
    with_slot,
)
from sijoint_desktop.routine.model import Routine, Slot, WhyLeftOut
from sijoint_desktop.ui.routines.slot_list import EXERCISE_MIME


class RoutineChanges(QObject):
    """The routine that is being built, and which of its rows is the current one.

    ``edited`` carries the changed Routine, what was done in words, and the field that was changed;
    ``refused`` what was not done, and why.
    """

    edited = Signal(object, str, str)
    refused = Signal(str, str)

    def __init__(
        self, library: Library, fitting: Callable[[], Fitting], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._fitting = fitting
        self.routine: Routine | None = None
        self.current = 0

    def take(self, routine: Routine) -> bool:
        """Go on with a routine as it is now; tell whether it is another one than before."""
        other = self.routine is None or self.routine.id != routine.id
        self.routine = routine
        self.current = 0 if other else max(0, min(self.current, len(routine.slots) - 1))
        return other

    def change_slot(self, slot: object, words: str, field: str) -> None:
        """Give the current exercise another dose."""
        if self.routine is not None and isinstance(slot, Slot):
            changed = with_slot(self.routine, self.current, slot)
            self.edited.emit(changed, words, f"{self.current} {field}")

    def rename(self, name: str) -> None:
        """Give the routine another name."""
        if self.routine is not None and name != self.routine.name:
            self._tell(replace(self.routine, name=name), "renaming")

    def move(self, start: int, end: int) -> None:
        """Let one row become another, and keep it the current one."""
        if self.routine is not None and start != end:
            name = self._name_at(start)
            self.current = end
            self._tell(moved(self.routine, start, end), tr("moving {exercise}", exercise=name))

    def step(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        if self.routine is not None and 0 <= self.current + step < len(self.routine.slots):
            self.move(self.current, self.current + step)

    def remove(self, place: int) -> None:
        """Take an exercise out for good."""
        if self.routine is not None and self.routine.slots:
            words = tr("removing {exercise}", exercise=self._name_at(place))
            self._tell(removed(self.routine, place), words)

    def remove_current(self) -> None:
        """Take the current exercise out for good."""
        self.remove(self.current)

    def drop(self, mime: str, words: str, before: int) -> None:
        """Put what was dropped before a row: one of the rows, or an exercise of the library."""
        if mime == EXERCISE_MIME:
            self.put(words, before)
        elif words.isdigit():
            start = int(words)
            self.move(start, before - 1 if before > start else before)

    def put(self, exercise_id: str, place: int | None = None) -> None:
        """Put an exercise in, at the end where ``place`` is None.

        What the person must not start is refused, with the reason.
        """
        routine = self.routine
        if routine is None or is_full(routine):
            return
        exercise = self._library.get(exercise_id)
        judgement = self._fitting().judgement(exercise)
        if judgement is not None and not judgement.startable:
            reason = max(judgement.reasons, key=lambda each: each.verdict)
            heading = tr("{exercise} was not added", exercise=exercise.name)
            self.refused.emit(heading, reason.text)
            return
        self.current = len(routine.slots) if place is None else place
        words = tr("adding {exercise}", exercise=exercise.name)
        self._tell(added(routine, slot_for(exercise), place), words)

    def leave_out(self, why: WhyLeftOut, instead: Exercise | None) -> None:
        """Take the current exercise out, so that it can come back; put another in its place."""
        if self.routine is not None:
            name = self._name_at(self.current)
            words = tr("swapping {exercise}", exercise=name)
            if instead is None:
                words = tr("leaving out {exercise}", exercise=name)
            self._tell(left_out(self.routine, self.current, why, instead), words)

    def bring_back(self, index: int) -> None:
        """Bring back what was left out."""
        if self.routine is not None:
            exercise = self._library.get(self.routine.left_out[index].slot.exercise_id)
            if is_full(self.routine):
                heading = tr("{exercise} was not brought back", exercise=exercise.name)
                self.refused.emit(heading, tr("The routine is full."))
                return
            words = tr("bringing back {exercise}", exercise=exercise.name)
            self._tell(brought_back(self.routine, index), words)

    def _tell(self, routine: Routine, words: str) -> None:
        self.edited.emit(routine, words, "")

    def _name_at(self, place: int) -> str:
        routine = self.routine
        return "" if routine is None else self._library.get(routine.slots[place].exercise_id).name
