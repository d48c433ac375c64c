"""What the Today page says about sessions and days, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sijoint_desktop.history.records import SessionRecord, SessionStatus

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
CHART_DAYS = 14


@dataclass(frozen=True, slots=True)
class Day:
    """One day of this week; ``future`` days are not yet gone."""

    on: date
    done: bool
    today: bool
    future: bool

    @property
    def words(self) -> str:
        """What the day is read out as."""
        state = "done" if self.done else "still open" if self.today else "to come"
        if not (self.done or self.today or self.future):
            state = "rest"
        return f"{long_date(self.on)}: {state}"


def long_date(day: date) -> str:
    """Return a date like "Thursday 26 November"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def near_date(day: date, today: date) -> str:
    """Return "today", "yesterday" or a short date like "12 Nov"."""
    if day == today:
        return "today"
    if day == today - timedelta(days=1):
        return "yesterday"
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def greeting(hour: int, name: str) -> str:
    """Return the greeting for an hour of the day, 0 to 23, with the name if there is one."""
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    return f"Good {part}, {name}" if name.strip() else f"Good {part}"


def was_done(record: SessionRecord) -> bool:
    """Tell whether a session counts as exercise: it was completed, or a repetition was done."""
    return record.status is SessionStatus.COMPLETED or bool(record.reps)


def week_of(today: date, sessions: Sequence[SessionRecord]) -> tuple[Day, ...]:
    """Return the seven days from Monday of this week."""
    done = {record.local_date for record in sessions if was_done(record)}
    monday = today - timedelta(days=today.weekday())
    days = (monday + timedelta(days=n) for n in range(7))
    return tuple(Day(day, day in done, day == today, day > today) for day in days)


def week_sentence(days: Sequence[Day]) -> str:
    """Say how many days of the week are done."""
    count = sum(day.done for day in days)
    return "1 day done so far" if count == 1 else f"{count or 'No'} days done so far"


def pain_points(today: date, sessions: Sequence[SessionRecord]) -> tuple[tuple[date, int], ...]:
    """Return (day, pain before, 0-10) of the sessions of the last 14 days, the oldest first."""
    first = today - timedelta(days=CHART_DAYS - 1)
    return tuple(
        (record.local_date, record.nrs_before)
        for record in sessions
        if record.nrs_before is not None and first <= record.local_date <= today
    )


def pain_sentence(points: Sequence[tuple[date, int]]) -> str:
    """Say where the pain before sessions went, out of 10."""
    if not points:
        return "Your pain line starts with your first session."
    if len(points) == 1:
        return f"{points[0][1]} out of 10"
    start, end = points[0][1], points[-1][1]
    if start == end:
        return f"From {start} to {end} out of 10"
    return f"From {start} {'down' if end < start else 'up'} to {end} out of 10"


def session_lines(record: SessionRecord, today: date) -> tuple[str, ...]:
    """Return what the last session was, one short line for each fact."""
    when = near_date(record.local_date, today)
    lines = [
        f"{when[0].upper()}{when[1:]}",
        f"{len(record.reps)} of {record.planned_reps} repetitions",
    ]
    if record.ended_at is not None:
        minutes = max(1, round((record.ended_at - record.started_at).total_seconds() / 60))
        lines.append("1 minute" if minutes == 1 else f"{minutes} minutes")
    if record.nrs_before is not None and record.nrs_after is not None:
        lines.append(f"Pain {record.nrs_before} before, {record.nrs_after} after")
    elif record.nrs_before is not None:
        lines.append(f"Pain {record.nrs_before} before")
    return tuple(lines)
