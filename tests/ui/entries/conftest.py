"""A table over a store in memory, which may have a full disk."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import sijoint_desktop._resources_rc  # noqa: F401 - the icons
from sijoint_desktop.app.corrections import Corrections
from sijoint_desktop.bootstrap.shipped import load_library, load_routines
from sijoint_desktop.history.series import Range
from sijoint_desktop.routine.segment import Timings
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.ui.entries.adding import OnRecord
from sijoint_desktop.ui.entries.editor import Editor
from sijoint_desktop.ui.entries.form import Form
from sijoint_desktop.ui.entries.paper_form import Sheets
from sijoint_desktop.ui.entries.view import EntriesView
from sijoint_desktop.ui.style.style import Style
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import NOON, done_on, make_check, make_pain
from tests.fakes.repository import FakeSessionRepository


@dataclass
class Desk:
    """The table, and what it stands on."""

    view: EntriesView
    editor: Editor
    sessions: FakeSessionRepository
    entries: FakeEntryRepository
    clock: FakeClock

    def rows(self) -> list[str]:
        """Return the words of the second column, from the top."""
        model = self.view.table.model()
        return [model.index(row, 1).data() for row in range(model.rowCount())]

    def choose(self, what: str) -> None:
        """Choose the first line with these words."""
        self.view.table.selectRow(self.rows().index(what))


@pytest.fixture
def style(qapp: QApplication) -> Style:
    return Style(choice=ThemeChoice.LIGHT)


@pytest.fixture
def desk(style: Style, qtbot: QtBot) -> Iterator[Desk]:
    sessions = FakeSessionRepository(done_on(NOON.date(), 4, 3))
    entries = FakeEntryRepository(make_pain("p", nrs=6, note="stairs"), make_check("c"))
    clock = FakeClock(NOON.replace(hour=18))
    library = load_library()
    editor = Editor(lambda: Corrections(sessions, entries))
    view = EntriesView(
        OnRecord(sessions.sessions, lambda: entries, clock.now),
        editor,
        Sheets(lambda: load_routines(library), library, Timings),
        style=style,
    )
    editor.made.connect(view.refresh)
    qtbot.addWidget(view)
    view.resize(1040, 700)
    view.show_span(Range.THREE_MONTHS)
    view.show()
    QApplication.processEvents()
    yield Desk(view, editor, sessions, entries, clock)
    for form in view.findChildren(Form):  # one left open would keep the next test's windows
        form.reject()
