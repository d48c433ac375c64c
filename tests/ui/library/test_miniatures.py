"""Small pictures are painted once, in turns, and anew when they no longer fit."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.motion.timeline import Role, Section
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.miniatures import Miniatures, key_row, short_timeline

PLACE = QRect(0, 0, 120, 70)


@pytest.fixture
def miniatures(clips: ClipStore, look: Callable[[], Look], qapp: object) -> Iterator[Miniatures]:
    made = Miniatures(clips, look)
    yield made
    made.deleteLater()


@pytest.fixture
def exercise(library: Library) -> Exercise:
    return library.get("bird_dog")


def painted(miniatures: Miniatures, exercise: Exercise, ratio: float = 1.0) -> QImage:
    image = QImage(PLACE.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    miniatures.paint(painter, PLACE, exercise)
    painter.end()
    return image


def is_blank(image: QImage) -> bool:
    blank = QImage(image)
    blank.fill(Qt.GlobalColor.transparent)
    return image == blank


def test_the_first_look_asks_and_the_next_one_shows(
    miniatures: Miniatures, exercise: Exercise, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(miniatures.ready) as ready:
        assert is_blank(painted(miniatures, exercise))
        painted(miniatures, exercise)
    assert ready.args == ["bird_dog"]
    assert not miniatures.busy
    assert not is_blank(painted(miniatures, exercise))
    assert not miniatures.busy


def test_a_sharper_screen_gets_a_sharper_picture(
    miniatures: Miniatures, exercise: Exercise, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(miniatures.ready):
        painted(miniatures, exercise)
    with qtbot.waitSignal(miniatures.ready):
        assert not is_blank(painted(miniatures, exercise, ratio=2.0))
    painted(miniatures, exercise, ratio=2.0)
    assert not miniatures.busy


def test_forgetting_drops_pictures_and_wishes(
    miniatures: Miniatures, exercise: Exercise, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(miniatures.ready):
        painted(miniatures, exercise)
    miniatures.forget()
    assert is_blank(painted(miniatures, exercise))
    assert miniatures.busy
    miniatures.forget()
    assert not miniatures.busy


def test_the_still_shows_the_held_end_and_the_loop_is_short(exercise: Exercise) -> None:
    timeline = short_timeline(exercise)
    holds = [phase for phase in timeline.phases if phase.role is Role.HOLD]
    assert {phase.section for phase in timeline.phases} == {Section.REPEAT}
    assert [phase.duration_s for phase in holds] == [1.5]
    assert key_row(exercise) == holds[0].row_start
