"""Answers what the Today page asks about the day, from what is on record."""

from collections.abc import Callable
from datetime import date

from sijoint_desktop.app.progress import Progress
from sijoint_desktop.app.week import WeekPlan, week_plan
from sijoint_desktop.history.entries import Pause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings, routine_minutes
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.lock import LockState
from sijoint_desktop.ui.services import Services


class RecordedDay:
    """Satisfies ui/today/day.py with the services of the program."""

    def __init__(self, services: Services, timings: Callable[[], Timings]) -> None:
        self._services = services
        self._timings = timings

    def is_fresh(self) -> bool:
        """Tell whether nothing was recorded yet: a first start."""
        records = self._services.records
        nothing_done = not self._services.bridge.sessions()
        return nothing_done and records.last_check() is None and records.plan().since is None

    def lock(self) -> LockState | None:
        """Return why exercise is closed now, or None where it is open."""
        return self._services.records.lock()

    def routine(self) -> Routine:
        """Return the routine of today; where the rules allow none, that of the plan."""
        records = self._services.records
        return records.progress().today or records.plan().routine

    def minutes(self) -> int:
        """Return its length in whole minutes."""
        return routine_minutes(self.routine(), self._services.library, self._timings())

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every session, the oldest first."""
        return self._services.bridge.sessions()

    def progress(self) -> Progress:
        """Return what the rules of progression say today."""
        return self._services.records.progress()

    def morning_of(self) -> SessionRecord | None:
        """Return the session whose morning after is still to be asked for, if any."""
        return self._services.records.awaits_morning()

    def pause(self) -> Pause | None:
        """Return the rest or illness that is under way, if any."""
        return self._services.records.pause()

    def pauses(self) -> tuple[Pause, ...]:
        """Return every pause there was."""
        return self._services.bridge.read().all(Pause)

    def week_plan(self) -> WeekPlan:
        """Return what is planned for a week."""
        return week_plan(self._services.preferences.settings)

    def put_off(self) -> str:
        """Return the id of the session after which the person put a step off; empty without one."""
        return self._services.preferences.settings.text("step_put_off")

    def checked_on(self) -> date | None:
        """Return the date of the last check, or None before the first."""
        check = self._services.records.last_check()
        return None if check is None else check.local_date

    def check_due(self) -> tuple[DueReason, ...]:
        """Return every reason for a full check now."""
        return self._services.records.check_due()

    def advice(self, lock: LockState) -> Advice:
        """Return what to do while a lock stands, in the person's country."""
        return self._services.records.advice(lock, self._services.check.contacts())
