"""The screen is kept awake while a session runs, for five minutes of a pause, and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from sijoint_desktop.ui.session.awake import PAUSE_MS, ScreenKeeper, presenting


class Screen:
    """A screen that says whether something keeps it awake."""

    def __init__(self) -> None:
        self.awake = 0

    @contextmanager
    def context(self) -> Iterator[None]:
        self.awake += 1
        yield
        self.awake -= 1


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def keeper(qapp: object, screen: Screen) -> ScreenKeeper:
    return ScreenKeeper(context=screen.context)


def test_holding_twice_is_holding_once(keeper: ScreenKeeper, screen: Screen) -> None:
    keeper.hold()
    keeper.hold()
    assert screen.awake == 1
    keeper.release()
    keeper.release()
    assert screen.awake == 0


def test_a_pause_keeps_it_awake_for_five_minutes(
    keeper: ScreenKeeper, screen: Screen, qtbot: QtBot
) -> None:
    assert PAUSE_MS == 300_000
    keeper._pause.setInterval(10)
    keeper.hold()
    keeper.rest()
    assert screen.awake == 1
    qtbot.waitUntil(lambda: screen.awake == 0, timeout=2000)
    keeper.hold()
    assert screen.awake == 1
    keeper.rest()
    keeper.hold()
    assert not keeper._pause.isActive()


def test_a_rest_without_a_session_holds_nothing(keeper: ScreenKeeper, screen: Screen) -> None:
    keeper.rest()
    assert (screen.awake, keeper._pause.isActive()) == (0, False)


def test_a_computer_without_such_a_service_is_no_trouble() -> None:
    with presenting():
        pass
