"""Changes what is on record and takes changes back, one step after the other.

QUndoStack would count a step as taken back also where the disk refuses it; here it stays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.app.corrections import Change, Corrections
from sijoint_desktop.core.errors import UserError


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that belong together, and what was done in a few words, such as "Delete pain"."""

    words: str
    changes: tuple[Change, ...]


class Editor(QObject):
    """Makes steps; ``made`` comes after each and after each way back, ``failed`` says why not.

    ``changed`` comes whenever there is something else to take back or to do again, also where the
    steps were forgotten and nothing on record changed.
    ``corrections`` opens the store if need be and may raise UserError.
    """

    made = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(self, corrections: Callable[[], Corrections], parent: QObject | None = None):
        super().__init__(parent)
        self._corrections = corrections
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_words(self) -> str:
        """What would be taken back now; empty where there is nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """What would be done again now; empty where there is nothing."""
        return self._undone[-1].words if self._undone else ""

    def do(self, words: str, changes: Sequence[Change]) -> None:
        """Make a step, all of it or nothing; raises UserError where that is not possible."""
        step = Step(words, tuple(changes))
        self._make(step.changes)
        self._done.append(step)
        self._undone.clear()
        self._tell()

    def undo(self) -> None:
        """Take the last step back."""
        if self._done and self._tries(tuple(c.undone for c in reversed(self._done[-1].changes))):
            self._undone.append(self._done.pop())
            self._tell()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._undone and self._tries(self._undone[-1].changes):
            self._done.append(self._undone.pop())
            self._tell()

    def forget(self) -> None:
        """Forget every step, since other data has taken the place of this."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()
        self.made.emit()

    def _tries(self, changes: tuple[Change, ...]) -> bool:
        try:
            self._make(changes)
        except UserError as fault:
            self.failed.emit(str(fault))
            return False
        return True

    def _make(self, changes: tuple[Change, ...]) -> None:
        corrections = self._corrections()
        made: list[Change] = []
        try:
            for change in changes:
                corrections.make(change)
                made.append(change)
        except UserError:
            for change in reversed(made):
                corrections.make(change.undone)
            raise
