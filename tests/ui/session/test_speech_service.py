"""A speech service that hangs, refuses or is not there never holds up the program."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from sijoint_desktop.ui.session.speech_service import SpeechService, service_path


class Daemon:
    """Listens like the speech service and answers every word with ``answer``, or with nothing."""

    def __init__(self, path: Path, answer: bytes) -> None:
        self.answer = answer
        self.server = QLocalServer()
        self.lines: list[QLocalSocket] = []
        assert self.server.listen(str(path))
        self.server.newConnection.connect(self.on_line)

    def on_line(self) -> None:
        line = self.server.nextPendingConnection()
        self.lines.append(line)
        line.readyRead.connect(self.on_word)

    def on_word(self) -> None:
        line = self.lines[-1]
        if line.readAll().data() and self.answer:
            line.write(self.answer)
            line.flush()


@pytest.fixture
def listens(tmp_path: Path, qapp: object) -> Iterator[Callable[[bytes], Path]]:
    daemons: list[Daemon] = []

    def make(answer: bytes) -> Path:
        path = tmp_path / "speechd.sock"
        daemons.append(Daemon(path, answer))
        return path

    yield make
    for daemon in daemons:
        daemon.server.close()


@pytest.mark.parametrize(
    ("answer", "there"),
    [(b"208 OK CLIENT NAME SET\r\n", True), (b"300 ERR INTERNAL\r\n", False), (b"", False)],
)
def test_only_a_service_that_agrees_counts_as_there(
    qtbot: QtBot, listens: Callable[[bytes], Path], answer: bytes, there: bool
) -> None:
    service = SpeechService(listens(answer), answer_ms=200)
    with qtbot.waitSignal(service.answered, timeout=5000) as told:
        service.ask()
    assert told.args == [there]


@pytest.mark.parametrize("program", ["true", "no-such-program"])
def test_a_service_that_cannot_be_launched_is_not_there(
    qtbot: QtBot, tmp_path: Path, program: str
) -> None:
    service = SpeechService(tmp_path / "nobody.sock", program=program, answer_ms=200)
    with qtbot.waitSignal(service.answered, timeout=5000) as told:
        service.ask()
    assert told.args == [False]


def test_it_is_looked_for_where_its_own_library_looks() -> None:
    home = Path.home() / ".cache/speech-dispatcher/speechd.sock"
    assert service_path({}) == home
    assert service_path({"XDG_RUNTIME_DIR": "/run/user/1"}) == Path(
        "/run/user/1/speech-dispatcher/speechd.sock"
    )
    assert service_path({"SPEECHD_ADDRESS": "unix_socket:/srv/s"}) == Path("/srv/s")
