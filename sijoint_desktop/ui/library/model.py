"""Holds the exercises on show as a list that a Qt view can read aloud, draw and walk through."""

from collections.abc import Collection
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.words import purpose_and_position
from sijoint_desktop.core.language import mark, tr

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks an item for, beyond its name."""

    EXERCISE = Qt.ItemDataRole.UserRole + 1
    SUBTITLE = Qt.ItemDataRole.UserRole + 2
    IN_ROUTINE = Qt.ItemDataRole.UserRole + 3
    LEFT_OUT = Qt.ItemDataRole.UserRole + 4


def subtitle(exercise: Exercise) -> str:
    """Return the second line of a card, for example "Steady, on back"."""
    words = purpose_and_position(exercise.purpose, exercise.position)
    return tr("Yours: {exercise}", exercise=words) if exercise.own else words


OWN_WORD = mark("Yours")
LEFT_OUT_WORDS = mark("Left out for you")


def spoken(exercise: Exercise, *, in_routine: bool, left_out: bool) -> str:
    """Return what a screen reader says for a card."""
    parts = [exercise.name, subtitle(exercise)]
    parts += [tr(LEFT_OUT_WORDS)] * left_out + [tr("In your routine")] * in_routine
    return f"{'. '.join(parts)}."


class ExerciseModel(QAbstractListModel):
    """The exercises that passed the filters, one row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exercises: tuple[Exercise, ...] = ()
        self._in_routine: frozenset[str] = frozenset()
        self._left_out: frozenset[str] = frozenset()

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises on show, in order."""
        return self._exercises

    def show(self, exercises: tuple[Exercise, ...]) -> None:
        """Replace the exercises on show; nothing happens where they are the same."""
        if exercises == self._exercises:
            return
        self.beginResetModel()
        self._exercises = exercises
        self.endResetModel()

    def mark_routine(self, ids: Collection[str]) -> None:
        """Mark the exercises that the current routine contains."""
        marked = frozenset(str(identifier) for identifier in ids)
        if marked != self._in_routine:
            self._in_routine = marked
            self._tell_all()

    def mark_left_out(self, ids: Collection[str]) -> None:
        """Mark the exercises that are not safe for the person."""
        marked = frozenset(str(identifier) for identifier in ids)
        if marked != self._left_out:
            self._left_out = marked
            self._tell_all()

    def _tell_all(self) -> None:
        if self._exercises:
            last = self.index(len(self._exercises) - 1)
            self.dataChanged.emit(self.index(0), last)

    def row_of(self, exercise_id: str) -> int:
        """Return the row of an exercise, or -1 where it is not on show."""
        for row, exercise in enumerate(self._exercises):
            if exercise.id == exercise_id:
                return row
        return -1

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of exercises on show."""
        return 0 if parent.isValid() else len(self._exercises)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return one aspect of an exercise, None where there is none."""
        if not index.isValid() or index.row() >= len(self._exercises):
            return None
        exercise = self._exercises[index.row()]
        in_routine, left_out = exercise.id in self._in_routine, exercise.id in self._left_out
        aspects: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: exercise.name,
            Qt.ItemDataRole.AccessibleTextRole: spoken(
                exercise, in_routine=in_routine, left_out=left_out
            ),
            Qt.ItemDataRole.AccessibleDescriptionRole: exercise.summary,
            Role.EXERCISE: exercise,
            Role.SUBTITLE: subtitle(exercise),
            Role.IN_ROUTINE: in_routine,
            Role.LEFT_OUT: left_out,
        }
        return aspects.get(role)
