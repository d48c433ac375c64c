"""Notifications over a real bus, to a service of the test's own."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.shell.notices import Notices

desktop = pytest.importorskip("tests.fakes.notification_service", reason="Linux only")
FakeNotificationService, own_bus = desktop.FakeNotificationService, desktop.own_bus

pytestmark = pytest.mark.skipif(not desktop.HAS_BUS, reason="dbus-daemon is not installed")


@pytest.fixture
def bus() -> Iterator[str]:
    with own_bus() as address:
        yield address


@pytest.fixture
def service(bus: str) -> Iterator[object]:
    made = FakeNotificationService()
    yield made
    made.close()


@pytest.fixture
def notices(qtbot: QtBot) -> Iterator[Notices]:
    made = Notices(QIcon(":/app.svg").pixmap(48).toImage())
    yield made
    made.close()


def say(qtbot: QtBot, notices: Notices, service) -> int:
    """Show a notification and return its number, once the program knows it."""
    assert notices.say("Time for your exercises", "Whenever it suits you.")
    name, _fields = service.next_call()
    assert name == "Notify"
    qtbot.waitUntil(lambda: notices._shown > 0)
    return notices._shown


def test_words_picture_and_ways_on_arrive(notices: Notices, service) -> None:
    assert notices.is_there
    assert notices.say("Time for your exercises", "Whenever it suits you.")
    name, (program, replaced, _icon, heading, text, actions, hints, expires) = service.next_call()
    assert (name, program, replaced, expires) == ("Notify", "SI Joint Desktop", 0, -1)
    assert (heading, text) == ("Time for your exercises", "Whenever it suits you.")
    assert actions == ["default", "Open", "start", "Start"]
    assert hints["desktop-entry"] == ("s", "io.github.sijoint.Desktop")
    kind, (width, height, row, alpha, bits, channels, pixels) = hints["image-data"]
    assert (kind, width, height, alpha, bits, channels) == ("(iiibiiay)", 48, 48, True, 8, 4)
    assert len(pixels) == height * row
    assert any(pixels)


def test_a_press_opens_and_its_button_starts(qtbot: QtBot, notices: Notices, service) -> None:
    number = say(qtbot, notices, service)
    with qtbot.waitSignal(notices.open_wished, timeout=2000):
        service.press(number, "default")
    with qtbot.waitSignal(notices.start_wished, timeout=2000):
        service.press(number, "start")


def test_presses_on_notifications_of_others_are_left_alone(
    qtbot: QtBot, notices: Notices, service
) -> None:
    number = say(qtbot, notices, service)
    with qtbot.assertNotEmitted(notices.start_wished):
        service.press(number + 1, "start")
        with qtbot.waitSignal(notices.open_wished, timeout=2000):
            service.press(number, "default")


def test_the_second_takes_the_place_of_the_first_until_it_is_withdrawn(
    qtbot: QtBot, notices: Notices, service
) -> None:
    number = say(qtbot, notices, service)
    assert notices.say("Time for your exercises", "")
    assert service.next_call()[1][1] == number
    qtbot.waitUntil(lambda: notices._shown != number)
    last = notices._shown
    notices.withdraw()
    assert service.next_call() == ("CloseNotification", (last,))
    notices.withdraw()
    assert notices.say("Time for your exercises", "")
    assert service.next_call()[1][1] == 0


def test_a_service_that_refuses_is_told(qtbot: QtBot, bus: str, notices: Notices) -> None:
    service = FakeNotificationService(refuses=True)
    with qtbot.waitSignal(notices.failed, timeout=2000):
        assert notices.say("Time for your exercises", "")
    service.close()


def test_without_a_service_or_without_a_bus_nothing_can_be_shown(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, notices: Notices
) -> None:
    for address in ("unix:path=/no-bus-here", "tcp:host=localhost", "nonsense"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert not notices.is_there
        assert not notices.say("Time for your exercises", "")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not notices.is_there
    notices.withdraw()


def test_a_bus_that_ends_ends_the_notices_and_nothing_else(qtbot: QtBot, notices: Notices) -> None:
    with own_bus():
        service = FakeNotificationService()
        say(qtbot, notices, service)
        service.close()
    qtbot.waitUntil(lambda: notices._bus is None)
    assert not notices.say("Time for your exercises", "")
    with own_bus():
        service = FakeNotificationService()
        assert say(qtbot, notices, service)
        service.close()
