"""Dates and times as the language in use and the person's country write them."""

from datetime import date, datetime, time, timedelta

from sijoint_desktop.core.language import habits, mark, tr

_SHORT = "short"  # the context of words that are cut short
_WEEKDAYS = (
    *(mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday")),
    *(mark("Friday"), mark("Saturday"), mark("Sunday")),
)
_SHORT_WEEKDAYS = (
    *(mark("Mon", "short"), mark("Tue", "short"), mark("Wed", "short"), mark("Thu", "short")),
    *(mark("Fri", "short"), mark("Sat", "short"), mark("Sun", "short")),
)
_MONTHS = (
    *(mark("January"), mark("February"), mark("March"), mark("April"), mark("May")),
    *(mark("June"), mark("July"), mark("August"), mark("September"), mark("October")),
    *(mark("November"), mark("December")),
)
_SHORT_MONTHS = (
    *(mark("Jan", "short"), mark("Feb", "short"), mark("Mar", "short"), mark("Apr", "short")),
    *(mark("May", "short"), mark("Jun", "short"), mark("Jul", "short"), mark("Aug", "short")),
    *(mark("Sep", "short"), mark("Oct", "short"), mark("Nov", "short"), mark("Dec", "short")),
)


def month_word(day: date) -> str:
    """Return the month, such as "November"."""
    return tr(_MONTHS[day.month - 1])


def short_month(day: date) -> str:
    """Return the month cut short, such as "Nov"."""
    return tr(_SHORT_MONTHS[day.month - 1], _SHORT)


def weekday_word(day: date) -> str:
    """Return the day of the week, such as "Thursday"."""
    return tr(_WEEKDAYS[day.weekday()])


def short_weekday(day: date) -> str:
    """Return the day of the week cut short, such as "Thu"."""
    return tr(_SHORT_WEEKDAYS[day.weekday()], _SHORT)


def date_in_words(day: date) -> str:
    """Return a date such as "26 November 2026"."""
    pattern = tr("{day} {month} {year}")
    if habits().month_first:
        pattern = tr("{month} {day}, {year}")
    return pattern.format(day=day.day, month=month_word(day), year=day.year)


def short_date(day: date) -> str:
    """Return a date of this year or a near one, such as "26 Nov"."""
    pattern = tr("{month} {day}") if habits().month_first else tr("{day} {month}", "short")
    return pattern.format(day=day.day, month=short_month(day))


def short_date_with_year(day: date) -> str:
    """Return a date that fits a table, such as "26 Nov 2026"."""
    return in_date_order(str(day.day), short_month(day), str(day.year))


def in_date_order(day: str, month: str, year: str) -> str:
    """Join the parts of a date that fits a table, or what stands for them."""
    pattern = tr("{day} {month} {year}", "short")
    if habits().month_first:
        pattern = tr("{month} {day}, {year}", "short")
    return pattern.format(day=day, month=month, year=year)


def weekday_and_date(weekday: str, day: str) -> str:
    """Join a day of the week and a date, both in words, such as "Thu 26 Nov 2026"."""
    return tr("{weekday} {date}", weekday=weekday, date=day)


def month_and_year(day: date) -> str:
    """Return the month with its year, such as "November 2026"."""
    return tr("{month} {year}", month=month_word(day), year=day.year)


def clock_words(at: time | datetime) -> str:
    """Return a time of day such as "14:05", or "2:05 pm" where the clock has twelve hours."""
    if not habits().half_day_clock:
        return f"{at:%H:%M}"
    clock = f"{at.hour % 12 or 12}:{at.minute:02}"
    return tr("{time} am", time=clock) if at.hour < 12 else tr("{time} pm", time=clock)


def week_start(day: date) -> date:
    """Return the first day of the week that a day is in, where the person lives."""
    return day - timedelta(days=(day.weekday() - habits().first_weekday) % 7)
