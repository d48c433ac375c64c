"""What the Today page says about sessions and days, in words."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sijoint_desktop.app.progress import Review
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.core.dates import month_word, short_date, week_start, weekday_word
from sijoint_desktop.core.language import habits, mark, number, plural, tr
from sijoint_desktop.history.entries import Pause, PauseKind
from sijoint_desktop.history.records import SessionRecord, SessionStatus
from sijoint_desktop.routine.progression import REVIEW_DAYS

CHART_DAYS = 14
NIGHT_UNTIL = 4  # the hour


class DayMark(StrEnum):
    """How a day of this week stands."""

    DONE = "done"
    OPEN = "open"  # today, and planned
    PLANNED = "planned"  # one of the chosen days, still to come
    AHEAD = "ahead"  # any day will do
    FREE = "free"
    NOTHING = "nothing"  # a planned day that has gone by
    PAUSED = "paused"


_DAY = "day"  # the context of the words for a day
_MARK_WORDS = {
    DayMark.DONE: mark("done", "day"),
    DayMark.OPEN: mark("still open", "day"),
    DayMark.PLANNED: mark("planned", "day"),
    DayMark.AHEAD: mark("to come", "day"),
    DayMark.FREE: mark("free", "day"),
    DayMark.NOTHING: mark("no session", "day"),
    DayMark.PAUSED: mark("pause", "day"),
}

_GREETINGS = (
    (NIGHT_UNTIL, mark("Hello"), mark("Hello, {name}")),  # no evening any more, no morning yet
    (12, mark("Good morning"), mark("Good morning, {name}")),
    (18, mark("Good afternoon"), mark("Good afternoon, {name}")),
    (24, mark("Good evening"), mark("Good evening, {name}")),
)
"""Until which hour each greeting is right, without and with a name."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of this week and how it stands."""

    on: date
    mark: DayMark
    today: bool

    @property
    def done(self) -> bool:
        """Whether the day holds a session."""
        return self.mark is DayMark.DONE

    @property
    def words(self) -> str:
        """What the day is read out as."""
        return f"{long_date(self.on)}: {tr(_MARK_WORDS[self.mark], _DAY)}"


def long_date(day: date) -> str:
    """Return a date like "Thursday 26 November"."""
    pattern = tr("{weekday} {day} {month}")
    if habits().month_first:
        pattern = tr("{weekday}, {month} {day}")
    return pattern.format(weekday=weekday_word(day), day=day.day, month=month_word(day))


def near_date(day: date, today: date) -> str:
    """Return "today", "yesterday" or a short date like "12 Nov"."""
    if day == today:
        return tr("today")
    if day == today - timedelta(days=1):
        return tr("yesterday")
    return short_date(day)


def greeting(hour: int, name: str) -> str:
    """Return the greeting for an hour of the day, 0 to 23, with the name if there is one."""
    plain, named = next((plain, named) for until, plain, named in _GREETINGS if hour < until)
    return tr(named, name=name) if name.strip() else tr(plain)


def was_done(record: SessionRecord) -> bool:
    """Tell whether a session counts as exercise: it was completed, or a repetition was done."""
    return record.status is SessionStatus.COMPLETED or bool(record.reps)


def week_of(
    today: date,
    sessions: Sequence[SessionRecord],
    plan: WeekPlan = WeekPlan(),  # noqa: B008 - frozen
    pauses: Sequence[Pause] = (),
) -> tuple[Day, ...]:
    """Return the seven days of this week, from the day on which weeks begin here."""
    done = {record.local_date for record in sessions if was_done(record)}
    first = week_start(today)
    days = (first + timedelta(days=n) for n in range(7))
    return tuple(Day(day, _mark(day, today, done, plan, pauses), day == today) for day in days)


def _mark(
    day: date, today: date, done: Container[date], plan: WeekPlan, pauses: Sequence[Pause]
) -> DayMark:
    if day in done:
        return DayMark.DONE
    # how long an open pause goes on is not known, so the days to come stay planned
    if day <= today and any(pause.covers(day) for pause in pauses):
        return DayMark.PAUSED
    if not plan.is_planned(day):
        return DayMark.FREE
    if day == today:
        return DayMark.OPEN
    if day > today:
        return DayMark.PLANNED if plan.weekdays else DayMark.AHEAD
    return DayMark.NOTHING if plan.weekdays else DayMark.FREE


def week_sentence(days: Sequence[Day], plan: WeekPlan) -> str:
    """Say how many of the planned days are done; more than planned is fine, too."""
    count = sum(day.done for day in days)
    if count > plan.days:
        return plural(
            "{n} day done, {planned} planned",
            "{n} days done, {planned} planned",
            count,
            planned=plan.days,
        )
    return plural("{done} of {n} day done", "{done} of {n} days done", plan.days, done=count)


def today_sentence(days: Sequence[Day]) -> str:
    """Say how today stands; a day that is not over yet is no miss."""
    today = next(day for day in days if day.today)
    match today.mark:
        case DayMark.DONE:
            return tr("Done for today")
        case DayMark.OPEN:
            return tr("Today is still open")
        case DayMark.PAUSED:
            return tr("Pause today")
        case _:
            return tr("A free day today")


def pause_words(pause: Pause, today: date) -> tuple[str, str]:
    """Return heading and text about a rest or an illness that is under way."""
    since = near_date(pause.first_day, today)
    kept = tr("No reminders come, and the row of weeks does not break.")
    if pause.kind is PauseKind.SICKNESS:
        heading = tr("Your plan waits while you are ill, since {day}", day=since)
        advice = tr(
            "Start again when you have been without fever for a day or two. Back pain with fever: "
            "do the check, or call a doctor."
        )
    else:
        heading = tr("Your plan rests, since {day}", day=since)
        advice = tr("After more than three weeks without a session the check comes first.")
    return heading, f"{kept} {advice}"


def review_words(review: Review) -> tuple[str, str]:
    """Return heading and text of a look back that is due."""
    weeks = review.day // 7
    heading = tr("{weeks} weeks of exercise: time to look back", weeks=weeks)
    if weeks == 2:
        heading = tr("Two weeks of exercise: time to look back")
    if review.day == REVIEW_DAYS[0] or review.change is None:
        again = tr("Go through the danger signs and what hurts once more. It takes minutes.")
        return heading, again
    before, now = review.change
    change = tr(
        "Your usual pain was {before} in the first week and is {now} now.",
        before=number(before),
        now=number(now),
    )
    judged = (
        tr("So much less is likely to matter.")
        if review.matters
        else tr("Only a change of 2 or more, or of a third, is likely to matter.")
    )
    return heading, " ".join((change, judged, tr("Check again, so that the plan still fits.")))


def checked_words(day: date | None, today: date) -> str:
    """Say when the symptoms were last checked; nothing where they never were."""
    if day is None:
        return ""
    ago = (today - day).days
    if ago < 0:  # a clock ran ahead
        return ""
    if ago < 2:
        return tr("Symptoms checked yesterday") if ago else tr("Symptoms checked today")
    return plural("Symptoms checked {n} day ago", "Symptoms checked {n} days ago", ago)


def pain_points(today: date, sessions: Sequence[SessionRecord]) -> tuple[tuple[date, int], ...]:
    """Return (day, pain before, 0-10) of the sessions of the last 14 days, the oldest first."""
    first = today - timedelta(days=CHART_DAYS - 1)
    return tuple(
        (record.local_date, record.nrs_before)
        for record in sessions
        if record.nrs_before is not None and first <= record.local_date <= today
    )


def pain_sentence(points: Sequence[tuple[date, int]]) -> str:
    """Say where the pain before sessions went, out of 10."""
    if not points:
        return tr("Your pain line starts with your first session.")
    if len(points) == 1:
        return tr("{pain} out of 10", pain=points[0][1])
    start, end = points[0][1], points[-1][1]
    if start == end:
        return tr("From {start} to {end} out of 10", start=start, end=end)
    if end < start:
        return tr("From {start} down to {end} out of 10", start=start, end=end)
    return tr("From {start} up to {end} out of 10", start=start, end=end)


def last_words(sessions: Sequence[SessionRecord], today: date) -> str:
    """Return the last session on one line; nothing where none was done.

    One that was ended before its first repetition is on record, but is not exercise.
    """
    record = next((kept for kept in reversed(sessions) if kept.reps), None)
    if record is None:
        return ""
    return plural(
        "Last session {day}: {done} of {n} repetition",
        "Last session {day}: {done} of {n} repetitions",
        record.planned_reps,
        day=near_date(record.local_date, today),
        done=len(record.reps),
    )
