"""All that a result says: level and reasons, what to do, what to say on the telephone, the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sijoint_desktop.content.library import Library
from sijoint_desktop.history.entries import CheckRecord
from sijoint_desktop.routine.planner import Plan, plan_for
from sijoint_desktop.routine.plans import Plans
from sijoint_desktop.triage.advice import Advice, advice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Checker, Result
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.lock import LockState
from sijoint_desktop.triage.question import Reply, Value
from sijoint_desktop.triage.telephone import what_to_say
from sijoint_desktop.triage.urgency import Urgency


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result with everything that goes with it; ``at`` is its local moment (aware).

    ``lock`` is what keeps exercise closed although this check alone would not.
    """

    result: Result
    answers: Answers
    at: datetime
    told: Advice
    spoken: tuple[str, ...]
    plan: Plan | None
    corrected: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    lock: LockState | None = None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Makes outcomes from what the program ships and the numbers of the person's country."""

    checker: Checker
    contacts: Contacts
    library: Library
    plans: Plans

    def of(
        self,
        result: Result,
        answers: Answers,
        at: datetime,
        corrected: Mapping[str, tuple[Value, ...]] | None = None,
        *,
        cleared: bool = False,
    ) -> Outcome:
        """Return the outcome of a result; ``cleared`` opens the plan of a clinician's level."""
        told = self._told(result.level, answers)
        spoken = what_to_say(result, answers, self.checker.catalogue)
        plan = plan_for(result, answers, self.library, self.plans, cleared=cleared)
        return Outcome(result, answers, at, told, spoken, plan, corrected or {})

    def of_record(self, record: CheckRecord, *, cleared: bool = False) -> Outcome | None:
        """Return the outcome of a check on record.

        None where the rules of today would judge it otherwise: then only a new check tells.
        """
        answers = Answers(record.answers)
        result = self.checker.judge(answers)
        if result.level is not record.level:
            return None
        opened = cleared and record.level is Urgency.CLINICIAN
        return self.of(result, answers, record.local_at, record.corrected, cleared=opened)

    def held(self, outcome: Outcome, lock: LockState) -> Outcome:
        """Return the outcome of a check that does not open ``lock``: what to do, and no plan."""
        told = self._told(lock.level, outcome.answers)
        return replace(outcome, told=told, plan=None, lock=lock)

    def _told(self, level: Urgency, answers: Answers) -> Advice:
        return advice(
            level,
            self.contacts,
            pregnant=answers.get("pregnancy_status") in ("pregnant", Reply.NOT_SURE),
            unsafe=answers.get("unsafe_thoughts") in (Reply.YES, Reply.NOT_SURE),
        )
