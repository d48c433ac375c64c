"""Hands the lock what is on record about safety, and says in words that exercise is closed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol, TypeVar

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import (
    CheckRecord,
    Clearance,
    Dated,
    HurtEvent,
    PlanPause,
    Rescreen,
)
from sijoint_desktop.triage.lock import (
    Checked,
    Cleared,
    Hurt,
    LockState,
    PlanPaused,
    Rescreened,
    SafetyHistory,
    lock_state,
)

_E = TypeVar("_E", bound=Dated)


class Readable(Protocol):
    """Something that entries can be read from."""

    def all(self, kind: type[_E]) -> tuple[_E, ...]:
        """Return every entry of a kind."""
        ...


class LockedError(UserError):
    """Exercise is closed; ``lock`` tells why, since when and what opens it."""

    def __init__(self, lock: LockState) -> None:
        why = "; ".join(lock.reasons) or tr("your last check")
        words = tr("Exercise is closed for now ({why}). The page Check says what to do.", why=why)
        super().__init__(words)
        self.lock = lock


def lock_on(entries: Readable, now: datetime) -> LockState | None:
    """Return the lock that stands at a moment (aware), or None where exercise is open."""
    return lock_state(safety_history(entries), now)


def safety_history(entries: Readable) -> SafetyHistory:
    """Return everything on record that can lock or open."""
    return SafetyHistory(
        checks=tuple(_checked(each) for each in standing_checks(entries.all(CheckRecord))),
        rescreens=tuple(Rescreened(each.at, each.answers) for each in entries.all(Rescreen)),
        hurts=tuple(
            Hurt(each.at, each.nrs or 0, each.new_numbness) for each in entries.all(HurtEvent)
        ),
        pauses=tuple(PlanPaused(each.at, each.reason) for each in entries.all(PlanPause)),
        clearances=tuple(Cleared(each.at, each.seen_on) for each in entries.all(Clearance)),
    )


def standing_checks(checks: Iterable[CheckRecord]) -> Iterator[CheckRecord]:
    """Yield the results that count: those whose page was left, and the last of every sitting.

    Going back within a sitting corrects a mistaken tick; a sitting that a crash cut off counts as
    left with the last result that was shown.
    """
    sittings: defaultdict[str, list[CheckRecord]] = defaultdict(list)
    for check in checks:
        sittings[check.sitting].append(check)
    for sitting in sittings.values():
        last = max(sitting, key=lambda check: (check.at, check.id))
        yield from (check for check in sitting if check is last or check.left_at is not None)


def _checked(check: CheckRecord) -> Checked:
    return Checked(
        at=check.left_at or check.at,
        level=check.level,
        reasons=check.reasons,
        minor=check.minor,
        lasting=frozenset(check.lasting),
    )
