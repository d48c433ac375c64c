"""Keeps what a person notes around their sessions: pain, activities, pauses, the belt, marks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from sijoint_desktop.app.moment import stamp
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import (
    MOST_ACTIVITIES,
    Activity,
    ActivityScore,
    BeltDay,
    Dated,
    Mark,
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
_E = TypeVar("_E", bound=Dated)


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

    def note_pain(self, nrs: int, *, woke: bool = False, note: str = "") -> PainEntry:
        """Keep a pain score of 0-10 of this moment."""
        return self._entries.put(PainEntry(nrs=nrs, woke=woke, note=note, **stamp(self._clock)))

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

    def add_activity(self, name: str) -> Activity:
        """Keep an activity of the person's own; raises UserError where there are three."""
        if len(self.activities()) >= MOST_ACTIVITIES:
            raise UserError("There are three activities already. Put one away before the next.")
        if not name.strip():
            raise UserError("The activity has no name. Write what you find hard to do.")
        return self._entries.put(Activity(name=name.strip(), **stamp(self._clock)))

    def activities(self) -> tuple[Activity, ...]:
        """Return the activities that are scored now, the oldest first."""
        return tuple(each for each in self._entries.all(Activity) if each.ended_on is None)

    def retire_activity(self, activity_id: str) -> Activity:
        """Put an activity away; its scores stay."""
        today = self._clock.now().date()
        return self._entries.put(replace(self._entries.get(Activity, activity_id), ended_on=today))

    def score_activity(self, activity_id: str, score: int) -> ActivityScore:
        """Keep how well an activity goes, 0 (not at all) to 10 (as before the pain)."""
        self._entries.get(Activity, activity_id)
        entry = ActivityScore(activity_id=activity_id, score=score, **stamp(self._clock))
        return self._entries.put(entry)

    def wore_belt(self, minutes: int | None = None) -> BeltDay:
        """Keep that the belt was worn today; one entry a day, also on two computers."""
        day = f"belt-{self._clock.now().date().isoformat()}"
        return self._entries.put(BeltDay(minutes=minutes, **stamp(self._clock, day)))

    def mark(self, words: str) -> Mark:
        """Keep words of the person's own at this day of the chart."""
        return self._entries.put(Mark(words=words, **stamp(self._clock)))

    def remove(self, kind: type[_E], entry_id: str) -> _E:
        """Delete an entry and return it; ``put_back`` undoes that."""
        return self._entries.remove(kind, entry_id)

    def put_back(self, entry: _E) -> _E:
        """Keep an entry that was deleted, or an edited one, as it is given."""
        return self._entries.put(entry)
