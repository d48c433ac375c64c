"""What in the course of a plan a clinician should hear of before it goes on; clinical brief d."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from sijoint_desktop.core.language import number, tr
from sijoint_desktop.routine.course import Course, Reason, RuleId
from sijoint_desktop.routine.response import Zone

RED_WINDOW_DAYS = 7
NOT_WORKING_DAYS = 42
MEANINGFUL_POINTS = 2
MEANINGFUL_SHARE = 0.30
"""What a change must reach in six weeks to count (Ostelo 2008): 2 points, or 30 %."""

_WEEK = timedelta(days=7)


def alarms(course: Course, today: date) -> Iterator[Reason]:
    """Yield every reason to see a clinician that no clearance has answered yet.

    The week before the plan counts as well: a new plan does not wipe out what led to it.
    """
    since = course.circumstances.plan_since - _WEEK
    recent = [r for r in course.since_clearance if r.day >= since]
    red = [r for r in recent if r.zone is Zone.RED]
    for first, later in pairwise(red):
        if (later.day - first.day).days <= RED_WINDOW_DAYS:
            words = tr("Two sessions within 7 days hurt too much.")
            yield Reason(RuleId.TWO_RED, words, (first.id, later.id))
            break
    for r in recent:
        if r.lasted:
            words = tr("Your pain was still up 48 hours after a session.")
            yield Reason(RuleId.LASTED, words, (r.id,))
        if r.woke:
            words = tr("Pain woke you in the night after a session.")
            yield Reason(RuleId.WOKE, words, (r.id,))
    yield from _not_working(course, today)


def change_in_pain(course: Course, today: date) -> tuple[float, float] | None:
    """Return the usual pain of the first week and that of the last one, or None while unknown."""
    since = course.circumstances.measured_from
    if today - since < _WEEK:
        return None
    first = [r.nrs for r in course.readings if since <= r.day < since + _WEEK]
    last = [r.nrs for r in course.readings if today - _WEEK < r.day <= today]
    return (median(first), median(last)) if first and last else None


def matters(before: float, now: float) -> bool:
    """Tell whether pain fell by so much that it is likely to matter."""
    fall = before - now
    return fall >= MEANINGFUL_POINTS or fall >= MEANINGFUL_SHARE * before > 0


def _not_working(course: Course, today: date) -> Iterator[Reason]:
    change = change_in_pain(course, today)
    if change is None or (today - course.circumstances.measured_from).days < NOT_WORKING_DAYS:
        return
    before, now = change
    if before > 0 and not matters(before, now):
        words = tr(
            "After six weeks your usual pain is {now}; it was {before}. That is too little change "
            "to carry on alone.",
            now=number(now),
            before=number(before),
        )
        yield Reason(RuleId.NOT_WORKING, words)
