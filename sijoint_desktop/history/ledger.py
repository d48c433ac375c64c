"""What charts ask of the store: only the days that are shown, and no more of them than is drawn."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol, TypeVar

from sijoint_desktop.core.ids import ExerciseId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.entries import Dated, PainEntry, PainKind
from sijoint_desktop.history.records import SessionRecord, SessionStatus

_E = TypeVar("_E", bound=Dated)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session without its repetitions; ``local_s`` is its start on the time axis.

    The time axis counts seconds from 1970 on the person's own clock, so that a day is always
    86,400 s wide. Pain and effort are 0-10, or None where not answered.
    """

    id: SessionId
    local_date: date
    local_s: float
    status: SessionStatus
    minutes: int
    rep_count: int
    nrs_before: int | None = None
    nrs_worst: int | None = None
    nrs_after: int | None = None
    effort: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A pain score 0-10 that was told without a session, or on the morning after one."""

    local_date: date
    local_s: float
    nrs: int
    kind: PainKind
    session_id: SessionId | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """What was done of one exercise on one side in one day: repetitions, and seconds held."""

    local_date: date
    exercise_id: ExerciseId
    side: Side | None
    reps: int
    held_s: Seconds


class Ledger(Protocol):
    """Reads what was recorded between two local dates, both included, the oldest first.

    Each call raises UserError where the store cannot be read.
    """

    def first_day(self) -> date | None:
        """Return the local date of the first session or pain score, or None before it."""
        ...

    def lines(self, first: date, last: date) -> tuple[SessionLine, ...]:
        """Return the sessions, each without its repetitions."""
        ...

    def scores(self, first: date, last: date) -> tuple[Score, ...]:
        """Return the pain scores beside sessions."""
        ...

    def efforts(self, first: date, last: date) -> tuple[Effort, ...]:
        """Return what was done of each exercise, by day and side."""
        ...

    def entries(self, kind: type[_E], first: date, last: date) -> tuple[_E, ...]:
        """Return the entries of one kind."""
        ...

    def week_starts(self, first: date, last: date) -> frozenset[date]:
        """Return the first days of the weeks that hold a day with exercise."""
        ...


def place_s(moment: datetime, utc_offset_minutes: int) -> float:
    """Return the place of an aware moment on the time axis of somebody with this offset to UTC."""
    return (moment + timedelta(minutes=utc_offset_minutes)).timestamp()


def line_of(record: SessionRecord) -> SessionLine:
    """Return a session without its repetitions."""
    return SessionLine(
        id=record.id,
        local_date=record.local_date,
        local_s=place_s(record.started_at, record.utc_offset_minutes),
        status=record.status,
        minutes=record.minutes,
        rep_count=record.rep_count,
        nrs_before=record.nrs_before,
        nrs_worst=record.nrs_worst,
        nrs_after=record.nrs_after,
        effort=record.effort,
    )


def score_of(entry: PainEntry) -> Score:
    """Return the pain score of an entry."""
    place = place_s(entry.at.astimezone(UTC), entry.utc_offset_minutes)
    return Score(entry.local_date, place, entry.nrs, entry.kind, entry.session_id)
