"""Keeps a figure in step with the snapshots of a session."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.player.snapshot import Snapshot
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Exercises, Script

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.stage import FigureStage


class Stage(Protocol):
    """The part of the figure's stage that a session uses."""

    def show_motion(self, exercise: Exercise, timeline: Timeline, side: Side | None) -> None:
        """Show an exercise on a side."""
        ...

    def set_row(self, row: float) -> None:
        """Show the pose at a row of the clip."""
        ...


class StageFactory(Protocol):
    """Makes the stage of one face; a stage brings numpy with it, so it is made late."""

    def __call__(self, parent: QWidget, /) -> "FigureStage":
        """Return a new stage inside ``parent``."""
        ...


class FigureFollower:
    """Moves one stage to where the snapshot says; it decides nothing."""

    def __init__(self, stage: Stage, exercises: Exercises) -> None:
        self._stage = stage
        self._exercises = exercises
        self._routine: Routine | None = None
        self._script: Script | None = None
        self._shown: tuple[int, Side | None] | None = None
        self._row: float | None = None

    @property
    def row(self) -> float | None:
        """The row that is shown now."""
        return self._row

    def take(self, routine: Routine, script: Script) -> None:
        """Follow the session of another routine from now on."""
        self._routine, self._script = routine, script
        self._shown, self._row = None, None

    def follow(self, shown: Snapshot, *, key_poses: bool) -> None:
        """Show the pose of a snapshot; with ``key_poses`` the end of each movement instead."""
        if self._routine is None or self._script is None:
            return
        if self._shown != (shown.slot, shown.side):
            self._shown, self._row = (shown.slot, shown.side), None
            dose = self._routine.slots[shown.slot].dose
            exercise = self._exercises.get(shown.exercise_id).at(shown.level)
            self._stage.show_motion(exercise, dose_timeline(exercise, dose), shown.side)
        row = self._script.segments[shown.segment].row_end if key_poses else shown.row
        if row != self._row:
            self._row = row
            self._stage.set_row(row)
