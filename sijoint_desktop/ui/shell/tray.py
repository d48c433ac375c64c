"""The icon in the tray of the desktop, with what can be wished from there."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from sijoint_desktop.core.language import tr


class Tray(QObject):
    """An icon that is shown only where the desktop has a place for it.

    Its menu and a press on it, or on a message of it, ask for what is to happen by signals.
    """

    open_wished = Signal()
    start_wished = Signal()
    quit_wished = Signal()

    def __init__(
        self,
        icon: QIcon,
        parent: QObject | None = None,
        *,
        is_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(parent)
        self._is_there = is_there
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip("SI Joint Desktop")
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.open_wished)
        self.menu = QMenu()
        self.menu.addAction(tr("Open", "window")).triggered.connect(self.open_wished)
        self.menu.addAction(tr("Start the routine")).triggered.connect(self.start_wished)
        self.menu.addSeparator()
        self.menu.addAction(tr("Quit")).triggered.connect(self.quit_wished)
        self._icon.setContextMenu(self.menu)

    @property
    def is_there(self) -> bool:
        """Whether the desktop has a tray at this moment; it may come and go."""
        return self._is_there()

    @property
    def shown(self) -> bool:
        """Whether the icon can be seen, so that a hidden window can be brought back by it."""
        return self._icon.isVisible() and self.is_there

    @property
    def shows_notices(self) -> bool:
        """Whether a message becomes a notification of the desktop, as outside Linux."""
        return sys.platform != "linux" and self.is_there and QSystemTrayIcon.supportsMessages()

    def show_icon(self, wanted: bool) -> None:
        """Show the icon where there is a tray, or take it away."""
        if self._icon.isVisible() != (wanted and self.is_there):
            self._icon.setVisible(not self._icon.isVisible())

    def say(self, heading: str, text: str) -> bool:
        """Show a message beside the icon; False where that cannot be seen."""
        if self.shown:
            self._icon.showMessage(heading, text, self._icon.icon())
        return self.shown

    def _on_activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is not QSystemTrayIcon.ActivationReason.Context:  # that opens the menu
            self.open_wished.emit()
