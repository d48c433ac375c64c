from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.routine.course import (
    Circumstances,
    Course,
    Reading,
    Response,
    RuleId,
    StepTaken,
    Verdict,
)
from sijoint_desktop.routine.ladder import LEVELS, StepKind, is_down, with_step
from sijoint_desktop.routine.progression import decide, review_due
from sijoint_desktop.routine.response import Hurt, Zone
from tests.routine.courses import (
    BRIDGE,
    MONDAY,
    at,
    course,
    easy,
    exercise_of,
    hurt,
    on,
    plan,
    slot,
)

THREE_EASY = (easy(0), easy(2), easy(4))
SLOW = Circumstances(plan_since=MONDAY, slow=True)


def verdict(seen: Course, day: int) -> Verdict:
    return decide(seen, on(day), exercise_of).verdict


def rules(seen: Course, day: int) -> list[RuleId]:
    return [reason.rule for reason in decide(seen, on(day), exercise_of).reasons]


def test_nothing_done_yet_begins_as_written() -> None:
    assert verdict(course(), 0) is Verdict.BEGIN


def test_three_easy_sessions_over_five_days_move_one_thing_up() -> None:
    decision = decide(course(*THREE_EASY), on(5), exercise_of)
    assert decision.verdict is Verdict.PROGRESS
    assert decision.step is not None
    assert decision.step.kind is StepKind.REPS
    assert decision.reasons[0].sessions == ("day0", "day2", "day4")


def test_three_easy_sessions_on_three_days_are_too_quick() -> None:
    assert rules(course(easy(0), easy(1), easy(2)), 3) == [RuleId.TOO_FEW]


def test_hypermobile_or_after_birth_takes_six() -> None:
    five = tuple(easy(day) for day in (0, 2, 4, 6, 8))
    assert verdict(course(*five, circumstances=SLOW), 9) is Verdict.HOLD
    assert verdict(course(*five, easy(10), circumstances=SLOW), 11) is Verdict.PROGRESS


@pytest.mark.parametrize(
    ("last", "rule"),
    [
        (easy(4, worst=3), RuleId.AMBER),
        (easy(4, worst=None), RuleId.UNKNOWN),
        (easy(4, effort=7), RuleId.HARD),
        (easy(4, whole=False), RuleId.NOT_WHOLE),
        (easy(4, form_ok=False), RuleId.NOT_WHOLE),
        (easy(4, morning=None), RuleId.AWAITS_MORNING),
    ],
)
def test_each_thing_that_speaks_against_more_is_named(last: Response, rule: RuleId) -> None:
    seen = course(easy(0), easy(2), last)
    assert verdict(seen, 5) is Verdict.HOLD
    assert rule in rules(seen, 5)


def test_a_red_session_eases_the_exercise_that_hurt() -> None:
    seen = course(easy(0), easy(2, hurts=(hurt("glute_bridge", 7),)))
    decision = decide(seen, on(3), exercise_of)
    assert decision.verdict is Verdict.STEP_BACK
    assert decision.step is not None
    assert decision.step.exercise_id == BRIDGE
    assert is_down(decision.step.before, decision.step.after)


def test_a_red_session_takes_back_what_was_made_harder_last() -> None:
    up = decide(course(*THREE_EASY), on(5), exercise_of).step
    assert up is not None
    seen = course(
        *THREE_EASY,
        easy(6, worst=6),
        routine=with_step(plan(), up),
        taken=(StepTaken(at(5), up, up=True),),
    )
    assert decide(seen, on(7), exercise_of).step == up.reversed


def test_a_step_back_is_taken_once() -> None:
    red = course(easy(0), easy(2, worst=6))
    step = decide(red, on(3), exercise_of).step
    assert step is not None
    after = replace(red, plan=with_step(red.plan, step), taken=(StepTaken(at(3), step, up=False),))
    assert verdict(after, 3) is Verdict.HOLD


def test_a_bad_morning_repeats_easier_and_a_second_one_steps_back() -> None:
    once = course(easy(0), easy(2, worst=3, morning=4))
    assert verdict(once, 3) is Verdict.REPEAT_EASIER
    twice = course(easy(0, worst=3, morning=4), easy(2, worst=3, morning=4))
    assert verdict(twice, 3) is Verdict.STEP_BACK
    assert rules(twice, 3) == [RuleId.NEXT_MORNING, RuleId.TWO_UNSETTLED]


@pytest.mark.parametrize(
    ("seen", "rule"),
    [
        (course(easy(0, worst=6), easy(3, worst=7)), RuleId.TWO_RED),
        (course(easy(0, lasted=True), easy(3)), RuleId.LASTED),
        (course(easy(0, woke=True), easy(3)), RuleId.WOKE),
    ],
)
def test_what_a_clinician_should_hear_pauses_the_plan(seen: Course, rule: RuleId) -> None:
    assert verdict(seen, 4) is Verdict.SEE_CLINICIAN
    assert rules(seen, 4) == [rule]
    cleared = replace(seen.circumstances, cleared_at=at(5))
    assert verdict(replace(seen, circumstances=cleared), 6) is not Verdict.SEE_CLINICIAN


def test_reds_more_than_a_week_apart_do_not_pause() -> None:
    assert verdict(course(easy(0, worst=6), easy(8, worst=6)), 9) is Verdict.STEP_BACK


def test_missing_a_week_steps_back_and_missing_three_starts_again() -> None:
    assert verdict(course(*THREE_EASY), 11) is Verdict.PROGRESS
    assert verdict(course(*THREE_EASY), 12) is Verdict.STEP_BACK
    assert verdict(course(*THREE_EASY), 25) is Verdict.STEP_BACK
    assert verdict(course(*THREE_EASY), 26) is Verdict.RESTART


def test_after_three_weeks_a_new_plan_begins_with_a_check_and_at_the_easiest_doses() -> None:
    new = Circumstances(plan_since=on(26))
    standard = plan(slot("glute_bridge", Level.STANDARD))
    assert verdict(course(*THREE_EASY, circumstances=replace(new, plan_since=on(25))), 25) is (
        Verdict.BEGIN
    )
    assert rules(course(*THREE_EASY, circumstances=new), 26) == [RuleId.MISSED_LONG] * 2
    checked = replace(new, checked_on=on(26))
    assert verdict(course(*THREE_EASY, circumstances=checked), 26) is Verdict.BEGIN
    harder = course(*THREE_EASY, circumstances=checked, routine=standard)
    assert rules(harder, 26) == [RuleId.MISSED_LONG, RuleId.CHECKED]


def test_a_flare_brings_two_easy_days_then_half_the_dose_until_one_easy_session() -> None:
    calm = tuple(Reading(on(day), 2) for day in range(6))
    flare = (*calm, Reading(on(6), 5))
    seen = course(*THREE_EASY, readings=flare)
    assert [verdict(seen, day) for day in (6, 7, 8)] == [
        Verdict.FLARE_EASY,
        Verdict.FLARE_EASY,
        Verdict.FLARE_HALF,
    ]
    over = course(*THREE_EASY, easy(8), readings=flare)
    assert verdict(over, 9) not in (Verdict.FLARE_EASY, Verdict.FLARE_HALF)


def test_two_readings_are_too_few_to_call_a_rise_a_flare() -> None:
    readings = (Reading(on(0), 1), Reading(on(1), 1), Reading(on(2), 6))
    assert verdict(course(easy(0), easy(2), readings=readings), 2) is Verdict.HOLD


def test_six_weeks_without_change_lead_to_a_clinician() -> None:
    sessions = tuple(easy(day) for day in range(0, 42, 2))
    same = (Reading(on(1), 5), Reading(on(40), 4))
    assert rules(course(*sessions, readings=same), 42) == [RuleId.NOT_WORKING]
    assert verdict(course(*sessions, readings=same), 41) is not Verdict.SEE_CLINICIAN
    better = (Reading(on(1), 5), Reading(on(40), 3))
    assert verdict(course(*sessions, readings=better), 42) is not Verdict.SEE_CLINICIAN
    # a third of a small pain is a change that counts, too
    mild = (Reading(on(1), 3), Reading(on(40), 2))
    assert verdict(course(*sessions, readings=mild), 42) is not Verdict.SEE_CLINICIAN


def test_late_pregnancy_keeps_and_a_limited_plan_stays_easy() -> None:
    keep = Circumstances(plan_since=MONDAY, pregnant=True, keep_only=True)
    assert rules(course(*THREE_EASY, circumstances=keep), 5) == [RuleId.PREGNANT_KEEP]
    limited = Circumstances(plan_since=MONDAY, beginner_until=on(14))
    assert rules(course(*THREE_EASY, circumstances=limited), 5) == [RuleId.LIMITED]


def test_a_hypermobile_person_never_gets_more_range() -> None:
    stretch = slot("figure4_supine")
    dose = exercise_of(stretch.exercise_id).doses[Level.STANDARD]
    grown = replace(stretch, dose=replace(stretch.dose, sets=dose.sets, hold_s=dose.hold_s))
    loose = Circumstances(plan_since=MONDAY, hypermobile=True)
    six = tuple(easy(day) for day in range(0, 12, 2))
    seen = course(*six, routine=plan(grown), circumstances=loose)
    assert rules(seen, 11) == [RuleId.CEILING]


def test_reviews_come_on_day_14_and_in_weeks_6_and_12() -> None:
    assert review_due(MONDAY, (), on(13)) is None
    assert review_due(MONDAY, (), on(14)) == 14
    assert review_due(MONDAY, (on(14),), on(41)) is None
    assert review_due(MONDAY, (on(14),), on(42)) == 42
    assert review_due(MONDAY, (), on(90)) == 84


_NRS = st.none() | st.integers(0, 10)
_HURT = st.builds(
    Hurt,
    exercise_id=st.sampled_from([ExerciseId("pelvic_tilt"), BRIDGE, ExerciseId("cat_cow")]),
    nrs=_NRS,
    sharp=st.booleans(),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Response]:
    """Sessions on rising days; mostly easy ones, so that there are steps to judge."""
    day, seen = 0, []
    for _count in range(draw(st.integers(1, 14))):
        day += draw(st.sampled_from([1, 2, 2, 3, 8, 23]))
        response = easy(day)
        if draw(st.booleans()) and draw(st.booleans()):
            response = replace(
                response,
                before=draw(_NRS),
                worst=draw(_NRS),
                effort=draw(_NRS),
                morning=draw(_NRS),
                whole=draw(st.booleans()),
                hurts=tuple(draw(st.lists(_HURT, max_size=2))),
                woke=draw(st.integers(0, 9)) == 0,
            )
        seen.append(response)
    return seen


_CIRCUMSTANCES = st.builds(
    Circumstances,
    plan_since=st.just(MONDAY),
    beginner_until=st.none() | st.just(on(14)),
    pregnant=st.booleans(),
    keep_only=st.booleans(),
    slow=st.booleans(),
    hypermobile=st.booleans(),
)


@settings(max_examples=150)
@given(history=histories(), circumstances=_CIRCUMSTANCES)
def test_a_whole_history_keeps_every_promise(
    history: list[Response], circumstances: Circumstances
) -> None:
    """Live through a history, taking each step that is offered on the morning after a session."""
    seen = course(circumstances=circumstances)
    for response in history:
        seen = replace(seen, responses=(*seen.responses, response))
        today = response.day + timedelta(days=1)
        decision = decide(seen, today, exercise_of)
        assert decision.reasons
        assert decide(seen, today, exercise_of) == decision
        if decision.verdict is Verdict.PROGRESS:
            assert response.zone is Zone.GREEN
            assert response.settled
            assert decision.step is not None
            ceiling = circumstances.ceiling(today)
            assert LEVELS.index(decision.step.after.level) <= LEVELS.index(ceiling)
            assert not circumstances.keep_only
            assert len(seen.since_step) >= circumstances.streak
        elif decision.step is not None:
            assert is_down(decision.step.before, decision.step.after)
        changes = decision.verdict in (Verdict.PROGRESS, Verdict.STEP_BACK)
        if changes and decision.step is not None:
            after = with_step(seen.plan, decision.step)
            moved = [a for a, b in zip(seen.plan.slots, after.slots, strict=True) if a != b]
            assert len(moved) == 1
            up = decision.verdict is Verdict.PROGRESS
            moment = response.started_at + timedelta(hours=14)
            step = StepTaken(moment, decision.step, up)
            seen = replace(seen, plan=after, taken=(*seen.taken, step))
            assert decide(seen, today, exercise_of).verdict is not Verdict.PROGRESS


@given(history=histories(), circumstances=_CIRCUMSTANCES)
def test_a_red_last_session_never_moves_up(
    history: list[Response], circumstances: Circumstances
) -> None:
    last = history[-1]
    red = easy((last.day - MONDAY).days + 1, worst=6)
    seen = course(*history, red, circumstances=circumstances)
    assert decide(seen, red.day + timedelta(days=1), exercise_of).verdict is not Verdict.PROGRESS


def test_what_hurt_by_a_clock_that_ran_ahead_counts_today() -> None:
    ahead = easy(8, worst=7, hurts=(hurt(BRIDGE, 7),))
    assert decide(course(*THREE_EASY, ahead), on(5), exercise_of).verdict is Verdict.STEP_BACK
    told = replace(course(*THREE_EASY), flares=(on(8),))
    assert verdict(told, 5) is Verdict.FLARE_EASY


def test_a_check_dated_after_today_opens_nothing() -> None:
    checked = Circumstances(plan_since=MONDAY, checked_on=on(90))
    assert RuleId.CHECKED not in rules(course(*THREE_EASY, circumstances=checked), 40)


def test_a_flare_up_stands_also_at_the_start_of_another_plan() -> None:
    told = replace(course(circumstances=Circumstances(plan_since=on(5))), flares=(on(5),))
    assert verdict(told, 5) is Verdict.FLARE_EASY
    assert verdict(told, 8) is Verdict.FLARE_HALF
