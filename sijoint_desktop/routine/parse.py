"""Routines as text files, in and out.

A file states ``format = 1``, ``id``, ``name``, ``summary`` and one ``[[exercise]]`` table for each
exercise, in order: its ``id`` and ``level``, and, where they differ from the dose of that level,
``reps``, ``sets``, ``hold_s`` and ``rest_s``; ``sides`` is both, left or right (both unless it is
stated) and ``start_side`` left or right (left unless it is stated). ``extra_set``, left or right,
gives that side one set more. ``[[left_out]]`` tables keep what a person took out, with the same
keys and ``place``, ``why`` and, where another exercise stands there now, ``instead``.
docs/routine-format.md says it in full.
"""

import unicodedata
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from sijoint_desktop.content.dose import parse_overrides
from sijoint_desktop.content.fields import Bounds, format_one, line, whole
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Dose, Level, Tempo
from sijoint_desktop.content.parse import identifier, parse_toml
from sijoint_desktop.core.errors import ContentError, UserError
from sijoint_desktop.core.ids import ExerciseId, RoutineId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.table import Table
from sijoint_desktop.routine.model import LeftOut, Routine, Slot, SlotSides, WhyLeftOut

_S = TypeVar("_S")

MOST_SLOTS = 40
"""More exercises than anybody does in one session; a longer list is a mistake."""

_PLACES = Bounds(1, MOST_SLOTS, "places")

_ANY_DOSE = Dose(1, 1, Seconds(0), Tempo(Seconds(1), Seconds(1), Seconds(0)), Seconds(0), (1, 7))


def parse_routine(text: str, name: str, library: Library, *, empty: bool = False) -> Routine:
    """Read one routine file; ``name`` is the file's name in messages.

    One that is still being built may be ``empty``. Raises ContentError with every fault, each as
    "file: key: what was found; expected ...".
    """
    return routine_from(parse_toml(text, name), name, library, empty=empty)


def routine_from(
    tables: Mapping[str, object], name: str, library: Library, *, empty: bool = False
) -> Routine:
    """Read a routine from the tables of its file; raises ContentError with every fault."""
    faults: list[str] = []
    table = Table(tables, f"{name}: ", faults)
    format_one(table)
    rows = table.tables("exercise")
    if len(rows) > MOST_SLOTS or (not rows and not empty):
        table.fault("exercise", f"has {len(rows)} entries; expected 1 to {MOST_SLOTS}")
    routine = Routine(
        id=RoutineId(identifier(table)),
        name=line(table, "name"),
        summary=line(table, "summary", empty=True),
        slots=tuple(_read_slot(row, library) for row in rows),
        left_out=_read_left_out(table, library),
    )
    table.close()
    if faults:
        raise ContentError(faults)
    return routine


def parse_routines(files: Mapping[str, str], library: Library) -> tuple[Routine, ...]:
    """Read routine files, given as file name -> text, in the order of their names.

    Raises ContentError with every fault of every file; two files may not share an id.
    """
    return _all(files, partial(parse_routine, library=library))


def routines_from(
    files: Mapping[str, Mapping[str, object]], library: Library
) -> tuple[Routine, ...]:
    """Read the tables of routine files, given as file name -> tables, by their names.

    Raises ContentError with every fault of every file; two files may not share an id.
    """
    return _all(files, partial(routine_from, library=library))


def _all(files: Mapping[str, _S], read: Callable[[_S, str], Routine]) -> tuple[Routine, ...]:
    routines: dict[str, Routine] = {}
    faults: list[str] = []
    for name in sorted(files):
        try:
            routine = read(files[name], name)
        except ContentError as error:
            faults.extend(error.faults)
            continue
        if routine.id in routines:
            faults.append(f"{name}: id: {str(routine.id)!r}; another routine has it already")
        routines[routine.id] = routine
    if faults:
        raise ContentError(faults)
    return tuple(routines.values())


def routine_text(routine: Routine) -> str:
    """Return the text of a routine's file; reading it back gives the same routine.

    Sets, repetitions, hold and rest are always written out, so that a later change of an
    exercise's own doses leaves a person's routine as it was.
    """
    parts = [
        "format = 1",
        f"id = {_quoted(routine.id)}",
        f"name = {_quoted(routine.name)}",
        f"summary = {_quoted(routine.summary)}",
    ]
    for slot in routine.slots:
        parts += ["", "[[exercise]]", *_slot_lines(slot)]
    for note in routine.left_out:
        parts += ["", "[[left_out]]", *_left_out_lines(note)]
    return "\n".join(parts) + "\n"


def _read_left_out(table: Table, library: Library) -> tuple[LeftOut, ...]:
    return tuple(_read_note(row, library) for row in table.tables("left_out"))


def _read_note(row: Table, library: Library) -> LeftOut:
    place = whole(row, "place", _PLACES)
    why = row.choice("why", WhyLeftOut)
    instead = line(row, "instead") if row.has("instead") else None
    if instead:
        _known(row, "instead", instead, library)
    slot = _read_slot(row, library)
    return LeftOut(slot, place - 1, why, None if instead is None else ExerciseId(instead))


def _known(row: Table, key: str, exercise_id: str, library: Library) -> bool:
    """Tell whether there is such an exercise, and note the fault where there is none."""
    try:
        library.get(exercise_id)
    except UserError as error:
        row.fault(key, str(error))
        return False
    return True


def _read_slot(row: Table, library: Library) -> Slot:
    exercise_id = line(row, "id")
    level = row.choice("level", Level)
    sides = row.choice("sides", SlotSides, SlotSides.BOTH)
    start_side = row.choice("start_side", Side, Side.LEFT)
    extra_set = row.choice("extra_set", Side) if row.has("extra_set") else None
    dose = _ANY_DOSE  # stands in for an unknown exercise, so that the other keys are judged too
    if exercise_id and _known(row, "id", exercise_id, library):
        dose = library.get(exercise_id).doses[level]
    dose = parse_overrides(row, dose)
    row.close()
    return Slot(ExerciseId(exercise_id), level, dose, sides, start_side, extra_set)


def _slot_lines(slot: Slot) -> list[str]:
    dose = slot.dose
    lines = [
        f"id = {_quoted(slot.exercise_id)}",
        f"level = {_quoted(slot.level)}",
        f"sets = {dose.sets}",
        f"reps = {dose.reps}",
        f"hold_s = {_number(dose.hold_s)}",
        f"rest_s = {_number(dose.rest_s)}",
        f"sides = {_quoted(slot.sides)}",
        f"start_side = {_quoted(slot.start_side)}",
    ]
    if slot.extra_set is not None:
        lines.append(f"extra_set = {_quoted(slot.extra_set)}")
    return lines


def _left_out_lines(note: LeftOut) -> list[str]:
    lines = [*_slot_lines(note.slot), f"place = {note.place + 1}", f"why = {_quoted(note.why)}"]
    if note.instead is not None:
        lines.append(f"instead = {_quoted(note.instead)}")
    return lines


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _quoted(text: str) -> str:
    """Return a basic TOML string; control characters may stand in it only as escapes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(map(_escaped, escaped)) + '"'


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04X}" if unicodedata.category(char) == "Cc" else char
