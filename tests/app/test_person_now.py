"""What is known of the person today, and an easy day that suits them."""

from datetime import date, timedelta

import pytest

from sijoint_desktop.app.progress import todays_routine
from sijoint_desktop.app.reminder import person_now
from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import CautionTag
from sijoint_desktop.content.suitability import Person, judge
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.routine.course import Decision, Verdict
from sijoint_desktop.routine.edit import slot_for
from sijoint_desktop.routine.model import Routine
from tests.content.samples import shipped_files
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import make_check

LIBRARY = parse_library(shipped_files())
WELL = dict.fromkeys(CautionTag, False)
PLAN = Routine(RoutineId("mine"), "Mine", "", (slot_for(LIBRARY.get("cat_cow")),))


def test_before_a_check_nothing_is_known() -> None:
    assert person_now(FakeEntryRepository(), date(2026, 11, 25)) is None


def test_a_pregnancy_goes_on_after_the_check() -> None:
    check = make_check(answers={"pregnancy_status": "pregnant", "gestation_band": "wk_16_19"})
    entries = FakeEntryRepository(check)
    then = person_now(entries, check.local_date)
    later = person_now(entries, check.local_date + timedelta(days=30))
    assert then is not None
    assert later is not None
    assert then.weeks is not None
    assert later.weeks == then.weeks + 4
    assert (then.hides_supine, later.hides_supine) == (False, True)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (None, ["breathing_brace", "pelvic_tilt"]),
        (Person(WELL), ["breathing_brace", "pelvic_tilt"]),
        (Person({**WELL, CautionTag.PREGNANCY: True}, 24), ["cat_cow", "open_book"]),
        (Person({**WELL, CautionTag.DIZZY_SUPINE: True, CautionTag.FLOOR: True}), ["open_book"]),
    ],
)
def test_an_easy_day_holds_nothing_that_must_not_be_started(
    person: Person | None, expected: list[str]
) -> None:
    easy = todays_routine(Decision(Verdict.FLARE_EASY, ()), PLAN, LIBRARY, person=person)
    assert easy is not None
    assert [slot.exercise_id for slot in easy.slots] == expected
    if person is not None:
        chosen = [LIBRARY.get(slot.exercise_id) for slot in easy.slots]
        assert all(judge(exercise, person).startable for exercise in chosen)
