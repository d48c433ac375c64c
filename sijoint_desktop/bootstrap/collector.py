"""Frees what nothing refers to any more, in the thread of the window and in no other.

Python collects garbage in whatever thread happens to make an object. Modules load in threads here,
and a widget that dies outside the thread of the window takes the program with it. So automatic
collection is switched off and a timer does the same work where it is safe.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Collector(QObject):
    """Collects garbage by Python's own thresholds, from ``begin()`` to ``end()``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Take collection over from Python."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation whose threshold was passed, as Python would have done."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if 0 < thresholds[generation] < counts[generation]:
                gc.collect(generation)
                return
