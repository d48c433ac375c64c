"""What the window does with the data as a whole: files out and in, copies, and erasing.

Everything that takes time may be called from a thread; it opens the database for itself.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sijoint_desktop.bootstrap.data_commands import StoredData
from sijoint_desktop.bootstrap.store_keeper import StoreKeeper

if TYPE_CHECKING:
    from sijoint_desktop.app.copies import Backup
    from sijoint_desktop.app.merge import Changes
    from sijoint_desktop.history.archive import Archive


class WindowData(QObject):
    """Stands behind DataPort; ``noticed`` carries what opening the database had to say."""

    noticed = Signal(str)

    def __init__(self, folder: Path, keeper: StoreKeeper) -> None:
        super().__init__(keeper)
        self._stored = StoredData(folder)
        self._keeper = keeper

    def archive(self) -> "Archive":
        """Return everything on record."""
        return self._stored.archive(self.noticed.emit)

    def rehearse(self, theirs: "Archive") -> "Changes":
        """Return what joining an archive with what is on record would change."""
        return self._stored.merge(theirs, True, self.noticed.emit)

    def merge(self, theirs: "Archive") -> "Changes":
        """Join an archive with what is on record, after a copy where it changes anything."""
        return self._stored.merge(theirs, False, self.noticed.emit)

    def copies(self) -> "tuple[Backup, ...]":
        """Return the copies that are kept, the newest first."""
        return self._stored.copies()

    def back_up(self) -> Path:
        """Make a copy now, or return the newest one where nothing changed since."""
        return self._stored.back_up()

    def restore(self, copy: Path) -> Path | None:
        """Put a copy in the place of the database; return what was there before."""
        return self._stored.put_back(copy)

    def erase(self) -> None:
        """Delete everything of the person's, copies included."""
        self._stored.erase()

    def let_go(self) -> None:
        """Let go of the database before it is replaced; from the window's own thread."""
        self._keeper.close()

    def take_up(self) -> None:
        """Read the database that is there now; from the window's own thread."""
        self._keeper.reopen()
