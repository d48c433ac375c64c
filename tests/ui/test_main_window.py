"""The window: rail, menus, messages, pages made when wanted, geometry remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.settings.options import Settings, defaults
from sijoint_desktop.ui.main_window import RAIL, MainWindow
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.style.style import MotionChoice, Style, ThemeChoice
from tests.fakes.pseudo import untranslated


class Scene:
    """A window with empty pages, and a note of which of them were made."""

    def __init__(self, qtbot: QtBot, settings: Settings | None = None) -> None:
        self.made: list[str] = []
        self.saved: list[Settings] = []
        self.style = Style(choice=ThemeChoice.LIGHT)
        self.preferences = Preferences(settings or defaults(), self.saved.append)
        self.window = MainWindow(style=self.style, preferences=self.preferences)
        qtbot.addWidget(self.window)

    def fill(self) -> None:
        keys = [item.key for item in RAIL] + ["exercise"]
        self.window.fill({key: self._maker(key) for key in keys}, {"exercise": "exercises"})

    def _maker(self, key: str) -> Callable[[], QWidget]:
        def make() -> QWidget:
            self.made.append(key)
            return QWidget()

        return make

    def rail_buttons(self) -> dict[str, QAbstractButton]:
        found = self.window.rail.findChildren(QAbstractButton)
        return {button.accessibleName(): button for button in found}


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    scene = Scene(qtbot)
    scene.fill()
    scene.window.show()
    qtbot.waitExposed(scene.window)
    return scene


def test_only_the_page_that_is_shown_is_made(scene: Scene) -> None:
    assert scene.made == ["today"]
    scene.window.open_page("history")
    scene.window.open_page("today")
    scene.window.open_page("history")
    assert scene.made == ["today", "history"]


def test_the_rail_names_what_exists_and_nothing_else(scene: Scene) -> None:
    pages = ["Today", "Check", "Exercises", "Routines", "History", "Learn"]
    names = [*pages, "Settings", "Help"]
    assert [item.word for item in RAIL] == names
    assert set(scene.rail_buttons()) == {*names, "More pages"}


def test_a_press_on_the_rail_opens_the_page_and_marks_it(scene: Scene) -> None:
    button = scene.rail_buttons()["Exercises"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert scene.window.current == "exercises"
    assert button.isChecked()
    assert not scene.rail_buttons()["Today"].isChecked()


def test_a_page_below_another_leaves_its_item_marked(scene: Scene) -> None:
    scene.window.open_page("exercise")
    assert scene.rail_buttons()["Exercises"].isChecked()
    assert scene.preferences.settings.text("page") == "today"


@pytest.mark.parametrize(
    ("number", "page"), [("2", "check"), ("3", "exercises"), ("5", "history"), (",", "settings")]
)
def test_keys_switch_pages(qtbot: QtBot, scene: Scene, number: str, page: str) -> None:
    with qtbot.waitActive(scene.window):
        scene.window.activateWindow()
    QTest.keySequence(scene.window, QKeySequence(f"Ctrl+{number}"))
    assert scene.window.current == page


def test_no_key_has_two_meanings(scene: Scene) -> None:
    actions = [scene.window.menus.action(name) for name in scene.window.menus.names]
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_narrow_window_shows_icons_with_tool_tips(qtbot: QtBot, scene: Scene) -> None:
    scene.window.resize(1200, 700)
    assert not scene.window.rail.narrow
    scene.window.resize(980, 700)
    assert scene.window.rail.narrow
    button = scene.rail_buttons()["History"]
    assert button.toolTip().startswith("History")
    assert scene.window.rail.width() < 100


def test_large_text_narrows_the_rail_too(scene: Scene) -> None:
    scene.window.resize(1400, 800)
    scene.style.apply(ThemeChoice.LIGHT, 150, MotionChoice.FOLLOW)
    assert scene.window.rail.narrow
    assert scene.rail_buttons()["Today"].width() >= 56


def test_what_does_not_fit_opens_from_more(qtbot: QtBot, scene: Scene) -> None:
    scene.style.apply(ThemeChoice.LIGHT, 200, MotionChoice.FOLLOW)
    scene.window.resize(960, 480)
    buttons = scene.rail_buttons()
    more = buttons.pop("More pages")
    assert more.isVisible()
    shown = [name for name, button in buttons.items() if button.isVisible()]
    offered = [action.text() for action in more.menu().actions()]
    assert shown + offered == [item.word for item in RAIL]
    more.menu().actions()[-1].trigger()
    assert scene.window.current == "help"


def test_the_page_and_the_size_are_remembered(qtbot: QtBot, scene: Scene) -> None:
    scene.window.resize(780, 600)  # the screen of the tests is small
    scene.window.open_page("settings")
    scene.window.close()
    again = Scene(qtbot, scene.saved[-1])
    again.fill()
    assert again.window.current == "settings"
    assert again.window.size() == scene.window.size()


def test_the_window_is_there_before_its_pages(qtbot: QtBot) -> None:
    scene = Scene(qtbot, defaults().changed("page", "exercises"))
    with qtbot.waitSignal(scene.window.painted):
        scene.window.show()
    assert scene.made == []
    assert scene.rail_buttons()["Exercises"].isChecked()
    scene.fill()
    assert scene.made == ["exercises"]


def test_a_page_wished_for_early_is_the_first_to_open(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    QTest.mouseClick(scene.rail_buttons()["History"], Qt.MouseButton.LeftButton)
    scene.fill()
    assert scene.made == ["history"]


def test_geometry_that_makes_no_sense_is_passed_over(qtbot: QtBot) -> None:
    scene = Scene(qtbot, defaults().changed("window", "no geometry").changed("page", "gone"))
    scene.fill()
    assert scene.window.current == "today"
    assert scene.window.width() >= 960


def test_the_view_menu_changes_theme_and_text_size(scene: Scene) -> None:
    menus, settings = scene.window.menus, lambda: scene.preferences.settings
    menus.action("theme_dark").trigger()
    assert settings().text("theme") == "dark"
    assert menus.action("theme_dark").isChecked()
    menus.action("text_larger").trigger()
    menus.action("text_larger").trigger()
    assert settings().number("text_percent") == 120
    menus.action("text_smaller").trigger()
    assert settings().number("text_percent") == 110
    menus.action("text_usual").trigger()
    assert settings().number("text_percent") == 100
    menus.action("text_smaller").trigger()
    assert settings().number("text_percent") == 90
    assert not menus.action("text_smaller").isEnabled()


def test_text_stops_growing_at_200_percent(scene: Scene) -> None:
    for _ in range(20):
        scene.window.menus.action("text_larger").trigger()
    assert scene.preferences.settings.number("text_percent") == 200
    assert not scene.window.menus.action("text_larger").isEnabled()


def test_full_screen_can_be_left_again(scene: Scene) -> None:
    action = scene.window.menus.action("full_screen")
    action.trigger()
    assert scene.window.isFullScreen()
    assert action.isChecked()
    action.trigger()
    assert not scene.window.isFullScreen()
    assert not action.isChecked()


def test_a_session_has_the_window_for_itself(scene: Scene) -> None:
    scene.window.enter_session(lambda: True)
    assert not scene.window.rail.isVisible()
    assert not scene.window.menus.action("page_history").isEnabled()
    assert scene.window.menus.action("text_larger").isEnabled()
    scene.window.leave_session()
    assert scene.window.rail.isVisible()
    assert scene.window.menus.action("page_history").isEnabled()


def test_a_session_is_asked_before_the_window_closes(scene: Scene) -> None:
    asked: list[bool] = []
    scene.window.enter_session(lambda: bool(asked.append(True)))
    assert not scene.window.close()
    assert asked == [True]
    scene.window.leave_session()
    assert scene.window.close()


def test_messages_are_shown_once_and_can_be_closed(qtbot: QtBot, scene: Scene) -> None:
    messages = scene.window.messages
    messages.say("Not saved", "The disk is full.")
    messages.say("Not saved", "The disk is full.")
    assert messages.texts == ("Not saved: The disk is full.",)
    cross = messages.findChild(QToolButton)
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert messages.texts == ()
    assert not messages.isVisible()


def test_only_the_latest_messages_take_room(scene: Scene) -> None:
    for number in range(6):
        scene.window.messages.say("Fault", str(number))
    assert scene.window.messages.texts == ("Fault: 3", "Fault: 4", "Fault: 5")


def test_settings_that_cannot_be_saved_are_said(scene: Scene) -> None:
    scene.preferences.failed.emit("The disk is full.")
    assert scene.window.messages.texts == ("Settings were not saved: The disk is full.",)


def test_the_rail_is_reached_by_tab_and_read_out(qtbot: QtBot, scene: Scene) -> None:
    with qtbot.waitActive(scene.window):
        scene.window.activateWindow()
    reached: set[str] = set()
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget() or scene.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            interface = QAccessible.queryAccessibleInterface(focus)
            reached.add(interface.text(QAccessible.Text.Name))
    assert {item.word for item in RAIL} <= reached


def test_a_screen_reader_knows_the_pages_as_a_choice_of_one(scene: Scene) -> None:
    scene.window.open_page("history")
    buttons = scene.rail_buttons()
    del buttons["More pages"]
    for name, button in buttons.items():
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() is QAccessible.Role.RadioButton
        assert bool(interface.state().checked) == (name == "History")


def test_arrow_keys_go_from_page_to_page_of_the_rail(scene: Scene) -> None:
    first, second, *_more = scene.rail_buttons().values()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


@pytest.mark.usefixtures("pseudo")
def test_every_page_is_named_in_the_language_in_use(qtbot: QtBot) -> None:
    window = Scene(qtbot).window
    shown = [b for b in window.rail.findChildren(QAbstractButton) if b.isVisibleTo(window)]
    assert len(shown) == len(RAIL)
    assert [button.text() for button in shown if untranslated(button.text())] == []
