"""Joins the routines with the window: their two pages and what they wish."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.app.shelf import copy_of, free_name, new_id
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.edit import suited
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.adding import AddToRoutine
from sijoint_desktop.ui.shell.figures import Figures
from sijoint_desktop.ui.shell.routine_files import RoutineFiles
from sijoint_desktop.ui.shell.undo import Edits

if TYPE_CHECKING:
    from sijoint_desktop.ui.routines.builder import BuilderPage
    from sijoint_desktop.ui.routines.detail import Wish
    from sijoint_desktop.ui.routines.page import RoutinesPage


class RoutineDesk(QObject):
    """Keeps every change at once and remembers it for undo; pages ask it for what they wish."""

    start_requested = Signal(object)
    print_requested = Signal(object)
    exercise_requested = Signal(str)
    check_requested = Signal()

    def __init__(
        self,
        services: Services,
        figures: Figures,
        window: MainWindow,
        *,
        timings: Callable[[], Timings],
        may_start: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._services = services
        self._figures = figures
        self._window = window
        self._timings = timings
        self._may_start = may_start
        self.edits = Edits(services, window)
        self.adding = AddToRoutine(services, self.edits, window)
        self.files = RoutineFiles(services, window, self.edits)
        self.files.opened.connect(self._choose)

    # --- pages ------------------------------------------------------------------------

    def make_page(self) -> QWidget:
        """Return the page of all routines."""
        from sijoint_desktop.ui.routines.page import RoutinesPage  # noqa: PLC0415 - when opened

        page = RoutinesPage(
            style=self._services.style,
            library=self._services.library,
            shelf=self._services.records.shelf,
            fitting=self._services.records.fitting,
            may_start=self._may_start,
            clips=self._figures.clips,
            look=self._figures.look,
            timings=self._timings,
        )
        page.start_requested.connect(self.start_requested)
        page.print_requested.connect(self.print_requested)
        page.exercise_requested.connect(self.exercise_requested)
        page.check_requested.connect(self.check_requested)
        page.wished.connect(self._on_wish)
        page.new_requested.connect(self._on_new)
        page.open_requested.connect(self.files.open)
        return page

    def make_builder(self) -> QWidget:
        """Return the page on which one routine is changed."""
        from sijoint_desktop.ui.routines.builder import BuilderPage  # noqa: PLC0415 - when opened

        page = BuilderPage(
            style=self._services.style,
            library=self._services.library,
            clips=self._figures.clips,
            look=self._figures.look,
            timings=self._timings,
            fitting=self._services.records.fitting,
            stack=self.edits.stack,
        )
        page.edited.connect(self._on_edited)
        page.back_requested.connect(self._on_back)
        page.print_requested.connect(self.print_requested)
        page.exercise_requested.connect(self.exercise_requested)
        return page

    def refresh(self) -> None:
        """Show the routine that is built as it is on record; forget undo where it was overtaken."""
        self.edits.forget_if_overtaken()
        if not self._window.has_page("builder"):
            return
        shown = self._builder().routine
        if shown is None:
            return
        now = self._services.records.shelf().find(shown.id)
        if now is not None:
            self._builder().show_routine(now)
        elif self._window.current == "builder":
            self._window.open_page("routines")

    # --- what pages wish --------------------------------------------------------------

    def _on_wish(self, wish: object, routine: object) -> None:
        from sijoint_desktop.ui.routines.detail import Wish  # noqa: PLC0415 - with its page

        ways = {
            Wish.CHANGE: self._change,
            Wish.USE: self._use,
            Wish.DUPLICATE: self._duplicate,
            Wish.RENAME: self._rename,
            Wish.ARCHIVE: self._archive,
            Wish.UNARCHIVE: self._unarchive,
            Wish.DELETE: self._delete,
            Wish.SAVE: self.files.save,
            Wish.CALENDAR: self.files.plan_days,
            Wish.SUIT: self._suit,
        }
        ways[cast("Wish", wish)](cast("Routine", routine))

    def _change(self, routine: Routine) -> None:
        own = self.edits.own_version(routine, tr("changing {routine}", routine=routine.name))
        if own is not None:
            self._open_builder(own)

    def _rename(self, routine: Routine) -> None:
        self._open_builder(routine)
        self._builder().name.begin()

    def _use(self, routine: Routine) -> None:
        words = tr("using {routine}", routine=routine.name)
        if self.edits.make(lambda keeper: keeper.begun(routine, words)):
            self._say(tr("You follow {routine} now", routine=routine.name), tr("Today starts it."))
            self._choose(routine.id)

    def _duplicate(self, routine: Routine) -> None:
        copy = copy_of(routine, self._services.records.shelf())
        words = tr("duplicating {routine}", routine=routine.name)
        if self.edits.make(lambda keeper: keeper.created(copy, words)):
            self._choose(copy.id)

    def _archive(self, routine: Routine) -> None:
        words = tr("archiving {routine}", routine=routine.name)
        if self.edits.make(lambda keeper: keeper.archived(routine.id, words, away=True)):
            self._say(
                tr("{routine} is archived", routine=routine.name),
                tr("Show archived brings it into sight again."),
            )

    def _unarchive(self, routine: Routine) -> None:
        words = tr("taking {routine} out of the archive", routine=routine.name)
        if self.edits.make(lambda keeper: keeper.archived(routine.id, words, away=False)):
            self._choose(routine.id)

    def _delete(self, routine: Routine) -> None:
        words = tr("deleting {routine}", routine=routine.name)
        if self.edits.make(lambda keeper: keeper.deleted(routine.id, words)):
            self._say(
                tr("{routine} was deleted", routine=routine.name),
                tr("Undo in the Edit menu brings it back."),
            )

    def _suit(self, routine: Routine) -> None:
        person = self._services.records.fitting().person
        if person is None:
            return
        words = tr("changing {routine}", routine=routine.name)
        changed = suited(routine, person, self._services.library)
        own = self.edits.own_version(changed, words)
        if own is not None and self.edits.make(lambda keeper: keeper.edited(own, words)):
            self._choose(own.id)

    def _on_new(self) -> None:
        name = free_name(tr("My routine"), self._services.records.shelf())
        fresh = Routine(new_id(), name, "", ())
        words = tr("making {routine}", routine=name)
        if self.edits.make(lambda keeper: keeper.created(fresh, words)):
            self._open_builder(fresh)

    def _on_edited(self, routine: object, words: str, key: str) -> None:
        changed = cast("Routine", routine)
        if not self.edits.make(lambda keeper: keeper.edited(changed, words, key)):
            self.refresh()

    def _on_back(self) -> None:
        shown = self._builder().routine
        self._window.open_page("routines")
        if shown is not None:
            self._choose(shown.id)

    # --- keeping ----------------------------------------------------------------------

    def _open_builder(self, routine: Routine) -> None:
        builder = cast("BuilderPage", self._window.page("builder"))
        builder.show_routine(self._services.records.shelf().find(routine.id) or routine)
        self._window.open_page("builder")

    def _choose(self, routine_id: RoutineId) -> None:
        self._window.open_page("routines")
        self._routines_page().show_routine(routine_id)

    def _builder(self) -> "BuilderPage":
        return cast("BuilderPage", self._window.page("builder"))

    def _routines_page(self) -> "RoutinesPage":
        return cast("RoutinesPage", self._window.page("routines"))

    def _say(self, heading: str, text: str, level: str = "soft") -> None:
        self._window.messages.say(heading, text, level)
