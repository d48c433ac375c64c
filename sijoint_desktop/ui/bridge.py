"""The one place where stored sessions become known to the pages."""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.history.entries import Dated
from sijoint_desktop.history.ledger import Effort, Ledger, Score, SessionLine
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import Readable

_E = TypeVar("_E", bound=Dated)


class StoreState(Enum):
    """Whether what was saved can be read."""

    OPENING = auto()
    READY = auto()
    FAILED = auto()


class NoEntries:
    """What there is to read before anything was opened: nothing."""

    def all(self, kind: type[_E]) -> tuple[_E, ...]:  # noqa: ARG002 - the same for every kind
        """Return no entry."""
        return ()


class NoLedger:
    """What charts read before anything was opened: nothing."""

    def first_day(self) -> date | None:
        """Return no day."""
        return None

    def lines(self, first: date, last: date) -> tuple[SessionLine, ...]:  # noqa: ARG002
        """Return no session."""
        return ()

    def scores(self, first: date, last: date) -> tuple[Score, ...]:  # noqa: ARG002
        """Return no score."""
        return ()

    def efforts(self, first: date, last: date) -> tuple[Effort, ...]:  # noqa: ARG002
        """Return no exercise."""
        return ()

    def entries(self, kind: type[_E], first: date, last: date) -> tuple[_E, ...]:  # noqa: ARG002
        """Return no entry."""
        return ()

    def week_starts(self, first: date, last: date) -> frozenset[date]:  # noqa: ARG002
        """Return no week."""
        return frozenset()


class _Kept:
    """Reads the entries of a kind once; a page asks for the same ones several times."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self._kept: dict[type[Dated], tuple[Dated, ...]] = {}

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind."""
        if kind not in self._kept:
            self._kept[kind] = self._source.all(kind)
        return cast("tuple[_E, ...]", self._kept[kind])


class Bridge(QObject):
    """Hands the pages what is stored once it is there; ``changed`` says to look again.

    Everything is read once after each change, so whoever writes calls ``touch``.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Callable[[], tuple[SessionRecord, ...]] | None = None
        self._sessions: tuple[SessionRecord, ...] | None = None
        self._source_of_entries: Readable = NoEntries()
        self._entries: Readable = NoEntries()
        self._version = 0
        self._ledger: Ledger = NoLedger()
        self._state = StoreState.OPENING

    @property
    def state(self) -> StoreState:
        """How far the opening has come."""
        return self._state

    def open_with(
        self,
        source: Callable[[], tuple[SessionRecord, ...]],
        entries: Readable,
        ledger: Ledger,
    ) -> None:
        """Take where sessions, entries and charts are read from, and tell the pages."""
        self._source, self._source_of_entries, self._ledger = source, entries, ledger
        self._state = StoreState.READY
        self.touch()

    def fail(self) -> None:
        """Note that what was saved cannot be read; pages show what works without it."""
        self._state = StoreState.FAILED
        self.changed.emit()

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every stored session, the oldest first; none while the store is not open.

        They are read once after each change: several pages ask, and ten years take a second.
        """
        if self._source is None:
            return ()
        if self._sessions is None:
            self._sessions = self._source()
        return self._sessions

    def read(self) -> Readable:
        """Return where entries are read from; nothing is there while the store is not open."""
        return self._entries

    def version(self) -> int:
        """Return a number that is another one after each change."""
        return self._version

    def ledger(self) -> Ledger:
        """Return where charts are read from; nothing is there while the store is not open."""
        return self._ledger

    def touch(self) -> None:
        """Tell the pages that something was stored."""
        self._sessions = None
        self._entries = _Kept(self._source_of_entries)
        self._version += 1
        self.changed.emit()
