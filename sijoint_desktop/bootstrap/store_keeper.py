"""Opens the store when something is to be stored, since SQLAlchemy is slow to load."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sijoint_desktop.bootstrap.loader import Loader
from sijoint_desktop.core.errors import UserError

if TYPE_CHECKING:
    from sijoint_desktop.app.recording import Recorder
    from sijoint_desktop.player.clock import Clock
    from sijoint_desktop.store.database import Database
    from sijoint_desktop.ui.bridge import Bridge

_STORE = "sijoint_desktop.store.database"


class StoreKeeper(QObject):
    """Opens the store when it is needed, and says in plain words where that fails."""

    def __init__(
        self, path: Path, bridge: "Bridge", clock: "Clock", say: Callable[[str, str], None]
    ) -> None:
        super().__init__(bridge)
        self.bridge = bridge
        self._path = path
        self._clock = clock
        self._say = say
        self._database: Database | None = None
        self._loader = Loader(_STORE, self)
        self._loader.loaded.connect(self._on_loaded)

    def glance(self) -> "tuple[object, ...] | None":
        """Show the stored sessions quickly; where that is not enough, begin to open the store."""
        from sijoint_desktop.store.glance import glance  # noqa: PLC0415

        seen = glance(self._path)
        if seen is None:
            self.prepare()
        else:
            self.bridge.open_with(lambda: seen)
        return seen

    def prepare(self) -> None:
        """Begin to load the store in the background."""
        self._loader.begin()

    def recorder(self) -> "Recorder":
        """Return what stores a session; raises UserError where nothing can be stored."""
        from sijoint_desktop.app.recording import Recorder  # noqa: PLC0415

        return Recorder(self._open().sessions, self._clock)

    def export_document(self) -> dict[str, object]:
        """Return everything recorded for a JSON file; raises UserError where it is not readable."""
        from sijoint_desktop.app.interchange import export_json  # noqa: PLC0415
        from sijoint_desktop.history.archive import Archive  # noqa: PLC0415

        stored = self._open().archive() if self._path.exists() else Archive()
        return export_json(stored, self._clock.now())

    def close(self) -> None:
        """Let go of the file."""
        self._loader.wait()
        if self._database is not None:
            self._database.close()

    def _on_loaded(self) -> None:
        try:
            self._open()
        except UserError as fault:
            self.bridge.fail()
            self._say("Your history cannot be opened", str(fault))

    def _open(self) -> "Database":
        if self._database is None:
            from sijoint_desktop.app.recording import Recorder  # noqa: PLC0415

            self._loader.wait()
            opened: Database = importlib.import_module(_STORE).open_database(self._path)
            recorder = Recorder(opened.sessions, self._clock)
            for cut_off in () if opened.read_only else recorder.unfinished():
                recorder.close_cut_off(cut_off.id)
            self._database = opened
            for notice in opened.notices:
                self._say("Your history", notice)
            self.bridge.open_with(opened.sessions.sessions)
        return self._database
