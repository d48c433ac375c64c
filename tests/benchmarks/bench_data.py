"""Measures ten years of data: opening, looking, exporting, copying, importing."""

import json
import math
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sijoint_desktop.app.interchange import export_json, import_json
from sijoint_desktop.app.spreadsheet import export_csv
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.store.backups import back_up_daily
from sijoint_desktop.store.database import Database, open_database
from sijoint_desktop.store.glance import glance
from tests.benchmarks.decade import make_years

EXPORT_BUDGET_S = 2.0
NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)


def measure(years: int, folder: Path) -> None:
    path = folder / f"{years}.db"
    make_years(path, years)
    print(f"{years} years: {path.stat().st_size / 1e6:.1f} MB")
    _timed("open, with the whole check", lambda: open_database(path).close())
    _timed("first look without SQLAlchemy", lambda: glance(path))
    with closing(open_database(path)) as database:
        _timed("read all sessions", database.sessions.sessions)
        _timed("read all pain entries", lambda: database.entries.all(PainEntry))
        export_s = _timed("export as JSON text", lambda: _export(database), tries=3)
        _timed("export as CSV", lambda: export_csv(database.archive()))
        text = _export(database)
    _timed("copy", lambda: back_up_daily(path, NOW.date()))
    with closing(open_database(folder / f"{years}-copy.db")) as fresh:
        _timed("import", lambda: fresh.merge(import_json(json.loads(text), "a.json")))
    if years <= 10 and export_s > EXPORT_BUDGET_S:
        raise SystemExit(f"the export took {export_s:.2f} s; budget {EXPORT_BUDGET_S} s")


def _export(database: Database) -> str:
    return json.dumps(export_json(database.archive(), NOW), separators=(",", ":"))


def _timed(what: str, work: Callable[[], object], tries: int = 1) -> float:
    """Return the seconds of the quickest try, since other programs use the computer too."""
    took = math.inf
    for _ in range(tries):
        began = time.perf_counter()
        work()
        took = min(took, time.perf_counter() - began)
    print(f"  {what}: {1000 * took:.0f} ms")
    return took


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for years in (1, 10):
            measure(years, Path(folder))


if __name__ == "__main__":
    main()
