"""Breaks, reminders and answers about the dose in the real window, kept over real restarts."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sijoint_desktop.history.entries import Pause, PauseKind, PlanChange
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.routine.course import Verdict
from sijoint_desktop.routine.parse import routine_text
from tests.bootstrap.walking import Walk
from tests.fakes.records import make_rep, make_session

CALM_WEEK = (5, 3, 1)  # days ago


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Walk]:
    made = Walk(qtbot, qapp, tmp_path / "data")
    yield made
    made.close()


def trains(walk: Walk, days_ago: int) -> None:
    """Put a whole, easy session of the plan on record, with a calm morning after it."""
    plan = walk.services.records.plan().routine
    start = walk.clock.now() - timedelta(days=days_ago, hours=14)
    walk.services.store.prepare()
    walk.services.bridge.touch()
    store = walk.now.store
    assert store is not None
    session = make_session(
        f"{days_ago:032x}",
        routine_id=plan.id,
        routine_text=routine_text(plan),
        started_at=start,
        ended_at=start + timedelta(minutes=11),
        local_date=start.date(),
        status=SessionStatus.COMPLETED,
        planned_reps=1,
        reps=(make_rep(finished_at=start),),
        nrs_before=2,
        nrs_worst=2,
        nrs_after=2,
        effort=4,
        form_ok=True,
    )
    store.recorder()._repository.put(session)
    walk.services.bridge.touch()


def test_a_break_begins_and_ends_on_the_today_page_and_is_kept(walk: Walk) -> None:
    walk.start()
    walk.checks()
    trains(walk, 1)
    walk.today.pause_requested.emit(PauseKind.SICKNESS.value)
    assert "Your plan waits while you are ill, since today" in walk.words()
    assert not walk.starts_from_the_menu()
    walk.waits(days=9)
    walk.start()
    assert "since 22 Nov" in walk.words()
    assert walk.services.records.progress().decision.verdict is Verdict.HOLD  # no step back
    walk.today.pause_ended.emit()
    assert "Your plan waits" not in walk.words()
    [kept] = walk.services.bridge.read().all(Pause)
    assert (kept.last_day, kept.kind) == (walk.clock.now().date() - timedelta(days=1), "sickness")
    assert walk.starts_from_the_menu()


def test_a_flare_up_that_is_told_makes_today_easy_and_can_be_started(walk: Walk) -> None:
    walk.start()
    walk.checks()
    trains(walk, 1)
    usual = walk.services.records.plan().routine
    walk.today.pause_requested.emit(PauseKind.FLARE.value)
    assert "An easy day today" in walk.words()
    today = walk.services.records.progress().today
    assert today is not None
    assert len(today.slots) < len(usual.slots)
    assert walk.starts_from_the_menu()


@pytest.mark.parametrize("stays_open", [True, False])
def test_days_that_pass_without_a_session_make_the_dose_easier(
    walk: Walk, stays_open: bool
) -> None:
    walk.start()
    walk.checks()
    trains(walk, 1)
    walk.answers_morning(f"{1:032x}", 1)
    assert walk.services.bridge.read().all(PlanChange) == ()
    walk.waits(days=9)
    if stays_open:
        walk.now.assembly._date.look()
    else:
        walk.start()
    [change] = walk.services.bridge.read().all(PlanChange)
    assert not change.up
    assert walk.now.window.messages.texts[0].startswith("Your routine is a little easier now")


def test_not_yet_is_remembered_and_moving_up_is_kept(walk: Walk) -> None:
    walk.start()
    walk.checks()
    for days_ago in CALM_WEEK:
        trains(walk, days_ago)
    for days_ago in CALM_WEEK:
        session_id = f"{days_ago:032x}"
        walk.services.bridge.touch()
        walk.answers_morning(session_id, days_ago)
    decision = walk.services.records.progress().decision
    assert decision.verdict is Verdict.PROGRESS
    assert "Ready for a little more" in walk.words()
    walk.press("Not yet")
    assert "You chose to wait with the next step." in walk.words()
    walk.start()
    assert "You chose to wait with the next step." in walk.words()
    walk.today.step_taken.emit(decision)
    [change] = walk.services.bridge.read().all(PlanChange)
    assert change.up


def test_a_reminder_comes_when_it_is_switched_on_and_nothing_was_done(walk: Walk) -> None:
    walk.start()
    walk.checks()
    reminders = walk.now.assembly.reminders
    walk.waits(hours=8, minutes=59)
    reminders.look()
    assert walk.now.window.messages.texts == ()
    walk.now.preferences.set("reminders", True)
    walk.waits(minutes=1)
    reminders.look()
    assert len(walk.now.window.messages.texts) == 1
    assert walk.now.window.messages.texts[0].startswith("Time for your exercises")
    walk.start()
    reminders = walk.now.assembly.reminders
    reminders.look()
    assert walk.now.window.messages.texts == (), "a restart brings no second one"
    walk.waits(hours=15)  # the next day, early
    walk.today.pause_requested.emit(PauseKind.REST.value)
    walk.waits(hours=10)
    reminders.look()
    assert walk.now.window.messages.texts == ()


def test_a_call_to_the_window_leaves_a_session_where_it_is(walk: Walk) -> None:
    walk.start()
    walk.checks()
    assert walk.starts_from_the_menu()
    walk.now.assembly.reminders.tray.open_wished.emit()
    walk.now.assembly.reminders.tray.start_wished.emit()
    assert walk.now.window.current == "session"
