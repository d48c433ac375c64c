"""Reminds of a planned session while the program is open, also when its window is behind others."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from sijoint_desktop.app.nudge import nudge, nudge_plan, read_told
from sijoint_desktop.history.entries import Pause
from sijoint_desktop.ui.bridge import StoreState
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services

LOOK_EVERY_MS = 60_000
HEADING = "Your session of today"
TEXT = "You planned to exercise today. Start when it suits you, or take a break on the Today page."


class Reminders(QObject):
    """Looks once a minute whether a reminder is due; nothing comes while exercise is closed."""

    def __init__(self, services: Services, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        services.preferences.changed.connect(self._on_preference)
        self._on_preference("reminders")

    def look(self) -> None:
        """Give a reminder if one is due now."""
        services, records = self._services, self._services.records
        if services.bridge.state is not StoreState.READY or self._window.current == "session":
            return
        settings, now = services.preferences.settings, services.clock.now()
        told = nudge(
            nudge_plan(settings),
            read_told(settings.text("reminders_given"), now.date()),
            now,
            services.bridge.sessions(),
            services.bridge.read().all(Pause),
        )
        if told is None or records.lock() is not None or records.progress().today is None:
            return
        services.preferences.set("reminders_given", told.as_text())
        self._window.messages.say(HEADING, TEXT, "soft")
        self._call()

    def _call(self) -> None:
        """Call a person who looks at another window."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._services.style.icon("sun", "accent", 32), self)
            self._tray.messageClicked.connect(self._on_clicked)
            self._tray.activated.connect(self._on_clicked)
        self._tray.show()
        self._tray.showMessage(HEADING, TEXT, self._tray.icon())

    def _on_clicked(self) -> None:
        if self._tray is not None:
            self._tray.hide()
        if not self._window.in_session:
            self._window.open_page("today")
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.activateWindow()

    def _on_preference(self, key: str) -> None:
        if key != "reminders":
            return
        if self._services.preferences.settings.flag("reminders"):
            self._timer.start()
        else:
            self._timer.stop()
            if self._tray is not None:
                self._tray.hide()
