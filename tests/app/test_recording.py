from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sijoint_desktop.app.recording import Recorder
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import ExerciseId, RoutineId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.records import SessionAnswers, SessionStatus
from sijoint_desktop.player.events import RepFinished, SegmentStarted, SessionFinished
from sijoint_desktop.routine.model import Routine
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.repository import FakeSessionRepository

ROUTINE = Routine(RoutineId("first_gentle"), "First gentle routine", "", ())


def rep(number: int, side: Side | None = None) -> RepFinished:
    return RepFinished(0, ExerciseId("cat_cow"), side, 1, number, Seconds(3.0), Seconds(3.0))


@pytest.fixture
def repository() -> FakeSessionRepository:
    return FakeSessionRepository()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def recorder(repository: FakeSessionRepository, clock: FakeClock) -> Recorder:
    return Recorder(repository, FakeEntryRepository(), clock)


def test_a_session_from_start_to_end_is_on_record(recorder, repository, clock) -> None:
    session_id = recorder.begin(ROUTINE, 2, 4)
    clock.advance(20)
    recorder.record(session_id, [SegmentStarted(3), rep(1)])
    assert len(repository.get(session_id).reps) == 1  # before the next one begins
    clock.advance(20)
    recorder.record(session_id, [rep(2), SessionFinished(completed=True)])
    clock.advance(60)
    record = recorder.finish(session_id, True, SessionAnswers(nrs_after=2))
    assert record == repository.get(session_id)
    assert record.status is SessionStatus.COMPLETED
    assert (record.nrs_before, record.nrs_after) == (4, 2)
    assert record.ended_at - record.started_at == timedelta(seconds=40)
    assert [done.finished_at - record.started_at for done in record.reps] == [
        timedelta(seconds=20),
        timedelta(seconds=40),
    ]


def test_the_local_date_is_that_of_the_persons_clock(repository) -> None:
    clock = FakeClock(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), ZoneInfo("Europe/Berlin"))
    recorder = Recorder(repository, FakeEntryRepository(), clock)
    record = repository.get(recorder.begin(ROUTINE, 2, None))
    assert record.local_date.isoformat() == "2026-11-23"
    assert record.utc_offset_minutes == 60
    assert record.started_at == datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def test_every_session_gets_an_id_of_its_own(recorder) -> None:
    names = {recorder.begin(ROUTINE, 1, None) for _ in range(50)}
    assert len(names) == 50
    assert all(len(name) == 32 for name in names)


def test_a_session_ended_by_the_person_is_kept_as_far_as_it_went(recorder) -> None:
    session_id = recorder.begin(ROUTINE, 8, None)
    recorder.record(session_id, [rep(1)])
    record = recorder.finish(session_id, False, SessionAnswers(nrs_after=None))
    assert record.status is SessionStatus.ENDED_EARLY
    assert len(record.reps) == 1
    assert recorder.unfinished() == ()


def test_what_a_crash_cut_off_is_listed_and_closed_at_its_last_repetition(
    recorder, repository, clock
) -> None:
    session_id = recorder.begin(ROUTINE, 8, 3)
    clock.advance(30)
    recorder.record(session_id, [rep(1)])
    clock.advance(86_400)
    after_the_crash = Recorder(repository, FakeEntryRepository(), clock)
    assert [record.id for record in after_the_crash.unfinished()] == [session_id]
    closed = after_the_crash.close_cut_off(session_id)
    assert closed.status is SessionStatus.ENDED_EARLY
    assert closed.ended_at - closed.started_at == timedelta(seconds=30)
    assert after_the_crash.unfinished() == ()


def test_repetitions_that_found_a_full_disk_are_kept_for_the_next_try(
    recorder, repository, clock
) -> None:
    session_id = recorder.begin(ROUTINE, 8, None)
    repository.disk_full = True
    for number in (1, 2):
        with pytest.raises(UserError):
            recorder.record(session_id, [rep(number)])
        clock.advance(10)
    repository.disk_full = False
    recorder.record(session_id, [rep(3)])
    assert [done.rep_number for done in repository.get(session_id).reps] == [1, 2, 3]


def test_a_clock_put_back_during_a_session_gives_no_end_before_its_start(recorder, clock) -> None:
    session_id = recorder.begin(ROUTINE, 8, None)
    clock.set_now(clock.now() - timedelta(hours=2))
    record = recorder.finish(session_id, True, SessionAnswers(nrs_after=None))
    assert record.ended_at == record.started_at


def test_a_score_off_the_scale_ends_nothing(recorder, repository) -> None:
    session_id = recorder.begin(ROUTINE, 8, None)
    with pytest.raises(ValueError, match="0 to 10"):
        recorder.finish(session_id, True, SessionAnswers(nrs_after=12))
    assert repository.get(session_id).status is SessionStatus.RUNNING
