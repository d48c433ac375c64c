"""Odd surroundings: no console, few letters, a reader that leaves early, Ctrl+C."""

import io
import sys

import pytest

from sijoint_desktop.cli.ports import Options
from sijoint_desktop.cli.run import run
from tests.content.samples import sample_library
from tests.fakes.ports import FakePorts


def start(*words: str, ports: FakePorts | None = None) -> int:
    fake = ports or FakePorts(sample_library(), ())
    return run(words, ports=fake.open, window=lambda _options: 0)


@pytest.mark.parametrize(
    ("words", "status"), [(("--help",), 0), (("exercises",), 0), (("dance",), 2)]
)
def test_a_program_without_a_console_says_nothing(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], status: int
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert start(*words) == status


def test_a_terminal_of_few_letters_gets_every_line(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    assert start("render", "größe", "--out", "a.png") == 2
    assert raw.getvalue().startswith(b"sijoint-desktop: there is no exercise 'gr\\xf6\\xdfe'")


def test_a_reader_that_leaves_early_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Gone(io.StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Gone())
    assert start("exercises") == 0
    assert capsys.readouterr().err == ""


def test_an_interrupted_command_ends_as_shells_expect() -> None:
    def interrupted(_options: Options) -> int:
        raise KeyboardInterrupt

    assert run([], ports=FakePorts(sample_library(), ()).open, window=interrupted) == 130
