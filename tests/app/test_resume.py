"""A session that a crash cut off goes on at the repetition after the last one that was kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.recording import Recorder
from sijoint_desktop.app.resume import OFFERED_FOR, cut_off
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.records import SessionRecord, SessionStatus
from sijoint_desktop.player.session import Session
from sijoint_desktop.routine.script import Timings, compile_script
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.repository import FakeSessionRepository
from tests.routine.courses import library, plan

TIMINGS = Timings(get_ready_s=7.0)


def killed_after(seconds: float) -> tuple[SessionRecord, FakeClock]:
    """What is on record of a session whose program was killed after so many seconds."""
    clock, repository = FakeClock(), FakeSessionRepository()
    recorder = Recorder(repository, FakeEntryRepository(), clock)
    script = compile_script(plan(), library(), TIMINGS)
    session_id = recorder.begin(plan(), script.planned_reps, 3, TIMINGS)
    session = Session(script)
    session.start(clock.monotonic())
    done = 0.0
    while done < seconds:
        clock.advance(min(1.0, seconds - done))
        done += min(1.0, seconds - done)
        recorder.record(session_id, session.advance(clock.monotonic()))
    return repository.get(SessionId(session_id)), clock


LENGTH_S = int(compile_script(plan(), library(), TIMINGS).duration_s)


@given(st.integers(0, LENGTH_S - 1))
def test_whenever_it_is_killed_no_repetition_is_lost_and_none_comes_twice(seconds: int) -> None:
    record, clock = killed_after(float(seconds))
    found = cut_off(record, library(), clock.now())
    ends = (
        [i for i, segment in enumerate(found.script.segments) if segment.ends_rep] if found else []
    )
    if found is None:
        assert len(record.reps) == record.planned_reps
        return
    assert found.script == compile_script(plan(), library(), TIMINGS)
    assert sorted(found.done) == ends[: len(record.reps)]
    left = [i for i in ends if i >= found.segment]
    assert len(found.done) + len(left) == record.planned_reps


def test_what_is_long_ago_ended_or_unknown_is_not_offered() -> None:
    record, clock = killed_after(60.0)
    now = clock.now()
    assert cut_off(record, library(), now) is not None
    assert cut_off(record, library(), now + OFFERED_FOR + timedelta(minutes=1)) is None
    assert cut_off(record, library(), now - timedelta(days=1)) is None
    ended = replace(record, status=SessionStatus.COMPLETED, ended_at=record.last_moment)
    assert cut_off(ended, library(), now) is None
    assert cut_off(replace(record, routine_text=""), library(), now) is None
    gone = record.routine_text.replace("pelvic_tilt", "pelvic_twist")
    assert cut_off(replace(record, routine_text=gone), library(), now) is None


@pytest.mark.parametrize("seconds", [0.0, 5.0])
def test_before_the_first_repetition_it_begins_anew(seconds: float) -> None:
    record, clock = killed_after(seconds)
    found = cut_off(record, library(), clock.now())
    assert found is not None
    assert (found.segment, found.done) == (0, frozenset())
