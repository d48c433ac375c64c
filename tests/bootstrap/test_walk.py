"""From a check to a closed program and back to a session, with a real file and real restarts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.plan import PLAN_ID
from sijoint_desktop.history.safety import LockedError
from sijoint_desktop.routine.planner import plan_for
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.library.exercise_page import ExercisePage
from tests.bootstrap.walking import CALM, Walk
from tests.triage.shipped import CATALOGUE, CHECK

CLOSING = {
    "emergency": {"ces_saddle_numb": Reply.YES},
    "urgent": {"fever_chills": Reply.YES},
    "clinician": {"leg_numb_tingle_old": Reply.YES},
}


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Walk]:
    made = Walk(qtbot, qapp, tmp_path / "data")
    yield made
    made.close()


@pytest.mark.parametrize("level", CLOSING)
def test_what_a_check_closes_stays_closed_everywhere_until_it_may_open(
    walk: Walk, level: str
) -> None:
    walk.start()
    walk.checks(**CLOSING[level])
    assert walk.today.locked
    walk.start()
    assert walk.today.locked
    assert not walk.starts_from_the_menu()
    with pytest.raises(LockedError):
        walk.services.store.recorder().begin(walk.services.records.plan().routine, 8, 2)
    walk.waits(hours=1)
    walk.checks()
    assert walk.today.locked, "new answers within 48 hours open nothing"
    walk.waits(hours=49)
    if level == "clinician":
        walk.checks()
        assert walk.today.locked, "only the word of a clinician opens this"
        walk.services.store.checkup().clear(walk.clock.now().date())
        walk.services.bridge.touch()
    else:
        walk.checks()
    assert not walk.today.locked
    assert walk.starts_from_the_menu()


def test_the_plan_of_a_check_is_todays_routine_also_after_a_restart(walk: Walk) -> None:
    walk.start()
    whole = closed_world(Answers(CALM), CATALOGUE)  # type: ignore[arg-type]
    services = walk.services
    plan = plan_for(CHECK.judge(whole), whole, services.library, services.check.plans())
    assert plan.routine is not None
    page = walk.now.window.page("check")
    assert isinstance(page, CheckPage)
    page.routine_wished.emit(plan.routine)
    assert walk.now.window.current == "today"
    assert "My routine from 22 November" in walk.words()
    walk.start()
    assert "My routine from 22 November" in walk.words()
    [start] = [b for b in walk.today.findChildren(QPushButton) if b.accessibleName() == "Start"]
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert walk.now.window.current == "session"
    assert walk.services.records.plan().routine.id == PLAN_ID


def test_a_yes_before_a_session_closes_the_program_at_once(walk: Walk) -> None:
    walk.start()
    assert walk.starts_from_the_menu()
    walk.session.before.questions[0].button(yes=True).click()
    assert walk.session.before.blocked
    walk.start()
    assert walk.today.locked


def test_the_page_of_an_exercise_says_why_it_is_paused_and_leads_to_the_check(walk: Walk) -> None:
    walk.start()
    walk.checks(ces_saddle_numb="yes")
    exercise, window = walk.now.window.page("exercise"), walk.now.window
    assert isinstance(exercise, ExercisePage)
    exercise.show_exercise("bird_dog")
    window.open_page("exercise")
    assert not exercise.practise.isEnabled()
    assert "Reason: Numb or tingly between your legs" in exercise.paused.text
    [way] = exercise.paused.findChildren(QPushButton)
    way.click()
    assert window.current == "check"


def test_another_country_changes_the_number_on_the_closed_today_page(walk: Walk) -> None:
    walk.start()
    walk.checks(ces_saddle_numb=Reply.YES)
    walk.now.preferences.set("country", "GB")
    assert "999" in walk.words()
    walk.now.window.open_page("settings")
    walk.now.preferences.set("country", "US")
    walk.now.window.open_page("today")
    assert "911" in walk.words()
    assert "999" not in walk.words()
