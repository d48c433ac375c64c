"""A desktop's bus of a test's own, and a service on it that keeps the notifications it is sent."""

import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jeepney import (
    HeaderFields,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import Message
from jeepney.wrappers import DBusAddress

NAME = "org.freedesktop.Notifications"
HAS_BUS = shutil.which("dbus-daemon") is not None


@contextmanager
def own_bus() -> Iterator[str]:
    """Run a bus that nobody else is on; its address is that of the session meanwhile."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    before = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        try:
            yield os.environ["DBUS_SESSION_BUS_ADDRESS"]
        finally:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = before
            daemon.terminate()


class FakeNotificationService:
    """Stands for the notification service of a desktop; ``calls`` are what it was asked for."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.calls: queue.Queue[tuple[str, tuple[Any, ...]]] = queue.Queue()
        self._refuses = refuses
        self._bus = open_dbus_connection()
        self._bus.bus_proxy.RequestName(NAME)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def next_call(self) -> tuple[str, tuple[Any, ...]]:
        return self.calls.get(timeout=5)

    def press(self, number: int, action: str) -> None:
        """Press a button of a notification; "default" is the notification itself."""
        source = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
        self._bus.send(new_signal(source, "ActionInvoked", "us", (number, action)))

    def close(self) -> None:
        self._bus.send(self._stop())
        self._thread.join()
        self._bus.close()

    def _stop(self) -> Message:
        """Return a call to itself, since the thread waits for one."""
        here = DBusAddress("/", bus_name=self._bus.unique_name, interface="test.Stop")
        return new_method_call(here, "Stop")

    def _serve(self) -> None:
        number = 40
        while True:
            call = self._bus.receive()
            if call.header.message_type is not MessageType.method_call:
                continue
            name = call.header.fields[HeaderFields.member]
            if name == "Stop":
                return
            self.calls.put((name, call.body))
            number += 1
            if self._refuses:
                answer = new_error(call, "org.example.Refused")
            elif name == "Notify":
                answer = new_method_return(call, "u", (number,))
            else:
                answer = new_method_return(call)
            self._bus.send(answer)
