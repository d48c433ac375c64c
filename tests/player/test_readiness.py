import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.player.readiness import (
    nothing_gentle,
    plan_today,
)
from sijoint_desktop.routine.model import Routine, Slot
from tests.content.samples import NOD, REACH

TILT = NOD.replace('id = "nod"', 'id = "pelvic_tilt"').replace("E91", "E92")
CAT = NOD.replace('id = "nod"', 'id = "cat_cow"').replace("E91", "E93")
LIBRARY = parse_library({"reach": REACH, "nod": NOD, "pelvic_tilt": TILT, "cat_cow": CAT})


def routine(*names: str) -> Routine:
    slots = [
        Slot(LIBRARY.get(n).id, Level.PROGRESSED, LIBRARY.get(n).doses[Level.PROGRESSED])
        for n in names
    ]
    return Routine(RoutineId("test"), "Test", "", tuple(slots))


@given(st.integers(0, 5))
def test_up_to_five_the_routine_stays_as_it_is(pain: int) -> None:
    whole = routine("reach", "nod")
    assert plan_today(whole, pain, LIBRARY).routine is whole


@given(st.integers(7, 10))
def test_from_seven_nothing_is_exercised(pain: int) -> None:
    today = plan_today(routine("pelvic_tilt"), pain, LIBRARY)
    assert today.routine is None
    assert today.advice is not None


def test_at_six_only_the_gentlest_is_left_at_its_easiest() -> None:
    today = plan_today(routine("reach", "cat_cow", "pelvic_tilt"), 6, LIBRARY)
    assert today.routine is not None
    (slot,) = today.routine.slots
    assert slot.exercise_id == "pelvic_tilt"
    assert slot.dose == LIBRARY.get("pelvic_tilt").doses[Level.BEGINNER]
    assert "6" in today.reason


def test_at_six_a_routine_without_anything_gentle_waits() -> None:
    today = plan_today(routine("reach"), 6, LIBRARY)
    assert (today.routine, today.advice) == (None, nothing_gentle())


@pytest.mark.parametrize("pain", [-1, 11])
def test_a_pain_off_the_scale_is_refused(pain: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        plan_today(routine("nod"), pain, LIBRARY)
