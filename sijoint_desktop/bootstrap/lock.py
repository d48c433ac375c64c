"""Keeps a data folder to one window: a second one would end the session of the first."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from sijoint_desktop.store.files import ensure_folder

LOCK_NAME = "window.lock"


class FolderLock:
    """The claim of an open window on its data folder; that of a killed program is taken over."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = QLockFile(str(folder / LOCK_NAME))
        self._file.setStaleLockTime(0)  # a window that is open for days keeps its claim

    def take(self) -> bool:
        """Claim the folder, made where it is missing; False where another window has it.

        A folder that cannot be written needs no claim, since nothing can be stored in it.
        """
        try:
            ensure_folder(self._folder)
        except OSError:
            return True
        taken = self._file.tryLock(0)
        return taken or self._file.error() is not QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Give the folder free, if it was claimed."""
        self._file.unlock()
