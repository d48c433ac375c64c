"""A command line in an empty folder, with ports that remember what was asked."""

from pathlib import Path

import pytest

from sijoint_desktop.cli.ports import Options
from sijoint_desktop.cli.run import run
from sijoint_desktop.routine.parse import parse_routine
from tests.cli.asking import ROUTINE, WINDOW
from tests.content.samples import sample_library
from tests.fakes.ports import FakePorts


@pytest.fixture
def ports() -> FakePorts:
    library = sample_library()
    return FakePorts(library, (parse_routine(ROUTINE, "short.toml", library),))


@pytest.fixture
def command(
    ports: FakePorts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    """Return a function that runs a command line in an empty folder: (status, out, err)."""
    monkeypatch.chdir(tmp_path)

    def window(options: Options) -> int:
        ports.options.append(options)
        return WINDOW

    def call(*words: str) -> tuple[int, str, str]:
        status = run(words, ports=ports.open, window=window)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call
