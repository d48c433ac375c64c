"""Saves routines and their planned days as files, and takes routine files in."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from sijoint_desktop.app.calendar_file import PlannedDays, calendar_text, planned_routine
from sijoint_desktop.app.shelf import copy_of
from sijoint_desktop.app.week import week_plan
from sijoint_desktop.core.errors import ContentError, UserError
from sijoint_desktop.core.files import ROUTINE_ENDING, file_name, read_text, write_text
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.routine.edit import not_startable
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import parse_routine, routine_text
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services, timings_of
from sijoint_desktop.ui.shell.undo import Edits

_MOST_BYTES = 1_000_000  # a routine is never larger; a larger file is something else
_MOST_FAULTS = 6
_USUAL_DAYS = frozenset({0, 2, 4})  # three days with one between, as for strength (brief d)


class RoutineFiles(QObject):
    """``opened`` carries the id of the routine that a file brought, or that was there already."""

    opened = Signal(str)

    def __init__(self, services: Services, window: MainWindow, edits: Edits) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._edits = edits
        window.files_dropped.connect(self.open_all)
        window.menus.open_routine_wished.connect(self.open)
        window.menus.calendar_wished.connect(self._on_calendar)

    def save(self, routine: Routine) -> None:
        """Ask for a file name and write the routine into it."""
        name = self._ask_where(tr("Save the routine"), routine.name, ROUTINE_ENDING, _kinds())
        if name:
            self.save_to(Path(name), routine)

    def save_to(self, path: Path, routine: Routine) -> None:
        """Write a routine to a file, whole or not at all, and say how it went."""
        try:
            write_text(path, routine_text(routine))
        except UserError as fault:
            self._say(tr("The routine was not saved"), str(fault), "amber")
            return
        self._say(
            tr("The routine was saved"), tr("It is in {path}. You can pass the file on.", path=path)
        )

    def plan_days(self, routine: Routine) -> None:
        """Ask when a routine is planned, and write that for a calendar."""
        from sijoint_desktop.ui.routines.calendar_dialog import CalendarDialog  # noqa: PLC0415

        services = self._services
        self.dialog = CalendarDialog(
            routine.name,
            week_plan(services.preferences.settings).weekdays or _USUAL_DAYS,
            services.clock.now().date(),
            style=services.style,
            parent=self._window,
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._planned = routine
        self.dialog.accepted.connect(self._on_planned)
        self.dialog.open()

    def _on_planned(self) -> None:
        days, routine = self.dialog.days, self._planned
        name = self._ask_where(
            tr("Save the planned days"), routine.name, ".ics", tr("Calendar (*.ics)")
        )
        if name:
            self.save_calendar(Path(name), routine, days)

    def save_calendar(self, path: Path, routine: Routine, days: PlannedDays) -> None:
        """Write planned days to a calendar file, and say how it went."""
        services = self._services
        timings = timings_of(services.preferences.settings)
        what = planned_routine(routine, services.library, timings)
        try:
            write_text(path, calendar_text(what, days, services.clock.now()))
        except UserError as fault:
            self._say(tr("The planned days were not saved"), str(fault), "amber")
            return
        self._say(
            tr("The planned days were saved"),
            tr("Open {path} with your calendar program.", path=path),
        )

    def _on_calendar(self) -> None:
        self.plan_days(self._services.records.plan().routine)

    def open(self) -> None:
        """Ask for a routine file and take its routine in."""
        name, _kind = QFileDialog.getOpenFileName(self._window, tr("Open a routine"), "", _kinds())
        if name:
            self.open_path(Path(name))

    def open_all(self, paths: Iterable[Path]) -> None:
        """Take in the routines of several files."""
        for path in paths:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Put the routine of a file among the person's own; say every fault of a wrong one."""
        heading = tr("{file} was not opened", file=path.name)
        if self._window.in_session:  # it would take the page away from under the person
            self._say(heading, tr("A session is running. Open it again after that."), "amber")
            return
        try:
            routine = parse_routine(read_text(path, _MOST_BYTES), path.name, self._services.library)
        except ContentError as fault:
            lines = list(fault.faults[:_MOST_FAULTS])
            more = len(fault.faults) - len(lines)
            if more:
                lines.append(plural("And {n} more.", "And {n} more.", more))
            self._say(heading, "\n".join(lines), "amber")
        except UserError as fault:
            self._say(heading, str(fault), "amber")
        else:
            self._take_in(routine)

    def _take_in(self, routine: Routine) -> None:
        shelf = self._services.records.shelf()
        there = shelf.find(routine.id)
        if there == routine:
            self._say(
                tr("You have {routine} already", routine=routine.name),
                tr("It is among your routines."),
            )
            self.opened.emit(routine.id)
            return
        if there is not None:
            routine = copy_of(routine, shelf)
        words = tr("opening {routine}", routine=routine.name)
        if not self._edits.make(lambda keeper: keeper.created(routine, words)):
            return
        person = self._services.records.fitting().person
        names = not_startable(routine, person, self._services.library)
        text = tr("It is among your routines.")
        if names:
            text = tr(
                "It is among your routines. Left out for you: {exercises}.",
                exercises=", ".join(names),
            )
        heading = tr("{routine} was opened", routine=routine.name)
        self._say(heading, text, "amber" if names else "soft")
        self.opened.emit(routine.id)

    def _ask_where(self, title: str, name: str, ending: str, kinds: str) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = str(Path(folder) / f"{file_name(name, tr('routine'))}{ending}")
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, suggestion, kinds)
        return chosen

    def _say(self, heading: str, text: str, level: str = "soft") -> None:
        self._window.messages.say(heading, text, level)


def _kinds() -> str:
    return tr("Routines ({endings})", endings=f"*{ROUTINE_ENDING} *.toml")
