"""Joins the table of everything on record with the store."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sijoint_desktop.app.corrections import Corrections
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.ui.entries.editor import Editor
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services, timings_of

if TYPE_CHECKING:
    from sijoint_desktop.routine.segment import Timings
    from sijoint_desktop.ui.entries.view import EntriesView


class RecordsDesk(QObject):
    """Makes the table, and keeps what is changed in it."""

    def __init__(self, services: Services, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self.editor = Editor(self._corrections, self)
        self.editor.made.connect(self._on_made)
        self.editor.failed.connect(self._on_failed)

    def make_table(self) -> "EntriesView":
        """Return the table of everything on record."""
        from sijoint_desktop.ui.entries.adding import OnRecord  # noqa: PLC0415 - when opened
        from sijoint_desktop.ui.entries.paper_form import Sheets  # noqa: PLC0415
        from sijoint_desktop.ui.entries.view import EntriesView  # noqa: PLC0415

        services = self._services
        return EntriesView(
            OnRecord(services.bridge.sessions, services.bridge.read, services.clock.now),
            self.editor,
            Sheets(self._routines, services.library, self._timings),
            style=services.style,
        )

    def _corrections(self) -> Corrections:
        return self._services.store.corrections()

    def _routines(self) -> tuple[Routine, ...]:
        plan = self._services.records.plan().routine
        shelf = self._services.records.shelf()
        others = (*shelf.own, *shelf.suggested)
        return (plan, *(each for each in others if each.id != plan.id and each.slots))

    def _timings(self) -> "Timings":
        return timings_of(self._services.preferences.settings)

    def _on_made(self) -> None:
        self._services.bridge.touch()

    def _on_failed(self, sentence: str) -> None:
        self._window.messages.say(tr("This was not changed"), sentence)
