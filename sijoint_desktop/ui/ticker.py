"""Says "look again" at a steady pace; it counts nothing and knows no time."""

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal

LOOKS_PER_SECOND = 60


class Ticker(QObject):
    """A timer that asks its listeners to look at the clock while it is going.

    Beside the steady looks there may be one more, for something that is due between two of them.
    """

    looked = Signal()

    def __init__(
        self, parent: QObject | None = None, *, looks_per_second: int = LOOKS_PER_SECOND
    ) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._extra = QTimer(self)
        self._extra.setSingleShot(True)
        for timer in (self._timer, self._extra):
            # a coarse timer may come 5 % late, which makes a countdown limp
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(self.looked)
        self._timer.setInterval(1000 // looks_per_second)

    @property
    def going(self) -> bool:
        """Tell whether looks are being asked for."""
        return self._timer.isActive()

    def go(self) -> None:
        """Begin, if it has not begun."""
        if not self._timer.isActive():
            self._timer.start()

    def look_in(self, seconds: float) -> None:
        """Ask for one look after so many seconds, if the next steady look would be too late."""
        wait_ms = math.ceil(1000 * seconds)
        if self.going and wait_ms < self._timer.remainingTime():
            self._extra.start(wait_ms)

    def stop(self) -> None:
        """Ask for no more looks."""
        self._timer.stop()
        self._extra.stop()
