"""What was done: sessions, the repetitions in them and the pain around them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.routine.segment import Timings

NRS_MAX = 10


class Origin(StrEnum):
    """Where a session was done."""

    GUIDED = "guided"  # led by the program
    PAPER = "paper"  # from the printed sheet, added afterwards


class SessionStatus(StrEnum):
    """How a session stands."""

    RUNNING = "running"  # also one that a crash cut off
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"


def require_nrs(value: int | None) -> None:
    """Raise ValueError unless the pain score is None or a whole number from 0 to 10."""
    require_score(value, "a pain score")


def require_score(value: int | None, what: str) -> None:
    """Raise ValueError unless the score is None or a whole number from 0 to 10."""
    if value is not None and (type(value) is not int or not 0 <= value <= NRS_MAX):
        raise ValueError(f"{what} is a whole number from 0 to 10, not {value!r}")


def require_utc(moment: datetime | None) -> None:
    """Raise ValueError unless the moment is None or aware and in UTC."""
    if moment is not None and moment.utcoffset() != timedelta(0):
        raise ValueError(f"a moment on record is aware and in UTC, not {moment!r}")


@dataclass(frozen=True, slots=True)
class RepRecord:
    """One finished repetition; numbers count from 1, ``slot`` from 0."""

    slot: int
    exercise_id: ExerciseId
    side: Side | None
    set_number: int
    rep_number: int
    held_s: Seconds
    planned_hold_s: Seconds
    finished_at: datetime  # aware, UTC

    def __post_init__(self) -> None:
        if self.slot < 0 or self.set_number < 1 or self.rep_number < 1:
            raise ValueError(f"slots count from 0, sets and repetitions from 1: {self!r}")
        if not (self.held_s >= 0 and self.planned_hold_s >= 0):
            raise ValueError(f"a hold lasts no less than 0 s: {self!r}")
        require_utc(self.finished_at)


@dataclass(frozen=True, slots=True)
class SessionAnswers:
    """What a person says after a session; None stands for what was not answered.

    ``nrs_after`` and ``nrs_worst`` are pain scores and ``effort`` is how hard it was, all 0-10.
    ``form_ok`` tells that the movements were done as shown.
    """

    nrs_after: int | None = None
    nrs_worst: int | None = None
    effort: int | None = None
    form_ok: bool | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        require_nrs(self.nrs_after)
        require_nrs(self.nrs_worst)
        require_score(self.effort, "an effort")


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session; pain is a numeric rating scale (NRS) of 0-10 or None where not answered.

    Times are aware UTC moments; ``local_date`` is the calendar date of the start where the person
    was, and ``utc_offset_minutes`` the offset that it was taken with. A repetition that was skipped
    is not in ``reps``: it counts as absent, not as zero. ``routine_text`` is the routine as it was
    done, as a routine file, and ``timings`` the times around it, so that a session that was cut
    off can go on; empty and None where they are not known.
    """

    id: SessionId
    routine_id: RoutineId
    routine_name: str
    started_at: datetime
    ended_at: datetime | None
    local_date: date
    utc_offset_minutes: int
    status: SessionStatus
    nrs_before: int | None
    nrs_after: int | None
    planned_reps: int
    note: str
    reps: tuple[RepRecord, ...]
    nrs_worst: int | None = None
    effort: int | None = None
    form_ok: bool | None = None
    origin: Origin = Origin.GUIDED
    routine_text: str = ""
    timings: Timings | None = None

    def __post_init__(self) -> None:
        require_utc(self.started_at)
        require_utc(self.ended_at)
        require_nrs(self.nrs_before)
        require_nrs(self.nrs_after)
        require_nrs(self.nrs_worst)
        require_score(self.effort, "an effort")
        if self.planned_reps < 0:
            raise ValueError(f"a session plans no fewer than 0 repetitions: {self.planned_reps}")

    @property
    def local_start(self) -> datetime:
        """The start on the person's own clock, with the offset it was taken with."""
        return local_moment(self.started_at, self.utc_offset_minutes)

    @property
    def last_moment(self) -> datetime:
        """The end; where a crash left none, the last finished repetition, or else the start."""
        if self.ended_at is not None:
            return self.ended_at
        return max((rep.finished_at for rep in self.reps), default=self.started_at)

    @property
    def rep_count(self) -> int:
        """How many repetitions were finished."""
        return len(self.reps)

    @property
    def minutes(self) -> int:
        """Whole minutes from start to end, rounded, at least 1 once anything was done."""
        return whole_minutes(self.started_at, self.last_moment, done=bool(self.reps))


def whole_minutes(start: datetime, end: datetime, *, done: bool) -> int:
    """Return whole minutes from start to end, rounded, at least 1 once anything was done."""
    return max(1 if done else 0, round((end - start).total_seconds() / 60))


def local_parts(moment: datetime) -> tuple[datetime, date, int]:
    """Split an aware local moment into UTC instant, local date and UTC offset in minutes.

    Raises ValueError for a moment without a time zone.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"a moment needs its time zone: {moment!r}")
    return moment.astimezone(UTC), moment.date(), round(offset.total_seconds() / 60)


def local_moment(at: datetime, utc_offset_minutes: int) -> datetime:
    """Return a moment (aware) as a clock showed it that was so many minutes ahead of UTC."""
    return at.astimezone(timezone(timedelta(minutes=utc_offset_minutes)))
