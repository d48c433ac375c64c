"""A screen, a session bus and the program on them, apart from the desktop of whoever runs this.

`python3 dev.py accessibility` installs what is missing of them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

_PATIENCE_S = 20


@contextmanager
def running_program(data: Path) -> Iterator[str]:
    """Start screen, buses and program; yield the address of the accessibility bus."""
    with ExitStack() as ending:
        home = ending.enter_context(tempfile.TemporaryDirectory(prefix="sij"))  # sockets: short
        env = {
            **{key: value for key, value in os.environ.items() if not key.startswith("XDG_")},
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "en",
            "SPEECHD_ADDRESS": "unix_socket:no-speech-in-tests",
        }
        env["DISPLAY"] = f":{ending.enter_context(_screen(env))}"
        env["DBUS_SESSION_BUS_ADDRESS"] = ending.enter_context(_session_bus(env))
        address = _accessibility_bus(env["DBUS_SESSION_BUS_ADDRESS"])
        env |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = [sys.executable, "-m", "sijoint_desktop", "--data-dir", os.fspath(data)]
        ending.enter_context(_process(program, env))
        yield address


@contextmanager
def _screen(env: Mapping[str, str]) -> Iterator[str]:
    """Start an X server that nobody sees; yield its number, which it chose itself."""
    told, tells = os.pipe()
    command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with _process(command, env, pass_fds=(tells,)):
        os.close(tells)
        with os.fdopen(told) as number:
            yield number.readline().strip()


@contextmanager
def _session_bus(env: Mapping[str, str]) -> Iterator[str]:
    """Start a session bus; yield its address."""
    told, tells = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", f"--print-address={tells}"]
    with _process(command, env, pass_fds=(tells,)):
        os.close(tells)
        with os.fdopen(told) as address:
            yield address.readline().strip()


def _accessibility_bus(session: str) -> str:
    """Ask the session for its accessibility bus, which starts it; return its address."""
    asked = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    with open_dbus_connection(session) as bus:
        answer = bus.send_and_get_reply(new_method_call(asked, "GetAddress"), timeout=_PATIENCE_S)
    if answer.header.message_type is not MessageType.method_return:
        raise LookupError(f"at-spi2-core does not start: {answer.body}")
    return str(answer.body[0])


@contextmanager
def _process(
    command: list[str], env: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    process = subprocess.Popen(
        command, env=env, pass_fds=pass_fds, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(_PATIENCE_S)
