"""Lets Undo and Redo of the Edit menu work on what the open page has changed."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from sijoint_desktop.ui.main_window import MainWindow


class Steps(Protocol):
    """Changes that can be taken back; the words are empty where there is none."""

    @property
    def changed(self) -> SignalInstance:
        """The signal that comes after each change and each way back."""
        ...

    @property
    def undo_words(self) -> str:
        """What would be taken back now."""
        ...

    @property
    def redo_words(self) -> str:
        """What would be done again now."""
        ...

    def undo(self) -> None:
        """Take the last step back."""
        ...

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        ...


class WayBack(QObject):
    """Asks the steps of the open page, and ``usual`` where it has none of its own."""

    def __init__(self, window: MainWindow, usual: Steps) -> None:
        super().__init__(window)
        self._window = window
        self._usual = usual
        self._by_page: dict[str, Steps] = {}
        usual.changed.connect(self._show)
        window.page_opened.connect(self._on_page_opened)
        window.menus.undo_wished.connect(self._on_undo)
        window.menus.redo_wished.connect(self._on_redo)

    def add(self, steps: Steps, pages: Iterable[str]) -> None:
        """Let these steps be taken back while one of these pages is open."""
        self._by_page.update(dict.fromkeys(pages, steps))
        steps.changed.connect(self._show)

    @property
    def _steps(self) -> Steps:
        return self._by_page.get(self._window.current, self._usual)

    def _show(self) -> None:
        self._window.menus.show_steps(self._steps.undo_words, self._steps.redo_words)

    def _on_page_opened(self, _key: str) -> None:
        self._show()

    def _on_undo(self) -> None:
        self._steps.undo()

    def _on_redo(self) -> None:
        self._steps.redo()
