"""What a decision about the dose looks at, and what it comes to."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sijoint_desktop.content.model import Level
from sijoint_desktop.routine.ladder import Step
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.response import Response

STREAK = 3
SLOW_STREAK = 6
"""Easy sessions in a row before one step up; six for hypermobile joints and after birth."""


_DAY = timedelta(days=1)


class Verdict(StrEnum):
    """What a decision comes to."""

    BEGIN = "begin"  # nothing was done yet
    PROGRESS = "progress"
    HOLD = "hold"
    REPEAT_EASIER = "repeat_easier"  # this once, one step down
    STEP_BACK = "step_back"
    FLARE_EASY = "flare_easy"
    FLARE_HALF = "flare_half"
    RESTART = "restart"
    SEE_CLINICIAN = "see_clinician"


class RuleId(StrEnum):
    """The rules of clinical brief d by name, the gravest first."""

    TWO_RED = "two_red_in_7_days"
    LASTED = "over_48_hours"
    WOKE = "woke_at_night"
    NOT_WORKING = "not_working_at_6_weeks"
    MISSED_LONG = "missed_over_21_days"
    FLARE = "flare_up"
    RED = "any_red"
    NEXT_MORNING = "next_morning"
    TWO_UNSETTLED = "two_amber_unsettled"
    MISSED = "missed_over_7_days"
    AMBER = "any_amber"
    UNKNOWN = "pain_not_answered"
    HARD = "effort_7_or_more"
    NOT_WHOLE = "not_the_whole_dose"
    AWAITS_MORNING = "awaits_the_morning"
    TOO_FEW = "too_few_sessions"
    PREGNANT_KEEP = "from_28_weeks_keep"
    LIMITED = "limited_first_two_weeks"
    CEILING = "top_of_the_plan"
    GENTLEST = "already_the_gentlest"
    STREAK = "easy_in_a_row"
    FIRST = "first_session"
    CHECKED = "checked_since"
    ABOVE = "above_the_ceiling"
    CLOCK = "dated_after_today"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that led to a decision, in plain words, with the ids of the sessions behind it."""

    rule: RuleId
    words: str
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A pain score of 0-10 on a local date, whatever it was asked for."""

    day: date
    nrs: int


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step that was carried out, with its moment (aware); ``up`` tells its direction."""

    at: datetime
    step: Step
    up: bool


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What about the person sets the pace; see clinical brief d.

    ``plan_since`` is the first day of the plan, ``under_way_since`` that of the sessions without a
    break of three weeks that lead up to now, whatever plan they were of; None where it is the same
    day. ``slow`` holds for hypermobile joints and in the year after birth. ``beginner_until`` is
    the last day of a limited self-care plan, ``checked_on`` that of the last full check.
    ``cleared_at`` (aware) is when they said that a clinician has seen them, ``cleared_on`` the
    local date of that.
    """

    plan_since: date
    under_way_since: date | None = None
    beginner_until: date | None = None
    pregnant: bool = False
    keep_only: bool = False  # from 28 weeks of pregnancy
    slow: bool = False
    hypermobile: bool = False
    checked_on: date | None = None
    cleared_at: datetime | None = None
    cleared_on: date | None = None

    @property
    def measured_from(self) -> date:
        """The day from which six weeks of exercise are counted: a clearance starts them anew."""
        since = self.under_way_since or self.plan_since
        return since if self.cleared_on is None else max(since, self.cleared_on)

    @property
    def streak(self) -> int:
        """How many easy sessions in a row allow one step up."""
        return SLOW_STREAK if self.slow or self.hypermobile else STREAK

    def ceiling(self, today: date) -> Level:
        """Return the highest level that the plan may reach today."""
        if self.beginner_until is not None and today <= self.beginner_until:
            return Level.BEGINNER
        return Level.STANDARD if self.pregnant else Level.PROGRESSED


@dataclass(frozen=True, slots=True)
class Off:
    """Days for which the person put the plan aside, both ends counted; None is not over yet."""

    first: date
    last: date | None = None

    def days_within(self, first: date, last: date) -> int:
        """Return how many of its days lie from ``first`` to ``last``, both counted."""
        end = last if self.last is None else min(last, self.last)
        return max(0, (end - max(first, self.first)).days + 1)


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that a decision looks at: the plan, what was done, and how it felt.

    ``responses`` and ``taken`` are in the order of time, ``readings`` in any order. ``responses``
    reach back to a week before the plan, or to the last session where that is older. ``off`` are
    rests and illnesses, which do not overlap, and ``flares`` the days on which the person said that
    it had flared up.
    """

    plan: Routine
    circumstances: Circumstances
    responses: tuple[Response, ...] = ()
    readings: tuple[Reading, ...] = ()
    taken: tuple[StepTaken, ...] = ()
    off: tuple[Off, ...] = ()
    flares: tuple[date, ...] = ()

    @property
    def in_plan(self) -> tuple[Response, ...]:
        """The sessions since the plan began."""
        return tuple(r for r in self.responses if r.day >= self.circumstances.plan_since)

    @property
    def since_step(self) -> tuple[Response, ...]:
        """The sessions after the last step, which alone can lead to another one."""
        last = self.taken[-1].at if self.taken else None
        return tuple(r for r in self.in_plan if last is None or r.started_at > last)

    @property
    def since_clearance(self) -> tuple[Response, ...]:
        """The sessions after a clinician last cleared the person."""
        cleared = self.circumstances.cleared_at
        return tuple(r for r in self.responses if cleared is None or r.started_at > cleared)

    def missed(self, today: date) -> int:
        """Return the days since the last session without those for which the plan was put aside."""
        last = self.responses[-1].day
        off = sum(each.days_within(last + _DAY, today) for each in self.off)
        return (today - last).days - off

    def up_to(self, today: date) -> "Course":
        """Return the course without what is dated after today, by a clock that was wrong.

        What speaks against exercise is kept, and counts as of today: only what could open or add
        something goes. One day more is let through, for whoever travels westward.
        """
        end = today + _DAY
        known = self.circumstances
        if known.cleared_on is not None and known.cleared_on > end:
            known = replace(known, cleared_at=None, cleared_on=None)
        if known.checked_on is not None and known.checked_on > end:
            known = replace(known, checked_on=None)
        return replace(
            self,
            circumstances=known,
            responses=tuple(
                r if r.day <= end else replace(r, day=today)
                for r in self.responses
                if r.day <= end or not r.calm
            ),
            readings=tuple(r for r in self.readings if r.day <= end),
            taken=tuple(t for t in self.taken if t.at.date() <= end),
            flares=tuple(min(day, today) if day > end else day for day in self.flares),
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """What happens to the dose: at most one step, and every reason for it."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    step: Step | None = None
