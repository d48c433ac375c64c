from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.diary import Diary, pause_on
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import PainKind, Pause, PauseKind
from tests.fakes.clock import START, FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import make_rep, make_session


@pytest.fixture
def entries() -> FakeEntryRepository:
    return FakeEntryRepository()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def diary(entries: FakeEntryRepository, clock: FakeClock) -> Diary:
    return Diary(entries, clock)


@given(hours=st.floats(0, 60))
def test_the_next_morning_is_asked_from_12_to_36_hours_after_a_session(hours: float) -> None:
    start = START - timedelta(hours=hours)
    done = make_session(started_at=start, ended_at=start, reps=(make_rep(finished_at=start),))
    diary = Diary(FakeEntryRepository(), FakeClock())
    assert diary.awaits_morning([done]) == (done if 12 <= hours <= 36 else None)


def test_a_morning_that_was_told_is_not_asked_again(diary, entries) -> None:
    start = START - timedelta(hours=20)
    done = make_session(started_at=start, ended_at=start, reps=(make_rep(finished_at=start),))
    told = diary.note_morning(SessionId("a"), 3)
    assert (told.kind, told.session_id) == (PainKind.MORNING_AFTER, "a")
    assert diary.awaits_morning([done]) is None


def test_a_session_without_a_repetition_asks_for_no_morning(diary) -> None:
    start = START - timedelta(hours=20)
    assert diary.awaits_morning([make_session(started_at=start, ended_at=start)]) is None


def test_a_pause_is_ended_on_a_day(diary, entries) -> None:
    pause = diary.begin_pause(PauseKind.SICKNESS, date(2026, 11, 20))
    assert pause.covers(date(2027, 1, 1))
    ended = diary.end_pause(pause.id, date(2026, 11, 24))
    assert entries.all(Pause) == (ended,)
    assert [ended.covers(date(2026, 11, day)) for day in (19, 20, 24, 25)] == [
        False,
        True,
        True,
        False,
    ]


def test_going_on_ends_what_is_under_way_and_forgets_what_began_today(
    diary, entries, clock
) -> None:
    diary.begin_pause(PauseKind.REST, clock.now().date())
    diary.go_on()
    assert entries.all(Pause) == ()
    diary.begin_pause(PauseKind.REST, clock.now().date())
    diary.begin_pause(PauseKind.SICKNESS, clock.now().date())
    clock.advance(3 * 24 * 3600)
    today = clock.now().date()
    assert pause_on(entries, today) is not None
    diary.go_on()
    assert pause_on(entries, today) is None
    assert {pause.last_day for pause in entries.all(Pause)} == {today - timedelta(days=1)}
    assert diary.go_on() == ()


def test_a_flare_up_is_told_once_a_day_and_puts_nothing_aside(diary, entries, clock) -> None:
    diary.tell_flare()
    [told] = [diary.tell_flare()]
    assert entries.all(Pause) == (told,)
    assert (told.last_day - told.first_day).days == 1
    assert pause_on(entries, clock.now().date()) is None
