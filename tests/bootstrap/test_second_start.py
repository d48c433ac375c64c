"""A second start with the same data knocks at the window that is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication

from sijoint_desktop.bootstrap import second_start
from sijoint_desktop.bootstrap.second_start import Doorbell, point_to_the_open_window, ring


def test_a_knock_is_heard(qtbot, tmp_path: Path) -> None:
    bell = Doorbell(tmp_path)
    with qtbot.waitSignal(bell.rung, timeout=2000):
        assert ring(tmp_path)
    bell.close()


def test_a_second_start_brings_its_file(qtbot, tmp_path: Path) -> None:
    bell = Doorbell(tmp_path)
    file = tmp_path / "for Möhren.sijroutine"
    with qtbot.waitSignal(bell.brought, timeout=2000) as heard:
        assert ring(tmp_path, brings=file)
    assert heard.args == [file]
    bell.close()


def test_nobody_answers_at_another_folder_or_a_closed_one(qapp: QApplication, tmp_path) -> None:
    bell = Doorbell(tmp_path / "a")
    assert not ring(tmp_path / "b", patience_s=0)
    bell.close()
    assert not ring(tmp_path / "a", patience_s=0)


def test_what_a_killed_program_left_is_taken_over(qtbot, tmp_path: Path) -> None:
    left = QLocalServer()
    assert left.listen(second_start._name(tmp_path))
    bell = Doorbell(tmp_path)
    assert bell.is_there
    with qtbot.waitSignal(bell.rung, timeout=2000):
        assert ring(tmp_path)
    bell.close()
    left.close()


def test_a_minimised_window_comes_back(qtbot, program, tmp_path: Path) -> None:
    started = program()
    started.window.showMinimized()
    assert ring(tmp_path / "data")
    qtbot.waitUntil(lambda: not started.window.windowState() & Qt.WindowState.WindowMinimized)
    assert started.window.isVisible()


def test_without_a_socket_the_program_works_and_a_second_start_says_so(
    program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(QLocalServer, "listen", lambda *_arguments: False)
    started = program()
    assert started.assembly is not None
    monkeypatch.setattr(second_start, "_PATIENCE_S", 0.0)
    monkeypatch.setattr(second_start, "application", QApplication.instance)
    monkeypatch.setattr(second_start, "ring", lambda folder: ring(folder, patience_s=0))
    point_to_the_open_window(tmp_path / "data")
    assert "already open" in capsys.readouterr().err
