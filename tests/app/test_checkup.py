"""Checks are kept with every answer, and a lock opens by what the rules say and nothing else."""

from datetime import date, timedelta

import pytest

from sijoint_desktop.app.checkup import Checkup, new_sitting
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import CheckDraft, CheckRecord
from sijoint_desktop.routine.course import RuleId
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.rescreen import QUESTIONS
from sijoint_desktop.triage.sitting import Sitting
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.triage.shipped import CATALOGUE, CHECK

CALM = {"age": 40, "sex": "female", "duration": "6wk_3mo", "side": "left"}
NUMB = {**CALM, "ces_saddle_numb": Reply.YES}
OLD_NUMBNESS = {**CALM, "leg_numb_tingle_old": Reply.YES}


class Person:
    """Somebody who does checks on a computer whose clock can be set."""

    def __init__(self) -> None:
        self.clock, self.entries = FakeClock(), FakeEntryRepository()

    @property
    def checkup(self) -> Checkup:
        """The service as after a restart: nothing but what is stored is known to it."""
        return Checkup(self.entries, self.clock)

    def does(self, answers: dict[str, object], sitting: str, *, leaves: bool = True) -> CheckRecord:
        whole = closed_world(Answers(answers), CATALOGUE)  # type: ignore[arg-type]
        kept = self.checkup.record(CHECK.judge(whole), whole, CATALOGUE, sitting=sitting)
        return self.checkup.leave(kept.id) if leaves else kept

    def waits(self, **time: float) -> None:
        self.clock.advance(timedelta(**time).total_seconds())


@pytest.fixture
def person() -> Person:
    return Person()


def test_a_clean_check_leaves_exercise_open_and_is_kept_whole(person: Person) -> None:
    kept = person.does(CALM, new_sitting())
    assert person.checkup.lock() is None
    assert person.checkup.last() == kept
    assert kept.answers["sex"] == "female"
    assert kept.rule_set == CHECK.rules.version
    assert set(kept.scores) == {"gate", "stiff", "unstable", "tight"}
    assert person.checkup.level_in_force() is kept.level


def test_an_emergency_closes_exercise_across_restarts(person: Person) -> None:
    person.does(NUMB, "first")
    lock = person.checkup.lock()
    assert lock is not None
    assert lock.level is Urgency.EMERGENCY
    person.waits(days=30)
    assert person.checkup.lock() is not None


def test_within_a_sitting_going_back_corrects_and_both_answers_stay(person: Person) -> None:
    person.does(NUMB, "first", leaves=False)
    person.waits(minutes=1)
    person.does(CALM, "first")
    assert person.checkup.lock() is None
    assert len(person.entries.all(CheckRecord)) == 2


def test_edited_answers_do_not_open_within_48_hours_and_a_clean_check_does_later(
    person: Person,
) -> None:
    person.does(NUMB, "first")
    person.waits(hours=47)
    person.does(CALM, "second")
    assert person.checkup.lock() is not None
    person.waits(hours=2)
    person.does(CALM, "third")
    assert person.checkup.lock() is None


def test_a_clock_set_back_opens_nothing(person: Person) -> None:
    person.does(NUMB, "first")
    person.waits(hours=-72)
    person.does(CALM, "second")
    assert person.checkup.lock() is not None


def test_a_clinician_level_opens_by_the_word_of_a_visit_alone(person: Person) -> None:
    person.does(OLD_NUMBNESS, "first")
    person.waits(days=4)
    with pytest.raises(UserError):
        person.checkup.clear(date(2000, 1, 1))
    seen = person.clock.now().date()
    kept = person.checkup.clear(seen)
    assert kept.seen_on == seen
    assert person.checkup.lock() is None


def test_nothing_closed_cannot_be_cleared(person: Person) -> None:
    with pytest.raises(UserError, match="Nothing is closed"):
        person.checkup.clear(person.clock.now().date())


def test_a_yes_before_a_session_and_a_pause_of_the_plan_close_as_well(person: Person) -> None:
    person.checkup.rescreen({question.id: False for question in QUESTIONS})
    assert person.checkup.lock() is None
    person.checkup.rescreen({question.id: question is QUESTIONS[0] for question in QUESTIONS})
    assert person.checkup.lock() is not None
    other = Person()
    other.checkup.pause_plan(RuleId.TWO_RED, "Two sessions within 7 days hurt too much.")
    lock = other.checkup.lock()
    assert lock is not None
    assert lock.level is Urgency.CLINICIAN


def test_one_draft_is_kept_until_the_result(person: Person) -> None:
    sitting = Sitting(Page.WHERE, Answers({"age": 40}))
    person.checkup.save_draft(sitting)
    person.checkup.save_draft(sitting.answered({"age": 41}).on(Page.HOW))
    draft = person.checkup.draft()
    assert draft is not None
    assert (draft.page, draft.answers, draft.corrected) == ("how", {"age": 41}, {"age": (40,)})
    assert len(person.entries.all(CheckDraft)) == 1
    person.does(CALM, new_sitting())
    assert person.checkup.draft() is None


def test_what_the_disk_refuses_is_said_and_changes_nothing(person: Person) -> None:
    person.entries.disk_full = True
    with pytest.raises(UserError):
        person.does(NUMB, "first")
    assert person.entries.all(CheckRecord) == ()
