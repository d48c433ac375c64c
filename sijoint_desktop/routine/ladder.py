"""The doses of an exercise as a ladder: one small step up or down at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Dose, Exercise, Level
from sijoint_desktop.content.words import level_word
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.language import number, plural, tr
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.routine.model import Routine, Slot, SlotSides

STEP_SHARE = 0.15
"""Of repetitions or hold seconds that one step adds or takes; clinical brief d says 10-20 %."""

LEVELS = tuple(Level)


class StepKind(StrEnum):
    """The one thing that a step changes, in the order in which steps up are taken."""

    REPS = "reps"
    HOLD = "hold"
    SETS = "sets"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one exercise: the slot before it and after it."""

    kind: StepKind
    before: Slot
    after: Slot

    @property
    def exercise_id(self) -> ExerciseId:
        """The exercise that the step changes."""
        return self.after.exercise_id

    @property
    def reversed(self) -> "Step":
        """The same change the other way round."""
        return Step(self.kind, self.after, self.before)


def step_up(slot: Slot, exercise: Exercise, ceiling: Level) -> Step | None:
    """Return the next step towards the level above, or None where the ceiling is reached.

    Repetitions come first, then the hold, then sets; the level, with its harder movement, comes
    last, when the dose has grown to that of the level.
    """
    level, dose = slot.level, slot.dose
    if dose.wear_minutes is not None:  # a belt is not made harder
        return None
    for target_level in (level, *_above(level)):
        if LEVELS.index(target_level) > LEVELS.index(ceiling):
            return None
        target = exercise.doses[target_level]
        grown = _grown(dose, target)
        if grown is not None:
            return Step(grown[0], slot, replace(slot, dose=grown[1]))
        if target_level is not level:
            return Step(StepKind.LEVEL, slot, replace(slot, level=target_level, dose=target))
    return None


def step_down(slot: Slot, exercise: Exercise, taken: Iterable[Step] = ()) -> Step | None:
    """Return one step down, or None at the gentlest: half of the dose of the first level.

    ``taken`` are the steps up on record, the oldest first: the last one that led to this slot is
    undone. Without one, repetitions shrink, then the hold, then sets, towards the level below.
    """
    led_here = [step for step in taken if step.after == slot]
    if led_here:
        return led_here[-1].reversed
    if slot.level is LEVELS[0]:
        smaller = _shrunk(slot.dose, _least(exercise.doses[LEVELS[0]]))
        return None if smaller is None else Step(smaller[0], slot, replace(slot, dose=smaller[1]))
    lower_level = LEVELS[LEVELS.index(slot.level) - 1]
    lower = exercise.doses[lower_level]
    smaller = _shrunk(slot.dose, lower)
    if smaller is not None:
        return Step(smaller[0], slot, replace(slot, dose=smaller[1]))
    return Step(StepKind.LEVEL, slot, _capped(slot, lower_level, exercise))


def is_down(before: Slot, after: Slot) -> bool:
    """Tell whether ``after`` asks no more than ``before`` in any way, and less in one.

    What a person may choose against a suggestion lies below it (clinical brief d).
    """
    pairs = list(zip(_amounts(before), _amounts(after), strict=True))
    same = before.exercise_id == after.exercise_id
    return same and all(b >= a for b, a in pairs) and any(b > a for b, a in pairs)


def halved(routine: Routine) -> Routine:
    """Return a routine at half its dose: half the sets or, of a single set, half of what is in it.

    For the days after a flare-up (clinical brief d).
    """
    return replace(routine, slots=tuple(replace(s, dose=_half(s.dose)) for s in routine.slots))


def is_above(slot: Slot, ceiling: Level) -> bool:
    """Tell whether a slot lies at a higher level than the ceiling."""
    return LEVELS.index(slot.level) > LEVELS.index(ceiling)


def capped(routine: Routine, ceiling: Level, library: Library) -> Routine:
    """Return a routine with nothing above the ceiling, and with no more of anything than before."""
    slots = (
        _capped(slot, ceiling, library.get(slot.exercise_id)) if is_above(slot, ceiling) else slot
        for slot in routine.slots
    )
    return replace(routine, slots=tuple(slots))


def holds_all_of(done: Routine, plan: Routine) -> bool:
    """Tell whether a routine asks for every exercise of a plan and for no less of it.

    What a plan has twice must be there twice.
    """
    left = list(done.slots)
    for slot in plan.slots:
        match = next((mine for mine in left if not _is_less(mine, slot)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def with_step(routine: Routine, step: Step) -> Routine:
    """Return the routine with one slot changed; one that the step does not fit stays as it is."""
    slots = list(routine.slots)
    if step.before in slots:
        slots[slots.index(step.before)] = step.after
    return replace(routine, slots=tuple(slots))


def step_in_words(step: Step, name: str) -> str:
    """Return a step as a sentence, such as "Bird dog: 9 repetitions instead of 8."."""
    before, after = step.before.dose, step.after.dose
    match step.kind:
        case StepKind.REPS:
            words = plural(
                "{name}: {n} repetition instead of {old}.",
                "{name}: {n} repetitions instead of {old}.",
                after.reps,
                name=name,
                old=before.reps,
            )
        case StepKind.HOLD:
            words = tr(
                "{name}: held {seconds} seconds instead of {old}.",
                name=name,
                seconds=number(after.hold_s),
                old=number(before.hold_s),
            )
        case StepKind.SETS:
            words = plural(
                "{name}: {n} set instead of {old}.",
                "{name}: {n} sets instead of {old}.",
                after.sets,
                name=name,
                old=before.sets,
            )
        case StepKind.LEVEL:
            new, old = level_word(step.after.level), level_word(step.before.level)
            words = tr('{name}: the level "{new}" instead of "{old}".', name=name, new=new, old=old)
    return words


def _amounts(slot: Slot) -> tuple[float, ...]:
    dose = slot.dose
    return dose.sets, dose.reps, dose.hold_s, LEVELS.index(slot.level)


def _is_less(done: Slot, slot: Slot) -> bool:
    """Tell whether a slot is of another exercise or side, or asks for less in any way."""
    same = done.exercise_id == slot.exercise_id
    sided = same and done.sides in (SlotSides.BOTH, slot.sides)
    sided = sided and slot.extra_set in (None, done.extra_set)
    return not sided or any(
        mine < planned for mine, planned in zip(_amounts(done), _amounts(slot), strict=True)
    )


def _capped(slot: Slot, ceiling: Level, exercise: Exercise) -> Slot:
    lower = exercise.doses[ceiling]
    dose = replace(
        lower,
        sets=min(lower.sets, slot.dose.sets),
        reps=min(lower.reps, slot.dose.reps),
        hold_s=min(lower.hold_s, slot.dose.hold_s),
    )
    return replace(slot, level=ceiling, dose=dose)


def _above(level: Level) -> tuple[Level, ...]:
    place = LEVELS.index(level) + 1
    return LEVELS[place : place + 1]


def _grown(dose: Dose, target: Dose) -> tuple[StepKind, Dose] | None:
    if dose.reps < target.reps:
        return StepKind.REPS, replace(dose, reps=min(target.reps, dose.reps + _part(dose.reps)))
    if dose.hold_s < target.hold_s:
        longer = Seconds(min(target.hold_s, dose.hold_s + _part(dose.hold_s)))
        return StepKind.HOLD, replace(dose, hold_s=longer)
    if dose.sets < target.sets:
        return StepKind.SETS, replace(dose, sets=dose.sets + 1)
    return None


def _shrunk(dose: Dose, least: Dose) -> tuple[StepKind, Dose] | None:
    if dose.reps > least.reps:
        return StepKind.REPS, replace(dose, reps=max(least.reps, dose.reps - _part(dose.reps)))
    if dose.hold_s > least.hold_s:
        shorter = Seconds(max(least.hold_s, dose.hold_s - _part(dose.hold_s)))
        return StepKind.HOLD, replace(dose, hold_s=shorter)
    if dose.sets > least.sets:
        return StepKind.SETS, replace(dose, sets=dose.sets - 1)
    return None


def _part(amount: float) -> int:
    return max(1, round(STEP_SHARE * amount))


def _least(gentle: Dose) -> Dose:
    """Return the smallest dose that still is the exercise: half of the gentlest one."""
    hold_s = Seconds(float(min(gentle.hold_s, max(1, gentle.hold_s // 2))))
    return replace(gentle, sets=1, reps=max(1, gentle.reps // 2), hold_s=hold_s)


def _half(dose: Dose) -> Dose:
    if dose.sets > 1:
        return replace(dose, sets=(dose.sets + 1) // 2)
    if dose.reps > 1:
        return replace(dose, reps=(dose.reps + 1) // 2)
    return replace(dose, hold_s=Seconds(dose.hold_s / 2))
