"""Doing part of a real session in the real window, with a clock that the test moves."""

from pathlib import Path

from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.store.database import open_database
from sijoint_desktop.ui.session.page import SessionPage
from tests.fakes.clock import FakeClock


def do_reps(program: Program, clock: FakeClock, reps: int) -> None:
    """Start the usual routine with a pain of 3, and go on until so many repetitions are done."""
    program.window.menus.action("start").trigger()
    page = program.window.page("session")
    assert isinstance(page, SessionPage)
    for question in page.before.questions:
        question.button(yes=False).click()
    page.before.pain.chosen.emit(3)
    page.before.start.click()
    for _ in range(2000):
        assert page.run is not None
        if len(page.run.reps) >= reps:
            return
        clock.advance(0.5)
        page.lead.look()
    raise AssertionError(f"{reps} repetitions were not done in 1000 s")


def sessions_in(folder: Path) -> tuple[SessionRecord, ...]:
    """Return what the database of a data folder keeps."""
    database = open_database(folder / "sijoint.db")
    try:
        return database.sessions.sessions()
    finally:
        database.close()
