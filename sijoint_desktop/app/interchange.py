"""Puts the user's history into one documented JSON document, in a form that stays readable.

The document, of which docs/data-format.md tells every field::

    {"format": "sijoint-history", "version": 1, "exported_at": "2026-11-22T09:00:00.000000Z",
     "sessions": [{"id": ..., "routine_id": ..., "routine_name": ..., "started_at": ...,
                   "ended_at": ... | null, "local_date": "2026-11-22", "utc_offset_minutes": 60,
                   "status": "running" | "completed" | "ended_early",
                   "nrs_before": 0-10 | null, "nrs_after": 0-10 | null, "planned_reps": 40,
                   "note": "", "reps": [{"slot": 0, "exercise_id": ..., "side": "left" | "right" |
                   null, "set_number": 1, "rep_number": 1, "held_s": 3.0, "planned_hold_s": 3.0,
                   "finished_at": ...}]}]}

Moments are UTC with microseconds and a final Z. Sessions are sorted by start and id, repetitions by
finish, slot, set, repetition and side, so the same history always gives the same document.
"""

from collections.abc import Iterable
from datetime import datetime

from sijoint_desktop.history.plain import utc_text
from sijoint_desktop.history.records import RepRecord, SessionRecord

FORMAT = "sijoint-history"
VERSION = 1


def export_json(sessions: Iterable[SessionRecord], now: datetime) -> dict[str, object]:
    """Return stored sessions as a value for ``json.dumps``; ``now`` is aware."""
    records = sorted(sessions, key=lambda record: (record.started_at, record.id))
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": utc_text(now),
        "sessions": [_session(record) for record in records],
    }


def _session(record: SessionRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "routine_id": record.routine_id,
        "routine_name": record.routine_name,
        "started_at": utc_text(record.started_at),
        "ended_at": None if record.ended_at is None else utc_text(record.ended_at),
        "local_date": record.local_date.isoformat(),
        "utc_offset_minutes": record.utc_offset_minutes,
        "status": record.status.value,
        "nrs_before": record.nrs_before,
        "nrs_after": record.nrs_after,
        "planned_reps": record.planned_reps,
        "note": record.note,
        "reps": [_rep(rep) for rep in sorted(record.reps, key=_order)],
    }


def _rep(rep: RepRecord) -> dict[str, object]:
    return {
        "slot": rep.slot,
        "exercise_id": rep.exercise_id,
        "side": None if rep.side is None else rep.side.value,
        "set_number": rep.set_number,
        "rep_number": rep.rep_number,
        "held_s": float(rep.held_s),
        "planned_hold_s": float(rep.planned_hold_s),
        "finished_at": utc_text(rep.finished_at),
    }


def _order(rep: RepRecord) -> tuple[datetime, int, int, int, str]:
    return rep.finished_at, rep.slot, rep.set_number, rep.rep_number, rep.side or ""
