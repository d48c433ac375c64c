"""Keeps every change of a person's own routines at once, and undoes it: whole before and after."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from sijoint_desktop.app.shelf import Change, ShelfKeeper, free_name, new_id
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import OwnRoutine
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services

Exchange = Callable[[str, OwnRoutine | None, OwnRoutine | None], bool]
"""Puts the second routine in the place of the first, None for none; tells whether that worked."""


class RoutineCommand(QUndoCommand):
    """One change that is on record already when the command is pushed."""

    def __init__(self, change: Change, exchange: Exchange) -> None:
        super().__init__(change.words)
        self._change = change
        self._after = change.after
        self._exchange = exchange
        self._done = True

    def redo(self) -> None:
        """Do it again."""
        if self._done:  # a stack does what is pushed
            self._done = False
        elif not self._exchange(self._change.routine_id, self._change.before, self._after):
            self.setObsolete(True)

    def undo(self) -> None:
        """Put back what was there before."""
        if not self._exchange(self._change.routine_id, self._after, self._change.before):
            self.setObsolete(True)

    def id(self) -> int:
        """Return one number for all, so that Qt asks whether two belong together."""
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a change of the same field that follows, to be undone as one."""
        if not isinstance(other, RoutineCommand):
            return False
        theirs = other._change  # noqa: SLF001 - of the same class
        same = theirs.routine_id == self._change.routine_id and theirs.key == self._change.key
        if not (same and theirs.key):
            return False
        self._after = other._after  # noqa: SLF001 - of the same class
        return True


class Edits(QObject):
    """The one way to change own routines from the window; says so where that fails.

    ``changed`` comes whenever there is something else to take back or to do again.
    """

    changed = Signal()

    def __init__(self, services: Services, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._written: dict[str, OwnRoutine | None] = {}
        self._stepping = False
        self.stack = QUndoStack(self)
        self.stack.indexChanged.connect(self._on_index)

    @property
    def undo_words(self) -> str:
        """What would be taken back now; empty where there is nothing."""
        return self.stack.undoText()

    @property
    def redo_words(self) -> str:
        """What would be done again now; empty where there is nothing."""
        return self.stack.redoText()

    def undo(self) -> None:
        """Take the last change back."""
        self._step(self.stack.undo)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step(self.stack.redo)

    def _step(self, step: Callable[[], None]) -> None:
        self._stepping = True
        try:
            step()
        finally:
            self._stepping = False
        self.forget_if_overtaken()

    def make(self, change: Callable[[ShelfKeeper], Change]) -> bool:
        """Keep a change and remember it for undo; tell whether it is kept."""
        try:
            made = change(self._services.store.shelf_keeper())
        except UserError as fault:
            return self._refuse(fault)
        if made.before == made.after:
            return True
        if not self._exchange(made.routine_id, made.before, made.after):
            return False
        self.stack.push(RoutineCommand(made, self._exchange))
        return True

    def own_version(self, routine: Routine, words: str) -> Routine | None:
        """Return a routine that may be changed: itself, or a copy of one of the program's.

        The copy of the one that is followed is followed from then on; None where it is not kept.
        """
        shelf = self._services.records.shelf()
        if shelf.is_own(routine.id):
            return routine
        name = tr("{routine}, my version", routine=routine.name)
        copy = replace(routine, id=new_id(), name=free_name(name, shelf))
        followed = routine.id == shelf.plan
        kept = self.make(
            lambda keeper: keeper.begun(copy, words) if followed else keeper.created(copy, words)
        )
        return copy if kept else None

    def forget_if_overtaken(self) -> None:
        """Empty the stack where a routine was changed elsewhere; undoing would lose that.

        What is taken back may let the rules change the plan; Qt does not bear that a stack is
        emptied while it works, so then this comes after.
        """
        if self._stepping:
            return
        stored = {entry.id: entry for entry in self._services.bridge.read().all(OwnRoutine)}
        if any(stored.get(key) != entry for key, entry in self._written.items()):
            self._written.clear()
            self.stack.clear()

    def _exchange(
        self, routine_id: str, before: OwnRoutine | None, entry: OwnRoutine | None
    ) -> bool:
        try:
            self._services.store.shelf_keeper().exchange(routine_id, before, entry)
        except UserError as fault:
            return self._refuse(fault)
        self._written[routine_id] = entry
        self._services.bridge.touch()
        return True

    def _on_index(self, _index: int) -> None:
        self.changed.emit()

    def _refuse(self, fault: UserError) -> bool:
        self._window.messages.say(tr("Your routine was not changed"), str(fault))
        return False
