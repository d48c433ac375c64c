"""Says "look again" at a steady pace; it counts nothing and knows no time."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

LOOKS_PER_SECOND = 30


class Ticker(QObject):
    """A timer that asks its listeners to look at the clock while it is going."""

    looked = Signal()

    def __init__(
        self, parent: QObject | None = None, *, looks_per_second: int = LOOKS_PER_SECOND
    ) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        # a coarse timer may come 5 % late, which makes a countdown limp
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(1000 / looks_per_second))
        self._timer.timeout.connect(self.looked)

    @property
    def going(self) -> bool:
        """Tell whether looks are being asked for."""
        return self._timer.isActive()

    def go(self) -> None:
        """Begin, if it has not begun."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Ask for no more looks."""
        self._timer.stop()
