"""What is on record leads to today's dose, and what is decided is kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.course import course_of
from sijoint_desktop.app.plan import PLAN_ID, Plan, PlanKeeper, current_plan
from sijoint_desktop.app.progress import Progress, ProgressKeeper, progress_of
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import Clearance, Dated, PainKind, PlanChange, PlanPause
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import lock_on
from sijoint_desktop.routine.course import RuleId, Verdict
from sijoint_desktop.routine.ladder import is_down
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import done_on, make_check, make_clearance, make_hurt, make_pain, make_rep
from tests.routine.courses import BRIDGE, MONDAY, at, library, on, plan


def session(day: int, **changes: object) -> SessionRecord:
    """A whole session in good form with nothing against it, in the evening of a day."""
    wanted: dict[str, object] = {
        "routine_id": plan().id,
        "started_at": at(day),
        "ended_at": at(day) + timedelta(minutes=11),
        "planned_reps": 1,
        "reps": (make_rep(finished_at=at(day)),),
        "nrs_worst": 2,
        "effort": 4,
        "form_ok": True,
    }
    return done_on(on(day), 2, 2, **(wanted | changes))


def morning(day: int, nrs: int = 2, *, woke: bool = False) -> Dated:
    """The answer on the morning after the session of a day."""
    name = f"on-{on(day).isoformat()}"
    moment = at(day) + timedelta(hours=14)
    return make_pain(
        f"m{day}",
        kind=PainKind.MORNING_AFTER,
        session_id=SessionId(name),
        nrs=nrs,
        woke=woke,
        at=moment,
        local_date=moment.date(),
    )


def seen(
    sessions: tuple[SessionRecord, ...],
    *entries: Dated,
    today: int,
    since: date | None = MONDAY,
) -> Progress:
    kept = FakeEntryRepository(*entries)
    return progress_of(kept, sessions, Plan(plan(), since), library(), on(today))


EASY_WEEK = (session(0), session(2), session(4))
CALM = (morning(0), morning(2), morning(4))


def keeper_at(day: int, *entries: Dated) -> tuple[ProgressKeeper, FakeEntryRepository, PlanKeeper]:
    clock = FakeClock(start=at(day, 20))
    kept = FakeEntryRepository(*entries)
    plans = PlanKeeper(kept, clock)
    return ProgressKeeper(kept, plans, clock), kept, plans


def test_three_easy_sessions_and_calm_mornings_suggest_one_step_and_name_the_sessions() -> None:
    progress = seen(EASY_WEEK, *CALM, today=5)
    assert progress.decision.verdict is Verdict.PROGRESS
    assert [each.local_date for each in progress.sessions] == [on(0), on(2), on(4)]
    assert progress.today == plan()  # nothing moves before the person agrees


def test_while_the_last_morning_is_not_told_the_dose_stays() -> None:
    progress = seen(EASY_WEEK, *CALM[:2], today=5)
    assert progress.decision.verdict is Verdict.HOLD
    assert RuleId.AWAITS_MORNING in {reason.rule for reason in progress.decision.reasons}


def test_the_pain_before_a_session_the_next_day_stands_for_the_morning_after() -> None:
    last = session(5)
    course = course_of(
        FakeEntryRepository(), (*EASY_WEEK, last), Plan(plan(), MONDAY), library(), on(5)
    )
    assert [response.morning for response in course.responses] == [None, None, 2, None]


def test_a_step_that_was_taken_is_kept_with_its_reasons_and_not_offered_again() -> None:
    keeper, kept, plans = keeper_at(5, *CALM)
    plans.begin(plan())
    decision = progress_of(kept, EASY_WEEK, Plan(plan(), MONDAY), library(), on(5)).decision
    after = keeper.take(decision, plan())
    [change] = kept.all(PlanChange)
    assert (change.up, change.automatic, change.reasons) == (True, True, decision.reasons)
    now = current_plan(kept, library(), [plan()])
    assert now.routine == after != plan()
    again = progress_of(kept, EASY_WEEK, replace(now, since=MONDAY), library(), on(5))
    assert again.decision.verdict is Verdict.HOLD


def test_what_hurt_is_made_easier_once() -> None:
    hurt = make_hurt(
        session_id=SessionId(f"on-{on(0).isoformat()}"), exercise_id=BRIDGE, nrs=6, at=at(0)
    )
    keeper, kept, plans = keeper_at(0, hurt)
    plans.begin(plan())
    sessions = (session(0),)
    decision = progress_of(kept, sessions, Plan(plan(), MONDAY), library(), on(0)).decision
    assert decision.verdict is Verdict.STEP_BACK
    after = keeper.take(decision, plan())
    [changed] = [s for s in after.slots if s not in plan().slots]
    assert changed.exercise_id == BRIDGE
    again = progress_of(kept, sessions, Plan(after, MONDAY), library(), on(0)).decision
    assert again.verdict is not Verdict.STEP_BACK


@pytest.mark.parametrize(
    ("sessions", "entries"),
    [
        ((session(0, nrs_worst=7), session(3, nrs_worst=7)), ()),
        ((session(0),), (morning(0, woke=True),)),
    ],
)
def test_what_a_clinician_should_see_pauses_the_plan_until_it_is_cleared(
    sessions: tuple[SessionRecord, ...], entries: tuple[Dated, ...]
) -> None:
    keeper, kept, _plans = keeper_at(3, *entries)
    progress = progress_of(kept, sessions, Plan(plan(), MONDAY), library(), on(3))
    assert progress.decision.verdict is Verdict.SEE_CLINICIAN
    assert progress.today is None
    assert keeper.pause(progress.decision) is not None
    assert keeper.pause(progress.decision) is None  # once for each reason
    assert len(kept.all(PlanPause)) == 1
    lock = lock_on(kept, at(3, 21))
    assert lock is not None
    assert lock.level is Urgency.CLINICIAN
    kept.put(make_clearance(at=at(4), seen_on=on(4), local_date=on(4)))
    cleared = progress_of(kept, sessions, Plan(plan(), MONDAY), library(), on(4))
    assert cleared.decision.verdict is not Verdict.SEE_CLINICIAN


def test_two_bad_sessions_pause_also_a_routine_of_the_program_that_was_eased_between() -> None:
    keeper, kept, _plans = keeper_at(1)
    first = (session(0, nrs_worst=7),)
    decision = progress_of(kept, first, Plan(plan(), None), library(), on(1)).decision
    keeper.take(decision, plan())  # the program's routine becomes the person's own today
    eased = current_plan(kept, library(), [plan()])
    assert eased.since == on(1)
    both = (*first, session(3, nrs_worst=7))
    assert progress_of(kept, both, eased, library(), on(3)).decision.verdict is (
        Verdict.SEE_CLINICIAN
    )


def test_a_long_absence_closes_the_routine_until_it_begins_again_at_the_easiest() -> None:
    keeper, kept, plans = keeper_at(40)
    harder = replace(
        plan(),
        slots=tuple(
            replace(
                s, level=Level.STANDARD, dose=library().get(s.exercise_id).doses[Level.STANDARD]
            )
            for s in plan().slots
        ),
    )
    plans.begin(harder)
    old = progress_of(kept, EASY_WEEK, Plan(harder, MONDAY), library(), on(40))
    assert (old.decision.verdict, old.today) == (Verdict.RESTART, None)
    keeper.restart(old.decision, harder, library())
    assert current_plan(kept, library(), [plan()]).since == on(40)  # not without a check
    assert current_plan(kept, library(), [plan()]).routine == harder
    kept.put(make_check(at=at(39), local_date=on(39), left_at=at(39)))
    checked = progress_of(kept, EASY_WEEK, Plan(harder, MONDAY), library(), on(40))
    keeper.restart(checked.decision, harder, library())
    new = current_plan(kept, library(), [plan()])
    assert (new.routine.id, new.since) == (PLAN_ID, on(40))
    assert {slot.level for slot in new.routine.slots} == {Level.BEGINNER}
    assert progress_of(kept, EASY_WEEK, new, library(), on(40)).decision.verdict is Verdict.BEGIN


def test_in_a_limited_plan_nothing_moves_up_for_two_weeks() -> None:
    check = make_check(level=Urgency.LIMITED, at=at(0, 8), local_date=on(0), left_at=at(0, 9))
    progress = seen(EASY_WEEK, *CALM, check, today=5)
    assert progress.decision.verdict is Verdict.HOLD
    assert RuleId.LIMITED in {reason.rule for reason in progress.decision.reasons}


def test_pain_still_up_after_two_days_pauses_the_plan() -> None:
    late = at(0) + timedelta(hours=60)
    pain = make_pain(nrs=5, at=late, local_date=late.date())
    progress = seen((session(0),), pain, today=3)
    assert progress.decision.verdict is Verdict.SEE_CLINICIAN
    assert progress.decision.reasons[0].rule is RuleId.LASTED


def test_a_person_may_only_make_it_easier() -> None:
    keeper, kept, plans = keeper_at(5)
    plans.begin(plan())
    decision = progress_of(kept, EASY_WEEK, Plan(plan(), MONDAY), library(), on(5)).decision
    after = keeper.ease(decision, plan(), BRIDGE, library())
    [(old, new)] = [(a, b) for a, b in zip(plan().slots, after.slots, strict=True) if a != b]
    assert is_down(old, new)
    assert [change.automatic for change in kept.all(PlanChange)] == [False]


@given(
    st.lists(
        st.tuples(st.integers(1, 8), st.integers(0, 10), st.integers(0, 10), st.integers(0, 10)),
        min_size=1,
        max_size=8,
    )
)
def test_whatever_was_recorded_at_most_one_slot_moves_and_never_up_after_red(
    rows: list[tuple[int, int, int, int]],
) -> None:
    day, sessions, entries = 0, [], []
    for gap, before, worst, after in rows:
        day += gap
        sessions.append(session(day, nrs_before=before, nrs_worst=max(before, worst)))
        entries.append(morning(day, after))
    progress = seen(tuple(sessions), *entries, today=day + 1)
    decision = progress.decision
    last_was_red = max(rows[-1][1], rows[-1][2]) >= 6
    if last_was_red:
        assert decision.verdict is not Verdict.PROGRESS
    if decision.verdict is Verdict.SEE_CLINICIAN:
        assert progress.today is None
    elif progress.today is not None and decision.verdict is not Verdict.FLARE_EASY:
        for old, new in zip(plan().slots, progress.today.slots, strict=True):
            assert old == new or is_down(old, new)


def test_a_plan_that_nobody_began_starts_as_written() -> None:
    assert seen((), today=0, since=None).decision.verdict is Verdict.BEGIN


def test_a_clearance_of_another_day_is_no_reason_by_itself() -> None:
    cleared = Clearance(
        id="c",
        at=datetime(2026, 11, 1, 9, tzinfo=UTC),
        local_date=date(2026, 11, 1),
        utc_offset_minutes=0,
        seen_on=date(2026, 11, 1),
    )
    assert seen(EASY_WEEK, *CALM, cleared, today=5).decision.verdict is Verdict.PROGRESS
