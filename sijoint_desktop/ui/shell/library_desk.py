"""Joins the exercises with the window: the list, one exercise, and two side by side."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.figures import Figures

if TYPE_CHECKING:
    from sijoint_desktop.ui.library.compare_page import ComparePage
    from sijoint_desktop.ui.library.exercise_page import ExercisePage


class LibraryDesk(QObject):
    """Makes the pages of the exercises and leads from one to another; what else they wish it asks.

    ``start_requested`` and ``print_requested`` carry a Routine of one exercise, ``add_requested``
    an exercise with its Level, ``swap_requested`` two exercises to change in the plan.
    """

    start_requested = Signal(object)
    print_requested = Signal(object)
    add_requested = Signal(str, object)
    swap_requested = Signal(str, str)
    check_requested = Signal()

    def __init__(
        self,
        services: Services,
        figures: Figures,
        window: MainWindow,
        *,
        why_paused: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__(window)
        self._services = services
        self._figures = figures
        self._window = window
        self._why_paused = why_paused

    def make_list(self) -> QWidget:
        """Return the page of all exercises."""
        from sijoint_desktop.ui.library.page import LibraryPage  # noqa: PLC0415 - when opened

        page = LibraryPage(
            style=self._services.style,
            library=self._services.library,
            clips=self._figures.clips,
            look=self._figures.look,
            routine_ids=self._routine_ids,
            fitting=self._services.records.fitting,
        )
        page.check_requested.connect(self.check_requested)
        page.exercise_requested.connect(self.show_exercise)
        page.compare_requested.connect(self._on_compare)
        return page

    def make_exercise(self) -> QWidget:
        """Return the page of one exercise."""
        from sijoint_desktop.ui.library.exercise_page import ExercisePage  # noqa: PLC0415

        page = ExercisePage(
            style=self._services.style,
            library=self._services.library,
            clips=self._figures.clips,
            look=self._figures.look,
            fitting=self._services.records.fitting,
            routine_ids=self._routine_ids,
            why_paused=self._why_paused,
        )
        page.back_requested.connect(self._on_back)
        page.check_requested.connect(self._on_check)
        page.compare_requested.connect(self._on_compare)
        page.swap_requested.connect(self.swap_requested)
        page.add_requested.connect(self.add_requested)
        page.practise_requested.connect(self.start_requested)
        page.print_requested.connect(self.print_requested)
        page.exercise_requested.connect(self.show_exercise)
        return page

    def make_compare(self) -> QWidget:
        """Return the page of two exercises side by side."""
        from sijoint_desktop.ui.library.compare_page import ComparePage  # noqa: PLC0415

        page = ComparePage(
            style=self._services.style,
            library=self._services.library,
            clips=self._figures.clips,
            look=self._figures.look,
        )
        page.back_requested.connect(self._on_back)
        page.exercise_requested.connect(self.show_exercise)
        return page

    def show_exercise(self, exercise_id: str) -> None:
        """Open the page of an exercise."""
        self._exercise_page.show_exercise(exercise_id)
        self._window.open_page("exercise")

    @property
    def _exercise_page(self) -> "ExercisePage":
        return cast("ExercisePage", self._window.page("exercise"))

    def _on_compare(self, exercise_id: str | None = None) -> None:
        cast("ComparePage", self._window.page("compare")).show_pair(exercise_id)
        self._window.open_page("compare")

    def _on_check(self) -> None:
        self._window.open_page("check")

    def _on_back(self) -> None:
        self._window.open_page("exercises")

    def _routine_ids(self) -> tuple[str, ...]:
        return tuple(slot.exercise_id for slot in self._services.records.plan().routine.slots)
