"""Makes the chart of days with exercise against days planned, week by week."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from sijoint_desktop.core.language import number, plural, tr
from sijoint_desktop.history.consistency import Week
from sijoint_desktop.history.picture import DAY_S, Bars, Detail, Picture, Sign, Stop, Table, level
from sijoint_desktop.history.series import Period, first_of, period_words
from sijoint_desktop.history.time_axis import day_start_s

_MOST_WEEKS_DAYS = 800.0  # more bars than that would be thinner than their gaps
_SHARE = 0.7  # of its week or month that a bar is wide


def weekly_picture(weeks: Sequence[Week]) -> Picture:
    """Return the chart of weeks, the oldest first; there is at least one."""
    first, last = weeks[0].first_day, weeks[-1].first_day + timedelta(days=7)
    planned = any(week.days_planned for week in weeks)
    legend = [(Sign.SOLID, tr("Days with exercise"))]
    if planned:
        legend.append((Sign.OUTLINE, tr("Days planned")))
    return Picture(
        title=tr("Days in a week"),
        sentence=weekly_sentence(weeks),
        start=day_start_s(first),
        end=day_start_s(last),
        levels=(
            level(partial(_weeks_detail, weeks), _MOST_WEEKS_DAYS),
            level(partial(_months_detail, weeks)),
        ),
        table=lambda: _table(weeks),
        top=7.0,
        step=1.0,
        legend=tuple(legend),
    )


def weekly_sentence(weeks: Sequence[Week]) -> str:
    """Say on how many days there was exercise, of how many planned ones that are over."""
    done = sum(week.days_done for week in weeks)
    if not done:
        return tr("No days with exercise in this time.")
    words = plural(
        "{n} day with exercise, {average} a week on average.",
        "{n} days with exercise, {average} a week on average.",
        done,
        average=number(round(done / len(weeks), 1)),
    )
    over, kept = planned_days(weeks)
    if not over:
        return words
    planned = tr("Of {over} planned days that are over, {kept} had exercise.", over=over, kept=kept)
    return f"{words} {planned}"


def planned_days(weeks: Sequence[Week]) -> tuple[int, int]:
    """Return how many planned days are over, today only once it is done, and how many were kept."""
    over = [day for week in weeks for day in week.days if day.planned and day.is_over]
    return len(over), sum(day.sessions > 0 for day in over)


def _weeks_detail(weeks: Sequence[Week]) -> Detail:
    return _detail([((week,), week.first_day, 7.0) for week in weeks], Period.WEEK)


def _months_detail(weeks: Sequence[Week]) -> Detail:
    months: dict[date, list[Week]] = {}
    for week in weeks:
        months.setdefault(first_of(Period.MONTH, week.first_day), []).append(week)
    return _detail(
        [(tuple(found), month, Period.MONTH.days) for month, found in months.items()], Period.MONTH
    )


def _detail(times: Sequence[tuple[tuple[Week, ...], date, float]], period: Period) -> Detail:
    xs = tuple(day_start_s(first) + days * DAY_S / 2 for _weeks, first, days in times)
    width = times[0][2] * DAY_S * _SHARE
    low = (0.0,) * len(xs)
    done = tuple(sum(w.days_done for w in weeks) / len(weeks) for weeks, _first, _days in times)
    plan = tuple(sum(w.days_planned for w in weeks) / len(weeks) for weeks, _first, _days in times)
    stops = tuple(
        Stop(x, high, period_words(period, first), partial(_words, weeks))
        for x, high, (weeks, first, _days) in zip(xs, done, times, strict=True)
    )
    bars = [Bars(xs, low, done, Sign.SOLID, width)]
    if any(plan):
        bars.append(Bars(xs, low, plan, Sign.OUTLINE, width))
    return Detail(bars=tuple(bars), stops=stops)


def _words(weeks: Sequence[Week]) -> str:
    count = len(weeks)
    done = sum(week.days_done for week in weeks) / count
    planned = sum(week.days_planned for week in weeks) / count
    many = 1 if done == 1 else 2  # a part of a day is said as several are
    if planned and count > 1:
        return plural(
            "{done} day with exercise of {planned} planned a week",
            "{done} days with exercise of {planned} planned a week",
            many,
            done=_about(done),
            planned=_about(planned),
        )
    if planned:
        return plural(
            "{done} day with exercise of {planned} planned",
            "{done} days with exercise of {planned} planned",
            many,
            done=_about(done),
            planned=_about(planned),
        )
    if count > 1:
        return plural(
            "{done} day with exercise a week",
            "{done} days with exercise a week",
            many,
            done=_about(done),
        )
    return plural("{n} day with exercise", "{n} days with exercise", round(done))


def _about(days: float) -> str:
    return number(float(f"{days:.2g}"))


def _table(weeks: Sequence[Week]) -> Table:
    rows = tuple(
        (week.first_day, week.days_done, week.days_planned, week.sessions, week.minutes)
        for week in reversed(weeks)
    )
    headings = (tr("Week of"), tr("Days done"), tr("Days planned"), tr("Sessions"), tr("Minutes"))
    return Table(headings, rows)
