"""A folder is shown, opened and copied."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.style.folder import FolderPlace
from sijoint_desktop.ui.style.style import Style


class Opener(QObject):
    """Stands for the program of the desktop that shows folders."""

    opened: QUrl | None = None

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened = url


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> FolderPlace:
    made = FolderPlace(tmp_path, style=Style())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_path_is_shown_and_copied(place: FolderPlace, tmp_path: Path) -> None:
    assert str(tmp_path) in [label.text() for label in place.findChildren(QLabel)]
    QTest.mouseClick(place.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(tmp_path)


def test_the_folder_is_opened_by_the_desktop(place: FolderPlace, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "show")
    QTest.mouseClick(place.open, Qt.MouseButton.LeftButton)
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == QUrl.fromLocalFile(str(tmp_path))
