"""The lock: from everything on record to whether exercise is closed, why, and what opens it.

It is worked out anew from the records each time and stored nowhere, so no copy, import or restart
can lose it. Records can only open it by coming later, so a clock set back opens nothing: what is
dated after now does not open, and an opening dated before the alarm does not count.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Result
from sijoint_desktop.triage.question import Catalogue
from sijoint_desktop.triage.rescreen import BY_ID, gravest
from sijoint_desktop.triage.urgency import Urgency, highest

ADULT_FROM = 18
HOLD = timedelta(hours=48)
"""How long a level stands against answers given anew; clinical brief f, hazard 9."""


class Opening(StrEnum):
    """What opens an alarm."""

    CHECK = "check"  # a full check, at once
    LATER_CHECK = "later_check"  # a full check, 48 hours later or more
    CLEARANCE = "clearance"  # "I was seen and cleared", with its date
    ADULT_CHECK = "adult_check"  # a full check 48 hours later, of somebody of 18 or over


@dataclass(frozen=True, slots=True)
class Checked:
    """A full check on record; ``at`` (aware) is when its result page was left, or last shown.

    ``reasons`` are the signs behind its level in words; ``minor`` tells that the age was under 18.
    ``lasting`` are the facts behind it, where it rests on nothing but facts that stay (an old
    operation): those need no second clearance when the same check is done again.
    """

    at: datetime
    level: Urgency
    reasons: tuple[str, ...] = ()
    minor: bool = False
    lasting: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rescreened:
    """The five questions before a session; ``answers`` by question id, True for yes or not sure."""

    at: datetime
    answers: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Hurt:
    """A "that hurt" during a session (aware moment, NRS 0-10)."""

    at: datetime
    nrs: int
    new_numbness: bool = False


@dataclass(frozen=True, slots=True)
class PlanPaused:
    """The progression rules sent the person to a clinician; ``reason`` in words."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """The person's word that a clinician saw and cleared them, given ``at`` about a local date."""

    at: datetime
    seen_on: date


@dataclass(frozen=True, slots=True)
class SafetyHistory:
    """Everything on record that can lock or open, in any order and from any number of computers."""

    checks: tuple[Checked, ...] = ()
    rescreens: tuple[Rescreened, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    pauses: tuple[PlanPaused, ...] = ()
    clearances: tuple[Cleared, ...] = ()

    def merged(self, other: "SafetyHistory") -> "SafetyHistory":
        """Return both histories as one; every alarm of either stays, so the strictest holds."""
        return SafetyHistory(
            self.checks + other.checks,
            self.rescreens + other.rescreens,
            self.hurts + other.hurts,
            self.pauses + other.pauses,
            self.clearances + other.clearances,
        )


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that closed exercise at a moment, and what opens it again."""

    at: datetime
    level: Urgency
    reasons: tuple[str, ...]
    opening: Opening
    lasting: frozenset[str] = frozenset()

    @property
    def counts_from(self) -> datetime:
        """The first moment from which what opens this alarm counts."""
        waits = self.opening in (Opening.LATER_CHECK, Opening.ADULT_CHECK)
        return self.at + HOLD if waits else self.at


@dataclass(frozen=True, slots=True)
class LockState:
    """Exercise is closed: the gravest alarm that stands, and all the others."""

    alarm: Alarm
    standing: tuple[Alarm, ...]  # the gravest first

    @property
    def level(self) -> Urgency:
        """How urgent the gravest alarm is."""
        return self.alarm.level

    @property
    def since(self) -> datetime:
        """When the gravest alarm was raised."""
        return self.alarm.at

    @property
    def until(self) -> datetime:
        """The first moment at which a check or a clearance can open every alarm that stands."""
        return max(alarm.counts_from for alarm in self.standing)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the person answered, in words, the gravest first and nothing twice."""
        return tuple(dict.fromkeys(r for alarm in self.standing for r in alarm.reasons))

    @property
    def openings(self) -> tuple[Opening, ...]:
        """What is needed to open all alarms, in the order of the alarms."""
        return tuple(dict.fromkeys(alarm.opening for alarm in self.standing))

    @property
    def needs_only_check(self) -> bool:
        """Whether a check may open every alarm at once, so that nothing is known to be wrong."""
        return self.openings == (Opening.CHECK,)


def lock_state(history: SafetyHistory, now: datetime) -> LockState | None:
    """Return the lock that stands at a moment (aware), or None where exercise is open."""
    standing = [alarm for alarm in _alarms(history) if not _is_open(alarm, history, now)]
    if not standing:
        return None
    standing.sort(key=lambda alarm: (-alarm.level.rank, -alarm.at.timestamp()))
    return LockState(standing[0], tuple(standing))


def checked(result: Result, answers: Answers, catalogue: Catalogue, at: datetime) -> Checked:
    """Return what the lock needs to know of a check whose result page was left at a moment."""
    behind = [rule for rule in result.fired if rule.level is result.level]
    codes = frozenset(code for rule in behind for code in rule.because)
    stays = bool(codes) and all(catalogue[code].lasting for code in codes)
    return Checked(
        at=at,
        level=result.level,
        reasons=tuple(rule.words for rule in behind),
        minor=(answers.number("age") or 0) < ADULT_FROM,
        lasting=codes if stays else frozenset(),
    )


def level_in_force(checks: Iterable[Checked], now: datetime) -> Urgency | None:
    """Return the level that the plan follows: the last check's, or a higher one of the 48 h before.

    None without a check. Checks dated after now count too: a clock set back lowers nothing.
    """
    ordered = sorted(checks, key=lambda check: check.at)
    if not ordered:
        return None
    last = ordered[-1].at
    return highest(check.level for check in ordered if check.at > last - HOLD or check.at > now)


def clearance(seen_on: date, *, lock: LockState, now: datetime) -> Cleared:
    """Return a clearance for the alarms that a clinician can open.

    Raises UserError where the date is in the future or before the check.
    """
    asked = max(
        (a.at for a in lock.standing if a.opening is Opening.CLEARANCE), default=lock.alarm.at
    )
    if seen_on > now.date():
        raise UserError(
            tr("{day} is still to come; choose the day you were seen", day=date_in_words(seen_on))
        )
    if seen_on < asked.date():
        raise UserError(
            tr(
                "{day} is before your check of {check}; choose the day you were seen after it",
                day=date_in_words(seen_on),
                check=date_in_words(asked.date()),
            )
        )
    return Cleared(now, seen_on)


def _alarms(history: SafetyHistory) -> Iterator[Alarm]:
    for check in history.checks:
        if check.minor:
            yield Alarm(check.at, _at_least(check.level), check.reasons, Opening.ADULT_CHECK)
        elif check.level.locks:
            urgent = check.level.rank >= Urgency.URGENT.rank
            opening = Opening.LATER_CHECK if urgent else Opening.CLEARANCE
            yield Alarm(check.at, check.level, check.reasons, opening, check.lasting)
    for screen in history.rescreens:
        question = gravest(screen.answers)
        if question is not None:
            said = tuple(tr(BY_ID[id_].says) for id_, yes in screen.answers.items() if yes)
            urgent = question.level.rank >= Urgency.URGENT.rank
            opening = Opening.LATER_CHECK if urgent else Opening.CHECK
            yield Alarm(screen.at, question.level, said, opening)
    for hurt in history.hurts:
        if hurt.new_numbness:
            reason = tr("New numbness or tingling during an exercise")
            yield Alarm(hurt.at, Urgency.URGENT, (reason,), Opening.LATER_CHECK)
    for pause in history.pauses:
        yield Alarm(pause.at, Urgency.CLINICIAN, (pause.reason,), Opening.CLEARANCE)


def _at_least(level: Urgency) -> Urgency:
    return highest((level, Urgency.CLINICIAN))


def _is_open(alarm: Alarm, history: SafetyHistory, now: datetime) -> bool:
    if alarm.opening is Opening.CLEARANCE:
        return any(_cleared(about, history, now) for about in _about(alarm, history))
    return any(
        alarm.at < check.at <= now
        and check.at >= alarm.counts_from
        and not (alarm.opening is Opening.ADULT_CHECK and check.minor)
        for check in history.checks
    )


def _about(alarm: Alarm, history: SafetyHistory) -> Iterator[datetime]:
    """Yield what a clearance may come after: the alarm, or an earlier one of the same facts."""
    yield alarm.at
    if alarm.lasting:
        for check in history.checks:
            if alarm.lasting <= check.lasting and check.at < alarm.at:
                yield check.at


def _cleared(at: datetime, history: SafetyHistory, now: datetime) -> bool:
    return any(
        at < word.at <= now and at.date() <= word.seen_on <= word.at.date()
        for word in history.clearances
    )
