"""Finds out whether the speech service of Linux answers, without waiting for it.

Qt talks to that service while it makes its voice, and waits for as long as it takes. A service that
hangs, as it can on a computer without sound, would take the program with it. So a first word is
exchanged here, and the voice is made only after an answer.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

ENGINE = "speechd"
"""The name that Qt has for the voice which talks to this service."""

ANSWER_MS = 1000
"""How long the service may take for a word; a slower one would speak too late all along."""

_LAUNCH_MS = 4000
_AGAIN_MS = 200
_PROGRAM = "speech-dispatcher"
_ADDRESS = "SPEECHD_ADDRESS"
_HELLO = b'SET SELF CLIENT_NAME "user:sijoint-desktop:hello"\r\n'
_AGREED = b"2"  # the first digit of every answer that is no refusal


def service_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the service listens, as its own library looks for it."""
    address = environment.get(_ADDRESS, "")
    if address.startswith("unix_socket:"):
        return Path(address.removeprefix("unix_socket:"))
    usual = environment.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(environment.get("XDG_RUNTIME_DIR") or usual) / _PROGRAM / "speechd.sock"


def usual_service(parent: QObject) -> "SpeechService":
    """Return the service of this computer; one with an address of its own is never launched."""
    program = "" if os.environ.get(_ADDRESS) else _PROGRAM
    return SpeechService(service_path(), parent, program=program)


class SpeechService(QObject):
    """Asks the service that listens at ``path``; ``answered`` comes once and tells whether it did.

    A service that is not running is launched with ``program`` first, where one is named, as its own
    library would. It goes on after this program has ended.
    """

    answered = Signal(bool)

    def __init__(
        self,
        path: Path,
        parent: QObject | None = None,
        *,
        program: str = "",
        answer_ms: int = ANSWER_MS,
    ) -> None:
        super().__init__(parent)
        self._path, self._program, self._answer_ms = path, program, answer_ms
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._on_connected)
        self._socket.readyRead.connect(self._on_word)
        self._socket.errorOccurred.connect(self._on_refused)
        self._limit = _once(self, self._on_too_late)
        self._again = _once(self, self._knock)
        self._launched = self._told = False

    def ask(self) -> None:
        """Begin to ask."""
        self._limit.start(self._answer_ms)
        self._knock()

    def _knock(self) -> None:
        self._socket.connectToServer(os.fspath(self._path))

    def _on_connected(self) -> None:
        self._limit.start(self._answer_ms)
        self._socket.write(_HELLO)
        self._socket.flush()

    def _on_word(self) -> None:
        self._tell(bytes(self._socket.readAll().data()).startswith(_AGREED))

    def _on_refused(self) -> None:
        if self._told:
            return
        if not self._launched:
            self._launched = True
            self._limit.start(_LAUNCH_MS)
            if not self._program or not self._launch():
                self._tell(False)
                return
        self._again.start(_AGAIN_MS)

    def _launch(self) -> bool:
        arguments = ["--spawn", "--communication-method", "unix_socket"]
        arguments += ["--socket-path", os.fspath(self._path)]
        return bool(QProcess.startDetached(self._program, arguments)[0])

    def _on_too_late(self) -> None:
        self._tell(False)

    def _tell(self, there: bool) -> None:
        if self._told:
            return
        self._told = True
        self._limit.stop()
        self._again.stop()
        self._socket.abort()
        self.answered.emit(there)


def _once(parent: QObject, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer
