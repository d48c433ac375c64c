"""What every test of a page begins with, and a layout that can be turned."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication


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
def write_from_the_right(qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Turns every layout as for a language that is written from the right, until the test ends."""
    yield lambda: qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
