"""Decides from what was done whether the dose moves up, stays or eases off, and says why.

The rules are those of clinical brief d. They are tried from the gravest to the mildest, and the
first that fits decides, so nothing is ever made harder while something speaks against it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from sijoint_desktop.content.model import Exercise, Level, Purpose
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.routine.alarms import alarms
from sijoint_desktop.routine.course import Course, Decision, Reason, RuleId, Verdict
from sijoint_desktop.routine.flare import flare_plan, last_flare
from sijoint_desktop.routine.ladder import Step, StepKind, is_above, step_down, step_up
from sijoint_desktop.routine.model import Slot
from sijoint_desktop.routine.response import HARD_FROM, Response, Zone

STREAK_DAYS = 5
"""Calendar days that these sessions must spread over, the first and the last one counted."""

MISSED_DAYS = 7
RESTART_DAYS = 21
REVIEW_DAYS = (14, 42, 84)


Exercises = Callable[[ExerciseId], Exercise]
_GENTLEST = mark("The plan is as gentle as it gets. Leave out what hurts.")
_Rule = Callable[[Course, date, Exercises], Decision | None]


def decide(course: Course, today: date, exercise_of: Exercises) -> Decision:
    """Return what happens to the dose on the local date ``today``: a pure function of its input.

    What is dated after today, by a clock that was wrong, can lead to nothing harder.
    """
    known = course.up_to(today)
    decision = _first_that_fits(known, today, exercise_of)
    if decision.verdict is Verdict.PROGRESS and known != course:
        words = tr("Something on record is dated after today, so the dose stays as it is.")
        return Decision(Verdict.HOLD, (Reason(RuleId.CLOCK, words),))
    return decision


def _first_that_fits(course: Course, today: date, exercise_of: Exercises) -> Decision:
    for rule in _RULES:
        decision = rule(course, today, exercise_of)
        if decision is not None:
            return decision
    raise AssertionError("the last rule always decides")


def _see_clinician(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    reasons = tuple(alarms(course, today))
    return Decision(Verdict.SEE_CLINICIAN, reasons) if reasons else None


def _new_flare(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    """Let a flare-up stand at the start of another plan as well."""
    return None if course.in_plan else flare_plan(course, today)


def _nothing_yet(course: Course, _today: date, _exercise_of: Exercises) -> Decision | None:
    if course.in_plan:
        return None
    words = tr("You have not done this plan yet. It starts as it is written.")
    return Decision(Verdict.BEGIN, (Reason(RuleId.FIRST, words),))


def _missed_long(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    """Begin again at the easiest doses after long; choosing another plan is no way around that."""
    if not course.responses:
        return None
    away = (today - course.responses[-1].day).days
    if away <= RESTART_DAYS:
        return None
    checked_on = course.circumstances.checked_on
    checked = checked_on is not None and checked_on > course.responses[-1].day
    easiest = not any(is_above(slot, Level.BEGINNER) for slot in course.plan.slots)
    if checked and easiest and not course.in_plan:
        return None  # it has begun again
    reasons = [Reason(RuleId.MISSED_LONG, _away_words(away))]
    if checked:
        words = tr("You have done a check since. Begin again at the easiest doses.")
        reasons.append(Reason(RuleId.CHECKED, words))
    else:
        words = tr("Check your symptoms, then begin again at the easiest doses.")
        reasons.append(Reason(RuleId.MISSED_LONG, words))
    return Decision(Verdict.RESTART, tuple(reasons))


def _flare(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    return flare_plan(course, today)


def _red(course: Course, _today: date, exercise_of: Exercises) -> Decision | None:
    """Step back after a red session; at the gentlest dose the milder rules have their say."""
    last = _last(course)
    if last is None or last.zone is not Zone.RED:
        return None
    step = _easier(course, last, exercise_of)
    return None if step is None else Decision(Verdict.STEP_BACK, (_too_much(last),), step)


def _too_much(last: Response) -> Reason:
    words = tr("Your last session hurt too much.")
    if last.worst_felt is not None:
        words = tr("Your last session hurt too much, up to {nrs} of 10.", nrs=last.worst_felt)
    return Reason(RuleId.RED, words, (last.id,))


def _unsettled(course: Course, _today: date, exercise_of: Exercises) -> Decision | None:
    last = _last(course)
    if last is None or last.settled is not False:
        return None
    unsettled = [r for r in course.since_step if r.settled is False]
    words = tr(
        "The morning after, your pain was {after}, and {before} before the session.",
        after=last.morning,
        before=last.before,
    )
    reason = Reason(RuleId.NEXT_MORNING, words, (last.id,))
    step = _easier(course, last, exercise_of)
    if len(unsettled) > 1:
        ids = tuple(r.id for r in unsettled[-2:])
        again = Reason(RuleId.TWO_UNSETTLED, tr("It is the second time."), ids)
        return _back(Verdict.STEP_BACK, (reason, again), step)
    return _back(Verdict.REPEAT_EASIER, (reason,), step)


def _missed(course: Course, today: date, exercise_of: Exercises) -> Decision | None:
    last = course.responses[-1]
    if course.missed(today) <= MISSED_DAYS:
        return None
    if any(not step.up and step.at > last.started_at for step in course.taken):
        return None  # it has been made easier since
    step = _easier(course, last, exercise_of)
    reason = Reason(RuleId.MISSED, _away_words((today - last.day).days))
    return None if step is None else Decision(Verdict.STEP_BACK, (reason,), step)


def _back(verdict: Verdict, reasons: tuple[Reason, ...], step: Step | None) -> Decision:
    if step is None:
        reasons = (*reasons, Reason(RuleId.GENTLEST, tr(_GENTLEST)))
    return Decision(verdict, reasons, step)


def _hold(course: Course, today: date, _exercise_of: Exercises) -> Decision | None:
    reasons = tuple(_against_more(course, today))
    return Decision(Verdict.HOLD, reasons) if reasons else None


def _against_more(course: Course, today: date) -> Iterator[Reason]:
    last = _last(course)
    if last is not None:
        yield from _about_last(last, today)
    away = (today - course.responses[-1].day).days
    if away > MISSED_DAYS:  # a good reason for that spares the step back, but is no training
        again = tr("Begin again with what you know.")
        yield Reason(RuleId.MISSED, f"{_away_words(away)} {again}")
    if course.circumstances.keep_only:
        words = tr("From 28 weeks of pregnancy the aim is to keep what you have, not to add.")
        yield Reason(RuleId.PREGNANT_KEEP, words)
    streak = _streak(course, today)
    needed = course.circumstances.streak
    days = (streak[-1].day - streak[0].day).days + 1 if streak else 0
    if not streak or len(streak) < needed or days < STREAK_DAYS:
        words = tr(
            "{done} of {needed} easy sessions in a row, over at least {days} days.",
            done=len(streak),
            needed=needed,
            days=STREAK_DAYS,
        )
        if any(r.neutral for r in course.since_step):
            but = tr("Easy days, single exercises and sessions on paper are not counted.")
            words = f"{words} {but}"
        yield Reason(RuleId.TOO_FEW, words, tuple(r.id for r in streak))
    yield from _about_ceiling(course, today)


def _about_ceiling(course: Course, today: date) -> Iterator[Reason]:
    limit = course.circumstances.beginner_until
    if limit is not None and today <= limit:
        words = tr("For the first two weeks your plan stays at the easier doses.")
        yield Reason(RuleId.LIMITED, words)
    elif any(is_above(s, course.circumstances.ceiling(today)) for s in course.plan.slots):
        words = tr("What your last check says of you asks for easier doses than the plan has.")
        yield Reason(RuleId.ABOVE, words)


def _about_last(last: Response, today: date) -> Iterator[Reason]:
    if last.zone is Zone.RED:
        yield _too_much(last)
        yield Reason(RuleId.GENTLEST, tr(_GENTLEST))
    if last.zone is Zone.AMBER:
        yield Reason(RuleId.AMBER, _a_little(last), (last.id,))
    if last.effort is not None and last.effort >= HARD_FROM:
        words = tr("Your last session was hard work: {effort} of 10.", effort=last.effort)
        yield Reason(RuleId.HARD, words, (last.id,))
    if last.settled is None and (last.of_plan or (today - last.day).days <= 1):
        words = tr("How you feel the morning after your last session decides.")
        yield Reason(RuleId.AWAITS_MORNING, words, (last.id,))
    if not last.of_plan:
        return
    if last.zone is Zone.UNKNOWN:
        words = tr("The pain of your last session was not answered.")
        yield Reason(RuleId.UNKNOWN, words, (last.id,))
    if not (last.whole and last.form_ok):
        words = tr("Your last session was not done whole and in good form.")
        yield Reason(RuleId.NOT_WHOLE, words, (last.id,))


def _progress(course: Course, today: date, exercise_of: Exercises) -> Decision | None:
    streak = _streak(course, today)
    step = _harder(course, today, streak, exercise_of)
    ids = tuple(r.id for r in streak)
    if step is None:
        words = tr("You do all of this plan with ease. It stays as it is.")
        return Decision(Verdict.HOLD, (Reason(RuleId.CEILING, words, ids),))
    words = plural(
        "Your last session was easy, and the morning after was calm.",
        "Your last {n} sessions were easy, and the mornings after were calm.",
        len(streak),
    )
    return Decision(Verdict.PROGRESS, (Reason(RuleId.STREAK, words, ids),), step)


def review_due(since: date, checks: Iterable[date], today: date) -> int | None:
    """Return the day of the plan, 14, 42 or 84, whose review is due and was not done yet.

    ``since`` is the first day of exercise, ``checks`` are the dates of full checks: a check on that
    day or later is the review. Clinical brief d.
    """
    past = [day for day in REVIEW_DAYS if (today - since).days >= day]
    if not past or any((check - since).days >= past[-1] for check in checks):
        return None
    return past[-1]


_RULES: tuple[_Rule, ...] = (
    _see_clinician,
    _missed_long,
    _new_flare,
    _nothing_yet,
    _red,
    _flare,
    _missed,
    _unsettled,
    _hold,
    _progress,
)


def _last(course: Course) -> Response | None:
    return course.since_step[-1] if course.since_step else None


def _away_words(days: int) -> str:
    return plural("Your last session was {n} day ago.", "Your last session was {n} days ago.", days)


def _a_little(last: Response) -> str:
    if last.worst_felt is None:
        return tr("Your last session hurt a little. The dose stays as it is.")
    return tr(
        "Your last session hurt a little, up to {nrs} of 10. The dose stays as it is.",
        nrs=last.worst_felt,
    )


def _streak(course: Course, today: date) -> tuple[Response, ...]:
    """Return the easy sessions in a row up to now, the oldest first.

    A flare-up or more than a week without a session ends the row.
    """
    flare = last_flare(course, today)
    found: list[Response] = []
    for r in reversed(course.since_step):
        if r.neutral:
            continue
        gap = (found[-1].day - r.day).days if found else 0
        before_flare = flare is not None and r.day <= flare.day
        if not (r.of_plan and r.easy and r.settled) or before_flare or gap > MISSED_DAYS:
            break
        found.append(r)
    return tuple(reversed(found))


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
