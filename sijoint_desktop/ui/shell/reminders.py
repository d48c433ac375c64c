"""Reminds of the exercises of today, and keeps the program within reach while its window is not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from sijoint_desktop.app.nudge import Ways, nudge, nudge_plan, read_told, told_when_chosen
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.entries import Pause
from sijoint_desktop.ui.bridge import StoreState
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.notices import Notices
from sijoint_desktop.ui.shell.tray import Tray

if TYPE_CHECKING:
    from sijoint_desktop.ui.style.banner import Banner

_LOOK_EVERY_MS = 60_000
_PICTURE_PX = 48

# a notification is seen by whoever stands behind the person, so it names no illness
_HEADING = mark("Time for your exercises")
_TEXT = mark("Start when it suits you today.")


class Reminders(QObject):
    """Looks once a minute whether a reminder is due; nothing comes while exercise is closed.

    ``start_wished`` asks for the routine of today. ``tray`` is that of the desktop where None.
    """

    start_wished = Signal()

    def __init__(self, services: Services, window: MainWindow, tray: Tray | None = None) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        icon = QIcon(":/app.svg")
        self.tray = tray or Tray(icon, self)
        self.notices = Notices(icon.pixmap(_PICTURE_PX).toImage(), self)
        self._banner: Banner | None = None
        for caller in (self.tray, self.notices):
            caller.open_wished.connect(self._on_open)
            caller.start_wished.connect(self._on_start)
        self.tray.quit_wished.connect(window.menus.quit_wished)
        self.notices.failed.connect(self._on_failed)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        services.preferences.changed.connect(self._on_preference)
        window.page_opened.connect(self._on_page_opened)
        self._settle_tray()

    def look(self) -> None:
        """Give a reminder if one is due now."""
        self._settle_tray()
        self.keep_in_reach()
        services, records = self._services, self._services.records
        if services.bridge.state is not StoreState.READY or self._window.in_session:
            return
        settings, now = services.preferences.settings, services.clock.now()
        told = nudge(
            nudge_plan(settings),
            read_told(settings.text("reminders_given"), now.date()),
            now,
            services.bridge.sessions(),
            services.bridge.read().all(Pause),
            is_closed=lambda: records.lock() is not None or records.progress().today is None,
        )
        if told is None:
            return
        services.preferences.set("reminders_given", told.as_text())
        self._show_banner()
        if not self._window.isActiveWindow():
            QApplication.alert(self._window)
            self._call()

    def show_one(self) -> str:
        """Show a reminder to try it; return one sentence where this desktop shows none."""
        self.tray.show_icon(True)  # the next look takes it away where it is not wanted
        if self._call():
            return ""
        return tr(
            "This desktop shows no notifications. A reminder comes at the top of this window."
        )

    def keep_in_reach(self) -> None:
        """Show a hidden window in the list of windows where no icon can bring it back."""
        if not self._window.isVisible() and not self.tray.shown:
            self._window.showMinimized()

    def ways(self) -> Ways:
        """Return how this desktop can call the person at this moment."""
        return Ways(notices=self._has_notices(), tray=self.tray.is_there)

    def close(self) -> None:
        """Let go of the desktop."""
        self._timer.stop()
        self.notices.withdraw()  # nobody would hear a press any more
        self.notices.close()
        self.tray.show_icon(False)
        QApplication.setQuitOnLastWindowClosed(True)

    def _has_notices(self) -> bool:
        return self.notices.is_there or self.tray.shows_notices

    def _call(self) -> bool:
        if self.notices.say(tr(_HEADING), tr(_TEXT)):
            return True
        return self.tray.say(tr(_HEADING), tr(_TEXT))

    def _show_banner(self) -> None:
        self._drop_banner()
        self._banner = self._window.messages.ask(tr(_HEADING), tr(_TEXT), action=tr("Start"))
        self._banner.acted.connect(self._on_start)
        self._banner.closed.connect(self._on_banner_closed)

    def _drop_banner(self) -> None:
        banner, self._banner = self._banner, None
        if banner is not None:
            self._window.messages.drop(banner)

    def _on_banner_closed(self) -> None:
        self._banner = None

    def _on_failed(self) -> None:
        self.tray.say(tr(_HEADING), tr(_TEXT))

    def _on_open(self) -> None:
        self._window.come_forward()
        if not self._window.in_session:
            self._window.open_page("today")

    def _on_start(self) -> None:
        self._window.come_forward()
        if not self._window.in_session:
            self.start_wished.emit()

    def _on_page_opened(self, key: str) -> None:
        if key == "session":  # the reminder has been followed
            self._drop_banner()
            self.notices.withdraw()

    def _on_preference(self, key: str) -> None:
        if key in ("reminders", "stay_in_tray"):
            self._settle_tray()
        if key in ("reminders", "reminder_time"):
            plan = nudge_plan(self._services.preferences.settings)
            told = told_when_chosen(plan, self._services.clock.now())
            self._services.preferences.set("reminders_given", told.as_text())

    def _settle_tray(self) -> None:
        settings = self._services.preferences.settings
        stays = settings.flag("stay_in_tray")
        self.tray.show_icon(stays or settings.flag("reminders"))
        QApplication.setQuitOnLastWindowClosed(not (stays and self.tray.shown))
