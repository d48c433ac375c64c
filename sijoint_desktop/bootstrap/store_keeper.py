"""Opens the store when something is to be stored, since SQLAlchemy is slow to load."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from sijoint_desktop.bootstrap.loader import Loader
from sijoint_desktop.bootstrap.upkeep import Upkeep
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.entries import Dated
from sijoint_desktop.ui.bridge import NoEntries

if TYPE_CHECKING:
    from sijoint_desktop.app.checkup import Checkup
    from sijoint_desktop.app.corrections import Corrections
    from sijoint_desktop.app.plan import PlanKeeper
    from sijoint_desktop.app.recording import Recorder
    from sijoint_desktop.app.shelf import ShelfKeeper
    from sijoint_desktop.history.repository import EntryRepository
    from sijoint_desktop.history.safety import Readable
    from sijoint_desktop.player.clock import Clock
    from sijoint_desktop.store.database import Database
    from sijoint_desktop.ui.bridge import Bridge

_E = TypeVar("_E", bound=Dated)
_STORE = "sijoint_desktop.store.database"
_START_AGAIN = mark(
    "Finish what you are doing, then close the program and start it again: it puts the newest good "
    "copy in its place."
)


class MendedEntries:
    """Entries of the quick look; where it finds the file damaged, those of the mended one."""

    def __init__(self, seen: "Readable", mended: "Callable[[], Readable]") -> None:
        self._seen = seen
        self._mended = mended

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind, the oldest first."""
        try:
            return self._seen.all(kind)
        except UserError:
            return self._mended().all(kind)


class StoreKeeper(QObject):
    """Opens the store when it is needed, and says in plain words where that fails."""

    def __init__(
        self, path: Path, bridge: "Bridge", clock: "Clock", say: Callable[[str, str], None]
    ) -> None:
        super().__init__(bridge)
        self.bridge = bridge
        self._path = path
        self._clock = clock
        self._say = say
        self._database: Database | None = None
        self._loader = Loader(_STORE, self)
        self._loader.loaded.connect(self._on_loaded)
        self._unreadable = False
        self.upkeep = Upkeep(path, lambda: clock.now().date(), self)
        self.upkeep.damaged.connect(self._on_damaged)
        self.upkeep.failed.connect(self._on_no_copy)

    def is_new(self) -> bool:
        """Show what is stored quickly, and tell whether that is no session at all.

        Where a quick look is not enough, begin to open the store.
        """
        from sijoint_desktop.store.glance import glance  # noqa: PLC0415
        from sijoint_desktop.store.ledger import StoredLedger  # noqa: PLC0415

        seen = glance(self._path)
        if seen is None:
            self.prepare()
            return False
        entries = MendedEntries(seen, self.mended)
        self.bridge.open_with(lambda: seen.sessions, entries, StoredLedger(self._path))
        return not seen.sessions

    def mended(self) -> "Readable":
        """Open the store, which puts a good copy in the place of a damaged file, to read from.

        Where that fails too the person is told, and there is nothing to read.
        """
        if not self._unreadable:  # each page asks for much; one try and one message are enough
            self._on_loaded()
        return NoEntries() if self._database is None else self._database.entries

    def prepare(self) -> None:
        """Begin to load the store in the background."""
        self._loader.begin()

    def recorder(self) -> "Recorder":
        """Return what stores a session; raises UserError where nothing can be stored."""
        from sijoint_desktop.app.recording import Recorder  # noqa: PLC0415

        opened = self._open()
        return Recorder(opened.sessions, opened.entries, self._clock)

    def checkup(self) -> "Checkup":
        """Return what keeps checks; raises UserError where nothing can be stored."""
        from sijoint_desktop.app.checkup import Checkup  # noqa: PLC0415

        return Checkup(self._open().entries, self._clock)

    def plan_keeper(self) -> "PlanKeeper":
        """Return what keeps the plan; raises UserError where nothing can be stored."""
        from sijoint_desktop.app.plan import PlanKeeper  # noqa: PLC0415

        return PlanKeeper(self._open().entries, self._clock)

    def shelf_keeper(self) -> "ShelfKeeper":
        """Return what keeps own routines; raises UserError where nothing can be stored."""
        from sijoint_desktop.app.shelf import ShelfKeeper  # noqa: PLC0415

        return ShelfKeeper(self._open().entries, self._clock)

    def entries(self) -> "EntryRepository":
        """Return what keeps entries; raises UserError where nothing can be stored."""
        return self._open().entries

    def corrections(self) -> "Corrections":
        """Return what changes what is on record; raises UserError where nothing can be stored."""
        from sijoint_desktop.app.corrections import Corrections  # noqa: PLC0415

        opened = self._open()
        return Corrections(opened.sessions, opened.entries)

    def close(self) -> None:
        """Let go of the file; what is asked for later opens it again."""
        self.upkeep.stop()
        self._loader.wait()
        if self._database is not None:
            self._database.close()
            self._database = None

    def reopen(self) -> None:
        """Show what is stored now, after something else wrote it."""
        self.close()
        self._unreadable = False
        self._on_loaded()
        self.upkeep.plan()

    def _on_damaged(self) -> None:
        """Open the store, which puts the damaged file aside and a good copy in its place."""
        if self._database is None:
            self.prepare()
        else:  # somebody may be in a session
            self._say(tr("The file with your history is damaged"), tr(_START_AGAIN))

    def _on_no_copy(self, sentence: str) -> None:
        self._say(tr("No copy was made today"), sentence)

    def _on_loaded(self) -> None:
        try:
            self._open()
        except UserError as fault:
            self._unreadable = True
            self.bridge.fail()
            self._say(tr("Your history cannot be opened"), str(fault))

    def _open(self) -> "Database":
        from sijoint_desktop.store.ledger import StoredLedger  # noqa: PLC0415

        if self._database is None:
            self._loader.wait()
            opened: Database = importlib.import_module(_STORE).open_database(self._path)
            self._database = opened
            ledger = StoredLedger(self._path)
            for notice in opened.notices:
                self._say(tr("Your history"), notice)
            self.bridge.open_with(opened.sessions.sessions, opened.entries, ledger)
        return self._database
