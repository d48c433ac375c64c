"""Two exercises side by side: which they are, and where there is room for both."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sijoint_desktop.content.library import Library
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.library.compare_page import ComparePage
from sijoint_desktop.ui.style.style import Style


@pytest.fixture
def page(
    qtbot: QtBot, style: Style, library: Library, clips: ClipStore, look: Callable[[], Look]
) -> ComparePage:
    made = ComparePage(style=style, library=library, clips=clips, look=look)
    qtbot.addWidget(made)
    made.resize(1104, 768)
    made.show_pair("bird_dog")
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_exercise_stands_beside_its_harder_neighbour(page: ComparePage) -> None:
    assert page.first.exercise.name == "Bird-dog"
    assert page.second.exercise.name == "Glute bridge"
    assert all(one.player.stage.head.running for one in (page.first, page.second))


def test_either_can_be_exchanged_by_the_keyboard(page: ComparePage) -> None:
    page.second.choice.setFocus()
    QTest.keyClick(page.second.choice, Qt.Key.Key_Home)
    assert page.second.exercise.name == "Pelvic tilt"
    assert page.second.player.stage.accessibleName().startswith("Figure: Pelvic tilt")
    assert page.first.exercise.name == "Bird-dog"


def test_tab_goes_through_one_exercise_before_the_other(page: ComparePage) -> None:
    assert page.first.open.text() == "Open Bird-dog"
    after, widget = [], page.first.open.nextInFocusChain()
    while widget is not page.first.open:
        after.append(widget)
        widget = widget.nextInFocusChain()
    assert page.second.choice in after
    assert after.index(page.second.choice) < after.index(page.first.choice)


def test_either_can_be_opened(page: ComparePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.exercise_requested) as told:
        QTest.keyClick(page.second.open, Qt.Key.Key_Space)
    assert told.args == ["glute_bridge"]


def test_they_stand_below_each_other_where_there_is_no_room(page: ComparePage) -> None:
    assert page.second.y() == page.first.y()
    page.resize(600, 768)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()
    assert page.second.y() > page.first.y()


def test_an_unknown_exercise_is_refused(page: ComparePage) -> None:
    with pytest.raises(UserError, match="did you mean"):
        page.show_pair("bird_dogg")


def test_the_page_is_freed(
    qapp: QApplication, style: Style, library: Library, clips: ClipStore, look: Callable[[], Look]
) -> None:
    page = ComparePage(style=style, library=library, clips=clips, look=look)
    page.show_pair()
    seen = weakref.ref(page)
    page.deleteLater()
    del page
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert seen() is None
