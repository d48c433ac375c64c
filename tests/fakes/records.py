"""Sample sessions and repetitions, complete, with only what a test is about to be named."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.entries import (
    CheckRecord,
    Clearance,
    HurtEvent,
    PainEntry,
    Pause,
    PauseKind,
    Rescreen,
)
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.triage.urgency import Urgency

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def make_rep(rep_number: int = 1, **changes: Any) -> RepRecord:
    rep = RepRecord(
        slot=0,
        exercise_id=ExerciseId("pelvic_tilt"),
        side=None,
        set_number=1,
        rep_number=rep_number,
        held_s=Seconds(3.0),
        planned_hold_s=Seconds(3.0),
        finished_at=NOON + timedelta(seconds=10 * rep_number),
    )
    return replace(rep, **changes)


def make_session(name: str = "a", **changes: Any) -> SessionRecord:
    record = SessionRecord(
        id=SessionId(name),
        routine_id=RoutineId("first_gentle"),
        routine_name="First gentle routine",
        started_at=NOON,
        ended_at=None,
        local_date=NOON.date(),
        utc_offset_minutes=0,
        status=SessionStatus.RUNNING,
        nrs_before=None,
        nrs_after=None,
        planned_reps=8,
        note="",
        reps=(),
    )
    return replace(record, **changes)


def done_on(
    day: date, before: int | None = None, after: int | None = None, **changes: Any
) -> SessionRecord:
    """A session of eleven minutes at nine in the morning UTC of that day, to its end."""
    start = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    record = make_session(
        f"on-{day.isoformat()}",
        started_at=start,
        ended_at=start + timedelta(minutes=11),
        local_date=day,
        status=SessionStatus.COMPLETED,
        nrs_before=before,
        nrs_after=after,
        reps=(make_rep(finished_at=start + timedelta(minutes=1)),),
    )
    return replace(record, **changes)


def make_pain(name: str = "p", *, hours: float = 0, **changes: Any) -> PainEntry:
    return replace(PainEntry(id=name, nrs=4, **_moment(hours)), **changes)


def make_hurt(name: str = "h", *, hours: float = 0, **changes: Any) -> HurtEvent:
    hurt = HurtEvent(
        id=name,
        session_id=SessionId("a"),
        slot=0,
        exercise_id=ExerciseId("pelvic_tilt"),
        **_moment(hours),
    )
    return replace(hurt, **changes)


def make_check(name: str = "c", *, hours: float = 0, **changes: Any) -> CheckRecord:
    check = CheckRecord(
        id=name, sitting=name, rule_set="1", level=Urgency.SELF_CARE, **_moment(hours)
    )
    return replace(check, **changes)


def make_pause(kind: PauseKind, first: date, last: date | None = None, name: str = "w") -> Pause:
    pause = Pause(id=name, kind=kind, first_day=first, **_moment(0))
    return replace(pause, last_day=last)


def make_clearance(name: str = "s", *, hours: float = 0, **changes: Any) -> Clearance:
    return replace(Clearance(id=name, seen_on=NOON.date(), **_moment(hours)), **changes)


def make_rescreen(answers: dict[str, bool], name: str = "r", *, hours: float = 0) -> Rescreen:
    return Rescreen(id=name, answers=answers, **_moment(hours))


def _moment(hours: float) -> dict[str, Any]:
    at = NOON + timedelta(hours=hours)
    return {"at": at, "local_date": at.date(), "utc_offset_minutes": 0}
