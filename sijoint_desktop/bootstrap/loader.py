"""Imports slow modules while the window already works."""

import importlib
import threading

from PySide6.QtCore import QObject, Signal


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
