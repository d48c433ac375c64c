"""Finds a flare-up that is not over yet, and what it leaves of the plan; clinical brief d."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from sijoint_desktop.core.language import number, tr
from sijoint_desktop.routine.course import Course, Decision, Reason, RuleId, Verdict
from sijoint_desktop.routine.response import Zone

FLARE_RISE = 3
FLARE_EASY_DAYS = 2
_USUAL_DAYS = timedelta(days=14)
_USUAL_READINGS = 3  # a flare-up is a rise over what is usual, and fewer readings show no usual


@dataclass(frozen=True, slots=True)
class Flare:
    """A flare-up: its first day, and in words how it became known."""

    day: date
    words: str


def flare_plan(course: Course, today: date) -> Decision | None:
    """Return two easy days, then half the dose; None where no flare-up stands."""
    flare = standing_flare(course, today)
    if flare is None:
        return None
    if (today - flare.day).days < FLARE_EASY_DAYS:
        easy = tr("Today is an easy day: calm breathing, small movements, short walks.")
        return Decision(Verdict.FLARE_EASY, (Reason(RuleId.FLARE, f"{flare.words} {easy}"),))
    half = tr("Half the dose is enough until one session is easy again.")
    return Decision(Verdict.FLARE_HALF, (Reason(RuleId.FLARE, f"{flare.words} {half}"),))


def standing_flare(course: Course, today: date) -> Flare | None:
    """Return the last flare-up, unless a session was easy again after its easy days."""
    flare = last_flare(course, today)
    over = flare is not None and any(
        r.zone is Zone.GREEN and r.settled and (r.day - flare.day).days >= FLARE_EASY_DAYS
        for r in course.responses
    )
    return None if over else flare


def last_flare(course: Course, today: date) -> Flare | None:
    """Return the last flare-up, whether it is over or not: what scores show or the person told."""
    words = tr("You said that it has flared up.")
    told = [Flare(day, words) for day in course.flares if day <= today]
    return max((*_rises(course, today), *told), key=lambda flare: flare.day, default=None)


def _rises(course: Course, today: date) -> Iterator[Flare]:
    readings = sorted(course.readings, key=lambda r: r.day)
    days = [r.day for r in readings]
    for reading in readings:
        if reading.day > today:
            return
        start = bisect_left(days, reading.day - _USUAL_DAYS)
        before = [r.nrs for r in readings[start : bisect_left(days, reading.day)]]
        if len(before) >= _USUAL_READINGS and reading.nrs - median(before) >= FLARE_RISE:
            usual = number(median(before))
            words = tr("Your pain rose from about {usual} to {nrs}.", usual=usual, nrs=reading.nrs)
            yield Flare(reading.day, words)
