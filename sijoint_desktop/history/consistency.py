"""Counts the days with exercise; a day that is not over, or was a day off, is never a miss."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from sijoint_desktop.core.dates import (
    date_in_words,
    week_start,
    weekday_and_date,
    weekday_word,
)
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.history.entries import Pause, PauseKind
from sijoint_desktop.history.records import SessionStatus


class Done(Protocol):
    """What is asked of a session to count it, whether its repetitions were read or not."""

    @property
    def local_date(self) -> date:
        """The day on the person's own clock."""
        ...

    @property
    def status(self) -> SessionStatus:
        """How it stands."""
        ...

    @property
    def minutes(self) -> int:
        """How long it took."""
        ...

    @property
    def rep_count(self) -> int:
        """How many repetitions were finished."""
        ...


_D = TypeVar("_D", bound=Done)


class DayState(StrEnum):
    """What a day of the calendar holds."""

    DONE = "done"  # at least one session to its end
    PARTLY = "partly"  # only sessions that ended early
    FLARE = "flare"  # in a flare-up, eased off, with or without a session
    MISSED = "missed"  # planned, over, and without a session
    REST = "rest"  # a day off: rest or sickness
    NONE = "none"
    OPEN = "open"  # today, with nothing done yet
    PLANNED = "planned"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Schedule:
    """On which days exercise is planned: weekdays (Monday is 0) from a day on, less the pauses.

    Without weekdays, or before ``since``, nothing is planned and so nothing can be missed.
    """

    weekdays: frozenset[int] = frozenset()
    since: date | None = None
    pauses: tuple[Pause, ...] = ()

    def pause_on(self, day: date) -> PauseKind | None:
        """Return why nothing is planned on a day; a flare-up outweighs rest and sickness."""
        if not self.pauses:
            return None
        kinds = {pause.kind for pause in self.pauses if pause.covers(day)}
        ranked = (PauseKind.FLARE, PauseKind.SICKNESS, PauseKind.REST)
        return next((kind for kind in ranked if kind in kinds), None)

    def plans(self, day: date) -> bool:
        """Tell whether exercise is planned on a day."""
        begun = self.since is not None and day >= self.since
        return begun and day.weekday() in self.weekdays and self.pause_on(day) is None


NO_SCHEDULE = Schedule()


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day: what it holds, in how many sessions, and how many minutes in all."""

    day: date
    state: DayState
    sessions: int = 0
    minutes: int = 0
    planned: bool = False

    @property
    def is_over(self) -> bool:
        """Tell whether nothing can change any more: it is past, or something was done."""
        return self.state not in (DayState.OPEN, DayState.PLANNED, DayState.AHEAD)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, from the one on which weeks begin where the person lives."""

    days: tuple[CalendarDay, ...]

    @property
    def first_day(self) -> date:
        """The first day."""
        return self.days[0].day

    @property
    def days_done(self) -> int:
        """How many days hold a session, whole or in part."""
        return sum(day.sessions > 0 for day in self.days)

    @property
    def days_planned(self) -> int:
        """How many days of the week, over or still to come, are planned."""
        return sum(day.planned for day in self.days)

    @property
    def sessions(self) -> int:
        """How many sessions the week holds."""
        return sum(day.sessions for day in self.days)

    @property
    def minutes(self) -> int:
        """How many minutes of exercise the week holds."""
        return sum(day.minutes for day in self.days)


def counted(sessions: Sequence[_D]) -> tuple[_D, ...]:
    """Return the sessions in which something was done: a repetition, or the way to the end."""
    completed = SessionStatus.COMPLETED
    return tuple(each for each in sessions if each.rep_count or each.status is completed)


def days_with_exercise(sessions: Sequence[Done]) -> dict[date, CalendarDay]:
    """Return the days that hold a counted session, by local date, in order."""
    by_day: dict[date, list[Done]] = {}
    for session in counted(sessions):
        by_day.setdefault(session.local_date, []).append(session)
    return {day: _day(day, by_day[day]) for day in sorted(by_day)}


def weeks(
    sessions: Sequence[Done], today: date, count: int, schedule: Schedule = NO_SCHEDULE
) -> tuple[Week, ...]:
    """Return ``count`` weeks, the oldest first, the last of them the week of ``today``."""
    done = days_with_exercise(sessions)
    last = week_start(today)
    return tuple(
        _week(last - timedelta(weeks=back), today, done, schedule)
        for back in reversed(range(count))
    )


def current_week(sessions: Sequence[Done], today: date, schedule: Schedule = NO_SCHEDULE) -> Week:
    """Return the week that ``today`` lies in."""
    return weeks(sessions, today, 1, schedule)[0]


def weeks_in_a_row(begins: frozenset[date], today: date, schedule: Schedule = NO_SCHEDULE) -> int:
    """Count the weeks with exercise without a break, from the first days of all of them.

    This week counts but cannot break the row, and a week that a pause touches does not break it.
    """
    first = week_start(today)
    row = 1 if first in begins else 0
    oldest = min(begins, default=first)
    while (first := first - timedelta(weeks=1)) >= oldest:
        if first in begins:
            row += 1
        elif not _paused(first, schedule):
            break
    return row


def week_starts_of(sessions: Sequence[Done]) -> frozenset[date]:
    """Return the first days of all weeks with exercise."""
    return frozenset(week_start(day) for day in days_with_exercise(sessions))


def day_words(day: CalendarDay, *, is_today: bool) -> str:
    """Say one day aloud, for example ``Thursday 19 November 2026: done, 11 minutes``."""
    name = weekday_and_date(weekday_word(day.day), date_in_words(day.day))
    name = tr("Today, {date}", date=name) if is_today else name
    return f"{name}: {_state_words(day)}"


_DAY = "day"  # the context of what a day is called
_STATE_WORDS = {
    DayState.DONE: mark("done", "day"),
    DayState.PARTLY: mark("partly done", "day"),
    DayState.NONE: mark("no session", "day"),
    DayState.REST: mark("day off", "day"),
    DayState.OPEN: mark("still open", "day"),
    DayState.AHEAD: mark("still to come", "day"),
    DayState.PLANNED: mark("planned", "day"),
    DayState.MISSED: mark("planned, no session", "day"),
    DayState.FLARE: mark("flare-up, eased off", "day"),
}


def _state_words(day: CalendarDay) -> str:
    state = tr(_STATE_WORDS[day.state], _DAY)
    if day.sessions == 0:
        return state
    minutes = plural("{n} minute", "{n} minutes", day.minutes)
    if day.sessions == 1:
        return f"{state}, {minutes}"
    sessions = plural("{n} session", "{n} sessions", day.sessions)
    return tr("{state}, {minutes} in {sessions}", state=state, minutes=minutes, sessions=sessions)


def _day(day: date, sessions: list[Done]) -> CalendarDay:
    whole = any(session.status is SessionStatus.COMPLETED for session in sessions)
    minutes = sum(session.minutes for session in sessions)
    state = DayState.DONE if whole else DayState.PARTLY
    return CalendarDay(day, state, len(sessions), minutes)


def _week(first: date, today: date, done: dict[date, CalendarDay], schedule: Schedule) -> Week:
    days = (first + timedelta(days=offset) for offset in range(7))
    return Week(tuple(_scheduled(day, today, done.get(day), schedule) for day in days))


def _scheduled(day: date, today: date, done: CalendarDay | None, schedule: Schedule) -> CalendarDay:
    planned, pause = schedule.plans(day), schedule.pause_on(day)
    # a day on which nothing would have been planned anyway is a day off, flare-up or not
    usual = not schedule.weekdays or day.weekday() in schedule.weekdays
    flare = pause is PauseKind.FLARE and day <= today and (usual or done is not None)
    if done is not None:
        state = DayState.FLARE if flare else done.state
        return replace(done, state=state, planned=planned)
    if flare:
        return CalendarDay(day, DayState.FLARE)
    if pause is not None:
        return CalendarDay(day, DayState.REST)
    return CalendarDay(day, _empty(day, today, planned=planned), planned=planned)


def _empty(day: date, today: date, *, planned: bool) -> DayState:
    if day == today:
        return DayState.OPEN
    if day > today:
        return DayState.PLANNED if planned else DayState.AHEAD
    return DayState.MISSED if planned else DayState.NONE


def _paused(first: date, schedule: Schedule) -> bool:
    last = first + timedelta(days=6)
    return any(
        pause.first_day <= last and (pause.last_day is None or pause.last_day >= first)
        for pause in schedule.pauses
    )
