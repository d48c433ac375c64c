"""The settings as the window sees them."""

import pytest
from pytestqt.qtbot import QtBot

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import Settings, defaults
from sijoint_desktop.ui.preferences import Preferences


def test_a_change_is_saved_at_once_and_told(qtbot: QtBot) -> None:
    saved: list[Settings] = []
    preferences = Preferences(defaults(), saved.append)
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.set("volume", 30)
    assert told.args == ["volume"]
    assert saved == [preferences.settings]


def test_setting_what_holds_already_saves_nothing(qtbot: QtBot) -> None:
    saved: list[Settings] = []
    preferences = Preferences(defaults(), saved.append)
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.set("volume", 70)
    assert saved == []


def test_a_change_that_cannot_be_saved_holds_and_is_said(qtbot: QtBot) -> None:
    def full(_settings: Settings) -> None:
        raise UserError("The disk is full.")

    preferences = Preferences(defaults(), full)
    with qtbot.waitSignals([preferences.failed, preferences.changed]):
        preferences.set("volume", 30)
    assert preferences.settings.number("volume") == 30


def test_defaults_can_be_undone(qtbot: QtBot) -> None:
    preferences = Preferences(defaults().changed("volume", 5), lambda _settings: None)
    before = preferences.reset()
    assert preferences.settings.number("volume") == 70
    preferences.replace(before)
    assert preferences.settings.number("volume") == 5


def test_a_value_that_does_not_fit_changes_nothing(qtbot: QtBot) -> None:
    preferences = Preferences(defaults(), lambda _settings: None)
    with qtbot.assertNotEmitted(preferences.changed), pytest.raises(UserError):
        preferences.set("volume", 900)
