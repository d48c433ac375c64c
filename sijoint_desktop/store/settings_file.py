"""Keeps the settings in a small file of their own, so that they survive whatever befalls the rest.

The file is plain JSON. It is written whole or not at all; one that cannot be read is set aside and
the program starts with its defaults, and says so.
"""

import contextlib
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.settings.options import Settings, defaults, read_values

FILE_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as read, and a message for the person if something was not as it should be."""

    settings: Settings
    message: str = ""


class SettingsFile:
    """Reads and writes the settings file of a data folder."""

    def __init__(self, folder: Path, *, paper: str = "a4") -> None:
        self._folder = folder
        self._paper = paper

    @property
    def path(self) -> Path:
        """Where the settings are kept."""
        return self._folder / FILE_NAME

    def load(self) -> LoadedSettings:
        """Return the settings; a missing file means defaults, a bad one defaults and a message."""
        try:
            raw = json.loads(self.path.read_text(encoding="utf-8"))
            if not isinstance(raw, dict):
                raise TypeError("not a table")  # noqa: TRY301 - handled like any damaged file
        except FileNotFoundError:
            return LoadedSettings(defaults(paper=self._paper))
        except OSError as fault:
            reason = fault.strerror or str(fault)
            message = tr(
                "Your settings could not be read ({reason}). The usual ones are used.",
                reason=reason,
            )
            return LoadedSettings(defaults(paper=self._paper), message)
        except (ValueError, TypeError, RecursionError):
            return LoadedSettings(defaults(paper=self._paper), self._set_aside())
        settings, faults = read_values(raw, paper=self._paper)
        return LoadedSettings(settings, _sentence(faults))

    def save(self, settings: Settings) -> None:
        """Write the settings; raises UserError, and leaves the old file, if that fails."""
        text = json.dumps({**settings.unknown, **settings.values}, indent=2, ensure_ascii=False)
        import tempfile  # noqa: PLC0415 - loads much that a start does not need

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # mkstemp makes a file that only its owner can read
            handle, scratch = tempfile.mkstemp(dir=self._folder, prefix=".settings-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text + "\n")
                    file.flush()
                    os.fsync(file.fileno())
                Path(scratch).replace(self.path)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(scratch).unlink()
                raise
        except OSError as fault:
            reason = fault.strerror or str(fault)
            raise UserError(
                tr(
                    "Your settings could not be saved ({reason}). They hold until you close the "
                    "window.",
                    reason=reason,
                )
            ) from fault

    def _set_aside(self) -> str:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        target = self._folder / f"settings-damaged-{stamp}.json"
        try:
            self.path.replace(target)
        except OSError:
            return tr("Your settings file is damaged. The usual settings are used.")
        return tr(
            "Your settings file was damaged, so the usual settings are used. The old file is kept "
            "as {file}.",
            file=target.name,
        )


def _sentence(faults: tuple[str, ...]) -> str:
    if not faults:
        return ""
    return tr(
        "Some settings were not valid and are back to usual: {faults}.", faults="; ".join(faults)
    )
