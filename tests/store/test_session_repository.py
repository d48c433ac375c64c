import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.entries import CheckRecord
from sijoint_desktop.history.records import (
    Origin,
    SessionAnswers,
    SessionRecord,
    SessionStatus,
    local_parts,
)
from sijoint_desktop.history.repository import SessionRepository
from sijoint_desktop.history.safety import LockedError
from sijoint_desktop.store.database import Database, open_database
from sijoint_desktop.triage.rescreen import QUESTIONS
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.records import (
    NOON,
    make_check,
    make_clearance,
    make_hurt,
    make_rep,
    make_rescreen,
    make_session,
)
from tests.fakes.repository import FakeSessionRepository
from tests.fakes.strategies import in_order, reps, session_records


@contextmanager
def fresh_database() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "h.db"


@settings(max_examples=25, deadline=None)
@given(records=st.lists(session_records(), max_size=4, unique_by=lambda record: record.id))
def test_what_is_kept_comes_back_unchanged_after_the_program_was_closed(
    records: list[SessionRecord],
) -> None:
    with fresh_database() as path:
        database = open_database(path)
        for record in records:
            assert database.sessions.begin(record) == record
        database.close()
        again = open_database(path)
        kept = again.sessions.sessions()
        again.close()
    assert kept == tuple(sorted(records, key=lambda record: (record.started_at, record.id)))


@settings(max_examples=25, deadline=None)
@given(record=session_records(), more=st.lists(reps, max_size=12))
def test_repetitions_added_one_by_one_are_kept_as_the_fake_keeps_them(record, more) -> None:
    fake = FakeSessionRepository()
    fake.begin(record)
    with fresh_database() as path:
        database = open_database(path)
        database.sessions.begin(record)
        for rep in more:
            fake.add_rep(record.id, rep)
            database.sessions.add_rep(record.id, rep)
        kept = database.sessions.get(record.id)
        database.close()
    assert kept.reps == in_order(list(fake.get(record.id).reps))


@pytest.fixture(params=["sql", "fake"])
def repository(request: pytest.FixtureRequest, database: Database) -> SessionRepository:
    """The database and the fake, so that the fake promises nothing that the database breaks."""
    return database.sessions if request.param == "sql" else FakeSessionRepository()


def test_sides_keep_apart_what_has_the_same_numbers(repository: SessionRepository) -> None:
    repository.begin(make_session())
    for side in (None, Side.LEFT, Side.RIGHT):
        repository.add_rep(SessionId("a"), make_rep(side=side))
    assert {rep.side for rep in repository.get(SessionId("a")).reps} == {
        None,
        Side.LEFT,
        Side.RIGHT,
    }


def test_a_repetition_done_again_takes_the_place_of_the_first_try(
    repository: SessionRepository,
) -> None:
    repository.begin(make_session())
    repository.add_rep(SessionId("a"), make_rep(held_s=Seconds(1.5)))
    again = make_rep(held_s=Seconds(3.0), finished_at=NOON + timedelta(minutes=3))
    repository.add_rep(SessionId("a"), again)
    assert repository.get(SessionId("a")).reps == (again,)


def test_pain_and_end_are_written_and_returned(repository: SessionRepository) -> None:
    record = repository.begin(make_session(nrs_before=4))
    assert repository.set_answers(record.id, SessionAnswers(nrs_after=2)) == replace(
        record, nrs_after=2
    )
    ended_at = NOON + timedelta(minutes=9)
    ended = repository.finish(record.id, SessionStatus.COMPLETED, ended_at)
    assert ended == replace(
        record,
        nrs_after=2,
        status=SessionStatus.COMPLETED,
        ended_at=ended_at,
    )
    assert repository.sessions() == (ended,)


def test_a_score_off_the_scale_is_refused_and_changes_nothing(
    repository: SessionRepository,
) -> None:
    repository.begin(make_session(nrs_before=4))
    with pytest.raises(ValueError, match="0 to 10"):
        repository.set_answers(SessionId("a"), SessionAnswers(nrs_after=11))
    assert repository.get(SessionId("a")) == make_session(nrs_before=4)


def test_a_session_that_is_not_there_is_named(repository: SessionRepository) -> None:
    with pytest.raises(LookupError):
        repository.add_rep(SessionId("lost"), make_rep())
    with pytest.raises(LookupError):
        repository.set_answers(SessionId("lost"), SessionAnswers(effort=1))
    with pytest.raises(LookupError):
        repository.finish(SessionId("lost"), SessionStatus.COMPLETED, NOON)
    with pytest.raises(LookupError):
        repository.get(SessionId("lost"))


def test_an_id_is_kept_once(repository: SessionRepository) -> None:
    repository.begin(make_session())
    with pytest.raises(ValueError, match="a"):
        repository.begin(make_session(planned_reps=3))
    assert repository.sessions() == (make_session(),)


def test_the_hour_that_comes_twice_keeps_its_order_and_its_dates(database: Database) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)  # summer time
    for name, moment in (("second", first.replace(fold=1)), ("first", first)):
        instant, day, offset = local_parts(moment)
        database.sessions.begin(
            make_session(name, started_at=instant, local_date=day, utc_offset_minutes=offset)
        )
    kept = database.sessions.sessions()
    assert [record.id for record in kept] == ["first", "second"]
    assert [record.utc_offset_minutes for record in kept] == [120, 60]
    assert [f"{record.local_start:%d %H:%M}" for record in kept] == ["25 02:30", "25 02:30"]
    assert kept[1].started_at - kept[0].started_at == timedelta(hours=1)


def at_noon(path: Path) -> Database:
    return open_database(path, now=lambda: NOON + timedelta(hours=1))


def test_no_guided_session_begins_while_exercise_is_closed(path: Path) -> None:
    database = at_noon(path)
    database.entries.put(make_check(level=Urgency.EMERGENCY, reasons=("Numb between the legs",)))
    with pytest.raises(LockedError, match="Numb between the legs") as closed:
        database.sessions.begin(make_session())
    assert closed.value.lock.level is Urgency.EMERGENCY
    assert database.sessions.sessions() == ()
    on_paper = make_session(origin=Origin.PAPER, status=SessionStatus.COMPLETED)
    assert database.sessions.begin(on_paper) == on_paper
    database.close()


def test_a_copy_of_the_file_and_a_new_start_stay_closed(path: Path, tmp_path: Path) -> None:
    database = at_noon(path)
    database.entries.put(make_check(level=Urgency.URGENT))
    database.close()
    copy = tmp_path / "copy.db"
    copy.write_bytes(path.read_bytes())
    for each in (path, copy):
        again = at_noon(each)
        with pytest.raises(LockedError):
            again.sessions.begin(make_session())
        again.close()


def test_a_tick_that_was_corrected_in_its_sitting_does_not_lock(path: Path) -> None:
    database = at_noon(path)
    database.entries.put(make_check("c1", sitting="s", level=Urgency.EMERGENCY))
    database.entries.put(make_check("c2", sitting="s", hours=0.1))
    database.sessions.begin(make_session())
    assert len(database.entries.all(CheckRecord)) == 2  # both answers stay on record
    database.close()


def test_a_result_page_that_was_left_counts_against_later_answers(path: Path) -> None:
    database = at_noon(path)
    database.entries.put(make_check("c1", sitting="s", level=Urgency.EMERGENCY, left_at=NOON))
    database.entries.put(make_check("c2", sitting="s", hours=0.1))
    with pytest.raises(LockedError):
        database.sessions.begin(make_session())
    database.close()


def test_seen_and_cleared_opens_a_clinician_lock(path: Path) -> None:
    database = at_noon(path)
    database.entries.put(make_check(level=Urgency.CLINICIAN))
    with pytest.raises(LockedError):
        database.sessions.begin(make_session())
    database.entries.put(make_clearance(hours=0.5))
    database.sessions.begin(make_session())
    database.close()


def test_new_numbness_in_a_session_closes_the_next_one(path: Path) -> None:
    database = at_noon(path)
    database.entries.put(make_hurt(nrs=3, new_numbness=True))
    with pytest.raises(LockedError, match="numbness"):
        database.sessions.begin(make_session())
    database.close()


def test_a_yes_before_a_session_closes_it(path: Path) -> None:
    database = at_noon(path)
    database.entries.put(make_rescreen({QUESTIONS[0].id: True}))
    with pytest.raises(LockedError):
        database.sessions.begin(make_session())
    database.close()


def test_a_session_is_edited_deleted_and_put_back(repository: SessionRepository) -> None:
    record = make_session(status=SessionStatus.COMPLETED, reps=(make_rep(1), make_rep(2)))
    repository.begin(record)
    edited = repository.put(replace(record, nrs_worst=5, note="windy", reps=(make_rep(1),)))
    assert repository.sessions() == (edited,)
    assert repository.remove(record.id) == edited
    assert repository.sessions() == ()
    assert repository.put(edited) == edited
    assert repository.sessions() == (edited,)


def test_a_session_that_runs_is_not_edited(repository: SessionRepository) -> None:
    with pytest.raises(ValueError, match="a"):
        repository.put(repository.begin(make_session()))


def test_answers_that_were_not_given_leave_what_is_kept(repository: SessionRepository) -> None:
    record = repository.begin(make_session(nrs_before=4, note="before"))
    repository.set_answers(record.id, SessionAnswers(nrs_worst=5, effort=6, form_ok=True))
    kept = repository.set_answers(record.id, SessionAnswers(nrs_after=3, note="after"))
    assert kept == replace(record, nrs_worst=5, effort=6, form_ok=True, nrs_after=3, note="after")
