"""What the Today page asks about the day."""

from datetime import date
from typing import Protocol

from sijoint_desktop.app.progress import Progress
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.history.entries import Pause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.lock import LockState


class Day(Protocol):
    """What is on record as it is at the moment of asking."""

    def is_fresh(self) -> bool:
        """Tell whether nothing was recorded yet: a first start."""
        ...

    def lock(self) -> LockState | None:
        """Return why exercise is closed now, or None where it is open."""
        ...

    def routine(self) -> Routine:
        """Return the routine of today."""
        ...

    def minutes(self) -> int:
        """Return its length in whole minutes."""
        ...

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every session, the oldest first."""
        ...

    def progress(self) -> Progress:
        """Return what the rules of progression say today."""
        ...

    def morning_of(self) -> SessionRecord | None:
        """Return the session whose morning after is still to be asked for, if any."""
        ...

    def pause(self) -> Pause | None:
        """Return the rest or illness that is under way, if any."""
        ...

    def pauses(self) -> tuple[Pause, ...]:
        """Return every pause there was."""
        ...

    def week_plan(self) -> WeekPlan:
        """Return what is planned for a week."""
        ...

    def put_off(self) -> str:
        """Return the id of the session after which the person put a step off; empty without one."""
        ...

    def checked_on(self) -> date | None:
        """Return the date of the last check, or None before the first."""
        ...

    def check_due(self) -> tuple[DueReason, ...]:
        """Return every reason for a full check now."""
        ...

    def advice(self, lock: LockState) -> Advice:
        """Return what to do while a lock stands, in the person's country."""
        ...
