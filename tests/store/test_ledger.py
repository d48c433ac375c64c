from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import Habits, speak
from sijoint_desktop.core.side import Side
from sijoint_desktop.history.entries import PainEntry, PainKind, Pause, PauseKind
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.store.database import open_database
from sijoint_desktop.store.ledger import StoredLedger
from tests.fakes.ledger import FakeLedger
from tests.fakes.records import make_pain, make_pause, make_rep, make_session

FIRST = datetime(2026, 3, 20, tzinfo=UTC)
ENDS = (SessionStatus.COMPLETED, SessionStatus.ENDED_EARLY)

sessions = st.lists(
    st.tuples(
        st.integers(0, 60 * 24 * 60),  # minutes after FIRST, over a change of the clock
        st.sampled_from((-480, 0, 60, 120, 840)),
        st.sampled_from(ENDS),
        st.none() | st.integers(0, 10),
        st.lists(
            st.tuples(st.sampled_from(("a", "b")), st.sampled_from((None, *Side))), max_size=4
        ),
    ),
    max_size=6,
)
pains = st.lists(st.tuples(st.integers(0, 60 * 24 * 60), st.integers(0, 10)), max_size=6)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak("en")


def session_of(number, told):
    minutes, offset, status, nrs, reps = told
    start = FIRST + timedelta(minutes=minutes)
    return make_session(
        f"s{number}",
        started_at=start,
        ended_at=start + timedelta(minutes=9),
        local_date=(start + timedelta(minutes=offset)).date(),
        utc_offset_minutes=offset,
        status=status,
        nrs_before=nrs,
        nrs_worst=nrs,
        reps=tuple(
            make_rep(n, exercise_id=exercise, side=side, finished_at=start + timedelta(seconds=n))
            for n, (exercise, side) in enumerate(reps, start=1)
        ),
    )


def pain_of(number, minutes, nrs):
    at = FIRST + timedelta(minutes=minutes)
    return make_pain(f"p{number}", at=at, local_date=at.date(), nrs=nrs)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sessions, pains, st.tuples(st.integers(0, 60), st.integers(0, 60)), st.integers(0, 6))
def test_the_file_says_the_same_as_the_records_in_memory(
    tmp_path, done, told, span, first_weekday
) -> None:
    speak("en", habits=Habits(first_weekday=first_weekday))
    records = [session_of(n, each) for n, each in enumerate(done)]
    entries = [pain_of(n, *each) for n, each in enumerate(told)]
    path = tmp_path / "sijoint.db"
    path.unlink(missing_ok=True)
    with closing(open_database(path)) as database:
        for record in records:
            database.sessions.put(record)
        for entry in entries:
            database.entries.put(entry)
    stored, kept = StoredLedger(path), FakeLedger(records, *entries)
    first, last = sorted(FIRST.date() + timedelta(days=days) for days in span)
    assert stored.first_day() == kept.first_day()
    assert stored.lines(first, last) == kept.lines(first, last)
    assert stored.scores(first, last) == kept.scores(first, last)
    assert stored.efforts(first, last) == kept.efforts(first, last)
    assert stored.week_starts(first, last) == kept.week_starts(first, last)
    assert stored.entries(PainEntry, first, last) == kept.entries(PainEntry, first, last)


def test_a_running_session_lasts_until_its_last_repetition(tmp_path: Path) -> None:
    path = tmp_path / "sijoint.db"
    rep = make_rep(finished_at=FIRST + timedelta(minutes=7))
    with closing(open_database(path)) as database:
        database.sessions.begin(
            make_session(started_at=FIRST, local_date=FIRST.date(), reps=(rep,))
        )
        database.entries.put(make_pause(PauseKind.REST, FIRST.date(), None))
        database.entries.put(make_pain(kind=PainKind.MORNING_AFTER, session_id="a"))
    ledger = StoredLedger(path)
    [line] = ledger.lines(date.min, date.max)
    assert (line.minutes, line.rep_count) == (7, 1)
    assert [pause.kind for pause in ledger.entries(Pause, date.min, date.max)] == [PauseKind.REST]
    [score] = ledger.scores(date.min, date.max)
    assert (score.kind, score.session_id) == (PainKind.MORNING_AFTER, "a")


def test_no_file_holds_nothing(tmp_path: Path) -> None:
    ledger = StoredLedger(tmp_path / "nowhere.db")
    assert ledger.first_day() is None
    assert ledger.lines(date.min, date.max) == ()
    assert ledger.week_starts(date.min, date.max) == frozenset()


@pytest.mark.parametrize("content", [b"", b"this is no database at all, but a text"])
def test_a_file_that_is_none_of_ours_is_said_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sijoint.db"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"sijoint\.db cannot be read"):
        StoredLedger(path).first_day()
