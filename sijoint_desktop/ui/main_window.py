"""The window: rail, menu bar, messages and the pages, which it makes when they are first opened."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.files import ROUTINE_ENDING
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.shell.menus import Menus
from sijoint_desktop.ui.shell.messages import Messages
from sijoint_desktop.ui.shell.rail import Rail, RailItem
from sijoint_desktop.ui.style.style import Style, TextRole

RAIL: tuple[RailItem, ...] = (
    RailItem("today", mark("Today", "page"), "sun", "Ctrl+1"),
    RailItem("check", mark("Check", "page"), "clipboard-list", "Ctrl+2"),
    RailItem("exercises", mark("Exercises", "page"), "person-standing", "Ctrl+3"),
    RailItem("routines", mark("Routines", "page"), "list-checks", "Ctrl+4"),
    RailItem("history", mark("History", "page"), "chart-line", "Ctrl+5"),
    RailItem("learn", mark("Learn", "page"), "book-open", "Ctrl+6"),
    RailItem("settings", mark("Settings", "page"), "settings", "Ctrl+,", foot=True),
    RailItem("help", mark("Help", "page"), "life-buoy", "", foot=True),
)
ROUTINE_ENDINGS = (ROUTINE_ENDING, ".toml")
NARROW_BELOW_PX = 1000
NARROW_FROM_SCALE = 1.5


class MainWindow(QMainWindow):
    """Shows one page at a time, each made when it is first wanted.

    The window is painted before there are pages, so that it is there at once; ``painted`` comes
    then, once, and ``fill`` brings the pages.
    """

    painted = Signal()
    page_opened = Signal(str)
    files_dropped = Signal(object)  # a list of paths

    def __init__(
        self,
        *,
        style: Style,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._style = style
        self._preferences = preferences
        self._factories: Mapping[str, Callable[[], QWidget]] = {}
        self._parent_page: Mapping[str, str] = {}
        self._built: dict[str, QWidget] = {}
        self._current = ""
        self._session_asks: Callable[[], bool] | None = None
        self._seen = False
        self.setWindowTitle("SI Joint Desktop")
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        items = rail_items()
        self.rail = Rail(items, style=style)
        self.messages = Messages(style=style)
        self._stack = QStackedWidget()
        self.menus = Menus(self.menuBar(), items, preferences)
        self._lay_out()
        self._connect()
        self._restore()

    @property
    def current(self) -> str:
        """The key of the page that is open."""
        return self._current

    def page(self, key: str) -> QWidget:
        """Return a page by its key, made now if it was not needed before."""
        if key not in self._built:
            self._built[key] = self._factories[key]()
            self._stack.addWidget(self._built[key])
        return self._built[key]

    def has_page(self, key: str) -> bool:
        """Tell whether a page has been made."""
        return key in self._built

    def fill(
        self, pages: Mapping[str, Callable[[], QWidget]], parent_page: Mapping[str, str]
    ) -> None:
        """Take what makes the pages and show the first one.

        A page that is not in the rail, such as one exercise, says by ``parent_page`` whose item
        stays marked.
        """
        self._factories, self._parent_page = pages, parent_page
        self.open_page(self._current)

    def open_page(self, key: str) -> None:
        """Show a page and remember it for the next start; before there are any, note the wish."""
        if not self._factories:
            self._current = key
            self.rail.show_current(key)
            return
        self._stack.setCurrentWidget(self.page(key))
        self._current = key
        shown = self._parent_page.get(key, key)
        self.rail.show_current(shown)
        if shown == key and key in {item.key for item in RAIL}:
            self._preferences.set("page", key)
        self.page_opened.emit(key)

    @property
    def in_session(self) -> bool:
        """Whether a session has the whole window."""
        return self._session_asks is not None

    def enter_session(self, may_close: Callable[[], bool]) -> None:
        """Give the whole window to a session; ``may_close`` is asked before the window closes."""
        self._session_asks = may_close
        self.rail.hide()
        self.menus.set_in_session(True)

    def leave_session(self) -> None:
        """Bring rail and menus back after a session."""
        self._session_asks = None
        self.rail.show()
        self.menus.set_in_session(False)

    def come_forward(self) -> None:
        """Come to the front from behind other windows, minimised, or hidden."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keep_geometry(self) -> None:
        """Remember place and size for the next window."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._preferences.set("window", geometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say, after the first time, that there is something to see."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that can be opened, but not beside a session."""
        if not self.in_session and openable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass on the files that were dropped."""
        paths = openable(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the rail where room is short."""
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the geometry; a running session is asked first."""
        if self._session_asks is not None and not self._session_asks():
            event.ignore()
            return
        self.keep_geometry()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(centre)
        self._restyle()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open_page)
        self.menus.page_wished.connect(self.open_page)
        self.menus.full_screen_wished.connect(self._on_full_screen)
        self.menus.quit_wished.connect(self._on_quit)
        self._preferences.failed.connect(self._on_not_saved)
        self._style.changed.connect(self._restyle)

    def _restore(self) -> None:
        settings = self._preferences.settings
        geometry = QByteArray.fromBase64(settings.text("window").encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)
        page = settings.text("page")
        self.open_page(page if page in {item.key for item in RAIL} else "today")

    def _restyle(self) -> None:
        self.menuBar().setFont(self._style.font(TextRole.CAPTION))
        self._fit_rail()

    def _fit_rail(self) -> None:
        tight = self.width() < NARROW_BELOW_PX or self._style.scale >= NARROW_FROM_SCALE
        self.rail.set_narrow(tight)

    def _on_quit(self) -> None:
        """End the program, also where a closed window would leave it in the tray."""
        if self.close():
            QApplication.quit()

    def _on_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self.menus.action("full_screen").setChecked(self.isFullScreen())

    def _on_not_saved(self, sentence: str) -> None:
        self.messages.say(tr("Settings were not saved"), sentence)


def rail_items() -> tuple[RailItem, ...]:
    """Return the items of the rail with their words in the language in use."""
    return tuple(replace(item, word=tr(item.word, "page")) for item in RAIL)


def openable(data: QMimeData) -> list[Path]:
    """Return the files among what is dragged that a window can open."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in ROUTINE_ENDINGS]
