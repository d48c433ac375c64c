"""What is on record becomes the course that the rules of progression look at, without loopholes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.app.course import circumstances, course_of
from sijoint_desktop.app.plan import PLAN_ID, Plan
from sijoint_desktop.app.progress import Progress, progress_of
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import Dated, PainKind, Pause, PauseKind
from sijoint_desktop.history.records import Origin, SessionRecord
from sijoint_desktop.routine.course import Course, RuleId, Verdict
from sijoint_desktop.routine.ladder import LEVELS, halved, is_down
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import routine_text
from sijoint_desktop.routine.response import Zone
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import (
    done_on,
    make_check,
    make_clearance,
    make_hurt,
    make_pain,
    make_pause,
    make_rep,
)
from tests.routine.courses import BRIDGE, MONDAY, at, library, on, plan, slot

PLAN = plan()
ALONE = plan(slot("glute_bridge"))


def session(day: int, *, hour: int = 18, of: Routine = PLAN, **changes: object) -> SessionRecord:
    """A whole session of a routine in good form with nothing against it."""
    start = at(day, hour)
    wanted: dict[str, object] = {
        "id": SessionId(f"s{day}-{hour}"),
        "started_at": start,
        "ended_at": start + timedelta(minutes=11),
        "routine_id": of.id,
        "routine_text": routine_text(of),
        "planned_reps": 1,
        "reps": (make_rep(finished_at=start),),
        "nrs_worst": 2,
        "effort": 4,
        "form_ok": True,
    }
    return done_on(on(day), 2, 2, **(wanted | changes))


def morning(
    day: int, nrs: int = 2, *, hour: int = 18, after: int = 14, woke: bool = False
) -> Dated:
    moment = at(day, hour) + timedelta(hours=after)
    return make_pain(
        f"m{day}-{hour}-{after}",
        kind=PainKind.MORNING_AFTER,
        session_id=SessionId(f"s{day}-{hour}"),
        nrs=nrs,
        woke=woke,
        at=moment,
        local_date=moment.date(),
    )


def pause(kind: PauseKind, first: int, last: int | None = None) -> Pause:
    return make_pause(kind, on(first), None if last is None else on(last), f"p{first}")


def course(
    sessions: tuple[SessionRecord, ...], *entries: Dated, today: int, since: int = 0
) -> Course:
    kept = FakeEntryRepository(*entries)
    return course_of(kept, sessions, Plan(PLAN, on(since)), library(), on(today))


def progress(
    sessions: tuple[SessionRecord, ...],
    *entries: Dated,
    today: int,
    since: int = 0,
    routine: Routine = PLAN,
) -> Progress:
    kept = FakeEntryRepository(*entries)
    return progress_of(kept, sessions, Plan(routine, on(since)), library(), on(today))


def rules(seen: Progress) -> set[RuleId]:
    return {reason.rule for reason in seen.decision.reasons}


EASY = (session(0), session(2), session(4))
CALM = (morning(0), morning(2), morning(4))


def test_three_easy_sessions_of_the_plan_move_up() -> None:
    assert progress(EASY, *CALM, today=5).decision.verdict is Verdict.PROGRESS


@pytest.mark.parametrize(
    "other", [ALONE, halved(PLAN), replace(PLAN, slots=PLAN.slots[:2])], ids=["one", "half", "two"]
)
def test_a_session_with_less_than_the_plan_does_not_count_towards_more(other: Routine) -> None:
    seen = progress((session(0), session(2), session(4, of=other)), *CALM, today=5)
    assert seen.decision.verdict is Verdict.HOLD
    assert RuleId.TOO_FEW in rules(seen)


def test_a_practice_in_between_does_not_take_away_what_was_easy() -> None:
    seen = progress((*EASY[:2], session(3, of=ALONE), EASY[2]), *CALM, morning(3), today=5)
    assert seen.decision.verdict is Verdict.PROGRESS


def test_what_hurt_in_a_practice_counts_all_the_same() -> None:
    red = session(5, of=ALONE, nrs_worst=7)
    assert progress((*EASY, red), *CALM, today=6).decision.verdict is Verdict.STEP_BACK


def test_two_sessions_on_one_day_share_their_next_morning() -> None:
    twice = (session(0, hour=8), session(0), session(2), session(4))
    seen = course(twice, *CALM, today=5)
    assert [response.morning for response in seen.responses] == [2, 2, 2, 2]
    assert progress(twice, *CALM, today=5).decision.verdict is Verdict.PROGRESS


def test_a_session_on_paper_counts_as_done_and_never_towards_more() -> None:
    paper = {"origin": Origin.PAPER, "reps": (), "planned_reps": 0}
    away = progress((*EASY, session(10, **paper)), *CALM, today=16)
    assert away.decision.verdict is not Verdict.STEP_BACK
    only = tuple(session(day, **paper) for day in (0, 2, 4))
    assert progress(only, *CALM, today=5).decision.verdict is Verdict.HOLD
    red = session(5, origin=Origin.PAPER, nrs_worst=7)
    assert progress((*EASY, red), *CALM, today=6).decision.verdict is Verdict.STEP_BACK


def test_a_session_that_hurt_before_its_first_repetition_was_over_is_not_lost() -> None:
    stopped = session(5, reps=(), nrs_worst=None)
    hurt = make_hurt(session_id=stopped.id, exercise_id=BRIDGE, nrs=8, at=at(5), local_date=on(5))
    seen = progress((*EASY, stopped), *CALM, hurt, today=5)
    assert seen.decision.verdict is Verdict.STEP_BACK
    assert seen.decision.step is not None
    assert seen.decision.step.exercise_id == BRIDGE


def test_deleting_a_session_does_not_delete_that_it_hurt() -> None:
    hurt = make_hurt(session_id=SessionId("gone"), exercise_id=BRIDGE, nrs=8, at=at(5))
    hurt = replace(hurt, local_date=on(5))
    assert progress(EASY, *CALM, hurt, today=6).decision.verdict is Verdict.STEP_BACK


def test_a_new_plan_does_not_wipe_out_a_bad_session_of_the_week_before() -> None:
    both = (session(0, nrs_worst=7), session(4, nrs_worst=7))
    assert progress(both, today=4, since=2).decision.verdict is Verdict.SEE_CLINICIAN


def test_checking_again_does_not_start_the_six_weeks_again() -> None:
    days = range(0, 46, 3)
    sessions = tuple(session(day, nrs_before=5, nrs_worst=5) for day in days)
    seen = progress(sessions, today=46, since=40)
    assert RuleId.NOT_WORKING in rules(seen)
    # three weeks away do: what came before was another time
    sessions = tuple(s for s in sessions if not on(10) < s.local_date < on(35))
    assert RuleId.NOT_WORKING not in rules(progress(sessions, today=46, since=40))


def test_pain_that_stays_up_while_going_on_every_day_pauses_the_plan() -> None:
    up = (session(0), *(session(day, nrs_before=4, nrs_worst=4) for day in (1, 2)))
    seen = progress(up, today=2)
    assert seen.decision.verdict is not Verdict.SEE_CLINICIAN  # not yet two days
    seen = progress((*up, session(3, nrs_before=4, nrs_worst=4)), today=3)
    assert RuleId.LASTED in rules(seen)


def test_a_night_that_pain_broke_counts_however_it_was_told() -> None:
    night = at(0) + timedelta(hours=10)
    free = make_pain(nrs=3, woke=True, at=night, local_date=night.date())
    assert rules(progress((session(0),), free, today=1)) == {RuleId.WOKE}


@pytest.mark.parametrize("kind", [PauseKind.REST, PauseKind.SICKNESS])
def test_a_pause_spares_the_step_back_but_is_no_reason_for_more(kind: PauseKind) -> None:
    assert progress(EASY, *CALM, today=14).decision.verdict is Verdict.STEP_BACK
    for last in (None, 13):
        seen = progress(EASY, *CALM, pause(kind, 6, last), today=14)
        assert seen.decision.verdict is Verdict.HOLD
        assert RuleId.MISSED in rules(seen)


def test_a_pause_of_over_three_weeks_still_asks_for_a_check() -> None:
    seen = progress(EASY, *CALM, pause(PauseKind.SICKNESS, 6), today=27)
    assert (seen.decision.verdict, seen.today) == (Verdict.RESTART, None)


def test_another_plan_is_no_way_around_a_check_after_three_weeks_away() -> None:
    new = replace(PLAN, id=PLAN_ID)
    known = progress(EASY, *CALM, today=25, since=25, routine=new)
    assert known.decision.verdict is Verdict.BEGIN
    seen = progress(EASY, *CALM, today=26, since=26, routine=new)
    assert (seen.decision.verdict, seen.today) == (Verdict.RESTART, None)
    late = session(60)  # by a clock that was wrong
    ahead = progress((*EASY, late), *CALM, today=26, since=26, routine=new)
    assert ahead.decision.verdict is Verdict.RESTART


def test_pauses_that_overlap_are_not_counted_twice() -> None:
    two = (pause(PauseKind.REST, 5, 9), pause(PauseKind.SICKNESS, 8, 9))
    assert course(EASY, *two, today=14).missed(on(14)) == 5


def test_a_flare_up_that_the_person_tells_of_brings_the_easy_plan() -> None:
    told = pause(PauseKind.FLARE, 5, 6)
    verdicts = [progress(EASY, *CALM, told, today=day).decision.verdict for day in (5, 6, 7)]
    assert verdicts == [Verdict.FLARE_EASY, Verdict.FLARE_EASY, Verdict.FLARE_HALF]
    calm = (*EASY, session(8, of=halved(PLAN)))
    over = progress(calm, *CALM, morning(8), told, today=9)
    assert over.decision.verdict is Verdict.HOLD
    assert over.today == PLAN


def test_easy_sessions_from_before_a_long_pause_do_not_count_after_it() -> None:
    rest = pause(PauseKind.SICKNESS, 5, 13)
    seen = progress((*EASY, session(14)), *CALM, morning(14), rest, today=15)
    assert rules(seen) == {RuleId.TOO_FEW}


def test_a_flare_up_lasts_until_a_session_was_easy_however_long_that_takes() -> None:
    told = pause(PauseKind.FLARE, 5, 6)
    sore = tuple(session(day, of=halved(PLAN), nrs_worst=4) for day in range(8, 26, 3))
    assert progress((*EASY, *sore), *CALM, told, today=26).decision.verdict is Verdict.FLARE_HALF


def test_a_clock_that_ran_ahead_leads_to_nothing_harder_and_hides_nothing() -> None:
    ahead = session(900)
    seen = progress((*EASY, ahead), *CALM, today=5)
    assert rules(seen) == {RuleId.CLOCK}
    red = progress((*EASY, session(5, nrs_worst=7), ahead), *CALM, today=6)
    assert red.decision.verdict is Verdict.STEP_BACK


def test_a_plan_from_before_a_check_is_done_no_harder_than_the_check_allows() -> None:
    hard = plan(*(slot(str(s.exercise_id), Level.STANDARD) for s in PLAN.slots))
    check = make_check(level=Urgency.LIMITED, at=at(4, 20), local_date=on(4), left_at=at(4, 20))
    seen = progress(EASY, *CALM, check, today=5, routine=hard)
    assert seen.today is not None
    assert {s.level for s in seen.today.slots} == {Level.BEGINNER}
    assert all(is_down(old, new) for old, new in zip(hard.slots, seen.today.slots, strict=True))


def test_a_limited_result_that_is_found_again_does_not_begin_its_two_weeks_again() -> None:
    checks = [
        make_check(f"c{day}", level=level, at=at(day), local_date=on(day), left_at=at(day))
        for day, level in ((0, Urgency.SELF_CARE), (2, Urgency.LIMITED), (16, Urgency.LIMITED))
    ]
    assert circumstances(FakeEntryRepository(*checks), MONDAY, on(17)).beginner_until == on(16)


def test_a_pregnancy_goes_on_after_the_check() -> None:
    answers = {"pregnancy_status": "pregnant", "gestation_band": "wk_20_27"}
    check = make_check(answers=answers, at=at(0), local_date=on(0), left_at=at(0))
    kept = FakeEntryRepository(check)
    early, late = (circumstances(kept, MONDAY, on(day)) for day in (1, 57))
    assert (early.keep_only, late.keep_only) == (False, True)


ROUTINES = st.sampled_from([PLAN, PLAN, PLAN, PLAN, ALONE, halved(PLAN)])
CALM_OR_NOT = st.sampled_from([0, 1, 1, 2, 2, 2, 2, 3, 5, 6, 8])


@st.composite
def records(draw: st.DrawFn) -> tuple[tuple[SessionRecord, ...], list[Dated], int]:
    """Some weeks as they may be on record: several sessions a day, paper, pauses, a wrong clock."""
    day, hour, sessions, entries = 0, 8, {}, []
    for _count in range(draw(st.integers(1, 9))):
        day += draw(st.sampled_from([0, 1, 2, 2, 3, 9]))
        hour = draw(st.sampled_from([8, 18]))
        if SessionId(f"s{day}-{hour}") in sessions:
            continue
        done = session(
            day,
            hour=hour,
            of=draw(ROUTINES),
            nrs_worst=draw(st.none() | CALM_OR_NOT),
            origin=draw(st.sampled_from([*[Origin.GUIDED] * 5, Origin.PAPER])),
            planned_reps=draw(st.sampled_from([1, 1, 1, 2])),
        )
        sessions[done.id] = done
        if draw(st.integers(0, 3)):
            entries.append(morning(day, draw(CALM_OR_NOT), hour=hour))
        if not draw(st.integers(0, 7)):
            hurt = make_hurt(f"h{day}-{hour}", session_id=done.id, nrs=draw(CALM_OR_NOT))
            entries.append(replace(hurt, at=at(day, hour), local_date=on(day)))
    if draw(st.booleans()):
        kind = draw(st.sampled_from(PauseKind))
        entries.append(pause(kind, draw(st.integers(0, day)), draw(st.none() | st.just(day + 2))))
    removed = draw(st.sampled_from([*sessions, None, None, None]))
    kept = [s for s in sessions.values() if s.id != removed]
    return tuple(sorted(kept, key=lambda s: s.started_at)), entries, day


@settings(max_examples=200)
@given(records(), st.integers(-3, 9), st.none() | st.just(on(30)))
def test_whatever_is_on_record_more_comes_only_after_three_whole_easy_sessions(
    recorded: tuple[tuple[SessionRecord, ...], list[Dated], int],
    later: int,
    beginner_until: object,
) -> None:
    sessions, entries, day = recorded
    today = day + later
    if beginner_until:
        check = make_check(level=Urgency.LIMITED, at=at(-1), local_date=on(16), left_at=at(-1))
        entries = [*entries, check]
    seen = course(sessions, *entries, today=today)
    found = progress(sessions, *entries, today=today)
    ceiling = seen.circumstances.ceiling(on(today))
    for mine in found.today.slots if found.today else ():
        assert LEVELS.index(mine.level) <= LEVELS.index(ceiling)
    if found.decision.verdict is not Verdict.PROGRESS:
        return
    behind = [r for r in seen.responses if r.id in found.decision.reasons[0].sessions]
    assert len(behind) >= 3
    assert (behind[-1].day - behind[0].day).days >= 4
    assert all(r.zone is Zone.GREEN and r.settled and r.whole and r.of_plan for r in behind)
    after = [r for r in seen.responses if r.started_at >= behind[0].started_at]
    assert all(r.zone in (Zone.GREEN, Zone.UNKNOWN) and r.settled is not False for r in after)
    assert not beginner_until
    assert max(r.day for r in seen.responses) <= on(today + 1)


def test_a_new_start_after_a_check_has_its_own_course() -> None:
    fresh = replace(PLAN, id=PLAN_ID)
    kept = FakeEntryRepository(*CALM)
    seen = course_of(kept, EASY, Plan(fresh, on(5)), library(), on(5))
    assert seen.in_plan == ()


def test_pain_that_kept_somebody_from_starting_counts_as_pain_that_stayed_up() -> None:
    stopped = session(2, hour=20, nrs_before=8, reps=(), nrs_worst=None, nrs_after=None)
    first = session(0, hour=12, nrs_before=2)
    seen = course((first, stopped), today=3)
    assert seen.responses[0].lasted


def test_six_weeks_are_counted_from_the_local_day_of_a_clearance() -> None:
    seen = make_clearance(at=at(3, 23), local_date=on(4), seen_on=on(3))
    cleared = circumstances(FakeEntryRepository(make_check("c"), seen), MONDAY, on(6))
    assert cleared.measured_from == on(4)
