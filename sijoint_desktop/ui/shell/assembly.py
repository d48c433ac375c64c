"""Joins the window and its pages: makes each page when it is wanted and grants what it asks for."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sijoint_desktop.app.week import WeekPlan, week_plan
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.settings.options import FIGURE_OPTIONS
from sijoint_desktop.ui.bridge import StoreState
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.check_desk import CheckDesk
from sijoint_desktop.ui.shell.cut_off import CutOffDesk
from sijoint_desktop.ui.shell.data_desk import DataDesk
from sijoint_desktop.ui.shell.date_watch import DateWatch
from sijoint_desktop.ui.shell.day import RecordedDay
from sijoint_desktop.ui.shell.figures import Figures
from sijoint_desktop.ui.shell.learning import Learning
from sijoint_desktop.ui.shell.library_desk import LibraryDesk
from sijoint_desktop.ui.shell.outputs import Outputs
from sijoint_desktop.ui.shell.progress_desk import ProgressDesk
from sijoint_desktop.ui.shell.records_desk import RecordsDesk
from sijoint_desktop.ui.shell.reminders import Reminders
from sijoint_desktop.ui.shell.report_desk import ReportDesk
from sijoint_desktop.ui.shell.routine_desk import RoutineDesk
from sijoint_desktop.ui.shell.session_desk import SessionDesk
from sijoint_desktop.ui.shell.way_back import WayBack
from sijoint_desktop.ui.today.page import TodayPage

if TYPE_CHECKING:
    from sijoint_desktop.ui.checker.page import CheckPage
    from sijoint_desktop.ui.help.page import HelpPage
    from sijoint_desktop.ui.history.page import HistoryPage
    from sijoint_desktop.ui.library.compare_page import ComparePage
    from sijoint_desktop.ui.library.exercise_page import ExercisePage
    from sijoint_desktop.ui.library.page import LibraryPage
    from sijoint_desktop.ui.routines.builder import BuilderPage
    from sijoint_desktop.ui.routines.page import RoutinesPage
    from sijoint_desktop.ui.settings.page import SettingsPage

    _OfRecords = TodayPage | CheckPage | LibraryPage | RoutinesPage | HistoryPage
    _Refreshed = _OfRecords | ExercisePage | ComparePage | BuilderPage | HelpPage

# Pages that the rail does not show, and whose item stays marked while they are open.
PARENT_PAGE = {
    "exercise": "exercises",
    "compare": "exercises",
    "session": "today",
    "article": "learn",
    "builder": "routines",
}

# Pages that show what is on record.
_FOLLOWING = ("today", "check", "exercises", "exercise", "routines", "history")

_WITH_FIGURES = ("exercises", "exercise", "compare", "routines", "builder")

# Pages that show what is set; "_s" stands for every option of time.
_SHOWN_ON = {
    "name": ("today",),
    "weekly_goal": ("today",),
    "planned_days": ("today", "history"),
    "step_put_off": ("today",),
    "country": ("today", "check", "help"),
    "_s": ("today", "routines", "builder"),
}


class Assembly(QObject):
    """The window with its pages. Pages are imported when they are first opened.

    Imports stand inside the functions on purpose: a page brings numpy or pyqtgraph with it, and
    nothing of the kind may be loaded before the first page has been painted.
    """

    def __init__(self, services: Services, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self.window = window
        self._figures_there = False
        self._stale: set[str] = set()
        self._figures = Figures(services)
        self._outputs = Outputs(services, self._figures, window)
        self._learning = Learning(services, self._figures, window)
        self._desk = CheckDesk(services, self._figures, self._outputs, window)
        self._cut_off = CutOffDesk(services, window)
        self._progress = ProgressDesk(services, window)
        self._session = SessionDesk(
            services,
            self._figures,
            self._outputs,
            window,
            check=self._desk,
            progress=self._progress,
        )
        self._exercises = LibraryDesk(
            services, self._figures, window, why_paused=self._desk.why_paused
        )
        self._records_desk = RecordsDesk(services, window)
        self._routines = RoutineDesk(
            services,
            self._figures,
            window,
            timings=self._session.timings,
            may_start=self._desk.may_start,
        )
        self._way_back = WayBack(window, self._records_desk.editor)
        self._way_back.add(self._routines.edits, ("routines", "builder", "exercise"))
        self.data_desk = DataDesk(services, window)
        self.data_desk.replaced.connect(self._records_desk.editor.forget)
        self.reminders = Reminders(services, window)
        self._date = DateWatch(services.clock, self)
        self._date.turned.connect(self._on_new_day)
        self.report_desk = ReportDesk(services, self.data_desk.office, self._outputs, window)
        self._connect()
        pages = {
            "today": self._make_today,
            "check": self._desk.make_page,
            "exercises": self._exercises.make_list,
            "exercise": self._exercises.make_exercise,
            "compare": self._exercises.make_compare,
            "routines": self._routines.make_page,
            "builder": self._routines.make_builder,
            "history": self._make_history,
            "learn": self._learning.make_list,
            "article": self._learning.make_article,
            "session": self._session.make_page,
            "settings": self._make_settings,
            "help": self._make_help,
        }
        window.fill(pages, PARENT_PAGE)
        self._cut_off.look()
        self._progress.settle()

    def open_routine(self, path: Path) -> None:
        """Take in the routine of a file that the program was started with."""
        self._routines.files.open_path(path)

    def begin_figures(self) -> None:
        """Let the figure of the Today page move, now that what draws it has been loaded."""
        self._figures_there = True
        if self.window.has_page("today"):
            cast("TodayPage", self.window.page("today")).begin_figure()

    def _connect(self) -> None:
        menus = self.window.menus
        self._learning.exercise_requested.connect(self._exercises.show_exercise)
        self._routines.start_requested.connect(self._session.start)
        self._routines.print_requested.connect(self._outputs.print_routine)
        self._routines.exercise_requested.connect(self._exercises.show_exercise)
        self._routines.check_requested.connect(self._on_check)
        self._cut_off.resume_wished.connect(self._session.resume)
        self._exercises.start_requested.connect(self._session.start)
        self._exercises.print_requested.connect(self._outputs.print_card)
        self._exercises.add_requested.connect(self._routines.adding.offer)
        self._exercises.swap_requested.connect(self._routines.adding.swap)
        self._exercises.check_requested.connect(self._desk.start)
        self.reminders.start_wished.connect(self._session.start_usual)
        menus.check_wished.connect(self._desk.start)
        menus.start_wished.connect(self._session.start_usual)
        menus.print_wished.connect(self._on_print_usual)
        menus.help_wished.connect(self._on_help)
        self._services.bridge.changed.connect(self._on_records_changed)
        self.window.page_opened.connect(self._freshen)
        self._services.preferences.changed.connect(self._on_preference)

    # --- making pages -----------------------------------------------------------------

    def _make_today(self) -> QWidget:
        services = self._services
        page = TodayPage(
            style=services.style,
            library=services.library,
            day=RecordedDay(services, self._session.timings),
            name=self._name,
            now=services.clock.now,
            make_mover=self._figures.make_mover,
        )
        page.start_requested.connect(self._session.start)
        page.routine_requested.connect(self._on_routine)
        page.exercises_requested.connect(self._on_exercises)
        page.safety_requested.connect(self._on_safety)
        page.check_requested.connect(self._on_check)
        page.morning_answered.connect(self._progress.note_morning)
        page.step_taken.connect(self._progress.take)
        page.step_put_off.connect(self._progress.put_off)
        page.ease_requested.connect(self._progress.ease)
        page.restart_requested.connect(self._progress.restart)
        page.pause_requested.connect(self._progress.begin_pause)
        page.pause_ended.connect(self._progress.end_pause)
        if self._figures_there:
            page.begin_figure()
        return page

    def _make_history(self) -> QWidget:
        from sijoint_desktop.ui.history.page import HistoryPage, Sources  # noqa: PLC0415

        services = self._services
        sources = Sources(services.bridge.ledger, self._week_plan, services.library.name_of)
        page = HistoryPage(services.style, sources, services.clock, self._records_desk.make_table)
        page.today_requested.connect(self._on_today)
        page.report_requested.connect(self.report_desk.ask)
        return page

    def _week_plan(self) -> WeekPlan:
        return week_plan(self._services.preferences.settings)

    def _make_settings(self) -> QWidget:
        from sijoint_desktop.ui.settings.page import SettingsPage  # noqa: PLC0415

        return SettingsPage(
            style=self._services.style,
            preferences=self._services.preferences,
            data=self.data_desk.make_section(),
            preview_sound=self._outputs.preview_sound,
            preview_voice=self._outputs.preview_voice,
            preview_reminder=self.reminders.show_one,
            ways=self.reminders.ways,
        )

    def _make_help(self) -> QWidget:
        from sijoint_desktop.ui.help.page import HelpPage  # noqa: PLC0415
        from sijoint_desktop.ui.help.safety import SafetyTexts  # noqa: PLC0415

        services = self._services
        page = HelpPage(
            style=services.style,
            guide=services.guide,
            safety=SafetyTexts(services.articles, services.signs, services.check.contacts),
            data_folder=services.data_folder,
            parts=services.parts,
        )
        page.country_requested.connect(self._on_country)
        return page

    # --- granting wishes --------------------------------------------------------------

    def _on_print_usual(self) -> None:
        self._outputs.print_routine(self._services.records.plan().routine)

    def _on_check(self) -> None:
        self.window.open_page("check")

    def _on_exercises(self) -> None:
        self.window.open_page("exercises")

    def _on_routine(self, _routine: Routine) -> None:
        self.window.open_page("routines")

    def _on_today(self) -> None:
        self.window.open_page("today")

    def _on_country(self) -> None:
        self.window.open_page("settings")
        cast("SettingsPage", self.window.page("settings")).show_field("country")

    def _on_safety(self) -> None:
        self._on_help("safety")

    def _on_help(self, section: str) -> None:
        self.window.open_page("help")
        cast("HelpPage", self.window.page("help")).show_section(section)

    # --- passing on what changed ------------------------------------------------------

    def _on_new_day(self) -> None:
        """Let the rules decide what the days that have passed mean; a session goes on as it is."""
        if self.window.current != "session":
            self._on_records_changed()

    def _on_records_changed(self) -> None:
        if self._services.bridge.state is not StoreState.READY:
            return
        self._progress.settle()
        self._stale |= {name for name in _FOLLOWING if self.window.has_page(name)}
        self._freshen(self.window.current)
        self._routines.refresh()

    def _freshen(self, name: str) -> None:
        """Show on a page what is on record now; the others wait until they are opened."""
        if name in self._stale:
            self._stale.discard(name)
            cast("_Refreshed", self.window.page(name)).refresh()

    def _on_preference(self, key: str) -> None:
        if key in ("sound", "volume", "voice", "voice_volume"):
            self._outputs.apply_sound()
        if key == "planned_days":
            today = self._services.clock.now().date()
            self._services.preferences.set("planned_since", today.isoformat())
        shown_on = _SHOWN_ON.get("_s" if key.endswith("_s") else key, ())
        if key in FIGURE_OPTIONS:
            self._figures.refresh_stages(self.window)
            shown_on = _WITH_FIGURES
        self._stale |= {name for name in shown_on if self.window.has_page(name)}
        self._freshen(self.window.current)

    def _name(self) -> str:
        return self._services.preferences.settings.text("name")
