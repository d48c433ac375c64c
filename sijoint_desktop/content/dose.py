"""Reading a dose, and the bounds that it keeps in files and in the routine builder alike."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from sijoint_desktop.content.fields import Bounds, amount, line, span, whole
from sijoint_desktop.content.model import Dose, Tempo
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.table import Table

DOSE_BOUNDS: Mapping[str, Bounds] = MappingProxyType(
    {
        "sets": Bounds(1, 10, "sets"),
        "reps": Bounds(1, 50, "repetitions"),
        "hold_s": Bounds(0, 120, "seconds"),
        "rest_s": Bounds(0, 300, "seconds"),
    }
)
"""What a person may set. Wide of the clinical doses (the longest hold is 30 s), so that a clinician
can go further on purpose, yet narrow enough to catch a slip of the keyboard."""

_MOVE = Bounds(1, 30, "seconds")  # a faster move would break the figure's speed limits
_PAUSE = Bounds(0, 30, "seconds")
_DAYS = Bounds(1, 7, "days a week")
_WEAR = Bounds(1, 480, "minutes")

_NO_TEMPO = Tempo(Seconds(1.0), Seconds(1.0), Seconds(0.0))


def parse_dose(table: Table) -> Dose:
    """Read one ``[dose.<level>]`` table; faults are noted in the table's list."""
    days = span(table, "days_per_week", _DAYS)
    if not table.has("days_per_week"):
        table.fault("days_per_week", "missing; expected [least, most] days a week")
    dose = Dose(
        sets=whole(table, "sets", DOSE_BOUNDS["sets"]),
        reps=whole(table, "reps", DOSE_BOUNDS["reps"]),
        hold_s=Seconds(amount(table, "hold_s", DOSE_BOUNDS["hold_s"])),
        tempo=parse_tempo(table),
        rest_s=Seconds(amount(table, "rest_s", DOSE_BOUNDS["rest_s"])),
        days_per_week=days or (1, 7),
        note=line(table, "note", empty=True),
        wear_minutes=span(table, "wear_minutes", _WEAR),
    )
    table.close()
    return dose


def parse_overrides(table: Table, dose: Dose) -> Dose:
    """Return a dose with what the table states of sets, reps, hold_s and rest_s replaced."""
    return replace(
        dose,
        sets=whole(table, "sets", DOSE_BOUNDS["sets"], dose.sets),
        reps=whole(table, "reps", DOSE_BOUNDS["reps"], dose.reps),
        hold_s=Seconds(amount(table, "hold_s", DOSE_BOUNDS["hold_s"], dose.hold_s)),
        rest_s=Seconds(amount(table, "rest_s", DOSE_BOUNDS["rest_s"], dose.rest_s)),
    )


def parse_tempo(table: Table) -> Tempo:
    """Read the ``tempo`` of a table; faults are noted in the table's list."""
    if not table.has("tempo"):
        table.fault("tempo", "missing; expected { effort_s, return_s, pause_s }")
        return _NO_TEMPO
    entry = table.table("tempo")
    tempo = Tempo(
        effort_s=Seconds(amount(entry, "effort_s", _MOVE)),
        return_s=Seconds(amount(entry, "return_s", _MOVE)),
        pause_s=Seconds(amount(entry, "pause_s", _PAUSE)),
    )
    entry.close()
    return tempo
