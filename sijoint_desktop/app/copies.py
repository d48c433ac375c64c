"""What a copy of the history is, wherever it is kept."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.language import mark, tr


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy on disk, its local date, and what it was made before, such as "import"."""

    path: Path
    day: date
    before: str = ""

    @property
    def words(self) -> str:
        """The copy in words, such as "22 November 2026, before an import"."""
        day = date_in_words(self.day)
        return tr(_BEFORE[self.before], date=day) if self.before in _BEFORE else day


_BEFORE = {
    "import": mark("{date}, before an import"),
    "restore": mark("{date}, before going back to a copy"),
}
