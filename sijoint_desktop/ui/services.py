"""What the pages are made from, handed to them by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sijoint_desktop.app.checkup import Checkup
from sijoint_desktop.app.copies import Backup
from sijoint_desktop.app.corrections import Corrections
from sijoint_desktop.app.merge import Changes
from sijoint_desktop.app.plan import Plan, PlanKeeper
from sijoint_desktop.app.progress import Progress
from sijoint_desktop.app.recording import Recorder
from sijoint_desktop.app.shelf import Shelf, ShelfKeeper
from sijoint_desktop.content.article import Article, Signs
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import SelfTest
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.inventory import Part
from sijoint_desktop.history.archive import Archive
from sijoint_desktop.history.entries import CheckRecord, Pause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.plans import Plans
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.settings.options import Settings
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.checker import Checker
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.lock import LockState
from sijoint_desktop.ui.bridge import Bridge
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.style.style import Style


class RecordsPort(Protocol):
    """What is on record as it is at the moment of asking; each call may raise UserError."""

    def lock(self) -> LockState | None:
        """Return why exercise is closed now, or None where it is open."""
        ...

    def plan(self) -> Plan:
        """Return the routine that the person follows."""
        ...

    def shelf(self) -> Shelf:
        """Return every routine to choose from: the person's own and the program's."""
        ...

    def last_check(self) -> CheckRecord | None:
        """Return the last result that counts, or None before the first check."""
        ...

    def fitting(self) -> Fitting:
        """Return what the last check says of the person."""
        ...

    def pause(self) -> Pause | None:
        """Return the rest or illness that is under way, if any."""
        ...

    def check_due(self) -> tuple[DueReason, ...]:
        """Return every reason for a full check now."""
        ...

    def advice(self, lock: LockState, contacts: Contacts) -> Advice:
        """Return what to do while a lock stands."""
        ...

    def progress(self) -> Progress:
        """Return what the rules of progression say today."""
        ...

    def awaits_morning(self) -> SessionRecord | None:
        """Return the session whose morning after is still to be asked for, if any."""
        ...


class StorePort(Protocol):
    """What opens the store if need be; each call raises UserError where that fails."""

    def prepare(self) -> None:
        """Begin to open it in the background."""
        ...

    def recorder(self) -> Recorder:
        """Return what stores sessions."""
        ...

    def checkup(self) -> Checkup:
        """Return what keeps checks."""
        ...

    def plan_keeper(self) -> PlanKeeper:
        """Return what keeps the plan."""
        ...

    def shelf_keeper(self) -> ShelfKeeper:
        """Return what keeps the person's own routines."""
        ...

    def entries(self) -> EntryRepository:
        """Return what keeps pain scores, pauses and the like."""
        ...

    def corrections(self) -> Corrections:
        """Return what changes sessions and entries at the person's own wish."""
        ...


class DataPort(Protocol):
    """What is done with the data as a whole; each call raises UserError where that fails.

    All but ``let_go`` and ``take_up`` take time and may be called from a thread.
    """

    def archive(self) -> Archive:
        """Return everything on record."""
        ...

    def rehearse(self, theirs: Archive) -> Changes:
        """Return what joining an archive with what is on record would change."""
        ...

    def merge(self, theirs: Archive) -> Changes:
        """Join an archive with what is on record, after a copy where it changes anything."""
        ...

    def copies(self) -> tuple[Backup, ...]:
        """Return the copies that are kept, the newest first."""
        ...

    def back_up(self) -> Path:
        """Make a copy now, or return the newest one where nothing changed since."""
        ...

    def restore(self, copy: Path) -> Path | None:
        """Put a copy in the place of the database; return what was there before."""
        ...

    def erase(self) -> None:
        """Delete everything of the person's, copies included."""
        ...

    def let_go(self) -> None:
        """Let go of the database before it is replaced."""
        ...

    def take_up(self) -> None:
        """Read the database that is there now."""
        ...


@dataclass(frozen=True, slots=True)
class CheckContent:
    """The check's questions, plans and telephone numbers, each read when it is first wanted.

    ``territory`` is the country that the system is set to, as two letters.
    """

    checker: Callable[[], Checker]
    plans: Callable[[], Plans]
    self_tests: Callable[[], tuple[SelfTest, ...]]
    contacts: Callable[[], Contacts]
    territory: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that a page may need; each page is given only its share.

    ``first_run`` tells that nothing was recorded yet. ``articles`` are what there is to read,
    ``signs`` the warning signs of a level as the rules of the check word them. ``guide`` is the
    user guide as Markdown, ``parts`` are the packages that the program is made of.
    """

    style: Style
    preferences: Preferences
    library: Library
    bridge: Bridge
    clock: Clock
    data_folder: Path
    store: StorePort
    data: DataPort
    records: RecordsPort
    check: CheckContent
    first_run: bool
    articles: Callable[[], tuple[Article, ...]]
    signs: Callable[[Signs], tuple[str, ...]]
    guide: Callable[[], str]
    parts: Callable[[], tuple[Part, ...]]


def timings_of(settings: Settings) -> Timings:
    """Return the times of a session as they are set."""
    return Timings(
        get_ready_s=settings.number("get_ready_s"),
        first_ready_s=settings.number("first_ready_s"),
        side_change_s=settings.number("side_change_s"),
        rest_sets_s=settings.number("rest_sets_s"),
        rest_exercises_s=settings.number("rest_exercises_s"),
    )
