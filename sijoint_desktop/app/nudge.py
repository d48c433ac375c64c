"""Decides when a person is reminded of a session that they planned for today."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sijoint_desktop.app.week import WeekPlan, week_plan
from sijoint_desktop.core.dates import week_start
from sijoint_desktop.history.consistency import current_week
from sijoint_desktop.history.entries import Pause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.settings.options import Settings

AGAIN_AFTER = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class NudgePlan:
    """When reminders come: ``at`` on the person's clock, or never where it is None."""

    week: WeekPlan
    at: time | None = None
    again: bool = False  # once more after two hours

    def moments(self, day: date) -> tuple[datetime, ...]:
        """Return the moments of a day at which a reminder would come, naive and local."""
        if self.at is None:
            return ()
        first = datetime.combine(day, self.at)
        both = (first, first + AGAIN_AFTER) if self.again else (first,)
        return tuple(moment for moment in both if moment.date() == day)


@dataclass(frozen=True, slots=True)
class Told:
    """How many reminders were given on a day."""

    day: date
    times: int = 0

    def as_text(self) -> str:
        """Return it as a setting keeps it over a restart."""
        return f"{self.day.isoformat()} {self.times}"


def read_told(text: str, today: date) -> Told:
    """Return what a setting kept; where it says nothing, that nothing was given ``today``."""
    day, _, times = text.partition(" ")
    try:
        return Told(date.fromisoformat(day), int(times))
    except ValueError:
        return Told(today)


def nudge_plan(settings: Settings) -> NudgePlan:
    """Return what is set."""
    at = time.fromisoformat(settings.text("reminder_time"))
    on = settings.flag("reminders")
    return NudgePlan(week_plan(settings), at if on else None, settings.flag("reminder_again"))


def nudge(
    plan: NudgePlan,
    told: Told,
    now: datetime,
    sessions: Iterable[SessionRecord],
    pauses: Iterable[Pause],
) -> Told | None:
    """Return what has been told once a reminder is given now, or None where none is due.

    ``now`` is the local time. Nothing comes on a free day, in a pause, once something was done on
    the day, or once the week holds as many days as were planned. Moments that went by while the
    computer was off bring one reminder, not two.
    """
    today = now.date()
    if told.day != today:  # also where the clock was set back
        told = Told(today)
    past = sum(moment <= now.replace(tzinfo=None) for moment in plan.moments(today))
    if past <= told.times or not plan.week.is_planned(today):
        return None
    if any(pause.covers(today) for pause in pauses):
        return None
    first = week_start(today)
    week = current_week(tuple(s for s in sessions if s.local_date >= first), today)
    done_today = any(day.day == today and day.sessions for day in week.days)
    if done_today or (not plan.week.weekdays and week.days_done >= plan.week.goal):
        return None
    return replace(told, times=past)
