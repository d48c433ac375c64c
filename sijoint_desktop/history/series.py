"""Turns sessions into the pain line of a chart, and into one sentence about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median, median_low

from sijoint_desktop.core.dates import date_in_words, month_word, weekday_word
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.records import SessionRecord

AWAY_DAYS = 7  # more than this without a score breaks the line; rest days are joined
MOST_POINTS = 500  # thick antialiased lines take seconds to draw above this
USUAL_SCORES = 7  # the usual pain is the median of this many scores, the newest among them
MEANINGFUL_CHANGE = 2  # points of 10; Ostelo 2008 consensus for low back pain, CLINICAL section h


class Range(StrEnum):
    """How far back a chart goes."""

    TWO_WEEKS = "2 weeks"
    THREE_MONTHS = "3 months"
    YEAR = "1 year"
    ALL = "All"

    @property
    def days(self) -> int | None:
        """The number of days with today among them, or None for all there are."""
        return {"2 weeks": 14, "3 months": 92, "1 year": 366}.get(self.value)


class Period(StrEnum):
    """What one point stands for."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class PainPoint:
    """The pain around one session, 0-10 or None where not answered.

    A point of a week or month carries the medians of its sessions and the first day of it.

    ``local_s`` is the place on a time axis: seconds from 1970 to the start as the person's own
    clock showed it, so that a day is always 86,400 s wide.
    """

    session_id: SessionId
    local_date: date
    local_s: float
    before: int | None
    after: int | None
    routine_name: str
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


def day_start_s(day: date) -> float:
    """Return the place of a local midnight on the time axis, in seconds."""
    return (day - date(1970, 1, 1)).days * 86400.0


def within(
    sessions: Sequence[SessionRecord], span: Range, today: date
) -> tuple[SessionRecord, ...]:
    """Return the sessions of the span that ends with ``today``."""
    if span.days is None:
        return tuple(sessions)
    first = today - timedelta(days=span.days - 1)
    return tuple(session for session in sessions if session.local_date >= first)


def pain_points(sessions: Sequence[SessionRecord]) -> tuple[PainPoint, ...]:
    """Return a point for each session with a pain score, in the order of the time axis."""
    points = (_point(session) for session in sessions)
    scored = [point for point in points if point.before is not None or point.after is not None]
    return tuple(sorted(scored, key=lambda point: (point.local_s, point.session_id)))


def thinned(points: Sequence[PainPoint], most: int = MOST_POINTS) -> tuple[PainPoint, ...]:
    """Return the points themselves, or those of weeks or months where they are too many to see."""
    if len(points) <= most:
        return tuple(points)
    by_week = _grouped(points, Period.WEEK)
    return by_week if len(by_week) <= most else _grouped(points, Period.MONTH)


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


def pain_sentence(points: Sequence[PainPoint]) -> str:
    """Say in plain words how pain before sessions went; an empty string where nothing is known."""
    change = pain_change(points)
    if change is None:
        scores = [point.before for point in points if point.before is not None]
        return f"Your pain before your session was {scores[0]}." if scores else ""
    first, last = change
    if first == last:
        return f"Your pain before sessions stayed at {first}."
    moved = f"Your pain before sessions went from {first} {'down' if last < first else 'up'} to "
    chance = "" if abs(last - first) >= MEANINGFUL_CHANGE else "A change of 1 can be chance. "
    return f"{moved}{last}. {chance}A change of {MEANINGFUL_CHANGE} or more is likely to matter."


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
        return "Pain after a session is usually the same as before."
    size = f"{abs(usual):g}"
    return f"Pain after a session is usually {size} {'lower' if usual < 0 else 'higher'}."


def point_words(point: PainPoint) -> str:
    """Return the scores of one point, for example ``Before 2, after 1``."""
    if point.before is None:
        return f"After {point.after}"
    return f"Before {point.before}" + ("" if point.after is None else f", after {point.after}")


def point_day_words(point: PainPoint) -> str:
    """Return when a point was: ``Thu 5 November 2026``, ``Week of 2 November 2026`` or a month."""
    day = point.local_date
    if point.period is Period.MONTH:
        return f"{month_word(day)} {day.year}"
    words = date_in_words(day)
    return f"Week of {words}" if point.period is Period.WEEK else f"{weekday_word(day)[:3]} {words}"


def _grouped(points: Sequence[PainPoint], period: Period) -> tuple[PainPoint, ...]:
    groups: dict[date, list[PainPoint]] = {}
    for point in points:
        day = point.local_date
        week = day - timedelta(days=day.weekday())
        groups.setdefault(week if period is Period.WEEK else day.replace(day=1), []).append(point)
    return tuple(
        replace(
            group[len(group) // 2],
            local_date=first,
            before=_middle([point.before for point in group]),
            after=_middle([point.after for point in group]),
            period=period,
        )
        for first, group in groups.items()
    )


def _middle(scores: list[int | None]) -> int | None:
    known = [score for score in scores if score is not None]
    return median_low(known) if known else None


def _point(session: SessionRecord) -> PainPoint:
    local = session.local_start.replace(tzinfo=UTC)
    return PainPoint(
        session_id=session.id,
        local_date=session.local_date,
        local_s=local.timestamp(),
        before=session.nrs_before,
        after=session.nrs_after,
        routine_name=session.routine_name,
    )


def _is_gap(one: PainPoint, other: PainPoint) -> bool:
    # the next week begins 7 days later, the next month at most 31
    allowed = {Period.SESSION: AWAY_DAYS, Period.WEEK: AWAY_DAYS, Period.MONTH: 31}[one.period]
    return (other.local_date - one.local_date).days > allowed


def _medians(run: list[PainPoint]) -> list[UsualPain]:
    scores = [point.before for point in run if point.before is not None]
    return [
        UsualPain(point.local_s, median(scores[max(0, place + 1 - USUAL_SCORES) : place + 1]))
        for place, point in enumerate(run)
    ]
