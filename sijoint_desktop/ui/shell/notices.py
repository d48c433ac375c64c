"""Shows a notification through the service of a Linux desktop, over D-Bus.

The tray of Qt shows nothing where a desktop has no tray, and its own D-Bus module cannot send the
numbers that this service wants; so the messages are written with jeepney.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QImage

from sijoint_desktop.core.language import tr

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PATIENCE_S = 1.0
_PICTURE_PX = 48
# none answers, none is named, or the name is not that of a socket
_NO_BUS = (OSError, KeyError, ValueError, RuntimeError)
_PROGRAM, _DESKTOP_ENTRY = "SI Joint Desktop", "io.github.sijoint.Desktop"


class Notices(QObject):
    """One notification at a time; a new one takes the place of the last.

    A press on it is ``open_wished``, its button ``start_wished``; ``failed`` comes where the
    service did not take it.
    """

    open_wished = Signal()
    start_wished = Signal()
    failed = Signal()

    def __init__(self, picture: QImage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._bus: DBusConnection | None = None
        self._ear: QSocketNotifier | None = None
        self._asked = 0  # the serial of the call whose answer is awaited
        self._shown = 0  # the service's number for what it shows

    @property
    def is_there(self) -> bool:
        """Whether this desktop shows notifications; it is asked each time, and may take a second.

        A service that is started when it is needed counts.
        """
        if sys.platform != "linux":
            return False
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - Linux only
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

        daemon = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus")
        daemon = daemon.with_interface("org.freedesktop.DBus")
        try:
            with open_dbus_connection(auth_timeout=_PATIENCE_S) as bus:
                for question in ("ListNames", "ListActivatableNames"):
                    call = new_method_call(daemon, question)
                    if _NAME in bus.send_and_get_reply(call, timeout=_PATIENCE_S).body[0]:
                        return True
        except _NO_BUS:
            return False
        return False

    def say(self, heading: str, text: str) -> bool:
        """Ask for a notification and return at once; False where there is no service."""
        if not self.is_there or not self._listen():
            return False
        actions = ["default", tr("Open", "window"), "start", tr("Start")]
        hints = {"desktop-entry": ("s", _DESKTOP_ENTRY), "image-data": self._picture_hint()}
        fields = (_PROGRAM, self._shown, "", heading, text, actions, hints, -1)
        return self._send("Notify", "susssasa{sv}i", fields)

    def withdraw(self) -> None:
        """Take away what is shown, since it has been followed."""
        if self._shown:
            self._send("CloseNotification", "u", (self._shown,))
            self._shown = 0

    def close(self) -> None:
        """Let go of the bus."""
        if self._ear is not None:
            self._ear.setEnabled(False)
            self._ear.deleteLater()
        if self._bus is not None:
            self._bus.close()
        self._bus = self._ear = None
        self._asked = self._shown = 0

    def _listen(self) -> bool:
        """Connect, and hear of every press from now on; tell whether that went well."""
        if self._bus is not None:
            return True
        from jeepney import MatchRule, message_bus  # noqa: PLC0415 - as above
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

        presses = MatchRule(type="signal", interface=_NAME, member="ActionInvoked", path=_PATH)
        try:
            self._bus = open_dbus_connection(auth_timeout=_PATIENCE_S)
            call = message_bus.AddMatch(presses)
            self._bus.send_and_get_reply(call, timeout=_PATIENCE_S)
        except _NO_BUS:
            self.close()
            return False
        self._ear = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._on_heard)
        return True

    def _send(self, method: str, signature: str, fields: tuple[object, ...]) -> bool:
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - as above

        if self._bus is None:
            return False
        service = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        serial = next(self._bus.outgoing_serial)
        try:
            self._bus.send(new_method_call(service, method, signature, fields), serial=serial)
        except OSError:  # the bus has ended
            self.close()
            return False
        if method == "Notify":
            self._asked = serial
        return True

    def _on_heard(self) -> None:
        try:
            while self._bus is not None:
                self._take(self._bus.receive(timeout=0))
        except TimeoutError:  # all has been read
            return
        except OSError:  # the bus has ended
            self.close()

    def _take(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415 - as above

        kind, fields = message.header.message_type, message.header.fields
        if kind is MessageType.signal and fields.get(HeaderFields.member) == "ActionInvoked":
            number, action = message.body
            if number == self._shown:
                (self.start_wished if action == "start" else self.open_wished).emit()
        elif fields.get(HeaderFields.reply_serial) == self._asked:
            if kind is MessageType.error:
                self.failed.emit()
            else:
                [self._shown] = message.body

    def _picture_hint(self) -> tuple[str, tuple[object, ...]]:
        """Return the picture as the service takes it: size, row length, alpha, bits, pixels."""
        size = (_PICTURE_PX, _PICTURE_PX)
        image = self._picture.scaled(*size).convertToFormat(QImage.Format.Format_RGBA8888)
        pixels = bytes(image.constBits())
        return "(iiibiiay)", (*size, image.bytesPerLine(), True, 8, 4, pixels)
