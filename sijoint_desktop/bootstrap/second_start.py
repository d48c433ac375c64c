"""What a second start with the same data says instead of opening a window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from sijoint_desktop.cli.ports import PROGRAM


def already_open(folder: Path) -> str:
    """Return the sentence for a second start with the same data."""
    return f"SI Joint Desktop is already open with the data in {folder}."


def say_on_stderr(sentence: str) -> None:
    """Write a sentence to standard error, where the program has one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{PROGRAM}: {sentence}\n")


def message_window(sentence: str) -> QMessageBox:
    """Return a small window with one sentence and one button; it needs a QApplication."""
    box = QMessageBox(
        QMessageBox.Icon.Information,
        "SI Joint Desktop",
        sentence,
        QMessageBox.StandardButton.Close,
    )
    box.setInformativeText("Go on in the window that is open, or close it first.")
    return box
