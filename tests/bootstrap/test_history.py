from contextlib import closing
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sijoint_desktop.history.consistency import DayState
from sijoint_desktop.store.database import open_database
from tests.fakes.clock import FakeClock
from tests.fakes.records import done_on


def test_days_planned_in_settings_can_be_missed_in_history(program, tmp_path: Path) -> None:
    clock = FakeClock()
    today = clock.now().date()
    (tmp_path / "data").mkdir()
    with closing(open_database(tmp_path / "data" / "sijoint.db")) as database:
        database.sessions.put(done_on(today - timedelta(days=20), 4, 3))
    shown = program(clock=clock)
    shown.window.open_page("history")
    QApplication.processEvents()
    page = shown.window.page("history")

    def missed() -> int:
        weeks = page.days.calendar.view.model().weeks
        return sum(day.state is DayState.MISSED for week in weeks for day in week.days)

    assert missed() == 0
    shown.preferences.set("planned_days", "mon wed")
    QApplication.processEvents()
    assert missed() == 0, "what was not planned yet was not missed"
    clock.advance(timedelta(days=21).total_seconds())
    shown.assembly._date.look()
    QApplication.processEvents()
    assert missed() == 6
