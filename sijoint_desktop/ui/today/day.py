"""What the Today page asks about the day."""

from typing import Protocol

from sijoint_desktop.app.progress import Progress
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

    def check_due(self) -> tuple[DueReason, ...]:
        """Return every reason for a full check now."""
        ...

    def advice(self, lock: LockState) -> Advice:
        """Return what to do while a lock stands, in the person's country."""
        ...
