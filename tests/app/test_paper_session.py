from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.app.paper_session import PaperSession, SlotDone, paper_record, planned_parts
from sijoint_desktop.bootstrap.shipped import load_library, load_routines
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.records import Origin, SessionAnswers, SessionStatus
from sijoint_desktop.routine.parse import parse_routine
from tests.fakes.clock import START

LIBRARY = load_library()
ROUTINE = load_routines(LIBRARY)[0]
PLANNED = planned_parts(ROUTINE, LIBRARY)
YESTERDAY = START - timedelta(days=1)


def test_all_of_a_routine_on_paper_is_a_completed_session() -> None:
    answers = SessionAnswers(nrs_after=2, nrs_worst=4, note="in the garden")
    told = PaperSession(ROUTINE, YESTERDAY, PLANNED, 3, answers)
    record = paper_record(told, LIBRARY, START)
    assert record.status is SessionStatus.COMPLETED
    assert record.origin is Origin.PAPER
    assert len(record.reps) == record.planned_reps > 0
    assert (record.nrs_before, record.nrs_worst, record.nrs_after) == (3, 4, 2)
    assert record.note == "in the garden"
    assert record.local_date == YESTERDAY.date()
    assert parse_routine(record.routine_text, "x.toml", LIBRARY).slots == ROUTINE.slots


@settings(max_examples=25)
@given(data=st.data())
def test_what_was_done_counts_and_nothing_else(data: st.DataObject) -> None:
    done = tuple(
        SlotDone(data.draw(st.integers(0, part.sets)), data.draw(st.integers(0, part.reps)))
        for part in PLANNED
    )
    told = PaperSession(ROUTINE, YESTERDAY, done)
    if not any(part.sets and part.reps for part in done):
        with pytest.raises(UserError, match="Nothing is marked as done"):
            paper_record(told, LIBRARY, START)
        return
    record = paper_record(told, LIBRARY, START)
    for slot, part in enumerate(done):
        reps = [rep for rep in record.reps if rep.slot == slot]
        sides = {rep.side for rep in reps}
        assert len(reps) == part.sets * part.reps * len(sides)
    keys = {(rep.slot, rep.side, rep.set_number, rep.rep_number) for rep in record.reps}
    assert len(keys) == len(record.reps)
    assert record.started_at <= record.reps[0].finished_at
    assert record.ended_at is not None
    assert (record.status is SessionStatus.COMPLETED) == (done == PLANNED)


def test_a_session_still_to_come_is_refused() -> None:
    told = PaperSession(ROUTINE, START + timedelta(minutes=1), PLANNED)
    with pytest.raises(UserError, match="still to come"):
        paper_record(told, LIBRARY, START)


def test_a_session_begun_a_minute_ago_does_not_end_in_the_future() -> None:
    record = paper_record(
        PaperSession(ROUTINE, START - timedelta(minutes=1), PLANNED), LIBRARY, START
    )
    assert record.ended_at == START
