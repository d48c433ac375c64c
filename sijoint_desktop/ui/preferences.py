"""The settings as the window sees them: one value, a way to change it, and word of each change."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import (
    BY_KEY,
    Settings,
    Value,
    back_to_defaults,
    defaults,
)


class Preferences(QObject):
    """Holds the present settings and saves each change at once.

    ``changed`` carries the key of the option. A change that cannot be saved holds all the same,
    and ``failed`` carries the sentence that says so.
    """

    changed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        *,
        paper: str = "a4",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self._paper = paper

    @property
    def settings(self) -> Settings:
        """The settings that hold now."""
        return self._settings

    @property
    def defaults(self) -> Settings:
        """What holds until the person chooses otherwise."""
        return defaults(paper=self._paper)

    def set(self, key: str, value: Value) -> None:
        """Change one option; raises UserError for a value that does not fit."""
        self.replace(self._settings.changed(key, value))

    def replace(self, settings: Settings) -> None:
        """Put other settings in place, for example to undo a change."""
        before, self._settings = self._settings, settings
        keys = [key for key in BY_KEY if before.values[key] != settings.values[key]]
        if not keys:
            return
        self._write()
        for key in keys:
            self.changed.emit(key)

    def reset(self, keys: Iterable[str] | None = None) -> Settings:
        """Go back to the defaults of some options, or of all; return what was set before."""
        before = self._settings
        self.replace(back_to_defaults(before, keys, paper=self._paper))
        return before

    def _write(self) -> None:
        try:
            self._save(self._settings)
        except UserError as fault:
            self.failed.emit(str(fault))
