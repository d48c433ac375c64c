"""Lets the program start when the person logs in, by the custom of each system.

Linux has a desktop entry in a folder (the XDG autostart specification), macOS a property list for
launchd, Windows a value in the registry. What stands there holds, also where it was changed by
hand or by another program; the setting follows it.
"""

import contextlib
import hashlib
import os
import plistlib
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import list2cmdline
from typing import Protocol

from PySide6.QtCore import QObject, QSettings

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import reason, write_bytes
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.preferences import Preferences

_ID = "io.github.sijoint.Desktop"
_RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_SWITCHED_OFF = ("Hidden=true", "X-GNOME-Autostart-enabled=false")
_FLATPAK_MARK = Path("/.flatpak-info")


class Entry(Protocol):
    """What makes a system start the program at log-in."""

    def is_there(self) -> bool:
        """Tell whether the system would start it."""
        ...

    def write(self) -> None:
        """Put the entry there, or anew; raises UserError where that fails."""
        ...

    def remove(self) -> None:
        """Take the entry away; raises UserError where that fails."""
        ...


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file with ``content`` that the system looks for; lines of ``off`` in it switch it off."""

    path: Path
    content: bytes
    off: Sequence[str] = ()

    def is_there(self) -> bool:
        """Tell whether the file is there and not switched off."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        return not any(line.replace(" ", "") in self.off for line in lines)

    def write(self) -> None:
        """Write the file, with its folder where that is missing."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                tr(
                    "{place}: cannot be made, so the program cannot start with the computer: "
                    "{reason}",
                    place=self.path.parent,
                    reason=reason(error),
                )
            ) from None
        write_bytes(self.path, self.content)

    def remove(self) -> None:
        """Delete the file."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(
                tr(
                    "{place}: cannot be deleted, so the program goes on starting with the "
                    "computer: {reason}",
                    place=self.path,
                    reason=reason(error),
                )
            ) from None


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """A value of the registry key whose commands Windows starts; ``open_key`` opens the key."""

    name: str
    command: str
    open_key: Callable[[], QSettings]

    def is_there(self) -> bool:
        """Tell whether the value is there."""
        return self.open_key().contains(self.name)

    def write(self) -> None:
        """Set the value."""
        key = self.open_key()
        key.setValue(self.name, self.command)
        self._sync(key)

    def remove(self) -> None:
        """Delete the value."""
        key = self.open_key()
        key.remove(self.name)
        self._sync(key)

    def _sync(self, key: QSettings) -> None:
        key.sync()
        if key.status() is not QSettings.Status.NoError:
            raise UserError(
                tr(
                    "{place}: cannot be written, so nothing changes in how the program starts. "
                    "Your computer may be managed by somebody else.",
                    place=key.fileName(),
                )
            )


@dataclass(frozen=True, slots=True)
class NoEntry:
    """Stands where the program may not make itself start."""

    sentence: str

    def is_there(self) -> bool:
        """Tell that nothing is."""
        return False

    def write(self) -> None:
        """Say what to do instead."""
        raise UserError(tr(self.sentence))

    def remove(self) -> None:
        """Leave all as it is."""


def autostart_entry(
    folder: Path | None,
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Path | None = None,
    sealed: bool | None = None,
) -> Entry:
    """Return the entry of this system for a data folder; None stands for the usual one.

    ``sealed`` tells that the program runs in a Flatpak, whose folders the desktop does not read.
    """
    home = home or Path.home()
    name = _ID
    if folder is not None:  # each data folder has an entry of its own
        name += "." + hashlib.sha256(str(folder).encode()).hexdigest()[:8]
    command = start_command(folder, environment)
    if platform == "win32":
        return RegistryEntry(name, list2cmdline(command), _open_run_key)
    if platform == "darwin":
        job = {"Label": name, "ProgramArguments": list(command), "RunAtLoad": True}
        return FileEntry(home / "Library/LaunchAgents" / f"{name}.plist", plistlib.dumps(job))
    if _FLATPAK_MARK.exists() if sealed is None else sealed:
        return NoEntry(
            mark(
                "A Flatpak cannot start itself. Add SI Joint Desktop to the programs that start at "
                "log-in in the settings of your desktop."
            )
        )
    base = Path(environment.get("XDG_CONFIG_HOME", ""))
    base = base if base.is_absolute() else home / ".config"
    text = desktop_entry(command)
    return FileEntry(base / "autostart" / f"{name}.desktop", text.encode(), _SWITCHED_OFF)


def start_command(folder: Path | None, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words that start this program unseen with a data folder."""
    image = environment.get("APPIMAGE", "")
    if image:  # what it runs from is gone when it ends
        program: tuple[str, ...] = (image,)
    elif getattr(sys, "frozen", False):
        program = (sys.executable,)
    else:
        program = (sys.executable, "-m", "sijoint_desktop")
    data = () if folder is None else ("--data-dir", str(folder))
    return (*program, *data, "--background")


def desktop_entry(command: Sequence[str]) -> str:
    """Return the text of a desktop entry that starts a command at log-in."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=SI Joint Desktop",
        f"Exec={' '.join(map(_quoted, command))}",
        f"TryExec={_escaped(command[0])}",  # nothing is started once the program is gone
        f"Icon={_ID}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


class AutostartKeeper(QObject):
    """Joins the option with what makes the system start the program; faults go to ``say``."""

    def __init__(
        self,
        preferences: Preferences,
        entry: Entry,
        say: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._entry = entry
        self._say = say
        there = entry.is_there()
        preferences.set("autostart", there)
        if there:  # the program may stand elsewhere since
            with contextlib.suppress(UserError):
                entry.write()
        preferences.changed.connect(self._on_preference)

    def forget(self) -> None:
        """Take the entry away, since everything is erased."""
        with contextlib.suppress(UserError):
            self._entry.remove()

    def _on_preference(self, key: str) -> None:
        wanted = self._preferences.settings.flag("autostart")
        if key != "autostart" or wanted == self._entry.is_there():
            return
        try:
            (self._entry.write if wanted else self._entry.remove)()
        except UserError as fault:
            self._say(tr("Start with the computer"), str(fault))
            self._preferences.set("autostart", not wanted)


def _open_run_key() -> QSettings:
    return QSettings(_RUN_KEY, QSettings.Format.NativeFormat)


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _quoted(word: str) -> str:
    """Return a word of an Exec line, as the desktop entry specification quotes it."""
    for letter in ("\\", '"', "`", "$"):
        word = word.replace(letter, f"\\{letter}")
    return _escaped('"{}"'.format(word.replace("%", "%%")))
