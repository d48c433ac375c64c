"""Reads what the History page shows of one span of time, no more of it than is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sijoint_desktop.core.dates import month_word
from sijoint_desktop.history.consistency import (
    DayState,
    Schedule,
    Week,
    days_with_exercise,
    monday_of,
    weeks,
    weeks_in_a_row,
)
from sijoint_desktop.history.entries import Pause, PauseKind
from sijoint_desktop.history.happenings import read_happenings
from sijoint_desktop.history.ledger import Ledger, SessionLine
from sijoint_desktop.history.pain import Told, told
from sijoint_desktop.history.series import Range, first_day
from sijoint_desktop.history.weekly import planned_days

CALENDAR_WEEKS = 53
MOST_WEEKS_IN_A_ROW = 520
"""No more weeks in a row are counted, so that opening stays as quick after decades."""

_LEAST_DAYS = 14  # a short history fills the width, but never looks busier than two weeks do
_SPAN_WORDS = {
    Range.TWO_WEEKS: "In the last 2 weeks",
    Range.THREE_MONTHS: "In the last 3 months",
    Range.YEAR: "In the last year",
    Range.ALL: "Since you began",
}


@dataclass(frozen=True, slots=True)
class Overview:
    """What was done and told from ``first`` to ``last``, and the year of weeks up to today.

    ``first`` is where charts begin, ``begun`` tells that anything was ever recorded. ``year`` holds
    weeks, the present one last; ``row`` counts those in a row.
    """

    span: Range
    today: date
    first: date
    last: date
    begun: bool
    lines: tuple[SessionLine, ...]
    told: Told
    schedule: Schedule
    year: tuple[Week, ...]
    row: int

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the span, the oldest first; there is at least one."""
        count = (monday_of(self.today) - monday_of(self.first)).days // 7 + 1
        return weeks(self.lines, self.today, count, self.schedule)


def read_overview(
    ledger: Ledger,
    span: Range,
    today: date,
    weekdays: frozenset[int] = frozenset(),
    planned_since: date | None = None,
) -> Overview:
    """Return the overview of the span that ends today; ``weekdays`` are planned (Monday is 0).

    Days before ``planned_since`` were not planned, so none of them was missed.
    Raises UserError as the ledger does.
    """
    year_first = monday_of(today) - timedelta(weeks=CALENDAR_WEEKS - 1)
    wanted = first_day(span, today) or ledger.first_day() or today
    read = ledger.lines(min(wanted, year_first), date.max)
    lines = tuple(line for line in read if line.local_date >= wanted)
    happenings = read_happenings(ledger, min(wanted, year_first), date.max)
    pain = told(lines, ledger.scores(wanted, date.max), happenings.since(wanted))
    days = [line.local_date for line in lines] + [score.local_date for score in pain.scores]
    latest = min(min(days, default=today), today - timedelta(days=_LEAST_DAYS - 1))
    begun = min((each.local_date for each in read), default=None)
    if begun is not None and planned_since is not None:
        begun = max(begun, planned_since)
    schedule = Schedule(weekdays, begun, happenings.pauses)
    mondays = ledger.mondays(monday_of(today) - timedelta(weeks=MOST_WEEKS_IN_A_ROW), today)
    return Overview(
        span=span,
        today=today,
        first=latest if span.days is None else max(latest, wanted),
        last=max(today, max(days, default=today)),
        begun=bool(read or days) or ledger.first_day() is not None,
        lines=lines,
        told=pain,
        schedule=schedule,
        year=weeks(read, today, CALENDAR_WEEKS, schedule),
        row=weeks_in_a_row(mondays, today, schedule),
    )


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that stands out, what it counts, and a line below."""

    number: str
    words: str
    below: str


def facts(seen: Overview) -> Iterator[Fact]:
    """Yield what is worth a number: days done in the span, this week, and flare-ups."""
    done = len(days_with_exercise(seen.lines))
    over, kept = planned_days(seen.weeks)
    row = "" if seen.row < 2 else f", {seen.row} weeks in a row"
    below = f"{_SPAN_WORDS[seen.span]}{row}"
    if over:
        yield Fact(f"{kept} of {over}", "planned days done", below)
    else:
        yield Fact(str(done), f"day{_s(done)} with exercise", below)
    week = seen.year[-1]
    is_open = any(day.state is DayState.OPEN for day in week.days)
    planned = f" of {week.days_planned}" if week.days_planned else ""
    yield Fact(
        f"{week.days_done}{planned}",
        f"day{_s(week.days_planned or week.days_done)} this week",
        "Today is still open" if is_open else "Today is done",
    )
    flares = [
        pause
        for pause in seen.told.happenings.pauses
        if pause.kind is PauseKind.FLARE and pause.first_day <= seen.today
    ]
    if flares:
        last = flares[-1]
        when = (
            f"the last in {month_word(last.first_day)}"
            if len(flares) > 1
            else (f"in {month_word(last.first_day)}")
        )
        yield Fact(str(len(flares)), f"flare-up{_s(len(flares))}, {when}", _settled(last))


def _settled(pause: Pause) -> str:
    if pause.last_day is None:
        return "Not over yet"
    days = (pause.last_day - pause.first_day).days + 1
    return f"Settled after {days} day{_s(days)}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
