"""Takes the data out of the program in files, and brings files in once their effect was shown."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from sijoint_desktop.core.language import capital, tr
from sijoint_desktop.ui.data.office import Office

if TYPE_CHECKING:
    from sijoint_desktop.app.merge import Changes
    from sijoint_desktop.history.archive import Archive


class Transfer(QObject):
    """Exports and imports."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self._theirs: Archive | None = None

    def export(self, key: str) -> None:
        """Ask for a file name and write everything recorded in one of the forms."""
        from sijoint_desktop.ui.data.formats import FORMATS  # noqa: PLC0415 - when wanted

        form = FORMATS[key]
        day = self._office.services.clock.now().date().isoformat()
        suggestion = str(_documents() / f"si-joint-{day}{form.ending}")
        name, _kind = QFileDialog.getSaveFileName(
            self._office.over, tr("Export your data"), suggestion, tr(form.kind)
        )
        if name:
            self.export_to(Path(name), key)

    def export_to(self, path: Path, key: str = "json") -> None:
        """Write everything recorded to a file, whole or not at all, and say how it went."""
        now = self._office.services.clock.now()

        def job() -> None:
            from sijoint_desktop.ui.data.formats import FORMATS  # noqa: PLC0415

            FORMATS[key].write(path, self._office.data.archive(), now)

        self._office.work.begin(
            tr("Exporting your data"),
            job,
            partial(self._on_done, tr("Your data was exported"), tr("It is in {path}.", path=path)),
            partial(self._office.fault, tr("Nothing was exported")),
        )

    def import_file(self) -> None:
        """Ask for a file and show what it would change."""
        name, _kind = QFileDialog.getOpenFileName(
            self._office.over,
            tr("Bring in data"),
            str(_documents()),
            tr("Exported history (*.json)"),
        )
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        """Read a file, show what it would change, and change it only after a yes."""

        def job() -> object:
            from sijoint_desktop.app.interchange import import_text  # noqa: PLC0415
            from sijoint_desktop.core.files import read_text  # noqa: PLC0415

            theirs = import_text(read_text(path), tr("The file {file}", file=path.name))
            return theirs, self._office.data.rehearse(theirs)

        fault = partial(self._office.fault, tr("Nothing was brought in"))
        self._office.work.begin(tr("Reading the file"), job, partial(self._on_read, path), fault)

    def _on_read(self, path: Path, read: object) -> None:
        from sijoint_desktop.app.merge_words import told  # noqa: PLC0415

        theirs, changes = cast("tuple[Archive, Changes]", read)
        lines = told(changes, done=False)
        if changes.is_empty:
            self._office.say(tr("There is nothing to bring in"), " ".join(lines), "soft")
            return
        self._theirs = theirs
        lines = [*map(capital, lines), tr("A copy of your history is made first.")]
        asked = self._office.ask(tr("Bring in {file}?", file=path.name), lines, tr("Bring in"))
        asked.accepted.connect(self._on_import)

    def _on_import(self) -> None:
        if self._theirs is None:
            return
        theirs, self._theirs = self._theirs, None
        self._office.work.begin(
            tr("Bringing in data"),
            partial(self._office.data.merge, theirs),
            self._on_imported,
            partial(self._office.fault, tr("Nothing was brought in")),
        )

    def _on_imported(self, changes: object) -> None:
        from sijoint_desktop.app.merge_words import told  # noqa: PLC0415

        lines = told(cast("Changes", changes), done=True)
        self._office.take_up()
        text = f"{capital('; '.join(lines))}."
        self._office.say(tr("Your data was brought in"), text, "soft")

    def _on_done(self, heading: str, text: str, _nothing: object) -> None:
        self._office.say(heading, text, "soft")


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
