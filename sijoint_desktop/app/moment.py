"""Gives what is put on record its id, its moment and its local date."""

from datetime import date, datetime
from typing import TypedDict
from uuid import uuid4

from sijoint_desktop.history.records import local_parts
from sijoint_desktop.player.clock import Clock


class Stamp(TypedDict):
    """What every dated entry begins with, see history/entries.py."""

    id: str
    at: datetime
    local_date: date
    utc_offset_minutes: int


def stamp(clock: Clock, entry_id: str | None = None) -> Stamp:
    """Return the present moment with an id that no other computer gives, or the one that is given.

    The parts are meant for an entry: ``PainEntry(nrs=4, **stamp(clock))``.
    """
    return stamp_at(clock.now(), entry_id)


def stamp_at(moment: datetime, entry_id: str | None = None) -> Stamp:
    """Return a moment (aware, in the person's time zone) as ``stamp`` returns the present one."""
    at, local_date, offset = local_parts(moment)
    return Stamp(
        id=uuid4().hex if entry_id is None else entry_id,
        at=at,
        local_date=local_date,
        utc_offset_minutes=offset,
    )
