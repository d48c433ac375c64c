"""What every test of a page begins with: a pointer that rests on none of its widgets."""

import pytest
from PySide6.QtGui import QCursor, QGuiApplication


@pytest.fixture(autouse=True)
def pointer_aside() -> None:
    """Put the pointer into the last corner of the screen, where no test opens a window.

    It stays where the test before has clicked, and a page that opens under it would think that it
    is pointed at.
    """
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        QCursor.setPos(screen.geometry().bottomRight())
