"""The Settings page: every option has a control that works at once."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.app.nudge import Ways
from sijoint_desktop.settings.options import OPTIONS, Group, Option, Settings, defaults
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.settings.page import SettingsPage
from sijoint_desktop.ui.settings.picks import Picks
from sijoint_desktop.ui.style.style import Style, ThemeChoice
from sijoint_desktop.ui.style.widgets import Segments

SHOWN = [option for option in OPTIONS if option.group is not Group.HIDDEN]


class Scene:
    def __init__(self, qtbot: QtBot, settings: Settings | None = None) -> None:
        self.saved: list[Settings] = []
        self.said = ""
        self.ways = Ways(notices=True, tray=True)
        self.preferences = Preferences(settings or defaults(), self.saved.append)
        self.page = SettingsPage(
            style=Style(choice=ThemeChoice.LIGHT),
            preferences=self.preferences,
            data=QLabel("Your data"),
            preview_sound=lambda: self.said,
            preview_voice=lambda: self.said,
            preview_reminder=lambda: self.said,
            ways=lambda: self.ways,
        )
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self.page.show()

    def press(self, words: str) -> None:
        [button] = [b for b in self.page.findChildren(QPushButton) if b.text() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


@pytest.mark.parametrize("option", SHOWN, ids=lambda option: option.key)
def test_every_option_has_a_control_with_its_name(scene: Scene, option: object) -> None:
    control = scene.page.field(option.key)  # type: ignore[attr-defined]
    assert control.accessibleName() == option.label  # type: ignore[attr-defined]


@pytest.mark.parametrize("option", SHOWN, ids=lambda option: option.key)
def test_whatever_sets_an_option_says_what_it_is_for(scene: Scene, option: Option) -> None:
    control = scene.page.field(option.key)
    for part in (control, *control.findChildren(QAbstractButton)):
        assert part.accessibleDescription() == option.help


def test_the_controls_show_what_was_set(qtbot: QtBot) -> None:
    settings = defaults().changed("name", "Anna").changed("volume", 15).changed("sound", False)
    settings = settings.changed("theme", "dark").changed("paper", "letter")
    page = Scene(qtbot, settings.changed("rest_sets_s", 45)).page
    name, volume, sound = page.field("name"), page.field("volume"), page.field("sound")
    theme, paper, rest = page.field("theme"), page.field("paper"), page.field("rest_sets_s")
    assert isinstance(name, QLineEdit)
    assert name.text() == "Anna"
    assert isinstance(volume, QSlider)
    assert volume.value() == 15
    assert isinstance(sound, QCheckBox)
    assert not sound.isChecked()
    assert isinstance(theme, QComboBox)
    assert theme.currentText() == "Dark"
    assert isinstance(paper, Segments)
    assert paper.value == "letter"
    assert isinstance(rest, QSpinBox)
    assert rest.value() == 45


def test_a_change_is_saved_at_once(scene: Scene) -> None:
    theme, rest = scene.page.field("theme"), scene.page.field("rest_sets_s")
    assert isinstance(theme, QComboBox)
    assert isinstance(rest, QSpinBox)
    theme.setCurrentIndex(theme.findData("contrast_dark"))
    rest.setValue(50)
    assert scene.saved[-1].text("theme") == "contrast_dark"
    assert scene.saved[-1].number("rest_sets_s") == 50


def test_a_name_is_saved_when_typing_is_done(scene: Scene) -> None:
    QTest.keyClicks(scene.page.field("name"), "Anna")
    QTest.keyClick(scene.page.field("name"), Qt.Key.Key_Return)
    assert [settings.text("name") for settings in scene.saved] == ["Anna"]


def test_a_change_from_elsewhere_is_shown(scene: Scene) -> None:
    scene.preferences.set("text_percent", 150)
    control = scene.page.field("text_percent")
    assert isinstance(control, QSpinBox)
    assert control.value() == 150


def test_back_to_defaults_can_be_undone(qtbot: QtBot) -> None:
    scene = Scene(qtbot, defaults().changed("volume", 5).changed("name", "Anna"))
    scene.press("All back to defaults")
    assert scene.preferences.settings.number("volume") == 70
    qtbot.waitUntil(lambda: scene.page._undo.isVisibleTo(scene.page))
    scene.press("Undo")
    assert scene.preferences.settings.number("volume") == 5
    assert scene.preferences.settings.text("name") == "Anna"


def test_one_option_or_one_section_goes_back_with_one_press(qtbot: QtBot) -> None:
    changed = {"volume": 5, "flash": True, "weekly_goal": 3}
    settings = defaults()
    for key, value in changed.items():
        settings = settings.changed(key, value)
    scene = Scene(qtbot, settings)
    back = {
        button.accessibleName(): button
        for button in scene.page.findChildren(QAbstractButton)
        if ": back to default" in button.accessibleName() and button.isVisibleTo(scene.page)
    }
    assert set(back) == {
        "Loudness of tones: back to default",
        "Flash with each tone: back to default",
        "Sound: back to defaults",
        "Days with exercise in a week: back to default",
        "Your week: back to defaults",
    }
    one = back["Loudness of tones: back to default"]
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert scene.preferences.settings.number("volume") == 70
    assert scene.preferences.settings.flag("flash")
    assert not one.isVisibleTo(scene.page)
    QTest.mouseClick(back["Sound: back to defaults"], Qt.MouseButton.LeftButton)
    assert not scene.preferences.settings.flag("flash")
    assert scene.preferences.settings.number("weekly_goal") == 3
    scene.press("Undo")
    assert scene.preferences.settings.flag("flash")


def test_the_days_of_the_week_are_chosen_one_by_one(scene: Scene) -> None:
    days = scene.page.field("planned_days")
    assert isinstance(days, Picks)
    for key in ("fri", "mon"):
        QTest.mouseClick(days.chips[key], Qt.MouseButton.LeftButton)
    assert scene.saved[-1].text("planned_days") == "mon fri"
    QTest.mouseClick(days.chips["mon"], Qt.MouseButton.LeftButton)
    assert scene.saved[-1].text("planned_days") == "fri"
    scene.preferences.set("planned_days", "sat sun")
    assert [key for key, chip in days.chips.items() if chip.isChecked()] == ["sat", "sun"]


def test_what_is_about_the_data_stands_at_the_foot(scene: Scene) -> None:
    shown = [label.text() for label in scene.page.findChildren(QLabel)]
    assert shown[-1] == "Your data"


def test_a_tone_that_cannot_be_heard_is_explained(scene: Scene) -> None:
    scene.said = "No sound can be played on this computer."
    scene.press("Play a tone")
    assert scene.page._sound_note.text() == scene.said


def test_what_a_desktop_lacks_for_reminders_is_said_each_time_the_page_comes(scene: Scene) -> None:
    note, stays = scene.page._reminder_note, scene.page.field("stay_in_tray")
    assert not note.isVisibleTo(scene.page)
    assert stays.isEnabled()
    scene.page.hide()
    scene.ways = Ways(notices=True, tray=False)
    scene.page.show()
    assert note.text() == scene.ways.missing() != ""
    assert note.isVisibleTo(scene.page)
    assert not stays.isEnabled()


def test_what_was_switched_on_can_be_switched_off_where_the_tray_has_gone(qtbot: QtBot) -> None:
    scene = Scene(qtbot, defaults().changed("stay_in_tray", True))
    scene.page.hide()
    scene.ways = Ways()
    scene.page.show()
    assert scene.page.field("stay_in_tray").isEnabled()


def test_a_reminder_can_be_tried(scene: Scene) -> None:
    scene.press("Show one now")
    assert not scene.page._reminder_note.isVisibleTo(scene.page)
    scene.said = "This desktop shows none."
    scene.press("Show one now")
    assert scene.page._reminder_note.text() == scene.said


def test_the_page_is_freed(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    preferences, gone = scene.preferences, weakref.ref(scene.page)
    scene.page.deleteLater()
    del scene
    qtbot.waitUntil(lambda: gc.collect() >= 0 and gone() is None)
    preferences.set("volume", 20)


def test_undoing_a_reset_keeps_what_was_changed_since(qtbot: QtBot) -> None:
    scene = Scene(qtbot, defaults().changed("volume", 15))
    scene.press("All back to defaults")
    scene.preferences.set("reminders_given", "2026-11-26 1")
    scene.page._on_undo()
    assert scene.preferences.settings.number("volume") == 15
    assert scene.preferences.settings.text("reminders_given") == "2026-11-26 1"


def test_a_day_that_a_screen_reader_toggles_is_planned(scene: Scene) -> None:
    picks = scene.page.field("planned_days")
    assert isinstance(picks, Picks)
    next(iter(picks.chips.values())).toggle()
    assert scene.preferences.settings.text("planned_days") == picks.value != ""


def test_a_control_that_is_asked_for_is_in_sight_and_has_the_keyboard(scene: Scene) -> None:
    scene.page.show_field("paper")
    field = scene.page.field("paper")
    top = field.mapTo(scene.page.viewport(), field.rect().topLeft()).y()
    assert 0 <= top <= scene.page.viewport().height() - field.height()
    assert scene.page.verticalScrollBar().value() > 0
    assert scene.page.focusWidget() is field
