from datetime import date, timedelta

import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.consistency import DayState
from sijoint_desktop.history.entries import PauseKind
from sijoint_desktop.history.happenings import read_happenings
from sijoint_desktop.history.overview import CALENDAR_WEEKS, facts, read_overview
from sijoint_desktop.history.series import Range
from tests.fakes.ledger import FakeLedger
from tests.fakes.records import NOON, done_on, make_check, make_pain, make_pause

TODAY = NOON.date()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize("span", list(Range))
def test_nothing_recorded_is_an_overview_too(span: Range) -> None:
    seen = read_overview(FakeLedger(), span, TODAY)
    assert not seen.begun
    assert seen.told.empty
    assert len(seen.year) == CALENDAR_WEEKS
    assert seen.first < seen.last == TODAY
    assert [fact.number for fact in facts(seen)] == ["0", "0"]


def test_a_span_leaves_out_what_is_older_but_the_calendar_shows_the_year() -> None:
    ledger = FakeLedger([done_on(ago(200), 5), done_on(ago(20), 4), done_on(TODAY, 3)])
    seen = read_overview(ledger, Range.THREE_MONTHS, TODAY)
    assert [point.before for point in seen.told.points] == [4, 3]
    assert sum(week.days_done for week in seen.year) == 3
    assert seen.first == ago(20)  # a short history fills the width
    assert len(read_overview(ledger, Range.ALL, TODAY).told.points) == 3


def test_only_old_records_still_count_as_begun() -> None:
    assert read_overview(FakeLedger([done_on(ago(900), 5)]), Range.TWO_WEEKS, TODAY).begun
    assert read_overview(FakeLedger((), make_pain()), Range.TWO_WEEKS, TODAY).begun


def test_a_clock_that_was_ahead_hides_no_score() -> None:
    ledger = FakeLedger([done_on(TODAY + timedelta(days=3), 4)])
    assert read_overview(ledger, Range.TWO_WEEKS, TODAY).last == TODAY + timedelta(days=3)


def test_planned_days_weeks_in_a_row_and_flare_ups_are_facts() -> None:
    done = [done_on(ago(days), 4) for days in (20, 13, 6)]  # Mondays
    flare = make_pause(PauseKind.FLARE, ago(30), ago(23))
    seen = read_overview(FakeLedger(done, flare), Range.THREE_MONTHS, TODAY, frozenset({0, 1}))
    said = [f"{fact.number} {fact.words}. {fact.below}" for fact in facts(seen)]
    assert said == [
        "3 of 6 planned days done. In the last 3 months, 3 weeks in a row",
        "1 of 2 days this week. Today is still open",
        "1 flare-up, in October. Settled after 8 days",
    ]


def test_a_ledger_that_cannot_be_read_says_so() -> None:
    ledger = FakeLedger()
    ledger.fault = "The disk could not be read."
    with pytest.raises(UserError, match="disk"):
        read_overview(ledger, Range.YEAR, TODAY)


def test_going_back_in_a_check_leaves_one_mark() -> None:
    ledger = FakeLedger((), make_check("c1", sitting="s"), make_check("c2", sitting="s", hours=0.1))
    assert [each.id for each in read_happenings(ledger, TODAY, TODAY).checks] == ["c2"]


def test_a_result_that_was_left_stays_marked_whatever_came_after_it() -> None:
    first = make_check("c1", sitting="s", left_at=NOON)
    ledger = FakeLedger((), make_check("c2", sitting="s", hours=0.1), first)
    assert [each.id for each in read_happenings(ledger, TODAY, TODAY).checks] == ["c1", "c2"]


def test_days_from_before_they_were_planned_were_not_missed() -> None:
    ledger = FakeLedger([done_on(ago(30), 5)])
    every = frozenset(range(7))
    seen = read_overview(ledger, Range.THREE_MONTHS, TODAY, every, ago(3))
    states = {day.day: day.state for week in seen.weeks for day in week.days}
    assert states[ago(5)] is not DayState.MISSED
    assert states[ago(2)] is DayState.MISSED
