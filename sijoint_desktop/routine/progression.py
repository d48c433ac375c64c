"""Decides from what was done whether the dose moves up, stays or eases off, and says why.

The rules are those of clinical brief d. They are tried from the gravest to the mildest, and the
first that fits decides, so nothing is ever made harder while something speaks against it.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile
from statistics import median

from sijoint_desktop.content.model import Exercise, Purpose
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.routine.course import Course, Decision, Reason, RuleId, Verdict
from sijoint_desktop.routine.ladder import Step, StepKind, step_down, step_up
from sijoint_desktop.routine.model import Slot
from sijoint_desktop.routine.response import HARD_FROM, Response, Zone

STREAK_DAYS = 5
"""Calendar days that these sessions must spread over, the first and the last one counted."""

RED_WINDOW_DAYS = 7
MISSED_DAYS = 7
RESTART_DAYS = 21
FLARE_RISE = 3
FLARE_EASY_DAYS = 2
FLARE_LOOK_BACK_DAYS = 14
_USUAL_READINGS = 3  # a flare-up is a rise over what is usual, and fewer readings show no usual

REVIEW_DAYS = (14, 42, 84)
NOT_WORKING_DAYS = 42
MEANINGFUL_POINTS = 2
MEANINGFUL_SHARE = 0.30
"""What a change must reach in six weeks to count (Ostelo 2008): 2 points, or 30 %."""


Exercises = Callable[[ExerciseId], Exercise]
_Rule = Callable[[Course, date, Exercises], Decision | None]


def decide(course: Course, today: date, exercise_of: Exercises) -> Decision:
    """Return what happens to the dose on the local date ``today``: a pure function of its input."""
    for rule in _RULES:
        decision = rule(course, today, exercise_of)
        if decision is not None:
            return decision
    raise AssertionError("the last rule always decides")


def _see_clinician(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    reasons = tuple(_grave(course, today))
    return Decision(Verdict.SEE_CLINICIAN, reasons) if reasons else None


def _grave(course: Course, today: date) -> Iterator[Reason]:
    recent = course.since_clearance
    red = [r for r in recent if r.zone is Zone.RED]
    for first, later in pairwise(red):
        if (later.day - first.day).days <= RED_WINDOW_DAYS:
            words = "Two sessions within 7 days hurt too much."
            yield Reason(RuleId.TWO_RED, words, (first.id, later.id))
            break
    for r in recent:
        if r.lasted:
            words = "Your pain was still up 48 hours after a session."
            yield Reason(RuleId.LASTED, words, (r.id,))
        if r.woke:
            yield Reason(RuleId.WOKE, "Pain woke you in the night after a session.", (r.id,))
    yield from _not_working(course, today)


def _not_working(course: Course, today: date) -> Iterator[Reason]:
    since = course.circumstances.plan_since
    cleared = course.circumstances.cleared_at
    if (today - since).days < NOT_WORKING_DAYS:
        return
    if cleared is not None and (cleared.date() - since).days >= NOT_WORKING_DAYS:
        return
    first = [r.nrs for r in course.readings if 0 <= (r.day - since).days < 7]
    last = [r.nrs for r in course.readings if 0 <= (today - r.day).days < 7]
    if not first or not last or median(first) == 0:
        return
    before, now = median(first), median(last)
    if before - now < MEANINGFUL_POINTS and before - now < MEANINGFUL_SHARE * before:
        words = (
            f"After six weeks your usual pain is {now:g}; it was {before:g}. That is too little "
            "change to carry on alone."
        )
        yield Reason(RuleId.NOT_WORKING, words)


def _nothing_yet(course: Course, _today: date, _exercise_of: Exercises) -> Decision | None:
    if course.responses:
        return None
    words = "You have not done this plan yet. It starts as it is written."
    return Decision(Verdict.BEGIN, (Reason(RuleId.FIRST, words),))


def _missed_long(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    away = (today - course.responses[-1].day).days
    if away <= RESTART_DAYS:
        return None
    words = f"Your last session was {away} days ago. Check your symptoms, then start easy again."
    return Decision(Verdict.RESTART, (Reason(RuleId.MISSED_LONG, words),))


def _flare(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    start = _flare_start(course, today)
    if start is None:
        return None
    day, usual, felt = start
    rise = f"Your pain rose from about {usual:g} to {felt}."
    if (today - day).days < FLARE_EASY_DAYS:
        words = f"{rise} Today is an easy day: calm breathing, small movements, short walks."
        return Decision(Verdict.FLARE_EASY, (Reason(RuleId.FLARE, words),))
    words = f"{rise} Half the dose is enough until one session is easy again."
    return Decision(Verdict.FLARE_HALF, (Reason(RuleId.FLARE, words),))


def _flare_start(course: Course, today: date) -> tuple[date, float, int] | None:
    """Return day, usual pain and score of the flare-up that is not over yet."""
    window = timedelta(days=FLARE_LOOK_BACK_DAYS)
    readings = sorted(course.readings, key=lambda r: r.day)
    for reading in reversed([r for r in readings if today - window <= r.day <= today]):
        before = [r.nrs for r in readings if reading.day - window <= r.day < reading.day]
        if len(before) < _USUAL_READINGS or reading.nrs - median(before) < FLARE_RISE:
            continue
        over = any(
            r.zone is Zone.GREEN and r.settled and (r.day - reading.day).days >= FLARE_EASY_DAYS
            for r in course.responses
        )
        return None if over else (reading.day, median(before), reading.nrs)
    return None


def _red(course: Course, _today: date, exercise_of: Exercises) -> Decision | None:
    last = _last(course)
    if last is None or last.zone is not Zone.RED:
        return None
    words = f"Your last session hurt too much{_score(last)}."
    reason = Reason(RuleId.RED, words, (last.id,))
    return _back(Verdict.STEP_BACK, (reason,), _easier(course, last, exercise_of))


def _unsettled(course: Course, _today: date, exercise_of: Exercises) -> Decision | None:
    last = _last(course)
    if last is None or last.settled is not False:
        return None
    unsettled = [r for r in course.since_step if r.settled is False]
    words = (
        f"The morning after, your pain was {last.morning}, and {last.before} before the session."
    )
    reason = Reason(RuleId.NEXT_MORNING, words, (last.id,))
    step = _easier(course, last, exercise_of)
    if len(unsettled) > 1:
        ids = tuple(r.id for r in unsettled[-2:])
        again = Reason(RuleId.TWO_UNSETTLED, "It is the second time.", ids)
        return _back(Verdict.STEP_BACK, (reason, again), step)
    return _back(Verdict.REPEAT_EASIER, (reason,), step)


def _missed(course: Course, today: date, exercise_of: Exercises) -> Decision | None:
    last = course.responses[-1]
    away = (today - last.day).days
    if away <= MISSED_DAYS or not course.since_step:
        return None
    reason = Reason(RuleId.MISSED, f"Your last session was {away} days ago.")
    return _back(Verdict.STEP_BACK, (reason,), _easier(course, last, exercise_of))


def _back(verdict: Verdict, reasons: tuple[Reason, ...], step: Step | None) -> Decision:
    if step is None:
        words = "The plan is as gentle as it gets. Leave out what hurts."
        reasons = (*reasons, Reason(RuleId.GENTLEST, words))
    return Decision(verdict, reasons, step)


def _hold(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    reasons = tuple(_against_more(course, today))
    return Decision(Verdict.HOLD, reasons) if reasons else None


def _against_more(course: Course, today: date) -> Iterator[Reason]:
    last = _last(course)
    if last is not None:
        yield from _about_last(last)
    if course.circumstances.keep_only:
        words = "From 28 weeks of pregnancy the aim is to keep what you have, not to add."
        yield Reason(RuleId.PREGNANT_KEEP, words)
    streak = _streak(course)
    needed = course.circumstances.streak
    days = (streak[-1].day - streak[0].day).days + 1 if streak else 0
    if last is None or len(streak) < needed or days < STREAK_DAYS:
        words = (
            f"{len(streak)} of {needed} easy sessions in a row, over at least {STREAK_DAYS} days."
        )
        yield Reason(RuleId.TOO_FEW, words, tuple(r.id for r in streak))
    limit = course.circumstances.beginner_until
    if limit is not None and today <= limit:
        words = "For the first two weeks your plan stays at the easier doses."
        yield Reason(RuleId.LIMITED, words)


def _about_last(last: Response) -> Iterator[Reason]:
    if last.zone is Zone.AMBER:
        words = f"Your last session hurt a little{_score(last)}. The dose stays as it is."
        yield Reason(RuleId.AMBER, words, (last.id,))
    if last.zone is Zone.UNKNOWN:
        words = "The pain of your last session was not answered."
        yield Reason(RuleId.UNKNOWN, words, (last.id,))
    if last.effort is not None and last.effort >= HARD_FROM:
        words = f"Your last session was hard work: {last.effort} of 10."
        yield Reason(RuleId.HARD, words, (last.id,))
    if not (last.whole and last.form_ok):
        words = "Your last session was not done whole and in good form."
        yield Reason(RuleId.NOT_WHOLE, words, (last.id,))
    if last.settled is None:
        words = "How you feel the morning after your last session decides."
        yield Reason(RuleId.AWAITS_MORNING, words, (last.id,))


def _progress(course: Course, today: date, exercise_of: Exercises) -> Decision | None:
    streak = _streak(course)
    step = _harder(course, today, streak, exercise_of)
    ids = tuple(r.id for r in streak)
    if step is None:
        words = "You do all of this plan with ease. It stays as it is."
        return Decision(Verdict.HOLD, (Reason(RuleId.CEILING, words, ids),))
    words = f"Your last {len(streak)} sessions were easy, and the mornings after were calm."
    return Decision(Verdict.PROGRESS, (Reason(RuleId.STREAK, words, ids),), step)


def reviews_due(plan_since: date, done: Sequence[date], today: date) -> tuple[int, ...]:
    """Return the days of the plan, of 14, 42 and 84, whose review is due and was not done yet.

    ``done`` are the dates of full checks; clinical brief d.
    """
    age = (today - plan_since).days
    past = [day for day in REVIEW_DAYS if age >= day]
    return tuple(day for day in past[-1:] if not any((d - plan_since).days >= day for d in done))


_RULES: tuple[_Rule, ...] = (
    _see_clinician,
    _nothing_yet,
    _missed_long,
    _flare,
    _red,
    _unsettled,
    _missed,
    _hold,
    _progress,
)


def _last(course: Course) -> Response | None:
    return course.since_step[-1] if course.since_step else None


def _score(response: Response) -> str:
    felt = response.worst_felt
    return "" if felt is None else f", up to {felt} of 10"


def _streak(course: Course) -> tuple[Response, ...]:
    """Return the easy sessions in a row up to now, the oldest first."""
    newest_first = takewhile(lambda r: r.easy and r.settled, reversed(course.since_step))
    return tuple(reversed(tuple(newest_first)))


def _harder(
    course: Course, today: date, streak: Sequence[Response], exercise_of: Exercises
) -> Step | None:
    """Return the step of the exercise that was made harder the least often."""
    ups = [taken.step.exercise_id for taken in course.taken if taken.up]
    ceiling = course.circumstances.ceiling(today)
    hurt = {hurt.exercise_id for r in streak for hurt in r.hurts}
    for slot in sorted(course.plan.slots, key=lambda s: ups.count(s.exercise_id)):
        exercise = exercise_of(slot.exercise_id)
        step = None if slot.exercise_id in hurt else step_up(slot, exercise, ceiling)
        if step is not None and not (course.circumstances.hypermobile and _widens(step, exercise)):
            return step
    return None


def _widens(step: Step, exercise: Exercise) -> bool:
    """Tell whether a step goes further instead of stronger; never for hypermobile joints."""
    return step.kind is StepKind.LEVEL and exercise.purpose is not Purpose.STABILISE


def _easier(course: Course, cause: Response, exercise_of: Exercises) -> Step | None:
    """Return one step down: of the exercise that hurt, else of what was made harder last."""
    ups = [taken.step for taken in course.taken if taken.up]
    wanted = [hurt.exercise_id for hurt in cause.hurts]
    wanted += [step.exercise_id for step in reversed(ups)]
    for slot in sorted(course.plan.slots, key=lambda s: _place(wanted, s)):
        step = step_down(slot, exercise_of(slot.exercise_id), ups)
        if step is not None:
            return step
    return None


def _place(wanted: Sequence[ExerciseId], slot: Slot) -> tuple[int, float]:
    """Return the order of a slot: as wanted, then by how much of it there is to do."""
    dose = slot.dose
    work = dose.sets * dose.reps * (dose.hold_s + dose.tempo.effort_s + dose.tempo.return_s)
    if slot.exercise_id in wanted:
        return wanted.index(slot.exercise_id), -work
    return len(wanted), -work
