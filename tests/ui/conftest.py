"""What tests of pages share: a pointer that rests on no widget, and a language of nobody."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QCursor, QGuiApplication

from sijoint_desktop.core.language import speak
from tests.fakes.pseudo import Pseudo


@pytest.fixture(autouse=True)
def pointer_aside() -> None:
    """Put the pointer into the last corner of the screen, where no test opens a window.

    It stays where the test before has clicked, and a page that opens under it would think that it
    is pointed at.
    """
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        QCursor.setPos(screen.geometry().bottomRight())


@pytest.fixture
def nobodys_language() -> Iterator[None]:
    """Speak a language in which every word that went past tr can be told by its looks."""
    speak("xx", Pseudo())
    yield
    speak("en")
