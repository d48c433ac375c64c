"""The shelf of routines: what stands on it, what is followed, and that every change goes back."""

from dataclasses import replace

import pytest

from sijoint_desktop.app.plan import current_plan
from sijoint_desktop.app.shelf import (
    Change,
    Shelf,
    ShelfKeeper,
    copy_of,
    free_name,
    new_id,
    shelf_of,
)
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.history.entries import OwnRoutine
from sijoint_desktop.routine.edit import slot_for
from sijoint_desktop.routine.model import Routine
from tests.content.samples import sample_library
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository

LIBRARY = sample_library()
SLOTS = tuple(slot_for(exercise) for exercise in LIBRARY)
SHIPPED = (
    Routine(RoutineId("gentle"), "Gentle", "", SLOTS),
    Routine(RoutineId("brisk"), "Brisk", "", SLOTS[:1]),
)
MINE = Routine(RoutineId("own_1"), "Mine", "", SLOTS[:1])


@pytest.fixture
def entries() -> FakeEntryRepository:
    return FakeEntryRepository()


@pytest.fixture
def keeper(entries: FakeEntryRepository) -> ShelfKeeper:
    return ShelfKeeper(entries, FakeClock())


def shelf(entries: FakeEntryRepository) -> Shelf:
    return shelf_of(entries, LIBRARY, SHIPPED)


def do(keeper: ShelfKeeper, change: Change) -> Change:
    keeper.store(change.routine_id, change.after)
    return change


def test_at_first_there_is_what_comes_with_the_program_and_its_first_is_followed(
    entries: FakeEntryRepository,
) -> None:
    assert shelf(entries) == Shelf(RoutineId("gentle"), (), SHIPPED)


def test_a_routine_that_was_built_is_not_followed_before_it_is_begun(
    entries: FakeEntryRepository, keeper: ShelfKeeper
) -> None:
    do(keeper, keeper.created(MINE, "making Mine"))
    assert (shelf(entries).own, shelf(entries).plan) == ((MINE,), "gentle")
    do(keeper, keeper.begun(MINE, "using Mine"))
    assert shelf(entries).plan == "own_1"
    assert current_plan(entries, LIBRARY, SHIPPED).routine == MINE


def test_an_empty_routine_is_kept_but_never_followed(
    entries: FakeEntryRepository, keeper: ShelfKeeper
) -> None:
    nothing = replace(MINE, slots=())
    do(keeper, keeper.begun(nothing, "using Mine"))
    assert (shelf(entries).own, shelf(entries).plan) == ((nothing,), "gentle")


def test_following_a_suggested_one_moves_it_among_the_persons_own(
    entries: FakeEntryRepository, keeper: ShelfKeeper
) -> None:
    do(keeper, keeper.begun(SHIPPED[1], "using Brisk"))
    assert shelf(entries) == Shelf(RoutineId("brisk"), (SHIPPED[1],), SHIPPED[:1])


def test_a_change_keeps_when_the_routine_was_begun(
    entries: FakeEntryRepository, keeper: ShelfKeeper
) -> None:
    begun = do(keeper, keeper.begun(MINE, "using Mine")).after
    assert begun is not None
    changed = do(keeper, keeper.edited(replace(MINE, slots=SLOTS), "adding Nod")).after
    assert changed is not None
    assert (changed.at, changed.local_date) == (begun.at, begun.local_date)
    assert shelf(entries).own[0].slots == SLOTS


def test_every_kind_of_change_goes_back(entries: FakeEntryRepository, keeper: ShelfKeeper) -> None:
    do(keeper, keeper.created(MINE, "making Mine"))
    for change in (
        keeper.edited(replace(MINE, name="Other"), "renaming"),
        keeper.begun(MINE, "using Mine"),
        keeper.archived("own_1", "archiving Mine", away=True),
        keeper.deleted("own_1", "deleting Mine"),
    ):
        before = entries.all(OwnRoutine)
        do(keeper, change)
        assert entries.all(OwnRoutine) != before
        keeper.store(change.routine_id, change.before)
        assert entries.all(OwnRoutine) == before


def test_what_is_archived_stands_apart_and_is_not_followed(
    entries: FakeEntryRepository, keeper: ShelfKeeper
) -> None:
    do(keeper, keeper.begun(MINE, "using Mine"))
    do(keeper, keeper.archived("own_1", "archiving Mine", away=True))
    assert shelf(entries) == Shelf(RoutineId("gentle"), (), SHIPPED, (MINE,))


def test_a_full_disk_changes_nothing(entries: FakeEntryRepository, keeper: ShelfKeeper) -> None:
    do(keeper, keeper.created(MINE, "making Mine"))
    entries.disk_full = True
    with pytest.raises(UserError):
        do(keeper, keeper.deleted("own_1", "deleting Mine"))
    assert shelf(entries).own == (MINE,)


def test_what_was_changed_elsewhere_is_not_written_over(
    entries: FakeEntryRepository, keeper: ShelfKeeper
) -> None:
    made = do(keeper, keeper.created(MINE, "making Mine"))
    do(keeper, keeper.edited(replace(MINE, name="Theirs"), "renaming"))
    with pytest.raises(UserError, match="changed elsewhere"):
        keeper.exchange("own_1", made.after, made.before)
    assert shelf(entries).own[0].name == "Theirs"


def test_a_copy_has_an_id_and_a_name_of_its_own(entries: FakeEntryRepository) -> None:
    copy = copy_of(SHIPPED[0], shelf(entries))
    assert (copy.name, copy.slots) == ("Gentle 2", SLOTS)
    assert copy.id != SHIPPED[0].id
    assert free_name("brisk", shelf(entries)) == "brisk 2"
    assert free_name("New", shelf(entries)) == "New"
    assert new_id() != new_id()
