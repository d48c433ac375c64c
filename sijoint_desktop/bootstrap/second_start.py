"""What a second start with the same data does: it brings the open window to the front, or says so.

The file lock decides which start is the first; the socket here only carries a knock on its door.
Where no socket can be made, the second start says in words that a window is open.
"""

import hashlib
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMessageBox

from sijoint_desktop.bootstrap.application import application, has_display
from sijoint_desktop.cli.ports import PROGRAM
from sijoint_desktop.core.language import tr

_PATIENCE_S = 2.0  # the first start may not have come as far as listening
_TRY_MS = 200
_LONGEST_PATH = 8192  # bytes; longer than any system allows
_UNSEEN_PLATFORMS = ("offscreen", "minimal")


class Doorbell(QObject):
    """Listens at the door of a data folder; ``rung`` comes with each second start.

    ``brought`` carries the path of a file that it was started with.
    """

    rung = Signal()
    brought = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(_name(folder))  # left by a program that was killed
        self.is_there = self._server.listen(_name(folder))

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.readyRead.connect(self._on_words)
            caller.disconnected.connect(caller.deleteLater)
        self.rung.emit()

    def _on_words(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket) and caller.canReadLine():
            words = bytes(caller.readLine(_LONGEST_PATH).data()).decode(errors="replace").strip()
            caller.disconnectFromServer()
            self.brought.emit(Path(words))


def ring(folder: Path, patience_s: float = _PATIENCE_S, brings: Path | None = None) -> bool:
    """Knock at the window that has a data folder; tell whether anybody answered in that time.

    ``brings`` is a file that the window shall open.
    """
    until = time.monotonic() + patience_s
    while True:
        caller = QLocalSocket()
        caller.connectToServer(_name(folder))
        if caller.waitForConnected(_TRY_MS):
            if brings is not None:
                caller.write(f"{brings}\n".encode())
                caller.waitForBytesWritten(_TRY_MS)
            caller.disconnectFromServer()
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(_TRY_MS / 1000)


def point_to_the_open_window(folder: Path, brings: Path | None = None) -> None:
    """Bring the window that is open with the data to the front, or say that there is one.

    It opens the file that the second start ``brings``.
    """
    say_on_stderr(already_open(folder))
    if not has_display():
        return
    app = application()
    if ring(folder) if brings is None else ring(folder, brings=brings):
        return
    if app.platformName() not in _UNSEEN_PLATFORMS:  # nobody could close it there
        message_window(already_open(folder)).exec()


def already_open(folder: Path) -> str:
    """Return the sentence for a second start with the same data."""
    return tr("SI Joint Desktop is already open with the data in {folder}.", folder=folder)


def say_on_stderr(sentence: str) -> None:
    """Write a sentence to standard error, where the program has one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{PROGRAM}: {sentence}\n")


def message_window(sentence: str) -> QMessageBox:
    """Return a small window with one sentence and one button; it needs a QApplication."""
    box = QMessageBox(
        QMessageBox.Icon.Information,
        "SI Joint Desktop",
        sentence,
        QMessageBox.StandardButton.Close,
    )
    box.setInformativeText(tr("Go on in the window that is open, or close it first."))
    return box


def _name(folder: Path) -> str:
    """Return a name for the socket that is short and tells nothing of the folder."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"sijoint-desktop-{digest[:16]}"
