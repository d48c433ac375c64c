"""Turns pain scores into points, a moving median and gaps, and into sentences about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from math import inf
from statistics import mean, median, median_low

from sijoint_desktop.core.dates import (
    date_in_words,
    month_and_year,
    short_weekday,
    week_start,
    weekday_and_date,
)
from sijoint_desktop.core.language import mark, number, plural, tr
from sijoint_desktop.history.ledger import SessionLine
from sijoint_desktop.routine.alarms import MEANINGFUL_POINTS, MEANINGFUL_SHARE

AWAY_DAYS = 7  # more than this without a score breaks the line; rest days are joined
USUAL_SCORES = 7  # the usual pain is the median of this many scores, the newest among them
LEAST_CHANGE = 1.0  # people answer in whole points


class Range(StrEnum):
    """How far back a chart goes."""

    TWO_WEEKS = "two_weeks"
    THREE_MONTHS = "three_months"
    YEAR = "year"
    ALL = "all"

    @property
    def days(self) -> int | None:
        """The number of days with today among them, or None for all there are."""
        return {"two_weeks": 14, "three_months": 92, "year": 366}.get(self.value)

    @property
    def words(self) -> str:
        """What a person chooses it by."""
        return tr(_RANGE_WORDS[self], _TIME)


_TIME = "time shown"
_RANGE_WORDS = {
    Range.TWO_WEEKS: mark("2 weeks", "time shown"),
    Range.THREE_MONTHS: mark("3 months", "time shown"),
    Range.YEAR: mark("1 year", "time shown"),
    Range.ALL: mark("All", "time shown"),
}


class Period(StrEnum):
    """What one point stands for."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    @property
    def days(self) -> float:
        """How many days it is wide; those of a month or a year on average."""
        return {"session": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[self.value]

    @property
    def most_days(self) -> float:
        """The most days in sight at which it is drawn: long lines are slow to move along."""
        return {"session": 190.0, "week": 800.0, "month": 12_000.0, "year": inf}[self.value]


@dataclass(frozen=True, slots=True)
class PainPoint:
    """The pain around one session, 0-10 or None where not answered.

    A point of a longer period carries the medians of its sessions and the first day of it.
    """

    local_date: date
    local_s: float
    before: int | None
    worst: int | None
    after: int | None
    period: Period = Period.SESSION


@dataclass(frozen=True, slots=True)
class UsualPain:
    """The moving median of pain before sessions at one moment of the axis."""

    local_s: float
    value: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without scores that is long enough to break the line."""

    start_s: float
    end_s: float


def first_of(period: Period, day: date) -> date:
    """Return the first day of the week, month or year of a day, or the day itself."""
    if period is Period.YEAR:
        return day.replace(month=1, day=1)
    if period is Period.MONTH:
        return day.replace(day=1)
    return week_start(day) if period is Period.WEEK else day


def first_day(span: Range, today: date) -> date | None:
    """Return the first day of the span that ends with ``today``; None for all there are."""
    return None if span.days is None else today - timedelta(days=span.days - 1)


def pain_points(lines: Iterable[SessionLine]) -> tuple[PainPoint, ...]:
    """Return a point for each session with a pain score, in the order of the time axis."""
    points = [
        PainPoint(line.local_date, line.local_s, line.nrs_before, line.nrs_worst, line.nrs_after)
        for line in lines
        if (line.nrs_before, line.nrs_worst, line.nrs_after) != (None, None, None)
    ]
    return tuple(sorted(points, key=_place))


def grouped(points: Sequence[PainPoint], period: Period) -> tuple[PainPoint, ...]:
    """Return a point for each week, month or year, with the medians of its sessions."""
    if period is Period.SESSION:
        return tuple(points)
    groups: dict[date, list[PainPoint]] = {}
    for point in points:
        groups.setdefault(first_of(period, point.local_date), []).append(point)
    return tuple(
        PainPoint(
            first,
            group[len(group) // 2].local_s,
            before=middle(point.before for point in group),
            worst=middle(point.worst for point in group),
            after=middle(point.after for point in group),
            period=period,
        )
        for first, group in groups.items()
    )


def usual_pain(points: Sequence[PainPoint]) -> tuple[tuple[UsualPain, ...], ...]:
    """Return the moving median of pain before sessions, a run for each unbroken time.

    Each value is the median of up to ``USUAL_SCORES`` scores of its own run, up to its moment: what
    came later never changes it, and what lies before a gap does not reach across.
    """
    runs: list[list[PainPoint]] = []
    for point in points:
        if point.before is None:
            continue
        if runs and not _is_gap(runs[-1][-1], point):
            runs[-1].append(point)
        else:
            runs.append([point])
    return tuple(tuple(_medians(run)) for run in runs)


def gaps(points: Sequence[PainPoint]) -> tuple[Gap, ...]:
    """Return the times between neighbouring scores that break the line."""
    scored = [point for point in points if point.before is not None]
    return tuple(
        Gap(one.local_s, other.local_s) for one, other in pairwise(scored) if _is_gap(one, other)
    )


def pain_change(points: Sequence[PainPoint]) -> tuple[int, int] | None:
    """Return pain before sessions at the start and at the end of the points, 0-10.

    From six scores on each is the median of three, so that one bad day decides nothing; with fewer
    it is the first and the last score. Fewer than two scores give None.
    """
    scores = [point.before for point in points if point.before is not None]
    if len(scores) < 2:
        return None
    count = 3 if len(scores) >= 6 else 1
    return int(median(scores[:count])), int(median(scores[-count:]))


def chance_band(points: Sequence[PainPoint]) -> tuple[float, float] | None:
    """Return the scores around the start that a change has to leave before it matters.

    A change matters from 2 points or 30 % of the start, whichever is less, and at least 1 point.
    None where fewer than two scores are known.
    """
    change = pain_change(points)
    if change is None:
        return None
    start = change[0]
    reach = max(LEAST_CHANGE, min(MEANINGFUL_POINTS, MEANINGFUL_SHARE * start))
    return max(0.0, start - reach), min(10.0, start + reach)


def pain_sentence(points: Sequence[PainPoint]) -> str:
    """Say in plain words how pain before sessions went; an empty string where nothing is known."""
    change = pain_change(points)
    if change is None:
        scores = [point.before for point in points if point.before is not None]
        return tr("Your pain before your session was {nrs}.", nrs=scores[0]) if scores else ""
    first, last = change
    if first == last:
        return tr("Your pain before sessions stayed at {nrs}.", nrs=first)
    if last < first:
        moved = tr("Your pain before sessions went from {first} down to {last}.")
    else:
        moved = tr("Your pain before sessions went from {first} up to {last}.")
    moved = moved.format(first=first, last=last)
    chance = tr("A change of 1 can be chance.") if abs(last - first) < MEANINGFUL_POINTS else ""
    matters = tr("A change of {points} or more is likely to matter.", points=MEANINGFUL_POINTS)
    return " ".join(filter(None, (moved, chance, matters)))


def average_sentence(points: Sequence[PainPoint]) -> str:
    """Say how the average pain after sessions moved; empty below four scores.

    The first and the last scores are compared, up to ``USUAL_SCORES`` each, and none is in both.
    """
    scored = [point for point in points if point.after is not None]
    count = min(USUAL_SCORES, len(scored) // 2)
    if count < 2:
        return ""
    averages = [
        round(mean(point.after for point in part if point.after is not None), 1)
        for part in (scored[:count], scored[-count:])
    ]
    first, last = averages
    time = _how_long((scored[-1].local_date - scored[0].local_date).days)
    if first == last:
        words = tr("Average pain after sessions stayed at {first} over {time}.")
    elif last < first:
        words = tr(
            "Average pain after sessions fell from {first} to {last} over {time}; "
            "a change of {points} or more is likely to matter."
        )
    else:
        words = tr(
            "Average pain after sessions rose from {first} to {last} over {time}; "
            "a change of {points} or more is likely to matter."
        )
    ends = {"first": number(first), "last": number(last)}
    return words.format(**ends, time=time, points=MEANINGFUL_POINTS)


def after_sentence(points: Sequence[PainPoint]) -> str:
    """Say how pain after a session usually compares with before; empty below three pairs."""
    steps = [
        point.after - point.before
        for point in points
        if point.before is not None and point.after is not None
    ]
    if len(steps) < 3:
        return ""
    usual = median(steps)
    if usual == 0:
        return tr("Pain after a session is usually the same as before.")
    size = number(abs(usual))
    if usual < 0:
        return tr("Pain after a session is usually {points} lower.", points=size)
    return tr("Pain after a session is usually {points} higher.", points=size)


def period_words(period: Period, day: date) -> str:
    """Return when a point was: ``Thu 5 November 2026``, or a week, month or year in words."""
    if period is Period.YEAR:
        return str(day.year)
    if period is Period.MONTH:
        return month_and_year(day)
    words = date_in_words(day)
    if period is Period.WEEK:
        return tr("Week of {date}", date=words)
    return weekday_and_date(short_weekday(day), words)


def middle(scores: Iterable[int | None]) -> int | None:
    """Return the median of the known scores, the lower of two; None where none is known."""
    known = [score for score in scores if score is not None]
    return median_low(known) if known else None


def _how_long(days: int) -> str:
    if days < 14:
        return plural("{n} day", "{n} days", max(1, days))
    if days < 7 * 26:
        return plural("{n} week", "{n} weeks", round(days / 7))
    if days < 2 * 365:
        return plural("{n} month", "{n} months", round(days / 30.44))
    return plural("{n} year", "{n} years", round(days / 365.25))


def _place(point: PainPoint) -> tuple[float, list[int]]:
    scores = (point.before, point.worst, point.after)
    return point.local_s, [-1 if nrs is None else nrs for nrs in scores]


def _is_gap(one: PainPoint, other: PainPoint) -> bool:
    # the next week begins 7 days later, the next month at most 31, the next year at most 366
    neighbours = {Period.MONTH: 31, Period.YEAR: 366}.get(one.period, AWAY_DAYS)
    return (other.local_date - one.local_date).days > neighbours


def _medians(run: list[PainPoint]) -> list[UsualPain]:
    scores = [point.before for point in run if point.before is not None]
    return [
        UsualPain(point.local_s, median(scores[max(0, place + 1 - USUAL_SCORES) : place + 1]))
        for place, point in enumerate(run)
    ]
