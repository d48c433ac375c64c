"""A style, figures and a library of eight exercises for the tests of the Exercises pages."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypedDict

import pytest
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401 - fonts and icons
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import CautionTag, Exercise, Position, Purpose
from sijoint_desktop.content.suitability import Fitting, Person
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Look, screen_look
from sijoint_desktop.ui.style.style import Style
from tests.content.samples import sample_library

KINDS = (
    ("Pelvic tilt", Purpose.MOBILISE, Position.SUPINE),
    ("Cat-cow", Purpose.MOBILISE, Position.QUADRUPED),
    ("Piriformis stretch", Purpose.RELEASE, Position.SUPINE),
    ("Kneeling hip stretch", Purpose.RELEASE, Position.HALF_KNEELING),
    ("Glute bridge", Purpose.STABILISE, Position.SUPINE),
    ("Bird-dog", Purpose.STABILISE, Position.QUADRUPED),
    ("Fitting a belt", Purpose.SUPPORT, Position.STANDING),
    ("Hip rotation", Purpose.MOBILISE, Position.SUPINE),
)


@pytest.fixture(scope="session")
def library() -> Library:
    """Eight exercises of all purposes that share one small motion."""
    reach = sample_library().get("reach")
    return Library(tuple(_made(reach, number) for number in range(len(KINDS))))


def _made(reach: Exercise, number: int) -> Exercise:
    name, purpose, position = KINDS[number]
    return replace(
        reach,
        id=ExerciseId(name.lower().replace(" ", "_").replace("-", "_")),
        code=f"E{number + 1:02d}",
        name=name,
        purpose=purpose,
        position=position,
        harder=(replace(reach.harder[0], exercise="glute_bridge"),),
    )


@pytest.fixture
def style(qapp: QApplication) -> Iterator[Style]:
    """The light style at 100 %."""
    made = Style(choice=ThemeChoice.LIGHT, motion=MotionChoice.ALWAYS)
    yield made
    made.deleteLater()


@pytest.fixture(scope="session")
def clips() -> ClipStore:
    """Figures, baked once for all tests."""
    return ClipStore()


@pytest.fixture
def look(style: Style) -> Callable[[], Look]:
    """The look that goes with the style."""
    return lambda: screen_look(style.theme)


class Told:
    """What the last check says, to be changed during a test."""

    def __init__(self) -> None:
        self.fitting = Fitting()
        self.paused: tuple[str, ...] = ()

    def __call__(self) -> Fitting:
        return self.fitting

    def has(self, *tags: CautionTag, suited: frozenset[str] = frozenset()) -> None:
        """Let a check say that only these tags apply."""
        known = {tag: tag in tags for tag in CautionTag}
        self.fitting = Fitting(Person(known), suited)


@pytest.fixture
def told() -> Told:
    """A check that was not done yet."""
    return Told()


class Parts(TypedDict):
    """What every page of the library is made from."""

    style: Style
    library: Library
    clips: ClipStore
    look: Callable[[], Look]


@pytest.fixture
def parts(style: Style, library: Library, clips: ClipStore, look: Callable[[], Look]) -> Parts:
    return Parts(style=style, library=library, clips=clips, look=look)
