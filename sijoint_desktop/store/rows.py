"""Turns records into rows of the tables and back; lists and tables are kept as JSON text."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.entries import Dated
from sijoint_desktop.history.plain import Form, PlainError, field_shapes, from_plain, utc_text
from sijoint_desktop.history.records import Origin, RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.routine.segment import Timings

BOTH_SIDES = "both"  # in place of NULL, which would not count as equal in a key

SESSION_COLUMNS = tuple(
    field.name for field, _ in field_shapes(SessionRecord) if field.name != "reps"
)
REP_COLUMNS = ("session_id", *(field.name for field, _ in field_shapes(RepRecord)))

_E = TypeVar("_E", bound=Dated)


def entry_row(entry: Dated) -> dict[str, Any]:
    """Return the row of an entry, by column."""
    return {
        field.name: _column(shape.form, shape.write(getattr(entry, field.name)))
        for field, shape in field_shapes(type(entry))
    }


def entry_of(kind: type[_E], row: Mapping[Any, Any]) -> _E:
    """Return the entry that a row holds; raises PlainError where it holds none."""
    shapes = field_shapes(kind)
    plain = {field.name: _plain(shape.form, row[field.name]) for field, shape in shapes}
    return from_plain(kind, plain)


def session_row(record: SessionRecord) -> dict[str, Any]:
    """Return the row of a session, by column, without its repetitions."""
    return {
        field.name: _column(shape.form, shape.write(getattr(record, field.name)))
        for field, shape in field_shapes(SessionRecord)
        if field.name != "reps"
    }


def session_of(row: Sequence[Any], done: tuple[RepRecord, ...]) -> SessionRecord:
    """Return the session of a row in the order of SESSION_COLUMNS, with its repetitions."""
    values = dict(zip(SESSION_COLUMNS, row, strict=True))
    ended, form_ok, timings = (values[name] for name in ("ended_at", "form_ok", "timings"))
    return SessionRecord(
        id=SessionId(values["id"]),
        routine_id=RoutineId(values["routine_id"]),
        routine_name=values["routine_name"],
        started_at=datetime.fromisoformat(values["started_at"]),
        ended_at=None if ended is None else datetime.fromisoformat(ended),
        local_date=date.fromisoformat(values["local_date"]),
        utc_offset_minutes=values["utc_offset_minutes"],
        status=SessionStatus(values["status"]),
        nrs_before=values["nrs_before"],
        nrs_after=values["nrs_after"],
        planned_reps=values["planned_reps"],
        note=values["note"],
        reps=done,
        nrs_worst=values["nrs_worst"],
        effort=values["effort"],
        form_ok=None if form_ok is None else bool(form_ok),
        origin=Origin(values["origin"]),
        routine_text=values["routine_text"],
        timings=None if timings is None else from_plain(Timings, json.loads(timings)),
    )


def rep_row(session_id: SessionId, rep: RepRecord) -> dict[str, Any]:
    """Return the row of a repetition, by column."""
    return {
        "session_id": session_id,
        "slot": rep.slot,
        "exercise_id": rep.exercise_id,
        "side": BOTH_SIDES if rep.side is None else rep.side.value,
        "set_number": rep.set_number,
        "rep_number": rep.rep_number,
        "held_s": rep.held_s,
        "planned_hold_s": rep.planned_hold_s,
        "finished_at": utc_text(rep.finished_at),
    }


def rep_of(row: Sequence[Any]) -> RepRecord:
    """Return the repetition of a row in the order of REP_COLUMNS."""
    _session, slot, exercise_id, side, set_number, rep_number, held, planned, finished = row
    return RepRecord(
        slot,
        ExerciseId(exercise_id),
        None if side == BOTH_SIDES else Side(side),
        set_number,
        rep_number,
        Seconds(held),
        Seconds(planned),
        datetime.fromisoformat(finished),
    )


def _column(form: Form, plain: Any) -> Any:
    if plain is None or form is Form.SCALAR:
        return plain
    if form is Form.TRUTH:
        return int(plain)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _plain(form: Form, column: Any) -> Any:
    if column is None or form is Form.SCALAR:
        return column
    if form is Form.TRUTH:
        return bool(column)
    try:
        return json.loads(column)
    except ValueError:
        raise PlainError(": holds no JSON") from None
