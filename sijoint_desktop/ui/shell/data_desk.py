"""Joins the menus and the Settings page with what exports, imports, copies and erases."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.data.keeping import Keeping
from sijoint_desktop.ui.data.office import Office
from sijoint_desktop.ui.data.transfer import Transfer
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services

if TYPE_CHECKING:
    from sijoint_desktop.ui.data.section import DataSection


class DataDesk(QObject):
    """Grants every wish about the data as a whole.

    ``replaced`` comes when other data has taken the place of what was on record, ``erased`` when
    nothing is left.
    """

    replaced = Signal()
    erased = Signal()

    def __init__(self, services: Services, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self.office = Office(services, window, window.messages.say)
        self.transfer = Transfer(self.office)
        self.keeping = Keeping(self.office)
        self.office.replaced.connect(self.replaced)
        self.keeping.erased.connect(self.erased)
        menus = window.menus
        menus.export_wished.connect(self.transfer.export)
        menus.import_wished.connect(self.transfer.import_file)
        menus.copies_wished.connect(self.keeping.show_copies)
        menus.erase_wished.connect(self.keeping.erase)

    def make_section(self) -> "DataSection":
        """Return the part of the Settings page about the data."""
        from sijoint_desktop.ui.data.formats import FORMATS  # noqa: PLC0415 - when opened
        from sijoint_desktop.ui.data.section import DataSection  # noqa: PLC0415

        formats = [(key, tr(form.words)) for key, form in FORMATS.items()]
        section = DataSection(self._services.data_folder, formats, style=self._services.style)
        section.export_wished.connect(self.transfer.export)
        section.import_wished.connect(self.transfer.import_file)
        section.copy_wished.connect(self.keeping.back_up)
        section.copies_wished.connect(self.keeping.show_copies)
        section.erase_wished.connect(self.keeping.erase)
        return section
