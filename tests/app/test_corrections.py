from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.corrections import Change, Corrections, why_fixed
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import BINDING, PainEntry
from sijoint_desktop.history.records import SessionStatus
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import (
    NOON,
    done_on,
    make_check,
    make_clearance,
    make_hurt,
    make_pain,
    make_rescreen,
    make_session,
)
from tests.fakes.repository import FakeSessionRepository
from tests.fakes.strategies import entries as any_entry

SESSION = done_on(NOON.date(), 4, 3)


def corrections(*items) -> tuple[Corrections, FakeSessionRepository, FakeEntryRepository]:
    sessions = FakeSessionRepository(*(each for each in items if each is SESSION))
    entries = FakeEntryRepository(*(each for each in items if each is not SESSION))
    return Corrections(sessions, entries), sessions, entries


def test_a_session_is_edited_deleted_and_put_back_with_its_repetitions() -> None:
    made, sessions, _entries = corrections(SESSION)
    edited = replace(SESSION, nrs_after=1, note="better")
    made.make(Change(SESSION, edited))
    assert sessions.get(SESSION.id) == edited
    gone = Change(edited, None)
    made.make(gone)
    assert sessions.sessions() == ()
    made.make(gone.undone)
    assert sessions.get(SESSION.id) == edited


@given(entry=any_entry)
def test_every_change_of_an_entry_has_its_way_back_or_is_refused(entry) -> None:
    made, _sessions, entries = corrections(entry)
    change = Change(entry, None)
    if why_fixed(entry):
        with pytest.raises(UserError, match="stays on record"):
            made.make(change)
    else:
        made.make(change)
        assert entries.all(type(entry)) == ()
        made.make(change.undone)
    assert entries.all(type(entry)) == (entry,)


@pytest.mark.parametrize(
    "item",
    [make_check(), make_hurt(), make_clearance(), make_rescreen({"a": True})],
    ids=lambda item: type(item).__name__,
)
def test_what_a_lock_stands_on_is_neither_deleted_nor_edited(item) -> None:
    made, _sessions, entries = corrections(item)
    assert isinstance(item, BINDING)
    for change in (Change(item, None), Change(item, replace(item, at=NOON.replace(year=2020)))):
        with pytest.raises(UserError, match="Do a new check"):
            made.make(change)
    assert entries.all(type(item)) == (item,)


def test_a_session_that_is_not_over_is_left_alone() -> None:
    running = make_session("r", status=SessionStatus.RUNNING)
    made, *_ = corrections()
    with pytest.raises(UserError, match="not over"):
        made.make(Change(running, None))


def test_what_was_changed_in_the_meantime_is_not_overwritten() -> None:
    pain = make_pain("p", nrs=4)
    made, _sessions, entries = corrections(pain)
    entries.put(replace(pain, nrs=7))
    with pytest.raises(UserError, match="in the meantime"):
        made.make(Change(pain, replace(pain, nrs=2)))
    assert entries.get(PainEntry, "p").nrs == 7


def test_a_second_entry_under_one_id_is_refused() -> None:
    pain = make_pain("p")
    made, *_ = corrections(pain)
    with pytest.raises(UserError, match="already"):
        made.make(Change(None, replace(pain, nrs=0)))


def test_a_full_disk_changes_nothing() -> None:
    made, sessions, _entries = corrections(SESSION)
    sessions.disk_full = True
    with pytest.raises(UserError, match="disk is full"):
        made.make(Change(SESSION, None))
    assert sessions.sessions() == (SESSION,)


@given(
    other=st.sampled_from([make_check("p"), replace(SESSION, id=SessionId("p")), make_pain("q")])
)
def test_a_change_keeps_kind_and_id(other) -> None:
    with pytest.raises(ValueError, match="keeps"):
        Change(make_pain("p"), other)
