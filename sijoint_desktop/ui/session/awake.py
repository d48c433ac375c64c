"""Keeps the screen awake while a session runs, through wakepy."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 5 * 60 * 1000
"""How long a pause may last before the computer may sleep again."""


class AwakePort(Protocol):
    """What keeps the screen awake; nothing it does may raise or hold up the session."""

    def hold(self) -> None:
        """Keep the screen awake from now on."""
        ...

    def rest(self) -> None:
        """Let the computer sleep again soon, unless ``hold`` comes first."""
        ...

    def release(self) -> None:
        """Let the computer sleep again now."""
        ...


def presenting() -> AbstractContextManager[object]:
    """Return a context in which neither screen nor computer falls asleep, where that can be had.

    Where the process ends in any way, the system forgets the wish by itself.
    """
    from wakepy import keep  # noqa: PLC0415 - needed in a session only

    return keep.presenting(on_fail="pass")


class ScreenKeeper(QObject):
    """Holds the screen awake while a session runs, and for five minutes of a pause."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        context: Callable[[], AbstractContextManager[object]] = presenting,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._held: ExitStack | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.release)

    @property
    def holding(self) -> bool:
        """Whether the screen is kept awake now."""
        return self._held is not None

    def hold(self) -> None:
        """Keep the screen awake from now on."""
        self._pause.stop()
        if self._held is None:
            held = ExitStack()
            held.enter_context(self._context())
            self._held = held

    def rest(self) -> None:
        """Let the computer sleep again in five minutes, unless ``hold`` comes first."""
        if self._held is not None and not self._pause.isActive():
            self._pause.start()

    def release(self) -> None:
        """Let the computer sleep again now."""
        self._pause.stop()
        held, self._held = self._held, None
        if held is not None:
            held.close()
