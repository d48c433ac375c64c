"""Knows where days lie on the axis of a chart, and which dates to write below it."""

from collections.abc import Iterator
from datetime import date, timedelta

from sijoint_desktop.core.dates import (
    month_and_year,
    month_word,
    short_date,
    short_month,
    week_start,
)
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.picture import DAY_S

_EPOCH = date(1970, 1, 1)
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)


def date_ticks(first: date, last: date, most: int) -> tuple[tuple[date, str], ...]:
    """Return at most ``most`` dates from ``first`` to ``last``, both included, with their words.

    Days up to about two months, then the first days of months, then of years; ``most`` is at
    least 2.
    """
    if (last - first).days <= 62:
        for step in _DAY_STEPS:
            days = tuple(_days(first, last, step))
            if len(days) <= most:
                return tuple((day, short_date(day)) for day in days)
    for step in _MONTH_STEPS:
        months = tuple(_months(first, last, step))
        if len(months) <= most:
            break
    return tuple((day, _month_words(day, step, crowded=len(months) > 4)) for day in months)


def place_ticks(start: float, end: float, most: int) -> tuple[tuple[float, str], ...]:
    """Return the dates of ``date_ticks`` between two places on the time axis, by their place."""
    first, last = day_at(start), day_at(end - 1)
    return tuple(
        (day_start_s(day), word)
        for day, word in date_ticks(first, last, most)
        if day_start_s(day) >= start
    )


def day_start_s(day: date) -> float:
    """Return the place of a local midnight on the time axis, in seconds."""
    return (day - _EPOCH).days * DAY_S


def day_at(place: float) -> date:
    """Return the day that a place on the time axis lies in."""
    return _EPOCH + timedelta(days=place // DAY_S)


def _days(first: date, last: date, step: int) -> Iterator[date]:
    day = first
    if step >= 7 and day != week_start(day):
        day = week_start(day) + timedelta(weeks=1)
    while day <= last:
        yield day
        day += timedelta(days=step)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    number += -number % step
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        yield day
        number += step


def _month_words(day: date, step: int, *, crowded: bool) -> str:
    if step >= 12:
        return str(day.year)
    if day.month > 1:
        return short_month(day) if crowded else month_word(day)
    if crowded:
        return tr("{month} {year}", "short", month=short_month(day), year=day.year)
    return month_and_year(day)
