"""Dates in the words of the program, whatever language the computer speaks."""

from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def month_word(day: date) -> str:
    """Return the month, such as "November"."""
    return _MONTHS[day.month - 1]


def short_month(day: date) -> str:
    """Return the month in three letters, such as "Nov"."""
    return month_word(day)[:3]


def weekday_word(day: date) -> str:
    """Return the day of the week, such as "Thursday"."""
    return _WEEKDAYS[day.weekday()]


def date_in_words(day: date) -> str:
    """Return a date such as "26 November 2026"."""
    return f"{day.day} {month_word(day)} {day.year}"
