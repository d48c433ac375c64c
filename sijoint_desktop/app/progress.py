"""Joins what was recorded to the rules of progression, and keeps what they decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import zip_longest

from sijoint_desktop.app.diary import MORNING_FROM, MORNING_UNTIL
from sijoint_desktop.app.moment import stamp
from sijoint_desktop.app.plan import PLAN_ID, Plan, PlanKeeper
from sijoint_desktop.app.reminder import last_check
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import CautionTag, Level
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.history.entries import (
    Clearance,
    HurtEvent,
    PainEntry,
    PainKind,
    PlanChange,
    PlanPause,
)
from sijoint_desktop.history.records import Origin, SessionRecord
from sijoint_desktop.history.repository import EntryRepository
from sijoint_desktop.history.safety import Readable
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.course import Circumstances, Course, Decision, Reading, Verdict
from sijoint_desktop.routine.ladder import halved, step_down, with_step
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.progression import decide
from sijoint_desktop.routine.response import SETTLED_WITHIN, Hurt, Response
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.person import person_of
from sijoint_desktop.triage.urgency import Urgency

LASTING_AFTER = timedelta(hours=48)
LASTING_UNTIL = timedelta(hours=96)
"""Between these, pain that is still up counts as lasting; clinical brief d says over 48 hours."""

LIMITED_FOR = timedelta(days=14)
"""How long a plan with limits stays at beginner doses; clinical brief, LIMITED."""

LATE_PREGNANCY_WEEKS = 28

EASY_DAY = (ExerciseId("breathing_brace"), ExerciseId("pelvic_tilt"))
"""What an easy day after a flare-up holds; clinical brief d names E14, E01 and short walks."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What the rules say of today: the decision, the routine for today, the sessions behind it."""

    decision: Decision
    today: Routine | None  # None where the plan is paused
    sessions: tuple[SessionRecord, ...]  # those that the reasons name, the oldest first


def course_of(
    entries: Readable, sessions: Sequence[SessionRecord], plan: Plan, today: date
) -> Course:
    """Return the course of a plan from everything on record."""
    done = [s for s in sessions if s.reps and s.origin is Origin.GUIDED]
    begun = _begun(plan, done, today)
    done = [s for s in done if s.local_date >= begun]
    pains, hurts = entries.all(PainEntry), entries.all(HurtEvent)
    changes = [c for c in entries.all(PlanChange) if c.routine_id == plan.routine.id]
    return Course(
        plan=plan.routine,
        circumstances=circumstances(entries, begun),
        responses=tuple(_responses(done, pains, hurts)),
        readings=tuple(_readings(sessions, pains)),
        taken=tuple(change.taken for change in changes if change.local_date >= begun),
    )


def _begun(plan: Plan, done: Sequence[SessionRecord], today: date) -> date:
    """Return the first day of a plan.

    One of the program's routines was done before its first change made it the person's own: the
    sessions before that belong to it as well.
    """
    days = [today if plan.since is None else plan.since]
    if plan.routine.id != PLAN_ID:
        days += [s.local_date for s in done if s.routine_id == plan.routine.id]
    return min(days)


def circumstances(entries: Readable, begun: date) -> Circumstances:
    """Return what about the person sets the pace, from their last check and clearance."""
    cleared = max((c.at for c in entries.all(Clearance)), default=None)
    check = last_check(entries)
    if check is None:
        return Circumstances(plan_since=begun, cleared_at=cleared)
    person = person_of(Answers(check.answers))
    pregnant = person.has(CautionTag.PREGNANCY) is True
    late = pregnant and (person.weeks is None or person.weeks >= LATE_PREGNANCY_WEEKS)
    limited = check.level is Urgency.LIMITED
    return Circumstances(
        plan_since=begun,
        beginner_until=check.local_date + LIMITED_FOR if limited else None,
        pregnant=pregnant,
        keep_only=late,
        slow=person.has(CautionTag.AFTER_BIRTH) is True,
        hypermobile=person.has(CautionTag.HYPERMOBILE) is True,
        cleared_at=cleared,
    )


def progress_of(
    entries: Readable,
    sessions: Sequence[SessionRecord],
    plan: Plan,
    library: Library,
    today: date,
) -> Progress:
    """Return what the rules of progression say today; a pure function of what is on record."""
    decision = decide(course_of(entries, sessions, plan, today), today, library.get)
    named = {session_id for reason in decision.reasons for session_id in reason.sessions}
    behind = tuple(session for session in sessions if session.id in named)
    return Progress(decision, todays_routine(decision, plan.routine, library), behind)


def todays_routine(decision: Decision, routine: Routine, library: Library) -> Routine | None:
    """Return how the routine is done today, or None where the plan is paused."""
    match decision.verdict:
        case Verdict.SEE_CLINICIAN | Verdict.RESTART:
            return None
        case Verdict.FLARE_EASY:
            return _easy_day(routine, library)
        case Verdict.FLARE_HALF:
            return halved(routine)
        case Verdict.REPEAT_EASIER if decision.step is not None:
            return with_step(routine, decision.step)
        case _:
            return routine


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
        """Keep that the rules send the person to a clinician, once for each reason."""
        kept = {(pause.rule, pause.reason) for pause in self._since_clearance()}
        reason = decision.reasons[0]
        if (reason.rule, reason.words) in kept:
            return None
        pause = PlanPause(rule=reason.rule, reason=reason.words, **stamp(self._clock))
        return self._entries.put(pause)

    def restart(self, routine: Routine, library: Library) -> Routine:
        """Begin the plan anew at its easiest doses, after a long time without a session."""
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


def _easy_day(routine: Routine, library: Library) -> Routine | None:
    """Return the easy items at their easiest; None where the library has neither."""
    slots = tuple(
        Slot(exercise_id, Level.BEGINNER, library.get(exercise_id).doses[Level.BEGINNER])
        for exercise_id in EASY_DAY
        if exercise_id in library
    )
    return replace(routine, slots=slots) if slots else None


def _responses(
    done: Sequence[SessionRecord], pains: Sequence[PainEntry], hurts: Sequence[HurtEvent]
) -> Iterator[Response]:
    for session, following in zip_longest(done, done[1:]):
        before = session.nrs_before
        morning, woke = _morning(session, following, pains)
        whole = [rep for rep in session.reps if rep.held_s >= rep.planned_hold_s]
        yield Response(
            id=session.id,
            day=session.local_date,
            started_at=session.started_at,
            before=before,
            worst=session.nrs_worst,
            effort=session.effort,
            whole=len(whole) >= session.planned_reps,
            form_ok=session.form_ok is True,
            hurts=tuple(
                Hurt(h.exercise_id, h.nrs, h.sharp, h.new_numbness)
                for h in hurts
                if h.session_id == session.id
            ),
            morning=morning,
            woke=woke,
            lasted=_lasted(session, following, pains),
        )


def _morning(
    session: SessionRecord, following: SessionRecord | None, pains: Sequence[PainEntry]
) -> tuple[int | None, bool]:
    """Return the pain of the next morning and whether it woke the person.

    Where nobody was asked, the pain before a session 12 to 36 hours later stands for it.
    """
    for pain in pains:
        if pain.kind is PainKind.MORNING_AFTER and pain.session_id == session.id:
            return pain.nrs, pain.woke
    if following is not None:
        between = following.started_at - session.last_moment
        if MORNING_FROM <= between <= MORNING_UNTIL:
            return following.nrs_before, False
    return None, False


def _lasted(
    session: SessionRecord, following: SessionRecord | None, pains: Sequence[PainEntry]
) -> bool:
    """Tell whether the pain stayed up from the session to over 48 hours later."""
    if session.nrs_before is None:
        return False
    end: datetime = session.last_moment
    until = min(end + LASTING_UNTIL, following.started_at if following else end + LASTING_UNTIL)
    after = [(pain.at, pain.nrs) for pain in pains if end < pain.at <= until]
    if following is not None and following.nrs_before is not None:
        after.append((following.started_at, following.nrs_before))
    allowed = session.nrs_before + SETTLED_WITHIN
    late = [nrs for at, nrs in after if LASTING_AFTER <= at - end <= LASTING_UNTIL]
    return bool(late) and all(nrs > allowed for _at, nrs in after)


def _readings(sessions: Sequence[SessionRecord], pains: Sequence[PainEntry]) -> Iterator[Reading]:
    for session in sessions:
        if session.nrs_before is not None:
            yield Reading(session.local_date, session.nrs_before)
    for pain in pains:
        yield Reading(pain.local_date, pain.nrs)
