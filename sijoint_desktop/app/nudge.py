"""Decides when a person is reminded of the exercises that they planned for today."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sijoint_desktop.app.week import WeekPlan, week_plan
from sijoint_desktop.core.dates import week_start
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.consistency import current_week
from sijoint_desktop.history.entries import Pause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.settings.options import Settings

AGAIN_AFTER = timedelta(hours=2)
"""How long after the first reminder the second one comes, on the clock of the wall."""


@dataclass(frozen=True, slots=True)
class NudgePlan:
    """When reminders come: ``at`` on the person's clock, or never where it is None."""

    week: WeekPlan
    at: time | None = None
    again: bool = False  # once more, if nothing was recorded by then


@dataclass(frozen=True, slots=True)
class Told:
    """At which times of a day reminders were given, to the minute."""

    day: date
    times: tuple[time, ...] = ()

    def as_text(self) -> str:
        """Return it as a setting keeps it over a restart."""
        return " ".join([self.day.isoformat(), *(f"{each:%H:%M}" for each in self.times)])


def read_told(text: str, today: date) -> Told:
    """Return what a setting kept; where it says nothing, that nothing was given ``today``."""
    day, *times = text.split() or [""]
    try:
        return Told(date.fromisoformat(day), tuple(time.fromisoformat(each) for each in times))
    except ValueError:
        return Told(today)


def nudge_plan(settings: Settings) -> NudgePlan:
    """Return what is set."""
    at = time.fromisoformat(settings.text("reminder_time"))
    on = settings.flag("reminders")
    return NudgePlan(week_plan(settings), at if on else None, settings.flag("reminder_again"))


def told_when_chosen(plan: NudgePlan, now: datetime) -> Told:
    """Return what counts as given at the moment in which a time is chosen.

    A time that has gone by today brings nothing before tomorrow; any other begins the day anew.
    """
    if plan.at is None or now.time() < plan.at:
        return Told(now.date())
    return Told(now.date(), (plan.at, plan.at))


def nudge(
    plan: NudgePlan,
    told: Told,
    now: datetime,
    sessions: Iterable[SessionRecord],
    pauses: Iterable[Pause],
    *,
    is_closed: Callable[[], bool] = lambda: False,
) -> Told | None:
    """Return what has been told once a reminder is given now, or None where none is due.

    ``now`` is the local time. Nothing comes on a free day, in a pause, once something was done on
    the day, once the week holds as many days as were planned, or while exercise ``is_closed``. A
    time that went by while the computer was off is made up for on the same day.
    """
    today = now.date()
    if told.day != today:  # also where the clock was set back
        told = Told(today)
    if not _is_time(plan, told, now) or not plan.week.is_planned(today):
        return None
    if any(pause.covers(today) for pause in pauses):
        return None
    if _is_enough(plan.week, today, sessions) or is_closed():
        return None
    return Told(today, (*told.times, now.time().replace(second=0, microsecond=0)))


def _is_time(plan: NudgePlan, told: Told, now: datetime) -> bool:
    if plan.at is None:
        return False
    if not told.times:
        return now.time() >= plan.at
    if len(told.times) > 1 or not plan.again:
        return False
    return now.replace(tzinfo=None) >= datetime.combine(told.day, told.times[0]) + AGAIN_AFTER


def _is_enough(plan: WeekPlan, today: date, sessions: Iterable[SessionRecord]) -> bool:
    first = week_start(today)
    week = current_week(tuple(s for s in sessions if s.local_date >= first), today)
    done_today = any(day.day == today and day.sessions for day in week.days)
    return done_today or (not plan.weekdays and week.days_done >= plan.goal)


@dataclass(frozen=True, slots=True)
class Ways:
    """How a computer can call a person who looks at something else."""

    notices: bool = False  # a service shows notifications
    tray: bool = False  # there is a place for icons of programs that run unseen

    def missing(self) -> str:
        """Say what this computer does not have and what follows; empty where it has all."""
        if self.notices and self.tray:
            return ""
        if self.notices:
            return tr(
                "This desktop has no tray. For reminders to come, leave the window open or "
                "minimised."
            )
        if self.tray:
            return tr(
                "This desktop shows no notifications. Reminders come as a message of the tray "
                "and in this window."
            )
        return tr(
            "This desktop has no tray and shows no notifications. Reminders come in this window "
            "only, so leave it open."
        )
