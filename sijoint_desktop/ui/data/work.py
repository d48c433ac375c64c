"""Does what takes time in a thread, with a small window that says so; the rest stays alive."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Text

_SHOWN_AFTER_MS = 300


class Busy(QDialog):
    """Says what is being done; it cannot be closed by hand."""

    def __init__(self, words: str, *, style: Style, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(style.px(320))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addWidget(Text(words, style=style))
        bar = QProgressBar()
        bar.setRange(0, 0)  # nobody knows how long
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        column.addWidget(bar)

    def reject(self) -> None:
        """Stay until the work is done."""


class Work(QObject):
    """Does one job at a time.

    A job returns something or raises UserError; ``then`` is called with the former in the window's
    own thread, ``otherwise`` with the sentence of the latter. Any other error goes to the hook for
    faults nobody expected.
    """

    _ended = Signal(object, str)

    def __init__(self, over: QWidget, *, style: Style) -> None:
        super().__init__(over)
        self._over = over
        self._style = style
        self._thread: threading.Thread | None = None
        self._busy: Busy | None = None
        self._then: Callable[[object], None] = _nothing
        self._otherwise: Callable[[str], None] = _nothing
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._show_busy)
        self._ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        """Whether a job is being done."""
        return self._thread is not None

    def begin(
        self,
        words: str,
        job: Callable[[], object],
        then: Callable[[object], None],
        otherwise: Callable[[str], None],
    ) -> None:
        """Begin a job, named in a few words; nothing happens where another one is running."""
        if self._thread is not None:
            return
        self._then, self._otherwise = then, otherwise
        self._busy = Busy(words, style=self._style, parent=self._over)
        self._soon.start()
        self._thread = threading.Thread(target=self._run, args=(job,))
        self._thread.start()

    def wait(self) -> None:
        """Return when nothing is being done any more; what was begun is never cut off."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, job: Callable[[], object]) -> None:
        result: object = None
        fault = tr("This did not work.")
        try:
            result = job()
            fault = ""
        except UserError as refusal:
            fault = str(refusal)
        finally:
            self._ended.emit(result, fault)

    def _show_busy(self) -> None:
        if self._busy is not None:
            self._busy.show()

    def _on_ended(self, result: object, fault: str) -> None:
        self.wait()
        self._thread = None
        self._soon.stop()
        if self._busy is not None:
            self._busy.hide()
            self._busy.deleteLater()
            self._busy = None
        if fault:
            self._otherwise(fault)
        else:
            self._then(result)


def _nothing(_what: object) -> None:
    """Stand in until there is a job."""
