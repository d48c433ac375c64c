"""Makes the report for a clinician from everything on record, and shows it before it is printed."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.data.office import Office
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.outputs import Outputs

if TYPE_CHECKING:
    from sijoint_desktop.app.clinician_report import ReportPart
    from sijoint_desktop.sheet.model import Sheet
    from sijoint_desktop.ui.printing.report_chooser import ReportChooser


class ReportDesk(QObject):
    """Asks what the report shall show, reads the records in a thread, and opens the preview."""

    def __init__(
        self, services: Services, office: Office, outputs: Outputs, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._services, self._office, self._outputs = services, office, outputs
        self._window = window
        self.asked: ReportChooser | None = None
        window.menus.report_wished.connect(self.ask)

    def ask(self) -> None:
        """Ask for the time and the parts of a report."""
        from sijoint_desktop.ui.printing.report_chooser import (  # noqa: PLC0415 - when wanted
            ReportChooser,
        )

        today = self._services.clock.now().date()
        self.asked = ReportChooser(today, style=self._services.style, parent=self._window)
        self.asked.chosen.connect(self.make)
        self.asked.open()

    def make(self, since: date | None, parts: "frozenset[ReportPart]") -> None:
        """Make the report of some parts from a day on (None for everything) and show it."""
        services = self._services
        catalogue = services.check.checker().catalogue
        name = services.preferences.settings.text("name")
        today = services.clock.now().date()

        def job() -> object:
            from sijoint_desktop.app.clinician_report import (  # noqa: PLC0415 - when wanted
                compose_clinician_report,
            )

            return compose_clinician_report(
                self._office.data.archive(),
                services.library,
                catalogue,
                today=today,
                since=since,
                name=name,
                parts=parts,
            )

        self._office.work.begin(
            tr("Making the report"),
            job,
            self._on_made,
            partial(self._office.fault, tr("The report was not made")),
        )

    def _on_made(self, sheet: object) -> None:
        self._outputs.show_sheet(cast("Sheet", sheet))
