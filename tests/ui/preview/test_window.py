"""A file is shown as it is saved, whatever way the editor saves, and a fault loses nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.preview import read_file
from sijoint_desktop.content.model import Level
from sijoint_desktop.content.self_test import parse_self_test
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import screen_look
from sijoint_desktop.ui.preview.window import PreviewWindow, SelfTestFace
from sijoint_desktop.ui.style.style import Style
from tests.content.samples import REACH, edited, sample_library
from tests.content.test_self_test import LIFT
from tests.fakes.pseudo import gaps

MINE = edited(REACH, 'code = "E90"', 'code = "X01"')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "reach.toml"
    file.write_text(MINE, encoding="utf-8")
    return file


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[PreviewWindow]:
    style = Style(choice=ThemeChoice.LIGHT, motion=MotionChoice.ALWAYS)
    library = sample_library()
    made = PreviewWindow(
        path,
        lambda: read_file(path, library),
        style=style,
        library=library,
        clips=ClipStore(),
        look=lambda: screen_look(style.theme),
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    style.deleteLater()


def test_a_sound_file_is_shown_without_faults(window: PreviewWindow) -> None:
    assert window.faults == ()
    assert window.page.name.text() == "Arm reach"
    assert window.page.player.stage.head.running
    pressed = [b.text() for b in window.page.findChildren(QPushButton) if b.isVisible()]
    assert "Add to routine" not in pressed, "there is no routine here to add it to"


def test_what_is_saved_is_shown_and_level_and_view_stay(
    window: PreviewWindow, path: Path, qtbot: QtBot
) -> None:
    window.page.show_one(window.page.exercise, Level.PROGRESSED)  # type: ignore[arg-type]
    window.page.player.views.set_value("above")
    path.write_text(edited(MINE, 'name = "Arm reach"', 'name = "High reach"'), encoding="utf-8")
    qtbot.waitUntil(lambda: window.page.name.text() == "High reach", timeout=5000)
    assert window.page.dose.level is Level.PROGRESSED
    assert window.page.player.views.value == "above"


def test_an_editor_that_puts_a_new_file_in_its_place_is_followed(
    window: PreviewWindow, path: Path, qtbot: QtBot
) -> None:
    for name in ("High reach", "Low reach"):
        draft = path.with_suffix(".new")
        draft.write_text(edited(MINE, 'name = "Arm reach"', f'name = "{name}"'), encoding="utf-8")
        os.replace(draft, path)
        qtbot.waitUntil(lambda n=name: window.page.name.text() == n, timeout=5000)


def test_a_fault_is_said_and_the_last_good_figure_stays(
    window: PreviewWindow, path: Path, qtbot: QtBot
) -> None:
    path.write_text(edited(MINE, 'purpose = "stabilise"', 'purpose = "flex"'), encoding="utf-8")
    qtbot.waitUntil(lambda: bool(window.faults), timeout=5000)
    assert window.faults[0].startswith("reach.toml: purpose: 'flex'")
    assert [t.text() for t in window.findChildren(QLabel) if t.isVisible() and "fault" in t.text()]
    assert window.page.name.text() == "Arm reach"
    path.unlink()
    qtbot.waitUntil(lambda: "cannot be read" in window.faults[0], timeout=5000)
    path.write_text(MINE, encoding="utf-8")
    qtbot.waitUntil(lambda: not window.faults, timeout=5000)


def test_a_self_test_is_shown_as_one(qtbot: QtBot, window: PreviewWindow, path: Path) -> None:
    text = edited(LIFT, 'id = "lift"', 'id = "reach"')
    path.write_text(text, encoding="utf-8")
    qtbot.waitUntil(lambda: not window.page.isVisible(), timeout=5000)
    assert window.faults == ()


@pytest.mark.usefixtures("pseudo")
def test_every_word_but_those_of_the_file_is_translated(qtbot: QtBot) -> None:
    style = Style(choice=ThemeChoice.LIGHT)
    face = SelfTestFace(style=style, clips=ClipStore(), look=lambda: screen_look(style.theme))
    qtbot.addWidget(face)
    test = parse_self_test(LIFT, "lift.toml")
    face.show_test(test)
    phases = [name for row in test.motion.rows for name in (row.phase, row.hold_phase)]
    steps = [step.text for step in test.steps]
    assert gaps(face, (test.name, test.notice, test.stop, test.side_word, *steps, *phases)) == []
    style.deleteLater()
