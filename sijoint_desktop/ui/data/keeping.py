"""Keeps copies of the data, goes back to one, and erases everything, each after a question."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.data.office import Office
from sijoint_desktop.ui.style.buttons import ButtonKind

if TYPE_CHECKING:
    from sijoint_desktop.ui.data.dialogs import CopiesDialog

_GOING_BACK = (
    mark("Sessions and entries made since then are no longer shown."),
    mark("What is here now is kept as a copy, so you can go back to it."),
    mark("Checks, and what keeps exercise closed, stay."),
)
_ERASING = (
    mark("Sessions, entries, checks, settings and every copy are deleted from this computer."),
    mark("Nobody can bring them back."),
    mark("Files that you exported elsewhere, and exercise files of your own, stay."),
)


class Keeping(QObject):
    """Copies, restores and erases; ``erased`` comes when nothing is left."""

    erased = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self._copies: CopiesDialog | None = None

    def back_up(self) -> None:
        """Make a copy now."""
        self._office.work.begin(
            tr("Making a copy"),
            self._office.data.back_up,
            self._on_backed_up,
            partial(self._office.fault, tr("No copy was made")),
        )

    def _on_backed_up(self, copy: object) -> None:
        self._office.say(
            tr("There is a copy of your history"), tr("It is {copy}.", copy=copy), "soft"
        )
        if self._copies is not None:
            self._copies.show_copies(self._office.data.copies())

    def show_copies(self) -> None:
        """Open the list of copies."""
        from sijoint_desktop.ui.data.dialogs import CopiesDialog  # noqa: PLC0415 - when wanted

        style = self._office.services.style
        self._copies = CopiesDialog(
            self._office.data.copies(), style=style, parent=self._office.over
        )
        self._copies.chosen.connect(self.restore)
        self._copies.file_wished.connect(self._on_other_copy)
        self._copies.copy_wished.connect(self.back_up)
        self._copies.finished.connect(self._on_copies_closed)
        self._copies.open()

    def restore(self, copy: Path) -> None:
        """Ask, then put a copy in the place of what is on record."""
        lines = [
            tr("Your history becomes as it was in {copy}.", copy=copy.name),
            *(tr(line) for line in _GOING_BACK),
        ]
        asked = self._office.ask(tr("Go back to this copy?"), lines, tr("Go back"))
        asked.accepted.connect(partial(self._on_restore, copy))

    def _on_restore(self, copy: Path) -> None:
        if self._office.is_busy():
            return
        if self._copies is not None:
            self._copies.accept()
        self._office.data.let_go()
        self._office.work.begin(
            tr("Going back to the copy"),
            partial(self._office.data.restore, copy),
            self._on_restored,
            self._on_not_restored,
        )

    def _on_restored(self, before: object) -> None:
        self._office.take_up()
        text = tr("Every check was kept.")
        if before:
            text = tr("Every check was kept. What was here before is kept as {copy}.", copy=before)
        self._office.say(tr("Your history is that of the copy"), text, "soft")

    def _on_not_restored(self, fault: str) -> None:
        self._office.data.take_up()
        self._office.fault(tr("Nothing was changed"), fault)

    def _on_other_copy(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._office.over,
            tr("Choose a copy"),
            str(self._office.services.data_folder),
            tr("Copies (*.db)"),
        )
        if name:
            self.restore(Path(name))

    def _on_copies_closed(self, _result: int) -> None:
        self._copies = None

    def erase(self) -> None:
        """Ask for the word, then delete everything of the person's."""
        from sijoint_desktop.ui.data.dialogs import ERASE_WORD  # noqa: PLC0415 - when wanted

        asked = self._office.ask(
            tr("Erase everything?"),
            [tr(line) for line in _ERASING],
            tr("Erase everything"),
            kind=ButtonKind.DANGER,
            word=tr(ERASE_WORD),
        )
        asked.accepted.connect(self._on_erase)

    def _on_erase(self) -> None:
        if self._office.is_busy():
            return
        self._office.data.let_go()
        self._office.work.begin(
            tr("Erasing"), self._office.data.erase, self._on_erased, self._on_not_erased
        )

    def _on_not_erased(self, fault: str) -> None:
        self._office.take_up()  # a part of it may be gone
        self._office.fault(tr("Not everything was erased"), fault)

    def _on_erased(self, _nothing: object) -> None:
        self.erased.emit()
