"""What the program asks of the place that keeps sessions and entries."""

from datetime import datetime
from typing import Protocol, TypeVar

from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import Dated
from sijoint_desktop.history.records import (
    RepRecord,
    SessionAnswers,
    SessionRecord,
    SessionStatus,
)

_E = TypeVar("_E", bound=Dated)


class SessionRepository(Protocol):
    """Keeps sessions; every write is on disk when the call returns, or raises and changes nothing.

    A write that the disk refuses raises UserError. A session that is not there raises LookupError.
    """

    def begin(self, record: SessionRecord) -> SessionRecord:
        """Store a new session with the repetitions it holds, and return it.

        Raises LockedError where a guided session would begin while exercise is closed, judged in
        the same transaction, and ValueError where a session with this id is already kept.
        """
        ...

    def add_rep(self, session_id: SessionId, rep: RepRecord) -> None:
        """Store one finished repetition; one done again takes the place of its first try."""
        ...

    def set_answers(self, session_id: SessionId, answers: SessionAnswers) -> SessionRecord:
        """Store what was answered after a session, and return it; None leaves what is kept."""
        ...

    def finish(
        self, session_id: SessionId, status: SessionStatus, ended_at: datetime
    ) -> SessionRecord:
        """Store how and when (aware UTC) the session ended, and return it."""
        ...

    def put(self, record: SessionRecord) -> SessionRecord:
        """Store a session that is over, new or in place of the one with its id, and return it.

        For sessions done on paper, edits and undo. Raises ValueError for one that is running.
        """
        ...

    def remove(self, session_id: SessionId) -> SessionRecord:
        """Delete a session and return it, so that it can be put back."""
        ...

    def get(self, session_id: SessionId) -> SessionRecord:
        """Return one session with its repetitions."""
        ...

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every session, the oldest start first."""
        ...


class EntryRepository(Protocol):
    """Keeps the entries beside sessions, each kind in a list of its own.

    Writes are on disk when the call returns, or raise and change nothing: UserError where the disk
    refuses, LookupError for an entry that is not there, and ValueError for a change of what a lock
    may stand on (``BINDING``), which is only ever added to.
    """

    def put(self, entry: _E) -> _E:
        """Store an entry, new or in place of the one with its id, and return it.

        A check that is kept takes nothing but the moment at which its result page was left.
        """
        ...

    def remove(self, kind: type[_E], entry_id: str) -> _E:
        """Delete an entry and return it, so that it can be put back."""
        ...

    def get(self, kind: type[_E], entry_id: str) -> _E:
        """Return one entry."""
        ...

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind, the oldest first."""
        ...
