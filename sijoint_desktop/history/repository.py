"""What the program asks of the place that keeps sessions."""

from datetime import datetime
from typing import Protocol

from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus


class SessionRepository(Protocol):
    """Keeps sessions; every write is on disk when the call returns, or raises and changes nothing.

    A write that the disk refuses raises UserError. A session that is not there raises LookupError.
    """

    def begin(self, record: SessionRecord) -> SessionRecord:
        """Store a new session with the repetitions it holds, and return it.

        Raises ValueError where a session with this id is already kept.
        """
        ...

    def add_rep(self, session_id: SessionId, rep: RepRecord) -> None:
        """Store one finished repetition; one done again takes the place of its first try."""
        ...

    def set_pain_after(self, session_id: SessionId, score: int) -> SessionRecord:
        """Store the pain after a session (0-10), and return the session."""
        ...

    def finish(
        self, session_id: SessionId, status: SessionStatus, ended_at: datetime
    ) -> SessionRecord:
        """Store how and when (aware UTC) the session ended, and return it."""
        ...

    def get(self, session_id: SessionId) -> SessionRecord:
        """Return one session with its repetitions."""
        ...

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return every session, the oldest start first."""
        ...
