from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.model import Level
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.routine.ladder import (
    LEVELS,
    Step,
    StepKind,
    halved,
    holds_all_of,
    is_down,
    step_down,
    step_up,
    with_step,
)
from sijoint_desktop.routine.model import Slot
from tests.routine.courses import exercise_of, library, plan, slot

EXERCISES = [exercise.id for exercise in library()]


def climb(start: Slot, ceiling: Level = Level.PROGRESSED) -> list[Step]:
    steps: list[Step] = []
    here = start
    while (step := step_up(here, exercise_of(here.exercise_id), ceiling)) is not None:
        steps.append(step)
        here = step.after
    return steps


def changed(step: Step) -> set[str]:
    """Return what of the dose a step changes."""
    before, after = step.before.dose, step.after.dose
    names = ("sets", "reps", "hold_s")
    return {name for name in names if getattr(before, name) != getattr(after, name)}


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_the_ladder_leads_to_the_hardest_dose_and_no_further(exercise_id: str) -> None:
    start = slot(exercise_id)
    steps = climb(start)
    top = steps[-1].after if steps else start
    exercise = exercise_of(start.exercise_id)
    if start.dose.wear_minutes is not None:
        assert steps == []
        return
    assert top.level is Level.PROGRESSED
    assert top.dose == exercise.doses[Level.PROGRESSED]


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_one_step_changes_one_thing_by_little(exercise_id: str) -> None:
    for step in climb(slot(exercise_id)):
        if step.kind is StepKind.LEVEL:
            continue
        assert changed(step) == {
            {StepKind.REPS: "reps", StepKind.HOLD: "hold_s", StepKind.SETS: "sets"}[step.kind]
        }
        assert step.after.level is step.before.level
        before, after = step.before.dose, step.after.dose
        assert after.sets - before.sets <= 1
        assert after.reps - before.reps <= max(1, 0.2 * before.reps)
        assert after.hold_s - before.hold_s <= max(1, 0.2 * before.hold_s)


def test_repetitions_come_before_the_hold_sets_and_the_level() -> None:
    kinds = [step.kind for step in climb(slot("glute_bridge"), Level.STANDARD)]
    order = list(StepKind)
    assert kinds == sorted(kinds, key=order.index)
    assert kinds[-1] is StepKind.LEVEL


@pytest.mark.parametrize("ceiling", LEVELS)
@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_no_step_leads_over_the_ceiling(exercise_id: str, ceiling: Level) -> None:
    for step in climb(slot(exercise_id), ceiling):
        assert LEVELS.index(step.after.level) <= LEVELS.index(ceiling)
        top = exercise_of(step.exercise_id).doses[ceiling]
        assert step.after.dose.reps <= max(top.reps, slot(exercise_id).dose.reps)
        assert step.after.dose.hold_s <= max(top.hold_s, slot(exercise_id).dose.hold_s)


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_every_step_up_can_be_taken_back_exactly(exercise_id: str) -> None:
    steps = climb(slot(exercise_id))
    here = steps[-1].after if steps else slot(exercise_id)
    for count in range(len(steps), 0, -1):
        down = step_down(here, exercise_of(here.exercise_id), steps[:count])
        assert down is not None
        assert down == steps[count - 1].reversed
        here = down.after
    assert here == slot(exercise_id)


@given(
    exercise_id=st.sampled_from(EXERCISES),
    level=st.sampled_from(LEVELS),
    sets=st.integers(1, 10),
    reps=st.integers(1, 50),
    hold_s=st.integers(0, 120),
)
def test_stepping_down_asks_for_less_each_time_and_ends(
    exercise_id: str, level: Level, sets: int, reps: int, hold_s: int
) -> None:
    dose = exercise_of(slot(exercise_id).exercise_id).doses[level]
    dose = replace(dose, sets=sets, reps=reps, hold_s=Seconds(float(hold_s)))
    here = replace(slot(exercise_id, level), dose=dose)
    for _count in range(300):
        step = step_down(here, exercise_of(here.exercise_id))
        if step is None:
            break
        assert is_down(step.before, step.after)
        assert step.before == here
        here = step.after
    else:
        pytest.fail("it never ends")
    assert here.level is Level.BEGINNER
    assert here.dose.reps >= 1
    assert here.dose.sets >= 1


def test_an_upward_choice_is_told_from_a_downward_one() -> None:
    start = slot("glute_bridge")
    up = climb(start)[0]
    assert not is_down(up.before, up.after)
    assert is_down(up.after, up.before)
    assert not is_down(start, start)
    mixed = replace(start, dose=replace(start.dose, sets=5, reps=1))
    assert not is_down(start, mixed)
    assert not is_down(start, slot("pelvic_tilt"))


def test_half_the_dose_halves_sets_or_else_what_is_in_the_one_set() -> None:
    three = replace(slot("glute_bridge"), dose=replace(slot("glute_bridge").dose, sets=3))
    whole = plan(three, slot("pelvic_tilt"), slot("figure4_supine"))
    half = halved(whole).slots
    assert half[0].dose.sets == 2
    assert half[1].dose.reps == (whole.slots[1].dose.reps + 1) // 2
    assert half[2].dose.hold_s == whole.slots[2].dose.hold_s / 2
    names = {f.name for f in fields(half[0].dose)} - {"sets", "reps", "hold_s"}
    assert all(getattr(half[0].dose, n) == getattr(whole.slots[0].dose, n) for n in names)


def test_a_step_changes_its_own_slot_alone() -> None:
    routine = plan()
    step = climb(routine.slots[1])[0]
    after = with_step(routine, step)
    assert after.slots[1] == step.after
    assert after.slots[0] == routine.slots[0]
    assert with_step(after, step) == after  # it no longer fits


def test_an_exercise_that_a_plan_has_twice_must_be_done_twice() -> None:
    bridge = slot("glute_bridge")
    twice = plan(bridge, slot("pelvic_tilt"), bridge)
    assert not holds_all_of(plan(bridge, slot("pelvic_tilt")), twice)
    assert holds_all_of(twice, twice)


def test_a_set_more_for_one_side_belongs_to_the_whole() -> None:
    figure = slot("figure4_supine")
    more = replace(figure, extra_set=Side.LEFT)
    assert not holds_all_of(plan(figure), plan(more))
    assert holds_all_of(plan(more), plan(figure))
