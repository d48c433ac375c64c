"""Reads what the History page shows of one span of time, no more of it than is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sijoint_desktop.core.dates import month_word, week_start
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.history.consistency import (
    DayState,
    Schedule,
    Week,
    days_with_exercise,
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
    Range.TWO_WEEKS: mark("In the last 2 weeks"),
    Range.THREE_MONTHS: mark("In the last 3 months"),
    Range.YEAR: mark("In the last year"),
    Range.ALL: mark("Since you began"),
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
        count = (week_start(self.today) - week_start(self.first)).days // 7 + 1
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
    year_first = week_start(today) - timedelta(weeks=CALENDAR_WEEKS - 1)
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
    begins = ledger.week_starts(week_start(today) - timedelta(weeks=MOST_WEEKS_IN_A_ROW), today)
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
        row=weeks_in_a_row(begins, today, schedule),
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
    below = tr(_SPAN_WORDS[seen.span])
    if seen.row >= 2:
        below = f"{below}, {plural('{n} week in a row', '{n} weeks in a row', seen.row)}"
    if over:
        yield Fact(_of(kept, over), tr("planned days done"), below)
    else:
        words = plural("day with exercise", "days with exercise", done)
        yield Fact(str(done), words, below)
    yield _this_week(seen.year[-1])
    flares = [
        pause
        for pause in seen.told.happenings.pauses
        if pause.kind is PauseKind.FLARE and pause.first_day <= seen.today
    ]
    if flares:
        month = month_word(flares[-1].first_day)
        words = plural(
            "flare-up, in {month}", "flare-ups, the last in {month}", len(flares), month=month
        )
        yield Fact(str(len(flares)), words, _settled(flares[-1]))


def _this_week(week: Week) -> Fact:
    is_open = any(day.state is DayState.OPEN for day in week.days)
    below = tr("Today is still open") if is_open else tr("Today is done")
    done, planned = week.days_done, week.days_planned
    words = plural("day this week", "days this week", planned or done)
    return Fact(_of(done, planned) if planned else str(done), words, below)


def _of(done: int, planned: int) -> str:
    return tr("{done} of {planned}", done=done, planned=planned)


def _settled(pause: Pause) -> str:
    if pause.last_day is None:
        return tr("Not over yet")
    days = (pause.last_day - pause.first_day).days + 1
    return plural("Settled after {n} day", "Settled after {n} days", days)
