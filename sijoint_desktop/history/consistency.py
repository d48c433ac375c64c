"""Counts the days with exercise; a day that is not over yet is never a miss."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sijoint_desktop.core.dates import date_in_words, weekday_word
from sijoint_desktop.history.records import SessionRecord, SessionStatus


class DayState(StrEnum):
    """What a day of the calendar holds."""

    DONE = "done"  # at least one session to its end
    PARTLY = "partly"  # only sessions that ended early
    NONE = "none"
    OPEN = "open"  # today, with nothing done yet
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day: what it holds, in how many sessions, and how many minutes in all."""

    day: date
    state: DayState
    sessions: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from Monday to Sunday."""

    days: tuple[CalendarDay, ...]

    @property
    def monday(self) -> date:
        """The first day."""
        return self.days[0].day

    @property
    def days_done(self) -> int:
        """How many days hold a session, whole or in part."""
        return sum(day.sessions > 0 for day in self.days)

    @property
    def sessions(self) -> int:
        """How many sessions the week holds."""
        return sum(day.sessions for day in self.days)


def counted(sessions: Sequence[SessionRecord]) -> tuple[SessionRecord, ...]:
    """Return the sessions in which something was done: a repetition, or the way to the end."""
    completed = SessionStatus.COMPLETED
    return tuple(session for session in sessions if session.reps or session.status is completed)


def days_with_exercise(sessions: Sequence[SessionRecord]) -> dict[date, CalendarDay]:
    """Return the days that hold a counted session, by local date, in order."""
    by_day: dict[date, list[SessionRecord]] = {}
    for session in counted(sessions):
        by_day.setdefault(session.local_date, []).append(session)
    return {day: _day(day, by_day[day]) for day in sorted(by_day)}


def weeks(sessions: Sequence[SessionRecord], today: date, count: int) -> tuple[Week, ...]:
    """Return ``count`` weeks, the oldest first, the last of them the week of ``today``."""
    done = days_with_exercise(sessions)
    last = monday_of(today)
    return tuple(
        _week(last - timedelta(weeks=back), today, done) for back in reversed(range(count))
    )


def current_week(sessions: Sequence[SessionRecord], today: date) -> Week:
    """Return the week that ``today`` lies in."""
    return weeks(sessions, today, 1)[0]


def weeks_in_a_row(sessions: Sequence[SessionRecord], today: date) -> int:
    """Count the weeks with exercise without a break; this week counts, but cannot break the row."""
    mondays = {monday_of(day) for day in days_with_exercise(sessions)}
    monday = monday_of(today)
    row = 1 if monday in mondays else 0
    while (monday := monday - timedelta(weeks=1)) in mondays:
        row += 1
    return row


def monday_of(day: date) -> date:
    """Return the Monday of the week that the day lies in."""
    return day - timedelta(days=day.weekday())


def day_words(day: CalendarDay, *, is_today: bool) -> str:
    """Say one day aloud, for example ``Thursday 19 November 2026: done, 11 minutes``."""
    name = f"{weekday_word(day.day)} {date_in_words(day.day)}"
    return f"{'Today, ' if is_today else ''}{name}: {_state_words(day)}"


def _state_words(day: CalendarDay) -> str:
    if day.sessions == 0:
        words = {DayState.OPEN: "still open", DayState.AHEAD: "still to come"}
        return words.get(day.state, "no session")
    minutes = f"{day.minutes} minute{'' if day.minutes == 1 else 's'}"
    word = "done" if day.state is DayState.DONE else "partly done"
    several = f" in {day.sessions} sessions" if day.sessions > 1 else ""
    return f"{word}, {minutes}{several}"


def _day(day: date, sessions: list[SessionRecord]) -> CalendarDay:
    whole = any(session.status is SessionStatus.COMPLETED for session in sessions)
    minutes = sum(session.minutes for session in sessions)
    state = DayState.DONE if whole else DayState.PARTLY
    return CalendarDay(day, state, len(sessions), minutes)


def _week(monday: date, today: date, done: dict[date, CalendarDay]) -> Week:
    days = (monday + timedelta(days=offset) for offset in range(7))
    return Week(tuple(done.get(day) or CalendarDay(day, _empty(day, today)) for day in days))


def _empty(day: date, today: date) -> DayState:
    if day == today:
        return DayState.OPEN
    return DayState.AHEAD if day > today else DayState.NONE
