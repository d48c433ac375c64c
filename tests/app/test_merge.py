"""Two computers become one: no doubles, nothing lost, the same on both, no lock opened."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.app.merge import Changes, merge
from sijoint_desktop.history.archive import Archive, Item, Kept
from sijoint_desktop.history.entries import BINDING, CheckRecord, PainEntry, kind_name
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import lock_on
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.records import (
    NOON,
    make_check,
    make_clearance,
    make_pain,
    make_session,
)
from tests.fakes.strategies import archives

LATER = NOON + timedelta(days=3)
MOMENTS = st.datetimes(datetime(2019, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def archive(*items: Item, at: datetime = NOON) -> Archive:
    return Archive({key_of(item): Kept(item, at) for item in items})


def key_of(item: Item) -> tuple[str, str]:
    name = "sessions" if isinstance(item, SessionRecord) else kind_name(type(item))
    return name, item.id


def applied(mine: Archive, changes: Changes) -> Archive:
    touched = changes.put.keys() | changes.remove.keys()
    kept = {key: value for key, value in mine.kept.items() if key not in touched}
    deleted = {key: value for key, value in mine.deleted.items() if key not in touched}
    return Archive(kept | dict(changes.put), deleted | dict(changes.remove))


@settings(max_examples=30, deadline=None)
@given(mine=archives(), theirs=archives(), now=MOMENTS)
def test_a_merge_done_again_changes_nothing(mine: Archive, theirs: Archive, now: datetime) -> None:
    once = applied(mine, merge(mine, theirs, now))
    again = merge(once, theirs, now)
    assert again.is_empty


@settings(max_examples=30, deadline=None)
@given(mine=archives(), theirs=archives())
def test_two_open_computers_end_with_the_same(mine: Archive, theirs: Archive) -> None:
    before_all = datetime(2001, 1, 1, tzinfo=UTC)
    one = applied(mine, merge(mine, theirs, before_all))
    two = applied(theirs, merge(theirs, mine, before_all))
    if lock_on(mine, before_all) is None and lock_on(theirs, before_all) is None:
        assert one == two


@settings(max_examples=50, deadline=None)
@given(mine=archives(), theirs=archives(), now=MOMENTS)
def test_what_is_closed_stays_closed(mine: Archive, theirs: Archive, now: datetime) -> None:
    before = lock_on(mine, now)
    after = lock_on(applied(mine, merge(mine, theirs, now)), now)
    if before is not None:
        assert after is not None
        assert after.level.rank >= before.level.rank


@settings(max_examples=30, deadline=None)
@given(mine=archives(), theirs=archives(), now=MOMENTS)
def test_nothing_a_lock_stands_on_is_lost(mine: Archive, theirs: Archive, now: datetime) -> None:
    after = applied(mine, merge(mine, theirs, now))
    binding = {key for key, kept in mine.kept.items() if isinstance(kept.item, BINDING)}
    assert binding <= after.kept.keys()


def test_the_latest_edit_wins_on_both_sides() -> None:
    older = archive(make_pain("a", nrs=3), at=NOON)
    newer = archive(make_pain("a", nrs=5), at=LATER)
    changes = merge(older, newer, LATER)
    assert changes.count("pains") == (0, 1, 0)
    assert applied(older, changes).all(PainEntry)[0].nrs == 5
    assert merge(newer, older, LATER).is_empty


def test_a_deletion_is_respected_unless_the_item_was_edited_later() -> None:
    mine = archive(make_pain("a"), at=NOON)
    gone = Archive({}, {("pains", "a"): LATER})
    changes = merge(mine, gone, LATER)
    assert changes.count("pains") == (0, 0, 1)
    assert merge(archive(make_pain("a"), at=LATER + timedelta(1)), gone, LATER).is_empty
    assert merge(gone, mine, LATER).is_empty  # it does not come back


def test_sessions_of_both_computers_are_there_once() -> None:
    mine, theirs = archive(make_session("a"), make_session("b")), archive(make_session("b"))
    assert merge(mine, theirs, LATER).is_empty
    assert merge(theirs, mine, LATER).count("sessions") == (1, 0, 0)


def test_a_clearance_from_elsewhere_does_not_open_what_is_closed_here() -> None:
    mine = archive(make_check("c", level=Urgency.CLINICIAN))
    theirs = archive(make_clearance("s", hours=1), make_pain("a"))
    changes = merge(mine, theirs, LATER)
    assert changes.held_back == 1
    assert changes.count("pains") == (1, 0, 0)
    assert lock_on(applied(mine, changes), LATER) is not None


def test_a_history_moved_to_a_new_computer_brings_its_clearance_along() -> None:
    theirs = archive(make_check("c", level=Urgency.CLINICIAN), make_clearance("s", hours=1))
    changes = merge(Archive(), theirs, LATER)
    assert changes.held_back == 0
    assert lock_on(applied(Archive(), changes), LATER) is None


def test_the_graver_of_two_results_with_one_id_stays() -> None:
    mild = archive(make_check("c", level=Urgency.SELF_CARE), at=LATER)
    grave = archive(make_check("c", level=Urgency.EMERGENCY), at=NOON)
    assert applied(mild, merge(mild, grave, LATER)).all(CheckRecord)[0].level is Urgency.EMERGENCY
    assert merge(grave, mild, LATER).is_empty
