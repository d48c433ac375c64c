"""The running window: builds its parts in the order in which a person can use them.

The window is painted first. Content and the first page follow at once, the figure (numpy) in the
background, the store (SQLAlchemy) only when something is to be stored. So the imports inside the
functions are there on purpose.
"""

import gc
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401 - makes the files under ":/" known to Qt
from sijoint_desktop.bootstrap.application import (
    application,
    give_back_memory,
    require_display,
    system_territory,
)
from sijoint_desktop.bootstrap.collector import Collector
from sijoint_desktop.bootstrap.folder import data_folder, is_stated
from sijoint_desktop.bootstrap.languages import speak_language, translate_qt
from sijoint_desktop.bootstrap.loader import Loader
from sijoint_desktop.bootstrap.lock import FolderLock
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.core.language import tr
from sijoint_desktop.settings.options import MotionChoice, Settings, ThemeChoice, usual_paper
from sijoint_desktop.store.identity import DATABASE_NAME
from sijoint_desktop.store.settings_file import SettingsFile
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.shell.faults import FaultCatcher
from sijoint_desktop.ui.style.install import StyleInstaller
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.bootstrap.autostart import AutostartKeeper
    from sijoint_desktop.bootstrap.second_start import Doorbell
    from sijoint_desktop.bootstrap.store_keeper import StoreKeeper
    from sijoint_desktop.player.clock import Clock
    from sijoint_desktop.triage.emergency_numbers import Contacts
    from sijoint_desktop.ui.shell.assembly import Assembly

_TIDY_AFTER_MS = 1500
_FIGURE = "sijoint_desktop.ui.figure.stage"
_CHARTS = "sijoint_desktop.ui.history.charts"
_HISTORY = "sijoint_desktop.ui.history.page"
START_AGAIN = 75
"""The status with which the window asks for another one, as on the first day."""
# set by packaging/smoke.py, which tries a built program and measures its start
_CLOSE_WHEN_READY = "SIJOINT_CLOSE_WHEN_READY"


class Program(QObject):
    """The running window with all its parts; ``filled`` comes when the first page is there.

    ``clock`` is that of the computer where None.
    """

    filled = Signal()

    def __init__(
        self, app: QApplication, options: Options, *, clock: "Clock | None" = None
    ) -> None:
        super().__init__()
        self._clock = clock
        self._routine_file = options.routine_file
        self._folder = data_folder(options)
        self._app = app
        self._stated_folder = self._folder if is_stated(options) else None
        paper = usual_paper(system_territory())
        settings_file = SettingsFile(self._folder, paper=paper)
        speak_language("")  # a damaged file is told of in the language of the computer
        loaded = settings_file.load()
        if chosen := loaded.settings.text("language"):
            speak_language(chosen)
        self._qt_words = translate_qt(app)
        self.preferences = Preferences(
            loaded.settings, settings_file.save, paper=paper, parent=self
        )
        self.style = _make_style(loaded.settings, self)
        self._installer = StyleInstaller(app, self.style)
        self.window = MainWindow(style=self.style, preferences=self.preferences)
        self.assembly: Assembly | None = None
        self.store: StoreKeeper | None = None
        self._autostart: AutostartKeeper | None = None
        self._doorbell: Doorbell | None = None
        self._figures = Loader(_FIGURE, self)
        self._charts = Loader(_CHARTS, self)
        self._history = Loader(_HISTORY, self)
        self._collector = Collector(self)
        self._tidy = QTimer(self)
        self._tidy.setSingleShot(True)
        self._tidy.setInterval(_TIDY_AFTER_MS)
        self._tidy.timeout.connect(give_back_memory)
        self._faults = FaultCatcher(self._folder, self)
        self._faults.caught.connect(self._on_fault)
        self.preferences.changed.connect(self._on_preference)
        self.window.painted.connect(self.fill)
        app.aboutToQuit.connect(self.close)
        if loaded.message:
            self.window.messages.say(tr("Settings", "page"), loaded.message)

    def fill(self) -> None:
        """Read the content, show the first page, and let the rest follow."""
        from sijoint_desktop.bootstrap.autostart import (  # noqa: PLC0415
            AutostartKeeper,
            autostart_entry,
        )
        from sijoint_desktop.bootstrap.page_services import gather_services  # noqa: PLC0415
        from sijoint_desktop.bootstrap.second_start import Doorbell  # noqa: PLC0415
        from sijoint_desktop.bootstrap.store_keeper import StoreKeeper  # noqa: PLC0415
        from sijoint_desktop.bootstrap.window_data import WindowData  # noqa: PLC0415
        from sijoint_desktop.player.system_clock import SystemClock  # noqa: PLC0415
        from sijoint_desktop.ui.bridge import Bridge  # noqa: PLC0415
        from sijoint_desktop.ui.shell.assembly import Assembly  # noqa: PLC0415

        self._installer.complete()
        clock = self._clock or SystemClock()
        self.store = store = StoreKeeper(
            self._folder / DATABASE_NAME, Bridge(self), clock, self.window.messages.say
        )
        data = WindowData(self._folder, store)
        data.noticed.connect(self._on_notice)
        services = gather_services(
            self._folder,
            store,
            data,
            clock,
            preferences=self.preferences,
            style=self.style,
            contacts=self._contacts,
            say_left_out=self._on_own_fault,
        )
        self.assembly = Assembly(services, self.window)
        self._autostart = AutostartKeeper(
            self.preferences,
            autostart_entry(self._stated_folder),
            self.window.messages.say,
            self,
        )
        self.assembly.data_desk.erased.connect(self._on_erased)
        self._figures.loaded.connect(self.assembly.begin_figures)
        if not services.first_run:  # somebody with a history looks at it sooner or later
            self._figures.loaded.connect(self._charts.begin)
            self._charts.loaded.connect(self._history.begin)
        self._figures.begin()
        self.window.page_opened.connect(self._on_page_opened)
        if self._routine_file is not None:
            self.assembly.open_routine(self._routine_file)
        self._tidy.start()
        self._doorbell = Doorbell(self._folder, self)
        self._doorbell.rung.connect(self._on_rung)
        self._doorbell.brought.connect(self.assembly.open_routine)
        store.upkeep.plan()
        self._collector.begin()
        self.filled.emit()

    def begin_unseen(self) -> None:
        """Begin in the tray, or minimised where the desktop has none."""
        self.window.painted.disconnect(self.fill)
        self.fill()
        if self.assembly is not None:
            self.assembly.reminders.keep_in_reach()

    def close(self) -> None:
        """Let go of everything that outlives the window."""
        if self.assembly is not None:
            self.assembly.reminders.close()
        self._figures.wait()
        self._charts.wait()
        self._history.wait()
        if self._doorbell is not None:
            self._doorbell.close()
        if self.store is not None:
            self.store.close()
        self._collector.end()
        self._faults.let_go()

    def clear_away(self) -> None:
        """Take everything away that would reach into a program that begins after this one."""
        self.close()
        self._app.aboutToQuit.disconnect(self.close)
        self._installer.remove()
        self._app.removeTranslator(self._qt_words)
        self.window.hide()
        self.window.deleteLater()

    def _on_rung(self) -> None:
        """Come to the front, since the program was started a second time."""
        self.window.come_forward()

    def _on_erased(self) -> None:
        """Begin anew as on the first day; nothing of the old settings is saved again."""
        if self._autostart is not None:
            self._autostart.forget()
        QApplication.exit(START_AGAIN)

    def _on_notice(self, sentence: str) -> None:
        self.window.messages.say(tr("Your history"), sentence)

    def _contacts(self) -> "Contacts":
        """Return whom to call in the person's country, guessed from the system until they say."""
        from sijoint_desktop.bootstrap.shipped import load_emergency_numbers  # noqa: PLC0415

        chosen = self.preferences.settings.text("country")
        return load_emergency_numbers().of(chosen or system_territory())

    def _on_page_opened(self, _key: str) -> None:
        self._tidy.start()

    def _on_fault(self, sentence: str) -> None:
        self.window.messages.say(tr("Something went wrong"), sentence, "red")

    def _on_own_fault(self, sentence: str) -> None:
        self.window.messages.say(tr("An exercise of your own was left out"), sentence)

    def _on_preference(self, key: str) -> None:
        if key == "language":  # every word of the window is another one
            self.window.keep_geometry()
            QApplication.exit(START_AGAIN)
        if key in ("theme", "text_percent", "motion"):
            settings = self.preferences.settings
            self.style.apply(
                ThemeChoice(settings.text("theme")),
                settings.number("text_percent"),
                MotionChoice(settings.text("motion")),
            )


def run_window(options: Options) -> int:
    """Open the window and return the exit status when it is closed.

    Where a window is open with the same data, say so and leave all as it is. Raises UserError where
    there is no display to open it on.
    """
    lock = FolderLock(data_folder(options))
    if not lock.take():
        if options.background:  # it runs already, which is all that was wished
            return 0
        from sijoint_desktop.bootstrap.second_start import (  # noqa: PLC0415 - rarely needed
            point_to_the_open_window,
        )

        point_to_the_open_window(data_folder(options), options.routine_file)
        return 0
    try:
        require_display()
        app = application()
        status = START_AGAIN
        while status == START_AGAIN:
            status = _run(app, options)
            # the file was taken in the first time, and whoever erased all has a window open
            options = replace(options, routine_file=None, background=False)
        return status
    finally:
        lock.release()


def _run(app: QApplication, options: Options) -> int:
    """Show one window until it is closed; return the status it ended with."""
    # collecting garbage while a thousand modules' objects are made finds none and takes time
    gc.disable()
    program = Program(app, options)
    if os.environ.get(_CLOSE_WHEN_READY):
        program.filled.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    if options.background:
        program.begin_unseen()
    else:
        program.window.show()
    status = app.exec()
    program.clear_away()
    return status


def _make_style(settings: Settings, parent: QObject) -> Style:
    return Style(
        parent,
        choice=ThemeChoice(settings.text("theme")),
        text_percent=settings.number("text_percent"),
        motion=MotionChoice(settings.text("motion")),
    )
