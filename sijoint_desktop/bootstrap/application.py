"""The application object of Qt, and what the system says to it: display, country, memory."""

import contextlib
import gc
import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401 - makes the files under ":/" known to Qt
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr

# that of the desktop entry in packaging/linux
_APPLICATION_ID = "io.github.sijoint.Desktop"


def application() -> QApplication:
    """Return a new application object that carries the program's name."""
    app = QApplication(sys.argv[:1])
    name_application(app)
    return app


def name_application(app: QApplication) -> None:
    """Give the application names, an icon, and the desktop entry of its windows."""
    app.setApplicationName("sijoint-desktop")
    app.setApplicationDisplayName("SI Joint Desktop")
    app.setDesktopFileName(_APPLICATION_ID)
    app.setWindowIcon(QIcon(":/app.svg"))


def system_territory() -> str:
    """Return the two letters of the country that the computer is set to."""
    return QLocale.territoryToCode(QLocale.system().territory())


def give_back_memory() -> None:
    """Return memory that making a page has freed to the system; Linux keeps it otherwise."""
    import ctypes  # noqa: PLC0415 - numpy has loaded it by then

    gc.collect()
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # not every C library has it
            ctypes.CDLL(None).malloc_trim(0)


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether Qt has somewhere to show a window; it would end the process where not."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(environment.get(name) for name in named)


def require_display() -> None:
    """Raise UserError where a window cannot be shown."""
    if not has_display():
        raise UserError(
            tr("There is no display to open the window on. The commands need none: see --help.")
        )
