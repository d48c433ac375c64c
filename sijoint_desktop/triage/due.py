"""When the full check is due again: by time, by growing pain, and after exercises that hurt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.triage.lock import Hurt

EVERY = timedelta(days=14)
PAIN_RISE = 3
HURTS_THAT_ASK = 3
HURT_THAT_ASKS = 6
"""Clinical brief a.3 and d: 14 days, up 3 points, "that hurt" 3 times in a session or at 6+."""


class DueReason(StrEnum):
    """Why a full check is due."""

    NEVER = "never"
    DAYS = "days"
    PAIN = "pain"
    HURT = "hurt"

    @property
    def words(self) -> str:
        """Say why in one sentence."""
        return tr(_WORDS[self])


_WORDS = {
    DueReason.NEVER: mark("You have not done a check yet."),
    DueReason.DAYS: mark("Your last check is two weeks old or more."),
    DueReason.PAIN: mark("Your pain is 3 points or more above your last check."),
    DueReason.HURT: mark("An exercise hurt badly, or several times, since your last check."),
}


@dataclass(frozen=True, slots=True)
class LastCheck:
    """The last full check: when (aware), on which local date, and the pain (NRS 0-10) it named."""

    at: datetime
    day: date
    pain: int


@dataclass(frozen=True, slots=True)
class PainNoted:
    """A pain score (NRS 0-10) with its moment (aware)."""

    at: datetime
    nrs: int


def due(
    last: LastCheck | None,
    today: date,
    pains: Iterable[PainNoted] = (),
    hurts_by_session: Iterable[tuple[Hurt, ...]] = (),
) -> tuple[DueReason, ...]:
    """Return every reason for a full check now; none where it is not due.

    A last check dated after today, by a clock set back, counts as old.
    """
    if last is None:
        return (DueReason.NEVER,)
    reasons = []
    if not timedelta() <= today - last.day < EVERY:
        reasons.append(DueReason.DAYS)
    if any(p.at > last.at and p.nrs >= last.pain + PAIN_RISE for p in pains):
        reasons.append(DueReason.PAIN)
    if any(_asks(tuple(h for h in hurts if h.at > last.at)) for hurts in hurts_by_session):
        reasons.append(DueReason.HURT)
    return tuple(reasons)


def _asks(hurts: tuple[Hurt, ...]) -> bool:
    return len(hurts) >= HURTS_THAT_ASK or any(hurt.nrs >= HURT_THAT_ASKS for hurt in hurts)
