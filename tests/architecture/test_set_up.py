"""The set-up script installs once, and again when what it installs from has changed."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def script():
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    (tmp_path / ".venv").mkdir()
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text("one")
    (tmp_path / ".venv" / "up-to-date").write_text(script().digest(tmp_path))
    return tmp_path


def test_a_second_start_installs_nothing(installed: Path) -> None:
    assert script().is_ready(installed)


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_what_it_installs_from_has_changed(installed: Path, name: str) -> None:
    (installed / name).write_text("two")
    assert not script().is_ready(installed)


def test_an_environment_that_was_never_finished_is_not_ready(installed: Path) -> None:
    (installed / ".venv" / "up-to-date").unlink()
    assert not script().is_ready(installed)


def test_what_a_screen_reader_needs_is_named_with_its_packages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = script()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(made.shutil, "which", lambda _program: None)
    made.READER_SERVICE = Path("/nowhere")
    assert {"xvfb", "dbus", "at-spi2-core"} <= set(made.missing_packages(window=False, reader=True))
    assert "xvfb" not in made.missing_packages(window=False)
