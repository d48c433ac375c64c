"""The full check comes due with time, with growing pain, and after exercises that hurt."""

from datetime import UTC, datetime, timedelta

import pytest

from sijoint_desktop.triage.due import DueReason, LastCheck, PainNoted, due
from sijoint_desktop.triage.lock import Hurt

T0 = datetime(2026, 11, 2, 10, tzinfo=UTC)
LAST = LastCheck(T0, T0.date(), 3)
TODAY = T0.date() + timedelta(days=5)
LATER = T0 + timedelta(hours=1)


def test_without_a_check_one_is_due() -> None:
    assert due(None, TODAY) == (DueReason.NEVER,)


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (13, False), (14, True), (-1, True)])
def test_a_check_is_due_every_14_days_and_when_the_clock_was_set_back(
    days: int, is_due: bool
) -> None:
    assert (DueReason.DAYS in due(LAST, T0.date() + timedelta(days=days))) is is_due


@pytest.mark.parametrize(("nrs", "is_due"), [(5, False), (6, True)])
def test_pain_up_by_three_points_asks_for_a_check(nrs: int, is_due: bool) -> None:
    assert (DueReason.PAIN in due(LAST, TODAY, [PainNoted(LATER, nrs)])) is is_due
    assert due(LAST, TODAY, [PainNoted(T0 - timedelta(hours=1), 9)]) == ()


@pytest.mark.parametrize(
    ("scores", "is_due"), [((5,), False), ((6,), True), ((2, 2), False), ((2, 2, 2), True)]
)
def test_that_hurt_three_times_or_badly_asks_for_a_check(
    scores: tuple[int, ...], is_due: bool
) -> None:
    session = tuple(Hurt(LATER, nrs) for nrs in scores)
    assert (DueReason.HURT in due(LAST, TODAY, hurts_by_session=[session])) is is_due
    if len(scores) == 3:
        apart = [(hurt,) for hurt in session]
        assert due(LAST, TODAY, hurts_by_session=apart) == ()


def test_every_reason_is_said_in_a_sentence() -> None:
    assert all(reason.words.endswith(".") for reason in DueReason)
