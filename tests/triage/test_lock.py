"""A danger sign closes exercise, and only time with a clean check, or a clearance, opens it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.triage.lock import (
    HOLD,
    Checked,
    Cleared,
    Hurt,
    Opening,
    PlanPaused,
    Rescreened,
    SafetyHistory,
    checked,
    clearance,
    level_in_force,
    lock_state,
)
from sijoint_desktop.triage.rescreen import QUESTIONS
from sijoint_desktop.triage.urgency import Urgency, highest
from tests.triage.shipped import CATALOGUE, CHECK, answers

T0 = datetime(2026, 11, 2, 10, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
E, U, C, L, S = reversed(Urgency)


def check(level: Urgency, after: timedelta = timedelta(), **more: object) -> Checked:
    return Checked(T0 + after, level, ("a sign",), **more)  # type: ignore[arg-type]


def is_open(now: timedelta, *checks: Checked, cleared: tuple[Cleared, ...] = ()) -> bool:
    return lock_state(SafetyHistory(checks, clearances=cleared), T0 + now) is None


@pytest.mark.parametrize("level", [E, U])
def test_an_urgent_level_opens_with_a_clean_check_after_48_hours(
    level: Urgency,
) -> None:
    assert not is_open(90 * DAY, check(level))
    assert not is_open(90 * DAY, check(level), check(S, 47 * HOUR))
    assert not is_open(90 * DAY, check(level), check(level, 49 * HOUR))
    assert is_open(49 * HOUR, check(level), check(S, 48 * HOUR))


def test_a_clearance_does_not_open_an_emergency() -> None:
    word = Cleared(T0 + 3 * DAY, (T0 + 2 * DAY).date())
    assert not is_open(4 * DAY, check(E), cleared=(word,))


def test_a_clinician_level_opens_with_a_clearance_alone() -> None:
    word = Cleared(T0 + 3 * DAY, (T0 + 2 * DAY).date())
    assert not is_open(90 * DAY, check(C), check(S, 10 * DAY))
    assert is_open(4 * DAY, check(C), cleared=(word,))
    assert not is_open(9 * DAY, check(C), check(C, 8 * DAY), cleared=(word,))


def test_an_emergency_followed_by_a_clinician_level_needs_both_in_turn() -> None:
    word = Cleared(T0 + 6 * DAY, (T0 + 6 * DAY).date())
    assert not is_open(7 * DAY, check(E), check(C, 5 * DAY))
    assert is_open(7 * DAY, check(E), check(C, 5 * DAY), cleared=(word,))


@pytest.mark.parametrize("seen_on", [date(2026, 11, 1), date(2026, 11, 6)])
def test_a_clearance_from_before_the_check_or_from_the_future_opens_nothing(seen_on: date) -> None:
    word = Cleared(T0 + 3 * DAY, seen_on)
    assert not is_open(30 * DAY, check(C), cleared=(word,))
    lock = lock_state(SafetyHistory((check(C),)), T0 + 3 * DAY)
    assert lock is not None
    with pytest.raises(UserError, match="choose the day you were seen"):
        clearance(seen_on, lock=lock, now=T0 + 3 * DAY)


def test_a_clearance_for_what_stays_as_it_was_counts_again_for_the_next_check() -> None:
    old = frozenset({"fusion_surgery"})
    more = frozenset({"fusion_surgery", "cancer_history"})
    word = Cleared(T0 + DAY, (T0 + DAY).date())
    assert is_open(
        20 * DAY, check(C, lasting=old), check(C, 14 * DAY, lasting=old), cleared=(word,)
    )
    for new in (more, frozenset[str]()):
        again = check(C, 14 * DAY, lasting=new)
        assert not is_open(20 * DAY, check(C, lasting=old), again, cleared=(word,))


@pytest.mark.parametrize(
    ("findings", "lasting"),
    [
        (["fusion_surgery"], {"fusion_surgery"}),
        (["fusion_surgery", "worsening_pain"], set()),
        (["worsening_pain"], set()),
        (["cancer_history", "cord_signs"], set()),
    ],
)
def test_only_a_level_that_rests_on_lasting_facts_alone_carries_a_clearance_on(
    findings: list[str], lasting: set[str]
) -> None:
    given_answers = answers("buttock_pain", "fortin_one_finger", *findings)
    assert checked(CHECK.judge(given_answers), given_answers, CATALOGUE, T0).lasting == lasting


def test_nobody_under_18_is_let_in_by_a_clearance() -> None:
    word = Cleared(T0 + DAY, (T0 + DAY).date())
    minor, grown = check(C, minor=True), check(S, 3 * DAY)
    assert not is_open(2 * DAY, minor, cleared=(word,))
    assert not is_open(4 * DAY, minor, check(C, 3 * DAY, minor=True), cleared=(word,))
    assert not is_open(4 * DAY, minor, check(S, 1 * DAY))
    assert is_open(4 * DAY, minor, grown)


def test_a_yes_before_a_session_locks_like_the_sign_it_stands_for() -> None:
    for question in QUESTIONS:
        history = SafetyHistory(rescreens=(Rescreened(T0, {question.id: True}),))
        lock = lock_state(history, T0 + HOUR)
        assert lock is not None
        assert lock.level is question.level
        assert lock.reasons == (question.says,)
    no = Rescreened(T0, {question.id: False for question in QUESTIONS})
    assert lock_state(SafetyHistory(rescreens=(no,)), T0) is None


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_before_a_session_is_as_grave_as_the_gravest_sign_in_it(question) -> None:  # type: ignore[no-untyped-def]
    alone = [CATALOGUE[code].alone for code in question.stands_for]
    assert question.level is highest(level for level in alone if level is not None)


def test_a_change_of_health_before_a_session_opens_with_the_full_check_at_once() -> None:
    changed = Rescreened(T0, {"fall_or_change": True})
    history = SafetyHistory(rescreens=(changed,))
    lock = lock_state(history, T0 + HOUR)
    assert lock is not None
    assert lock.openings == (Opening.CHECK,)
    clean = SafetyHistory((check(S, HOUR),), (changed,))
    assert lock_state(clean, T0 + HOUR) is None


def test_new_numbness_during_an_exercise_is_urgent_and_pain_alone_is_not() -> None:
    lock = lock_state(SafetyHistory(hurts=(Hurt(T0, 3, new_numbness=True),)), T0)
    assert lock is not None
    assert lock.level is U
    assert lock_state(SafetyHistory(hurts=(Hurt(T0, 9),)), T0) is None


def test_a_plan_that_was_paused_waits_for_a_clearance() -> None:
    history = SafetyHistory(pauses=(PlanPaused(T0, "Two red sessions in a week"),))
    lock = lock_state(history, T0)
    assert lock is not None
    assert (lock.level, lock.openings) == (C, (Opening.CLEARANCE,))


def test_the_gravest_alarm_speaks_and_every_reason_is_named() -> None:
    history = SafetyHistory(
        (Checked(T0, E, ("numb",)), Checked(T0 + HOUR, C, ("worried",))),
        pauses=(PlanPaused(T0, "numb"),),
    )
    lock = lock_state(history, T0 + 2 * HOUR)
    assert lock is not None
    assert lock.level is E
    assert lock.reasons == ("numb", "worried")
    assert lock.since == T0
    assert lock.until == T0 + HOLD


def test_a_lower_level_given_within_48_hours_does_not_loosen_the_plan() -> None:
    assert level_in_force((), T0) is None
    assert level_in_force((check(L), check(S, 47 * HOUR)), T0 + 47 * HOUR) is L
    assert level_in_force((check(L), check(S, 49 * HOUR)), T0 + 49 * HOUR) is S
    assert level_in_force((check(S), check(L, HOUR)), T0 + HOUR) is L


moments = st.integers(0, 24 * 40).map(lambda hours: T0 + hours * HOUR)
histories = st.builds(
    SafetyHistory,
    st.lists(
        st.builds(
            Checked,
            moments,
            st.sampled_from(Urgency),
            minor=st.sampled_from([False, False, False, True]),
            lasting=st.sampled_from([frozenset[str](), frozenset({"fusion_surgery"})]),
        ),
        max_size=4,
    ).map(tuple),
    st.lists(
        st.builds(
            Rescreened,
            moments,
            st.fixed_dictionaries({question.id: st.booleans() for question in QUESTIONS}),
        ),
        max_size=2,
    ).map(tuple),
    clearances=st.lists(st.builds(Cleared, moments, moments.map(datetime.date)), max_size=2).map(
        tuple
    ),
)


@settings(max_examples=200, deadline=None)
@given(histories, moments, moments)
def test_a_clock_set_back_never_opens_what_is_closed(
    history: SafetyHistory, now: datetime, earlier: datetime
) -> None:
    if earlier <= now and lock_state(history, now) is not None:
        assert lock_state(history, earlier) is not None


@settings(max_examples=200, deadline=None)
@given(histories, moments)
def test_what_a_clock_set_back_records_opens_nothing(history: SafetyHistory, now: datetime) -> None:
    """A clean check and a clearance dated before every alarm are worth nothing."""
    before = SafetyHistory(
        (Checked(T0 - DAY, S),), clearances=(Cleared(T0 - DAY, (T0 - DAY).date()),)
    )
    assert (lock_state(history.merged(before), now) is None) is (lock_state(history, now) is None)


@settings(max_examples=200, deadline=None)
@given(histories, histories, moments)
def test_the_order_of_a_merge_and_doing_it_twice_change_nothing(
    one: SafetyHistory, other: SafetyHistory, now: datetime
) -> None:
    merged = lock_state(one.merged(other), now)
    for again in (other.merged(one), one.merged(other).merged(other)):
        found = lock_state(again, now)
        assert (found and (found.level, found.until)) == (merged and (merged.level, merged.until))


@settings(max_examples=200, deadline=None)
@given(histories, histories, moments)
def test_a_merge_with_alarms_keeps_the_strictest_lock(
    one: SafetyHistory, other: SafetyHistory, now: datetime
) -> None:
    alarms = SafetyHistory(rescreens=other.rescreens)
    ranks = [lock.level.rank for h in (one, alarms) if (lock := lock_state(h, now)) is not None]
    merged = lock_state(one.merged(alarms), now)
    opened = any(check.at > screen.at for check in one.checks for screen in alarms.rescreens)
    if ranks and not opened:
        assert merged is not None
        assert merged.level.rank == max(ranks)


@settings(max_examples=200, deadline=None)
@given(histories, moments, st.sampled_from([E, U, C]))
def test_a_fresh_danger_sign_always_locks_for_48_hours_against_clean_checks(
    history: SafetyHistory, now: datetime, level: Urgency
) -> None:
    edited = SafetyHistory((Checked(now, level), Checked(now + 47 * HOUR, S)))
    assert lock_state(edited, now + 48 * HOUR) is not None
    assert lock_state(history.merged(SafetyHistory((Checked(now, level),))), now) is not None
