"""Keeps checks from their first draft to the result, and tells whether exercise is closed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date
from uuid import uuid4

from sijoint_desktop.app.moment import stamp
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import (
    CheckDraft,
    CheckRecord,
    Clearance,
    FiredRule,
    PlanPause,
    Rescreen,
)
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.history.safety import lock_on, safety_history, standing_checks
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.course import RuleId
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Result
from sijoint_desktop.triage.lock import LockState, checked, clearance, level_in_force
from sijoint_desktop.triage.pattern import Pattern
from sijoint_desktop.triage.question import Catalogue, Value
from sijoint_desktop.triage.sitting import Sitting
from sijoint_desktop.triage.urgency import Urgency

_DRAFT = "check"  # there is one draft at most

Corrections = Mapping[str, tuple[Value, ...]]
"""Earlier answers of a sitting by the code of their question, the oldest first."""


def new_sitting() -> str:
    """Return the id of a sitting that begins; it ends when its result page is left."""
    return uuid4().hex


class Checkup:
    """Checks, drafts, re-screens and clearances; every write is on disk when it returns.

    Each write returns what is on record now, and raises UserError where the disk refuses.
    """

    def __init__(self, entries: EntryRepository, clock: Clock) -> None:
        self._entries = entries
        self._clock = clock

    def save_draft(self, sitting: Sitting) -> CheckDraft:
        """Keep a check that is put aside, in place of an earlier draft."""
        draft = CheckDraft(
            page=str(sitting.page),
            answers=dict(sitting.answers.replies),
            corrected=dict(sitting.corrected),
            **stamp(self._clock, _DRAFT),
        )
        return self._entries.put(draft)

    def draft(self) -> CheckDraft | None:
        """Return the check that was put aside, or None."""
        return next(iter(self._entries.all(CheckDraft)), None)

    def drop_draft(self) -> None:
        """Forget the check that was put aside, if there is one."""
        if self.draft() is not None:
            self._entries.remove(CheckDraft, _DRAFT)

    def record(
        self,
        result: Result,
        answers: Answers,
        catalogue: Catalogue,
        *,
        sitting: str,
        corrected: Corrections | None = None,
        routine_id: RoutineId | None = None,
    ) -> CheckRecord:
        """Keep a result as it is shown, and forget the draft; call ``leave`` when it is left."""
        parts = stamp(self._clock)
        facts = checked(result, answers, catalogue, parts["at"])
        pattern = result.pattern
        record = CheckRecord(
            sitting=sitting,
            rule_set=result.rules_version,
            level=result.level,
            reasons=facts.reasons,
            minor=facts.minor,
            lasting=tuple(sorted(facts.lasting)),
            answers=dict(answers.replies),
            corrected=dict(corrected or {}),
            rules=tuple(FiredRule(id=each.id, because=each.because) for each in result.fired),
            profile=None if pattern is None else pattern.profile.value,
            scores={} if pattern is None else _scores(pattern),
            routine_id=routine_id,
            **parts,
        )
        kept = self._entries.put(record)
        self.drop_draft()
        return kept

    def leave(self, check_id: str) -> CheckRecord:
        """Note that a result page was left: from now on its level holds."""
        check = self._entries.get(CheckRecord, check_id)
        if check.left_at is not None:
            return check
        now = self._clock.now().astimezone(UTC)
        return self._entries.put(replace(check, left_at=max(now, check.at)))

    def rescreen(self, answers: Mapping[str, bool]) -> Rescreen:
        """Keep the short questions before a session; True stands for yes and for not sure."""
        return self._entries.put(Rescreen(answers=dict(answers), **stamp(self._clock)))

    def pause_plan(self, rule: RuleId, reason: str) -> PlanPause:
        """Keep that the rules of progression sent the person to a clinician."""
        return self._entries.put(PlanPause(rule=rule, reason=reason, **stamp(self._clock)))

    def clear(self, seen_on: date, note: str = "") -> Clearance:
        """Keep "I was seen and cleared" with its local date.

        Raises UserError where nothing is closed, and for a date to come or before the check.
        """
        lock = self.lock()
        if lock is None:
            raise UserError(tr("Nothing is closed, so there is nothing to clear. You can go on."))
        word = clearance(seen_on, lock=lock, now=self._clock.now())
        return self._entries.put(Clearance(seen_on=word.seen_on, note=note, **stamp(self._clock)))

    def lock(self) -> LockState | None:
        """Return why exercise is closed now, or None where it is open."""
        return lock_on(self._entries, self._clock.now())

    def last(self) -> CheckRecord | None:
        """Return the last result that counts, or None before the first check."""
        return max(
            standing_checks(self._entries.all(CheckRecord)),
            key=lambda check: (check.at, check.id),
            default=None,
        )

    def level_in_force(self) -> Urgency | None:
        """Return the level that the plan follows, or None before the first check."""
        return level_in_force(safety_history(self._entries).checks, self._clock.now())


def _scores(pattern: Pattern) -> dict[str, int]:
    totals = {str(profile): score.total for profile, score in pattern.scores.items()}
    return {"gate": pattern.gate.total, **totals}
