"""Finds where a session goes on that a crash or a power cut has ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sijoint_desktop.content.library import Library
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.player.navigate import after_reps
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import parse_routine
from sijoint_desktop.routine.script import Script, Segment, compile_script

OFFERED_FOR = timedelta(hours=3)
"""How long after its last repetition a session may go on; later the body has cooled down."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """A session without an end, and where it goes on: the segment, and the repetitions done."""

    record: SessionRecord
    routine: Routine
    script: Script
    segment: int
    done: frozenset[int]  # the segments that end them


def cut_off(record: SessionRecord, library: Library, now: datetime) -> CutOff | None:
    """Return where a session goes on, or None where it has ended or is too long ago.

    None as well where its routine is not on record or no longer fits, or nothing is left to do.
    """
    recent = timedelta(0) <= now - record.last_moment <= OFFERED_FOR
    if record.status is not SessionStatus.RUNNING or not record.routine_text or not recent:
        return None
    try:
        routine = parse_routine(record.routine_text, f"{record.routine_id}.toml", library)
    except ContentError:
        return None
    script = compile_script(routine, library, record.timings)
    kept = {_place_of_rep(rep) for rep in record.reps}
    done = frozenset(
        index
        for index, segment in enumerate(script.segments)
        if segment.ends_rep and _place_of_segment(segment) in kept
    )
    segment = after_reps(script, done)
    return None if segment is None else CutOff(record, routine, script, segment, done)


def _place_of_rep(rep: RepRecord) -> tuple[int, str, int, int]:
    return rep.slot, rep.side or "", rep.set_number, rep.rep_number


def _place_of_segment(segment: Segment) -> tuple[int, str, int, int]:
    return segment.slot, segment.side or "", segment.set_number, segment.rep_number
