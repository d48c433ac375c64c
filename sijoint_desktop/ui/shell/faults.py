"""Catches what nobody expected, writes it down and says so; the window never just vanishes."""

import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr

LOG_NAME = "faults.log"
_LOG_MOST_BYTES = 500_000


class FaultCatcher(QObject):
    """Takes the place of Python's hook for uncaught errors; ``caught`` carries a plain sentence.

    It may be called from any thread. Call ``let_go`` before the program ends.
    """

    caught = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._before = sys.excepthook
        self._threads_before = threading.excepthook
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def let_go(self) -> None:
        """Give Python its own hooks back."""
        sys.excepthook = self._before
        threading.excepthook = self._threads_before

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserError):  # says itself what happened and what to do
            self.caught.emit(str(error))
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        kept = self._write(text)
        safe = tr("This is a fault in the program. What you recorded is safe.")
        self.caught.emit(f"{safe} {kept}")

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _write(self, text: str) -> str:
        path = self._folder / LOG_NAME
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            full = path.exists() and path.stat().st_size > _LOG_MOST_BYTES
            with path.open("w" if full else "a", encoding="utf-8") as log:
                log.write(f"--- {datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")
        except OSError:
            return tr("Please start the program again if something does not work.")
        return tr("Details are in {path}.", path=path)
