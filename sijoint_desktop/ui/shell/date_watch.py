"""Notices that a new day has begun while the program was open."""

from PySide6.QtCore import QObject, QTimer, Signal

from sijoint_desktop.player.clock import Clock

_LOOK_EVERY_MS = 60_000


class DateWatch(QObject):
    """Looks at the clock once a minute; ``turned`` comes when its date is another one."""

    turned = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day = clock.now().date()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Compare the date with the one that was seen last."""
        today = self._clock.now().date()
        if today != self._day:
            self._day = today
            self.turned.emit()
