"""What a report looks at: everything on record between two days, and the words for it."""

from datetime import date
from typing import TypeVar

from sijoint_desktop.content.library import Library
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.history.archive import Archive
from sijoint_desktop.history.consistency import counted
from sijoint_desktop.history.entries import Dated, PainEntry, Pause
from sijoint_desktop.triage.question import Catalogue

_D = TypeVar("_D", bound=Dated)


class Material:
    """The part of an archive from ``since`` to ``today``, both local dates and included."""

    def __init__(
        self, archive: Archive, library: Library, catalogue: Catalogue, since: date, today: date
    ) -> None:
        self._archive, self._library, self._since = archive, library, since
        self.today, self.catalogue = today, catalogue
        within = tuple(s for s in archive.sessions if since <= s.local_date <= today)
        self.sessions = counted(within)
        self.pains = self.all(PainEntry)
        days = [s.local_date for s in self.sessions] + [p.local_date for p in self.pains]
        self.first = min(days, default=None)

    def all(self, kind: type[_D]) -> tuple[_D, ...]:
        """Return the entries of a kind, the oldest first."""
        found = self._archive.all(kind)
        return tuple(entry for entry in found if self._since <= entry.local_date <= self.today)

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The pauses that reach into this time, whenever they were noted."""
        return tuple(
            pause
            for pause in self._archive.all(Pause)
            if pause.first_day <= self.today and (pause.last_day or self.today) >= self._since
        )

    def name(self, exercise: ExerciseId) -> str:
        """Return the name of an exercise, or its id where the library has it no more."""
        return self._library.get(exercise).name if exercise in self._library else str(exercise)
