"""Notices when a file is saved, whatever way an editor has of saving."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLE_MS = 80  # an editor writes a file in several steps


class FileWatcher(QObject):
    """Tells by ``saved`` that a file was written, replaced or put back after it was gone.

    Many editors write a new file and put it in the place of the old one, and then a watch on the
    file alone ends. So its folder is watched as well.
    """

    saved = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path.resolve()
        self._seen = self._stamp()
        self._watcher = QFileSystemWatcher([str(self._path), str(self._path.parent)], self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)

    def _on_changed(self, _path: str) -> None:
        self._settle.start()

    def _look(self) -> None:
        if str(self._path) not in self._watcher.files() and self._path.exists():
            self._watcher.addPath(str(self._path))
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self.saved.emit()

    def _stamp(self) -> tuple[int, int, int] | None:
        """Return what changes with every save: the file's number, its time and its size."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size
