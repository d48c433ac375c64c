"""What the Today page says about sessions and days, in words."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sijoint_desktop.app.progress import Review
from sijoint_desktop.app.week import WeekPlan
from sijoint_desktop.core.dates import month_word, short_month, weekday_word
from sijoint_desktop.history.entries import Pause, PauseKind
from sijoint_desktop.history.records import SessionRecord, SessionStatus
from sijoint_desktop.routine.progression import REVIEW_DAYS

CHART_DAYS = 14
NIGHT_UNTIL = 4  # the hour


class DayMark(StrEnum):
    """How a day of this week stands."""

    DONE = "done"
    OPEN = "still open"  # today, and planned
    PLANNED = "planned"  # one of the chosen days, still to come
    AHEAD = "to come"  # any day will do
    FREE = "free"
    NOTHING = "no session"  # a planned day that has gone by
    PAUSED = "pause"


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
        return f"{long_date(self.on)}: {self.mark}"


def long_date(day: date) -> str:
    """Return a date like "Thursday 26 November"."""
    return f"{weekday_word(day)} {day.day} {month_word(day)}"


def near_date(day: date, today: date) -> str:
    """Return "today", "yesterday" or a short date like "12 Nov"."""
    if day == today:
        return "today"
    if day == today - timedelta(days=1):
        return "yesterday"
    return f"{day.day} {short_month(day)}"


def greeting(hour: int, name: str) -> str:
    """Return the greeting for an hour of the day, 0 to 23, with the name if there is one."""
    if hour < NIGHT_UNTIL:  # neither evening any more nor morning yet
        words = "Hello"
    elif hour < 12:
        words = "Good morning"
    else:
        words = "Good afternoon" if hour < 18 else "Good evening"
    return f"{words}, {name}" if name.strip() else words


def was_done(record: SessionRecord) -> bool:
    """Tell whether a session counts as exercise: it was completed, or a repetition was done."""
    return record.status is SessionStatus.COMPLETED or bool(record.reps)


def week_of(
    today: date,
    sessions: Sequence[SessionRecord],
    plan: WeekPlan = WeekPlan(),  # noqa: B008 - frozen
    pauses: Sequence[Pause] = (),
) -> tuple[Day, ...]:
    """Return the seven days from Monday of this week."""
    done = {record.local_date for record in sessions if was_done(record)}
    monday = today - timedelta(days=today.weekday())
    days = (monday + timedelta(days=n) for n in range(7))
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
        return f"{count} days done, {plan.days} planned"
    return f"{count} of {plan.days} {'day' if plan.days == 1 else 'days'} done"


def today_sentence(days: Sequence[Day]) -> str:
    """Say how today stands; a day that is not over yet is no miss."""
    today = next(day for day in days if day.today)
    words = {
        DayMark.DONE: "Done for today",
        DayMark.OPEN: "Today is still open",
        DayMark.PAUSED: "Pause today",
    }
    return words.get(today.mark, "A free day today")


def pause_words(pause: Pause, today: date) -> tuple[str, str]:
    """Return heading and text about a rest or an illness that is under way."""
    since = near_date(pause.first_day, today)
    kept = "No reminders come, and the row of weeks does not break."
    if pause.kind is PauseKind.SICKNESS:
        advice = (
            "Start again when you have been without fever for a day or two. Back pain with fever: "
            "do the check, or call a doctor."
        )
        return f"Your plan waits while you are ill, since {since}", f"{kept} {advice}"
    advice = "After more than three weeks without a session the check comes first."
    return f"Your plan rests, since {since}", f"{kept} {advice}"


def review_words(review: Review) -> tuple[str, str]:
    """Return heading and text of a look back that is due."""
    weeks = review.day // 7
    heading = f"{'Two' if weeks == 2 else weeks} weeks of exercise: time to look back"
    if review.day == REVIEW_DAYS[0] or review.change is None:
        return heading, "Go through the danger signs and what hurts once more. It takes minutes."
    before, now = review.change
    change = f"Your usual pain was {before:g} in the first week and is {now:g} now."
    judged = (
        "So much less is likely to matter."
        if review.matters
        else "Only a change of 2 or more, or of a third, is likely to matter."
    )
    return heading, f"{change} {judged} Check again, so that the plan still fits."


def checked_words(day: date | None, today: date) -> str:
    """Say when the symptoms were last checked; nothing where they never were."""
    if day is None:
        return ""
    ago = (today - day).days
    when = {0: "today", 1: "yesterday"}.get(ago, f"{ago} days ago")
    return f"Symptoms checked {when}" if ago >= 0 else ""


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
        return "Your pain line starts with your first session."
    if len(points) == 1:
        return f"{points[0][1]} out of 10"
    start, end = points[0][1], points[-1][1]
    if start == end:
        return f"From {start} to {end} out of 10"
    return f"From {start} {'down' if end < start else 'up'} to {end} out of 10"


def last_words(sessions: Sequence[SessionRecord], today: date) -> str:
    """Return the last session on one line; nothing where none was done.

    One that was ended before its first repetition is on record, but is not exercise.
    """
    record = next((kept for kept in reversed(sessions) if kept.reps), None)
    if record is None:
        return ""
    done = f"{len(record.reps)} of {record.planned_reps} repetitions"
    return f"Last session {near_date(record.local_date, today)}: {done}"
