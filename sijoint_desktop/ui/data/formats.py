"""The forms in which the data leaves the program."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sijoint_desktop.app.fhir import export_fhir
from sijoint_desktop.app.interchange import export_json
from sijoint_desktop.app.spreadsheet import export_csv
from sijoint_desktop.core.files import replacing
from sijoint_desktop.core.language import mark
from sijoint_desktop.history.archive import Archive


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file: what a menu calls it, how its name ends, and what makes its text.

    Its words are marked English ones.
    """

    words: str
    ending: str
    kind: str
    text: Callable[[Archive, datetime], str]

    def write(self, path: Path, archive: Archive, now: datetime) -> None:
        """Write everything to a file, whole or not at all; raises UserError."""
        with replacing(path) as draft:
            draft.write_text(self.text(archive, now), encoding="utf-8", newline="")


def _json(archive: Archive, now: datetime) -> str:
    document = export_json(archive, now)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _csv(archive: Archive, _now: datetime) -> str:
    return export_csv(archive)


def _fhir(archive: Archive, now: datetime) -> str:
    return json.dumps(export_fhir(archive, now), ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Format] = {
    "json": Format(
        mark("Everything, for this program (JSON)\u2026"), ".json", "JSON (*.json)", _json
    ),
    "csv": Format(
        mark("A table for a spreadsheet (CSV)\u2026"), ".csv", mark("Table (*.csv)"), _csv
    ),
    "fhir": Format(
        mark("Pain scores for a health record (FHIR)\u2026"), "-fhir.json", "FHIR (*.json)", _fhir
    ),
}
"""The forms by the key that menus and buttons name them with."""
