"""Joins what was recorded to the rules of progression, and keeps what they decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sijoint_desktop.app.course import course_of
from sijoint_desktop.app.moment import stamp
from sijoint_desktop.app.plan import PLAN_ID, Plan, PlanKeeper
from sijoint_desktop.app.reminder import person_now
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Level
from sijoint_desktop.content.suitability import Person, judge
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.history.entries import CheckRecord, Clearance, PlanChange, PlanPause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.history.safety import Readable, standing_checks
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.alarms import change_in_pain, matters
from sijoint_desktop.routine.course import Decision, RuleId, Verdict
from sijoint_desktop.routine.edit import slot_for
from sijoint_desktop.routine.ladder import capped, halved, step_down, with_step
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.progression import decide, review_due

EASY_DAY = (ExerciseId("breathing_brace"), ExerciseId("pelvic_tilt"))
"""What an easy day after a flare-up holds; clinical brief d names E14, E01 and short walks."""

EASY_OFF_THE_BACK = (ExerciseId("cat_cow"), ExerciseId("open_book"))
"""What it holds where nobody may lie flat: E02, which the brief names as easy, and E13."""


@dataclass(frozen=True, slots=True)
class Review:
    """A look back that is due: the day of the plan, and the usual pain at first and now (0-10)."""

    day: int
    change: tuple[float, float] | None  # None where too little was answered

    @property
    def matters(self) -> bool:
        """Whether the pain fell by so much that it is likely to matter."""
        return self.change is not None and matters(*self.change)


@dataclass(frozen=True, slots=True)
class Progress:
    """What the rules say of today: the decision, the routine for today, the sessions behind it."""

    decision: Decision
    today: Routine | None  # None where the plan is paused
    sessions: tuple[SessionRecord, ...]  # those that the reasons name, the oldest first
    review: Review | None = None
    gentler: tuple[str, ...] = ()  # the exercises of the plan that can be made easier


def progress_of(
    entries: Readable,
    sessions: Sequence[SessionRecord],
    plan: Plan,
    library: Library,
    today: date,
) -> Progress:
    """Return what the rules of progression say today; a pure function of what is on record."""
    course = course_of(entries, sessions, plan, library, today)
    decision = decide(course, today, library.get)
    named = {session_id for reason in decision.reasons for session_id in reason.sessions}
    ceiling = course.circumstances.ceiling(today)
    checks = [each.local_date for each in standing_checks(entries.all(CheckRecord))]
    review = review_due(course.circumstances.measured_from, checks, today)
    return Progress(
        decision,
        todays_routine(decision, plan.routine, library, ceiling, person=person_now(entries, today)),
        tuple(session for session in sessions if session.id in named),
        review=None if review is None else Review(review, change_in_pain(course, today)),
        gentler=tuple(
            str(slot.exercise_id)
            for slot in plan.routine.slots
            if step_down(slot, library.get(slot.exercise_id)) is not None
        ),
    )


def todays_routine(
    decision: Decision,
    routine: Routine,
    library: Library,
    ceiling: Level = Level.PROGRESSED,
    *,
    person: Person | None = None,
) -> Routine | None:
    """Return how the routine is done today, or None where the plan is paused.

    Nothing in it lies above the ceiling, also where the plan is older than what set that. An easy
    day holds nothing that the person must not start.
    """
    match decision.verdict:
        case Verdict.SEE_CLINICIAN | Verdict.RESTART:
            return None
        case Verdict.FLARE_EASY:
            return _easy_day(routine, library, person)
        case Verdict.FLARE_HALF:
            return halved(capped(routine, ceiling, library))
        case Verdict.REPEAT_EASIER if decision.step is not None:
            return capped(with_step(routine, decision.step), ceiling, library)
        case _:
            return capped(routine, ceiling, library)


def may_restart(decision: Decision) -> bool:
    """Tell whether a plan that was left for long may begin again: the check has been done since."""
    checked = any(reason.rule is RuleId.CHECKED for reason in decision.reasons)
    return decision.verdict is Verdict.RESTART and checked


class ProgressKeeper:
    """Carries out decisions; every write is on disk when it returns, or raises UserError."""

    def __init__(self, entries: EntryRepository, plans: PlanKeeper, clock: Clock) -> None:
        self._entries = entries
        self._plans = plans
        self._clock = clock

    def take(self, decision: Decision, routine: Routine) -> Routine:
        """Keep the step of a decision, up or back, and return the routine after it."""
        step = decision.step
        if step is None:
            return routine
        after = with_step(routine, step)
        up = decision.verdict is Verdict.PROGRESS
        self._keep(decision, routine, up=up, automatic=True)
        self._plans.change(after)
        return after

    def ease(
        self, decision: Decision, routine: Routine, exercise_id: str, library: Library
    ) -> Routine:
        """Make one exercise easier by the person's own wish; harder is not theirs to choose."""
        ups = [change.step for change in self._entries.all(PlanChange) if change.up]
        for slot in routine.slots:
            if slot.exercise_id == exercise_id:
                step = step_down(slot, library.get(exercise_id), ups)
                if step is not None:
                    chosen = Decision(Verdict.STEP_BACK, decision.reasons, step)
                    self._keep(chosen, routine, up=False, automatic=False)
                    after = with_step(routine, step)
                    self._plans.change(after)
                    return after
        return routine

    def pause(self, decision: Decision) -> PlanPause | None:
        """Keep that the rules send the person to a clinician, once for each rule."""
        reason = decision.reasons[0]
        if reason.rule in {pause.rule for pause in self._since_clearance()}:
            return None
        pause = PlanPause(rule=reason.rule, reason=reason.words, **stamp(self._clock))
        return self._entries.put(pause)

    def restart(self, decision: Decision, routine: Routine, library: Library) -> Routine:
        """Begin the plan anew at its easiest doses, once a long time away led to a new check."""
        if not may_restart(decision):
            return routine
        easiest = tuple(_easiest(slot, library) for slot in routine.slots)
        after = replace(routine, id=PLAN_ID, slots=easiest)
        self._plans.begin(after)
        return after

    def _keep(self, decision: Decision, routine: Routine, *, up: bool, automatic: bool) -> None:
        if decision.step is not None:
            self._entries.put(
                PlanChange(
                    routine_id=routine.id,
                    step=decision.step,
                    up=up,
                    automatic=automatic,
                    verdict=decision.verdict,
                    reasons=decision.reasons,
                    **stamp(self._clock),
                )
            )

    def _since_clearance(self) -> tuple[PlanPause, ...]:
        cleared = max((c.at for c in self._entries.all(Clearance)), default=None)
        pauses = self._entries.all(PlanPause)
        return tuple(pause for pause in pauses if cleared is None or pause.at > cleared)


def _easiest(slot: Slot, library: Library) -> Slot:
    dose = library.get(slot.exercise_id).doses[Level.BEGINNER]
    return replace(slot, level=Level.BEGINNER, dose=dose, extra_set=None)


def _easy_day(routine: Routine, library: Library, person: Person | None) -> Routine | None:
    """Return the easy items at their easiest; None where the library has none that suits."""
    for group in (EASY_DAY, EASY_OFF_THE_BACK):
        slots = tuple(
            slot_for(library.get(exercise_id))
            for exercise_id in group
            if exercise_id in library
            and (person is None or judge(library.get(exercise_id), person).startable)
        )
        if slots:
            return replace(routine, slots=slots)
    return None
