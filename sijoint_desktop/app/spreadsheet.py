"""Puts sessions and pain entries into one table that spreadsheets and statistics programs read."""

import csv
import io
from datetime import datetime

from sijoint_desktop.history.archive import Archive
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.records import SessionRecord, local_moment

COLUMNS = (
    *("date", "time", "utc_offset_minutes", "kind", "routine", "status", "minutes"),
    *("reps_done", "reps_planned", "seconds_held", "pain_before", "pain_worst", "pain_after"),
    *("pain", "woke", "effort", "form_ok", "note", "id"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_csv(archive: Archive) -> str:
    """Return one row for each session and pain entry, the oldest first, under one line of names.

    Dates and times are the person's own; what was not answered stays empty. The text is meant for
    a file in UTF-8.
    """
    rows = [(each.started_at, _session_row(each)) for each in archive.sessions]
    rows += [(each.at, _pain_row(each)) for each in archive.all(PainEntry)]
    rows.sort(key=lambda row: (row[0], str(row[1]["id"])))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for _, row in rows)
    return text.getvalue()


def _session_row(session: SessionRecord) -> dict[str, object]:
    return {
        **_when(session.started_at, session.utc_offset_minutes),
        "kind": f"session_{session.origin}",
        "routine": session.routine_name,
        "status": session.status.value,
        "minutes": session.minutes,
        "reps_done": len(session.reps),
        "reps_planned": session.planned_reps,
        "seconds_held": round(sum(rep.held_s for rep in session.reps), 1),
        "pain_before": session.nrs_before,
        "pain_worst": session.nrs_worst,
        "pain_after": session.nrs_after,
        "effort": session.effort,
        "form_ok": session.form_ok,
        "note": session.note,
        "id": session.id,
    }


def _pain_row(entry: PainEntry) -> dict[str, object]:
    return {
        **_when(entry.at, entry.utc_offset_minutes),
        "kind": f"pain_{entry.kind}",
        "pain": entry.nrs,
        "woke": entry.woke,
        "note": entry.note,
        "id": entry.id,
    }


def _when(at: datetime, offset: int) -> dict[str, object]:
    local = local_moment(at, offset)
    return {
        "date": local.date().isoformat(),
        "time": f"{local:%H:%M:%S}",
        "utc_offset_minutes": offset,
    }


def _cell(value: object) -> object:
    """Return a value as a cell; a text that a spreadsheet would take for a formula is quoted."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
