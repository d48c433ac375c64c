"""Keeps a figure in step with the snapshots of a session."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.player.snapshot import Coming, Snapshot, State
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Exercises, Script

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.stage import FigureStage


class Stage(Protocol):
    """The part of the figure's stage that a session uses."""

    def show_motion(self, exercise: Exercise, timeline: Timeline, side: Side | None) -> None:
        """Show an exercise on a side."""
        ...

    def prepare(self, exercise: Exercise, side: Side | None) -> None:
        """Get ready to show an exercise on a side."""
        ...

    def set_row(self, row: float) -> None:
        """Show the pose at a row of the clip."""
        ...

    def moved_px(self, row: float) -> float:
        """Return how far the figure would move on the screen to a row."""
        ...


_SPARE_S = 0.3  # of nothing due, in which the next clip is baked without being noticed

_CLEAR_S = 0.012
"""Before a digit or a phase changes the figure waits: its paint would make the change late."""

_STEP_PX = 1.5
_SLOW_PX, _SLOW_S = 0.1, 0.05
"""A movement is painted 20 times a second, a fast one as often as its steps stay below 1.5 pixels.

Painting the figure costs more than all else in a session, and more often could not be seen.
"""


class StageFactory(Protocol):
    """Makes the stage of one face; a stage brings numpy with it, so it is made late."""

    def __call__(self, parent: QWidget, /) -> "FigureStage":
        """Return a new stage inside ``parent``."""
        ...


class FigureFollower:
    """Moves one stage to where the snapshot says, as often as the difference can be seen.

    Where a phase begins, and whenever time does not run, it is exactly there.
    """

    def __init__(self, stage: Stage, exercises: Exercises) -> None:
        self._stage = stage
        self._exercises = exercises
        self._routine: Routine | None = None
        self._script: Script | None = None
        self._shown: tuple[int, Side | None] | None = None
        self._prepared: tuple[str, Side | None] | None = None
        self._segment: int | None = None
        self._row: float | None = None
        self._at_s = 0.0

    @property
    def row(self) -> float | None:
        """The row that is shown now."""
        return self._row

    def take(self, routine: Routine, script: Script) -> None:
        """Follow the session of another routine from now on."""
        self._routine, self._script = routine, script
        self._shown, self._segment, self._row, self._prepared = None, None, None, None

    def follow(self, shown: Snapshot, *, key_poses: bool) -> None:
        """Show the pose of a snapshot; with ``key_poses`` the end of each movement instead."""
        if self._routine is None or self._script is None:
            return
        entered, self._segment = shown.segment != self._segment, shown.segment
        if self._shown != (shown.slot, shown.side):
            self._shown, self._row = (shown.slot, shown.side), None
            dose = self._routine.slots[shown.slot].dose
            exercise = self._exercises.get(shown.exercise_id).at(shown.level)
            self._stage.show_motion(exercise, dose_timeline(exercise, dose), shown.side)
        elif not entered and shown.coming is not None and shown.digit_due_s >= _SPARE_S:
            self._prepare(shown.coming)
        row = self._script.segments[shown.segment].row_end if key_poses else shown.row
        due = entered or shown.state is not State.RUNNING
        if row != self._row and (due or self._can_be_seen(row, shown)):
            self._row, self._at_s = row, shown.position_s
            self._stage.set_row(row)

    def _prepare(self, coming: Coming) -> None:
        wanted = (coming.exercise_id, coming.side)
        if wanted != self._prepared:
            self._prepared = wanted
            exercise = self._exercises.get(coming.exercise_id).at(coming.level)
            self._stage.prepare(exercise, coming.side)

    def _can_be_seen(self, row: float, shown: Snapshot) -> bool:
        if shown.digit_due_s < _CLEAR_S:
            return False
        moved_px = self._stage.moved_px(row)
        waited = abs(shown.position_s - self._at_s) >= _SLOW_S
        return moved_px >= _STEP_PX or (waited and moved_px >= _SLOW_PX)
