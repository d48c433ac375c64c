"""Makes the database of somebody who did the exercises every day for years."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.archive import SESSIONS, Archive, Kept, Key
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.store.database import open_database

DAYS_A_YEAR = 365
REPS_A_SESSION = 27.4  # 3,650 sessions hold 100,000 repetitions
PAINS_A_DAY = 4.1  # 15,000 entries in ten years
_FIRST = datetime(2016, 11, 22, 8, 0, tzinfo=UTC)


def make_years(path: Path, years: int) -> None:
    """Fill a new database with a session and some pain entries for every day."""
    with closing(open_database(path)) as database:
        database.merge(years_of_exercise(years))


def years_of_exercise(years: int) -> Archive:
    """Return years of daily sessions that get better slowly; always the same."""
    chance = random.Random(1)
    kept: dict[Key, Kept] = {}
    for day in range(years * DAYS_A_YEAR):
        start = _FIRST + timedelta(days=day)
        session = _session(day, start, chance)
        kept[SESSIONS, session.id] = Kept(session, start + timedelta(minutes=20))
        for entry in _pains(day, start, chance):
            kept["pains", entry.id] = Kept(entry, entry.at)
    return Archive(kept)


def _session(day: int, start: datetime, chance: random.Random) -> SessionRecord:
    reps = int(REPS_A_SESSION * (day + 1)) - int(REPS_A_SESSION * day)
    pain = max(0, min(10, round(6 - day / 400 + chance.gauss(0, 1))))
    return SessionRecord(
        id=SessionId(f"session-{day:06}"),
        routine_id=RoutineId("first_gentle"),
        routine_name="First gentle routine",
        started_at=start,
        ended_at=start + timedelta(minutes=18),
        local_date=start.date(),
        utc_offset_minutes=0,
        status=SessionStatus.COMPLETED,
        nrs_before=pain,
        nrs_after=max(0, pain - 1),
        planned_reps=reps,
        note="",
        reps=tuple(_rep(number, start) for number in range(1, reps + 1)),
        nrs_worst=pain,
        effort=4,
        form_ok=True,
    )


def _rep(number: int, start: datetime) -> RepRecord:
    return RepRecord(
        slot=number % 6,
        exercise_id=ExerciseId("pelvic_tilt"),
        side=None,
        set_number=1,
        rep_number=number,
        held_s=Seconds(5.0),
        planned_hold_s=Seconds(5.0),
        finished_at=start + timedelta(seconds=30 * number),
    )


def _pains(day: int, start: datetime, chance: random.Random) -> Iterator[PainEntry]:
    for number in range(int(PAINS_A_DAY * (day + 1)) - int(PAINS_A_DAY * day)):
        at = start + timedelta(hours=2 + 2 * number)
        yield PainEntry(
            id=f"pain-{day:06}-{number}",
            at=at,
            local_date=at.date(),
            utc_offset_minutes=0,
            nrs=max(0, min(10, round(5 - day / 400 + chance.gauss(0, 1)))),
        )
