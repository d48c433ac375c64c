"""Reads for the charts only the days that are shown, with what Python has built in.

It opens the file for reading at each call, so that it needs neither SQLAlchemy nor the store to be
open, and sees what was stored last.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import ExerciseId, SessionId
from sijoint_desktop.core.language import habits, tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.entries import Dated, PainKind, kind_name
from sijoint_desktop.history.ledger import Effort, Score, SessionLine, place_s
from sijoint_desktop.history.plain import PlainError
from sijoint_desktop.history.records import SessionStatus, whole_minutes
from sijoint_desktop.store.rows import BOTH_SIDES, entry_of
from sijoint_desktop.store.sqlite_file import connect_to_read

_BUSY_S = 2.0

_E = TypeVar("_E", bound=Dated)
_T = TypeVar("_T")

_WITHIN = "local_date BETWEEN ? AND ?"

_LINES = f"""
SELECT id, local_date, started_at, ended_at, utc_offset_minutes, status,
  nrs_before, nrs_worst, nrs_after, effort,
  (SELECT count(*) FROM reps WHERE session_id = sessions.id),
  (SELECT max(finished_at) FROM reps WHERE session_id = sessions.id AND ended_at IS NULL)
FROM sessions WHERE {_WITHIN} ORDER BY started_at, id
"""  # noqa: S608 - words of our own
_SCORES = f"""
SELECT local_date, at, utc_offset_minutes, nrs, kind, session_id
FROM pains WHERE {_WITHIN} ORDER BY at, id
"""  # noqa: S608
_EFFORTS = f"""
SELECT local_date, exercise_id, side, count(*), sum(held_s)
FROM sessions JOIN reps ON session_id = sessions.id
WHERE {_WITHIN} GROUP BY local_date, exercise_id, side ORDER BY local_date, exercise_id, side
"""  # noqa: S608
_FIRST = """
SELECT min(first) FROM (
  SELECT min(local_date) AS first FROM sessions UNION ALL SELECT min(local_date) FROM pains
)
"""
# counted like history.consistency.counted: a repetition, or the way to the end
_WEEK_STARTS = f"""
SELECT DISTINCT date(local_date, 'weekday {{}}', '-6 days') FROM sessions
WHERE {_WITHIN}
  AND (status = 'completed' OR EXISTS (SELECT 1 FROM reps WHERE session_id = sessions.id))
"""  # noqa: S608


class StoredLedger:
    """What one database file holds, day by day; stands behind history/ledger.py.

    A file that is not there holds nothing. Each call raises UserError where it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def first_day(self) -> date | None:
        """Return the local date of the first session or pain score, or None before it."""
        found = self._rows(_FIRST, (), _first_day)
        return found[0] if found else None

    def lines(self, first: date, last: date) -> tuple[SessionLine, ...]:
        """Return the sessions from one day to another, each without its repetitions."""
        return self._rows(_LINES, _days(first, last), _line)

    def scores(self, first: date, last: date) -> tuple[Score, ...]:
        """Return the pain scores beside sessions in a time."""
        return self._rows(_SCORES, _days(first, last), _score)

    def efforts(self, first: date, last: date) -> tuple[Effort, ...]:
        """Return what was done of each exercise from one day to another, by day and side."""
        return self._rows(_EFFORTS, _days(first, last), _effort)

    def entries(self, kind: type[_E], first: date, last: date) -> tuple[_E, ...]:
        """Return the entries of one kind in a time."""
        query = f"SELECT * FROM {kind_name(kind)} WHERE {_WITHIN} ORDER BY at, id"  # noqa: S608

        def made(row: sqlite3.Row) -> _E:
            return entry_of(kind, dict(row))

        return self._rows(query, _days(first, last), made)

    def week_starts(self, first: date, last: date) -> frozenset[date]:
        """Return the first days of the weeks that hold a day with exercise, in a time."""
        # SQLite counts from Sunday, so its number of a week's last day is ours of the first
        query = _WEEK_STARTS.format(habits().first_weekday)
        return frozenset(self._rows(query, _days(first, last), _day))

    def _rows(
        self, query: str, values: tuple[str, ...], made: Callable[[sqlite3.Row], _T]
    ) -> tuple[_T, ...]:
        if not self._path.exists():
            return ()
        with (
            self._in_plain_words(),
            closing(connect_to_read(self._path, busy_s=_BUSY_S)) as connection,
        ):
            connection.row_factory = sqlite3.Row
            return tuple(made(row) for row in connection.execute(query, values))

    @contextmanager
    def _in_plain_words(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, PlainError, ValueError, TypeError) as fault:
            raise UserError(
                tr("The file {path} cannot be read: {reason}", path=self._path, reason=fault)
            ) from fault


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _day(row: Any) -> date:
    return date.fromisoformat(row[0])


def _first_day(row: Any) -> date | None:
    return None if row[0] is None else _day(row)


def _line(row: Any) -> SessionLine:
    name, day, started, ended, offset, status, before, worst, after, effort, reps, last_rep = row
    start = datetime.fromisoformat(started)
    end = ended or last_rep
    return SessionLine(
        id=SessionId(name),
        local_date=date.fromisoformat(day),
        local_s=place_s(start, offset),
        status=SessionStatus(status),
        minutes=whole_minutes(start, datetime.fromisoformat(end) if end else start, done=reps > 0),
        rep_count=reps,
        nrs_before=before,
        nrs_worst=worst,
        nrs_after=after,
        effort=effort,
    )


def _score(row: Any) -> Score:
    day, at, offset, nrs, kind, session = row
    return Score(
        date.fromisoformat(day),
        place_s(datetime.fromisoformat(at), offset),
        nrs,
        PainKind(kind),
        None if session is None else SessionId(session),
    )


def _effort(row: Any) -> Effort:
    day, exercise, side, count, held = row
    return Effort(
        date.fromisoformat(day),
        ExerciseId(exercise),
        None if side == BOTH_SIDES else Side(side),
        count,
        Seconds(held),
    )
