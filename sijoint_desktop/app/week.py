"""What a person plans for a week: how many days, or which ones."""

from dataclasses import dataclass
from datetime import date

from sijoint_desktop.settings.options import WEEKDAYS, Settings

USUAL_GOAL = 5


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The days with exercise that are planned for a week.

    ``weekdays`` (Monday is 0) are the chosen days; without any, ``goal`` days count, whichever.
    ``since`` is the day on which they were chosen; None where that is not known.
    """

    goal: int = USUAL_GOAL
    weekdays: frozenset[int] = frozenset()
    since: date | None = None

    @property
    def days(self) -> int:
        """How many days are planned."""
        return len(self.weekdays) or self.goal

    def is_planned(self, day: date) -> bool:
        """Tell whether exercise is planned for a day, or may be done on it if any day will do."""
        return not self.weekdays or day.weekday() in self.weekdays


def week_plan(settings: Settings) -> WeekPlan:
    """Return what is set."""
    chosen = settings.text("planned_days").split()
    days = (number for number, (key, _word) in enumerate(WEEKDAYS) if key in chosen)
    since = _day(settings.text("planned_since"))
    return WeekPlan(settings.number("weekly_goal"), frozenset(days), since)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # never set, or by hand
        return None
