"""What every wish about the data as a whole needs: a worker, a question, a message."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.core.language import capital, tr
from sijoint_desktop.ui.data.work import Work
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.style.buttons import ButtonKind

if TYPE_CHECKING:
    from sijoint_desktop.ui.data.dialogs import Ask

Say = Callable[[str, str, str], None]
"""Shows a message: heading, text, and level, such as "amber" or "soft"."""


class Office(QObject):
    """Does one job at a time over a window, and says in it how it went.

    ``replaced`` comes when other data has taken the place of what was on record. ``asked`` is the
    question that is open, or was last.
    """

    replaced = Signal()

    def __init__(self, services: Services, over: QWidget, say: Say) -> None:
        super().__init__(over)
        self.services = services
        self.data = services.data
        self.over = over
        self.say = say
        self.asked: Ask | None = None
        self.work = Work(over, style=services.style)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.work.wait)

    def ask(
        self,
        heading: str,
        lines: Sequence[str],
        verb: str,
        *,
        kind: ButtonKind = ButtonKind.PRIMARY,
        word: str = "",
    ) -> "Ask":
        """Open a question, and return it."""
        from sijoint_desktop.ui.data.dialogs import Ask  # noqa: PLC0415 - when wanted

        style = self.services.style
        self.asked = Ask(heading, lines, verb, style=style, kind=kind, word=word, parent=self.over)
        self.asked.open()
        return self.asked

    def is_busy(self) -> bool:
        """Tell whether another job is being done, and say so."""
        if self.work.is_running:
            self.say(
                tr("Something is still being done"),
                tr("Wait for its end, then try again."),
                "amber",
            )
        return self.work.is_running

    def take_up(self) -> None:
        """Read the database that is there now, and tell the others."""
        self.data.take_up()
        self.replaced.emit()

    def fault(self, heading: str, sentence: str) -> None:
        """Say that something was not possible, and why."""
        self.say(heading, capital(sentence), "amber")
