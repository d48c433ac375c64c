"""Reads from what is on record what the pages must know at once: lock, plan, last check."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sijoint_desktop.app.diary import awaits_morning, pause_on
from sijoint_desktop.app.plan import Plan, current_plan
from sijoint_desktop.app.progress import Progress, progress_of
from sijoint_desktop.app.reminder import advice_on, check_due, last_check, person_now
from sijoint_desktop.app.shelf import Shelf, shelf_of
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.history.entries import CheckRecord, Pause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import lock_on
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.lock import LockState
from sijoint_desktop.ui.bridge import Bridge

if TYPE_CHECKING:
    from datetime import date


class Records:
    """What is on record, as the bridge has it at the moment of asking.

    What the rules of progression say is worked out once after each change, and once a day: years of
    pain scores go into it.
    """

    def __init__(
        self,
        bridge: Bridge,
        clock: Clock,
        library: Library,
        shipped: Sequence[Routine],
    ) -> None:
        self._entries, self._sessions = bridge.read, bridge.sessions
        self._version = bridge.version
        self._progress: tuple[int, date, Progress] | None = None
        self._clock = clock
        self._library = library
        self._shipped = tuple(shipped)

    def lock(self) -> LockState | None:
        """Return why exercise is closed now, or None where it is open."""
        return lock_on(self._entries(), self._clock.now())

    def plan(self) -> Plan:
        """Return the routine that the person follows."""
        return current_plan(self._entries(), self._library, self._shipped)

    def shelf(self) -> Shelf:
        """Return every routine to choose from: the person's own and the program's."""
        return shelf_of(self._entries(), self._library, self._shipped)

    def last_check(self) -> CheckRecord | None:
        """Return the last result that counts, or None before the first check."""
        return last_check(self._entries())

    def pause(self) -> Pause | None:
        """Return the rest or illness that is under way, if any."""
        return pause_on(self._entries(), self._clock.now().date())

    def check_due(self) -> tuple[DueReason, ...]:
        """Return every reason for a full check now."""
        return check_due(self._entries(), self._sessions(), self._clock.now().date())

    def advice(self, lock: LockState, contacts: Contacts) -> Advice:
        """Return what to do while a lock stands."""
        return advice_on(lock, self._entries(), contacts)

    def fitting(self) -> Fitting:
        """Return what the last check says of the person, and what their plan holds."""
        person = person_now(self._entries(), self._clock.now().date())
        if person is None:
            return Fitting()
        suited = frozenset(str(slot.exercise_id) for slot in self.plan().routine.slots)
        return Fitting(person, suited)

    def progress(self) -> Progress:
        """Return what the rules of progression say today."""
        version, today = self._version(), self._clock.now().date()
        if self._progress is None or self._progress[:2] != (version, today):
            entries, sessions = self._entries(), self._sessions()
            progress = progress_of(entries, sessions, self.plan(), self._library, today)
            self._progress = version, today, progress
        return self._progress[2]

    def awaits_morning(self) -> SessionRecord | None:
        """Return the session whose morning after is still to be asked for, if any."""
        return awaits_morning(self._entries(), self._sessions(), self._clock.now())
