"""An exercise, a look and a stage whose clock stands still until a test moves it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401 - fonts and icons
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.motion.clip import Clip
from sijoint_desktop.motion.timeline import Timeline, build_timeline
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Look, screen_look
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.tokens import LIGHT
from tests.content.samples import sample_library


class HandClock:
    """A clock that a test sets by hand, in seconds."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time

    def pass_by(self, seconds: float) -> None:
        self.time += seconds


@pytest.fixture
def hand_clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def clips() -> ClipStore:
    return ClipStore()


@pytest.fixture(scope="session")
def exercise() -> Exercise:
    """One arm reaches up: Ready, Reach, Hold, Lower and a pause; written for the left."""
    return sample_library().get("reach")


@pytest.fixture(scope="session")
def timeline(exercise: Exercise) -> Timeline:
    return build_timeline(exercise.motion, effort_s=2, return_s=2, pause_s=1, hold_s=3)


@pytest.fixture(scope="session")
def clip(exercise: Exercise, clips: ClipStore) -> Clip:
    return clips.get(exercise)


@pytest.fixture
def plain_look() -> Look:
    """The light look with the figure alone."""
    return screen_look(LIGHT).with_layers()


@pytest.fixture
def style(qapp: QApplication) -> Iterator[Style]:
    made = Style(choice=ThemeChoice.LIGHT, motion=MotionChoice.ALWAYS)
    yield made
    made.deleteLater()


@pytest.fixture
def still_style(qapp: QApplication) -> Iterator[Style]:
    """The style of a person who does not want things to move."""
    made = Style(choice=ThemeChoice.LIGHT, motion=MotionChoice.NEVER)
    yield made
    made.deleteLater()


@pytest.fixture
def look(style: Style) -> Callable[[], Look]:
    return lambda: screen_look(style.theme)
