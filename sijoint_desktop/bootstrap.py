"""The composition root: the only module that knows every part, and puts them together.

The window is painted first. Content and the first page follow at once, the figure (numpy) in the
background, the store (SQLAlchemy) only when something is to be stored. So the imports inside the
functions are there on purpose.
"""

import contextlib
import gc
import importlib
import os
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QFile, QIODevice, QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401 - makes the files under ":/" known to Qt
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import MotionChoice, Settings, ThemeChoice, usual_paper
from sijoint_desktop.store.settings_file import SettingsFile
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.shell.faults import FaultCatcher
from sijoint_desktop.ui.style.install import StyleInstaller
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.app.recording import Recorder
    from sijoint_desktop.cli.ports import Options, Ports, SheetRequest, StillRequest
    from sijoint_desktop.content.library import Library
    from sijoint_desktop.player.clock import Clock
    from sijoint_desktop.routine.model import Routine
    from sijoint_desktop.store.database import Database
    from sijoint_desktop.ui.bridge import Bridge
    from sijoint_desktop.ui.shell.assembly import Assembly

DATA_DIR_VARIABLE = "SIJOINT_DATA_DIR"
DATABASE_NAME = "sijoint.db"
_TIDY_AFTER_MS = 1500
_FIGURE, _STORE = "sijoint_desktop.ui.figure.stage", "sijoint_desktop.store.database"


def data_folder(options: "Options", environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the person's data is: as stated, by the variable, or in the usual place."""
    if options.data_dir is not None:
        return options.data_dir.expanduser().absolute()
    named = environment.get(DATA_DIR_VARIABLE, "")
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("sijoint-desktop", appauthor=False))


def resource_texts(folder: str) -> dict[str, str]:
    """Return the text files of a resource folder such as ":/content/exercises", by name."""
    texts = {}
    for name in QDir(folder).entryList(["*.toml"], QDir.Filter.Files, QDir.SortFlag.Name):
        file = QFile(f"{folder}/{name}")
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            raise UserError(f"the part {name} of this program cannot be read; install it again")
        texts[name] = bytes(file.readAll().data()).decode()
        file.close()
    return texts


def load_library() -> "Library":
    """Return the exercises that come with the program."""
    from sijoint_desktop.content.library import parse_library  # noqa: PLC0415

    return parse_library(resource_texts(":/content/exercises"))


def load_routines(library: "Library") -> "tuple[Routine, ...]":
    """Return the routines that come with the program."""
    from sijoint_desktop.routine.parse import parse_routines  # noqa: PLC0415

    return parse_routines(resource_texts(":/content/routines"), library)


class Program(QObject):
    """The running window with all its parts; ``filled`` comes when the first page is there."""

    filled = Signal()

    def __init__(self, app: QApplication, options: "Options") -> None:
        super().__init__()
        self._folder = data_folder(options)
        paper = usual_paper(QLocale.territoryToCode(QLocale.system().territory()))
        settings_file = SettingsFile(self._folder, paper=paper)
        loaded = settings_file.load()
        self.preferences = Preferences(
            loaded.settings, settings_file.save, paper=paper, parent=self
        )
        self.style = _make_style(loaded.settings, self)
        self._installer = StyleInstaller(app, self.style)
        self.window = MainWindow(style=self.style, preferences=self.preferences)
        self.assembly: Assembly | None = None
        self.store: StoreKeeper | None = None
        self._figures = Loader(_FIGURE, self)
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
            self.window.messages.say("Settings", loaded.message)

    def fill(self) -> None:
        """Read the content, show the first page, and let the rest follow."""
        from sijoint_desktop.player.system_clock import SystemClock  # noqa: PLC0415
        from sijoint_desktop.ui.bridge import Bridge  # noqa: PLC0415
        from sijoint_desktop.ui.services import Services  # noqa: PLC0415
        from sijoint_desktop.ui.shell.assembly import Assembly  # noqa: PLC0415

        self._installer.complete()
        clock = SystemClock()
        self.store = store = StoreKeeper(
            self._folder / DATABASE_NAME, Bridge(self), clock, self.window.messages.say
        )
        library = load_library()
        services = Services(
            style=self.style,
            preferences=self.preferences,
            library=library,
            routines=load_routines(library),
            bridge=store.bridge,
            clock=clock,
            data_folder=self._folder,
            prepare_store=store.prepare,
            recorder=store.recorder,
            export_document=store.export_document,
            first_run=store.glance() == (),
        )
        self.assembly = Assembly(services, self.window)
        self._figures.loaded.connect(self.assembly.begin_figures)
        self._figures.begin()
        self.window.page_opened.connect(self._on_page_opened)
        self._tidy.start()
        gc.enable()
        self.filled.emit()

    def close(self) -> None:
        """Let go of everything that outlives the window."""
        self._figures.wait()
        if self.store is not None:
            self.store.close()
        self._faults.let_go()

    def _on_page_opened(self, _key: str) -> None:
        self._tidy.start()

    def _on_fault(self, sentence: str) -> None:
        self.window.messages.say("Something went wrong", sentence, "red")

    def _on_preference(self, key: str) -> None:
        if key in ("theme", "text_percent", "motion"):
            settings = self.preferences.settings
            self.style.apply(
                ThemeChoice(settings.text("theme")),
                settings.number("text_percent"),
                MotionChoice(settings.text("motion")),
            )


def give_back_memory() -> None:
    """Return memory that making a page has freed to the system; Linux keeps it otherwise."""
    import ctypes  # noqa: PLC0415 - numpy has loaded it by then

    gc.collect()
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # not every C library has it
            ctypes.CDLL(None).malloc_trim(0)


class Loader(QObject):
    """Imports a slow module in a thread; ``loaded`` comes when it is there."""

    loaded = Signal()

    def __init__(self, module: str, parent: QObject) -> None:
        super().__init__(parent)
        self._module = module
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Begin to load, unless that was begun before."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Return when the module is there, or was never asked for."""
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        importlib.import_module(self._module)
        self.loaded.emit()


class StoreKeeper(QObject):
    """Opens the store when it is needed, and says in plain words where that fails."""

    def __init__(
        self, path: Path, bridge: "Bridge", clock: "Clock", say: Callable[[str, str], None]
    ) -> None:
        super().__init__(bridge)
        self.bridge = bridge
        self._path = path
        self._clock = clock
        self._say = say
        self._database: Database | None = None
        self._loader = Loader(_STORE, self)
        self._loader.loaded.connect(self._on_loaded)

    def glance(self) -> "tuple[object, ...] | None":
        """Show the stored sessions quickly; where that is not enough, begin to open the store."""
        from sijoint_desktop.store.glance import glance  # noqa: PLC0415

        seen = glance(self._path)
        if seen is None:
            self.prepare()
        else:
            self.bridge.open_with(lambda: seen)
        return seen

    def prepare(self) -> None:
        """Begin to load the store in the background."""
        self._loader.begin()

    def recorder(self) -> "Recorder":
        """Return what stores a session; raises UserError where nothing can be stored."""
        from sijoint_desktop.app.recording import Recorder  # noqa: PLC0415

        return Recorder(self._open().sessions, self._clock)

    def export_document(self) -> dict[str, object]:
        """Return everything recorded for a JSON file; raises UserError where it is not readable."""
        from sijoint_desktop.app.interchange import export_json  # noqa: PLC0415

        return export_json(self._open().sessions, self._clock.now())

    def close(self) -> None:
        """Let go of the file."""
        self._loader.wait()
        if self._database is not None:
            self._database.close()

    def _on_loaded(self) -> None:
        try:
            self._open()
        except UserError as fault:
            self.bridge.fail()
            self._say("Your history cannot be opened", str(fault))

    def _open(self) -> "Database":
        if self._database is None:
            from sijoint_desktop.app.recording import Recorder  # noqa: PLC0415

            self._loader.wait()
            opened: Database = importlib.import_module(_STORE).open_database(self._path)
            recorder = Recorder(opened.sessions, self._clock)
            for cut_off in () if opened.read_only else recorder.unfinished():
                recorder.close_cut_off(cut_off.id)
            self._database = opened
            for notice in opened.notices:
                self._say("Your history", notice)
            self.bridge.open_with(opened.sessions.sessions)
        return self._database


def run_window(options: "Options") -> int:
    """Open the window and return the exit status when it is closed.

    Raises UserError where there is no display to open it on.
    """
    require_display()
    # collecting garbage while a thousand modules' objects are made finds none and takes time
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("sijoint-desktop")
    app.setApplicationDisplayName("SI Joint Desktop")
    app.setDesktopFileName("sijoint-desktop")
    program = Program(app, options)
    program.window.show()
    return app.exec()


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UserError where a window cannot be shown; Qt would end the process there."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(environment.get(name) for name in named):
        raise UserError(
            "There is no display to open the window on. The commands need none: see --help."
        )


def ports(options: "Options") -> "Ports":
    """Return the functions that commands paint and export with; they need no display."""
    from sijoint_desktop.cli.ports import Ports  # noqa: PLC0415

    def export_document() -> Mapping[str, object]:
        return _export(data_folder(options))

    return Ports(
        library=load_library,
        routines=load_routines,
        render_still=_render_still,
        write_sheet=_write_sheet,
        export_document=export_document,
    )


def headless_application() -> QGuiApplication:
    """Return an application object that needs no display, made now if there is none."""
    present = QGuiApplication.instance()
    if isinstance(present, QGuiApplication):
        return present
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(sys.argv[:1])


def _render_still(request: "StillRequest") -> None:
    from sijoint_desktop.ui.shell.painting import save_still  # noqa: PLC0415

    _application = headless_application()  # painting text needs one for as long as it takes
    save_still(
        request.path,
        request.exercise,
        request.row,
        request.size,
        view=request.view.value if request.view else None,
        side=request.side,
        mistake=request.mistake,
        form=request.form.value,
    )


def _write_sheet(request: "SheetRequest") -> None:
    from sijoint_desktop.player.system_clock import SystemClock  # noqa: PLC0415
    from sijoint_desktop.ui.shell.painting import save_sheet  # noqa: PLC0415

    _application = headless_application()
    save_sheet(
        request.path,
        request.routine,
        request.library,
        start=SystemClock().now().date(),
        paper=request.paper.value,
        large_print=request.large_print,
    )


def _export(folder: Path) -> Mapping[str, object]:
    from sijoint_desktop.app.interchange import export_json  # noqa: PLC0415
    from sijoint_desktop.player.system_clock import SystemClock  # noqa: PLC0415
    from sijoint_desktop.store.database import open_database  # noqa: PLC0415

    database = open_database(folder / DATABASE_NAME)
    try:
        return export_json(database.sessions, SystemClock().now())
    finally:
        database.close()


def _make_style(settings: Settings, parent: QObject) -> Style:
    return Style(
        parent,
        choice=ThemeChoice(settings.text("theme")),
        text_percent=settings.number("text_percent"),
        motion=MotionChoice(settings.text("motion")),
    )
