"""Changes of a routine: what moves, what is taken out, and that it comes back as it was."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import CautionTag, Level
from sijoint_desktop.content.suitability import Person, judge
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.routine.edit import (
    added,
    at_level,
    brought_back,
    left_out,
    moved,
    not_startable,
    removed,
    slot_for,
    suited,
    with_slot,
)
from sijoint_desktop.routine.model import Routine, WhyLeftOut
from tests.content.samples import shipped_files

LIBRARY = parse_library(shipped_files())

SOME = tuple(
    slot_for(LIBRARY.get(name))
    for name in ("pelvic_tilt", "glute_bridge", "cat_cow", "figure4_seated")
)
ROUTINE = Routine(RoutineId("mine"), "Mine", "", SOME)
places = st.integers(0, len(SOME) - 1)


def names(routine: Routine) -> list[str]:
    return [str(slot.exercise_id) for slot in routine.slots]


def test_an_exercise_moves_up_and_down() -> None:
    assert names(moved(ROUTINE, 0, 2)) == [
        "glute_bridge",
        "cat_cow",
        "pelvic_tilt",
        "figure4_seated",
    ]
    assert names(moved(ROUTINE, 3, 0))[0] == "figure4_seated"


@settings(deadline=None)
@given(places, places)
def test_moving_back_gives_the_same_routine(start: int, end: int) -> None:
    assert moved(moved(ROUTINE, start, end), end, start) == ROUTINE


@settings(deadline=None)
@given(places, st.sampled_from(WhyLeftOut), st.sampled_from([None, "knee_to_chest", "bird_dog"]))
def test_what_is_left_out_or_swapped_comes_back_as_it_was(
    place: int, why: WhyLeftOut, other: str | None
) -> None:
    instead = None if other is None else LIBRARY.get(other)
    changed = left_out(ROUTINE, place, why, instead)
    assert SOME[place] not in changed.slots
    assert changed.left_out[0].why is why
    assert brought_back(changed, 0) == ROUTINE


def test_it_comes_back_after_the_list_became_shorter_than_its_place() -> None:
    changed = left_out(ROUTINE, 3, WhyLeftOut.HURTS)
    for _ in range(3):
        changed = removed(changed, 0)
    assert names(brought_back(changed, 0)) == ["figure4_seated"]


def test_a_stand_in_keeps_level_and_sides_and_has_its_own_dose() -> None:
    changed = left_out(ROUTINE, 1, WhyLeftOut.POSITION, LIBRARY.get("clamshell"))
    assert changed.slots[1] == replace(
        slot_for(LIBRARY.get("clamshell"), Level.BEGINNER), sides=SOME[1].sides
    )


def test_a_level_brings_its_dose() -> None:
    bridge = LIBRARY.get("glute_bridge")
    slot = at_level(SOME[1], bridge, Level.PROGRESSED)
    assert slot.dose == bridge.doses[Level.PROGRESSED]
    assert with_slot(ROUTINE, 1, slot).slots[1].level is Level.PROGRESSED


def test_a_full_routine_takes_no_more() -> None:
    full = replace(ROUTINE, slots=SOME * 10)
    with pytest.raises(ValueError, match="at most 40"):
        added(full, SOME[0])


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(list(CautionTag))), st.sampled_from([None, 8, 18, 30]))
def test_a_version_that_suits_holds_nothing_that_must_not_be_started(
    tags: set[CautionTag], weeks: int | None
) -> None:
    person = Person({tag: tag in tags for tag in CautionTag}, weeks)
    changed = suited(ROUTINE, person, LIBRARY)
    assert not_startable(changed, person, LIBRARY) == ()
    assert len(names(changed)) == len(set(names(changed)))
    kept = [slot for slot in SOME if judge(LIBRARY.get(slot.exercise_id), person).startable]
    assert [slot for slot in changed.slots if slot in SOME] == kept


def test_before_a_check_nothing_is_refused() -> None:
    assert not_startable(ROUTINE, None, LIBRARY) == ()
