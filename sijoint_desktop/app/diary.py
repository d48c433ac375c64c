"""Keeps what a person is asked around their sessions: the next morning, and days without a plan."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from sijoint_desktop.app.moment import stamp
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import (
    PainEntry,
    PainKind,
    Pause,
    PauseKind,
)
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.history.safety import Readable
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.flare import FLARE_EASY_DAYS

MORNING_FROM, MORNING_UNTIL = timedelta(hours=12), timedelta(hours=36)
"""How long after a session the morning-after question belongs to it."""

_DAY = timedelta(days=1)


def awaits_morning(
    entries: Readable, sessions: Iterable[SessionRecord], now: datetime
) -> SessionRecord | None:
    """Return the last session of 12 to 36 hours before ``now`` whose next morning nobody told."""
    told = {
        each.session_id for each in entries.all(PainEntry) if each.kind is PainKind.MORNING_AFTER
    }
    waiting = [
        session
        for session in sessions
        if session.reps
        and session.id not in told
        and MORNING_FROM <= now - session.last_moment <= MORNING_UNTIL
    ]
    return max(waiting, key=lambda session: session.started_at, default=None)


def pause_on(entries: Readable, day: date) -> Pause | None:
    """Return the rest or illness that a day belongs to, the last one begun; None without one."""
    away = (PauseKind.REST, PauseKind.SICKNESS)
    standing = [p for p in entries.all(Pause) if p.kind in away and p.covers(day)]
    return max(standing, key=lambda pause: (pause.at, pause.id), default=None)


class Diary:
    """Entries beside sessions; every write is on disk when it returns, and gives what is kept.

    Raises UserError where the disk refuses, and LookupError for an id that is not on record.
    """

    def __init__(self, entries: EntryRepository, clock: Clock) -> None:
        self._entries = entries
        self._clock = clock

    def note_morning(
        self, session_id: SessionId, nrs: int, *, woke: bool = False, note: str = ""
    ) -> PainEntry:
        """Keep the pain of 0-10 on the morning after a session."""
        entry = PainEntry(
            nrs=nrs,
            kind=PainKind.MORNING_AFTER,
            session_id=session_id,
            woke=woke,
            note=note,
            **stamp(self._clock),
        )
        return self._entries.put(entry)

    def awaits_morning(self, sessions: Iterable[SessionRecord]) -> SessionRecord | None:
        """Return the last session of 12 to 36 hours ago whose next morning nobody told yet."""
        return awaits_morning(self._entries, sessions, self._clock.now())

    def begin_pause(self, kind: PauseKind, first: date, last: date | None = None) -> Pause:
        """Keep that nothing is planned from a day on, to a last day or until it is ended."""
        pause = Pause(kind=kind, first_day=first, last_day=last, **stamp(self._clock))
        return self._entries.put(pause)

    def end_pause(self, pause_id: str, last: date) -> Pause:
        """Keep the last day of a pause."""
        return self._entries.put(replace(self._entries.get(Pause, pause_id), last_day=last))

    def tell_flare(self) -> Pause:
        """Keep that it has flared up today; one entry a day."""
        today = self._clock.now().date()
        parts = stamp(self._clock, f"flare-{today.isoformat()}")
        last = today + (FLARE_EASY_DAYS - 1) * _DAY
        return self._entries.put(
            Pause(kind=PauseKind.FLARE, first_day=today, last_day=last, **parts)
        )

    def go_on(self) -> tuple[Pause, ...]:
        """End every rest and illness that is under way; one that began today is as if never."""
        today = self._clock.now().date()
        ended = []
        while (pause := pause_on(self._entries, today)) is not None:
            if pause.first_day == today:
                ended.append(self._entries.remove(Pause, pause.id))
            else:
                ended.append(self.end_pause(pause.id, today - _DAY))
        return tuple(ended)
