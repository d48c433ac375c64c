"""The one place where stored sessions become known to the pages."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.history.records import SessionRecord


class StoreState(Enum):
    """Whether what was saved can be read."""

    OPENING = auto()
    READY = auto()
    FAILED = auto()


class Bridge(QObject):
    """Hands the pages the stored sessions once they are there; ``changed`` says to look again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: Callable[[], tuple[SessionRecord, ...]] | None = None
        self._state = StoreState.OPENING

    @property
    def state(self) -> StoreState:
        """How far the opening has come."""
        return self._state

    def open_with(self, source: Callable[[], tuple[SessionRecord, ...]]) -> None:
        """Take where sessions are read from, the oldest first, and tell the pages."""
        self._source = source
        self._state = StoreState.READY
        self.changed.emit()

    def fail(self) -> None:
        """Note that what was saved cannot be read; pages show what works without it."""
        self._state = StoreState.FAILED
        self.changed.emit()

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every stored session, the oldest first; none while the store is not open."""
        return () if self._source is None else self._source()

    def touch(self) -> None:
        """Tell the pages that something was stored."""
        self.changed.emit()
