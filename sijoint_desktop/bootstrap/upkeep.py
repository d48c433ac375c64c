"""Looks after the stored history in the background, some seconds after the start and each hour."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from sijoint_desktop.core.errors import UserError

_FIRST_MS = 4000
_AGAIN_MS = 3_600_000


class Upkeep(QObject):
    """Checks and copies the file; ``damaged`` comes where it is not sound, ``failed`` says why not.

    ``today`` tells the local date.
    """

    damaged = Signal()
    failed = Signal(str)

    def __init__(self, path: Path, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._today = today
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.begin)

    def plan(self) -> None:
        """Begin in some seconds, when the first page is there, and again each hour."""
        self._timer.start(_FIRST_MS)

    def begin(self) -> None:
        """Look after the file now, unless that is under way."""
        if self._timer.isActive():
            self._timer.start(_AGAIN_MS)
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._look, args=(self._today(),))
            self._thread.start()

    def stop(self) -> None:
        """Return when nothing is being done and nothing is planned."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()

    def _look(self, today: date) -> None:
        from sijoint_desktop.store.upkeep import look_after  # noqa: PLC0415 - off the first page

        try:
            if not look_after(self._path, today):
                self.damaged.emit()
        except UserError as fault:
            self.failed.emit(str(fault))
