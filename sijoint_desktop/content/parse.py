"""Turning the text of an exercise file into an Exercise, or into a list of all its faults."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar, cast

from sijoint_desktop.content.dose import parse_dose
from sijoint_desktop.content.fields import format_one, line, lines
from sijoint_desktop.content.model import (
    Caution,
    CautionAction,
    CautionTag,
    Dose,
    Exercise,
    Level,
    Mistake,
    Position,
    Purpose,
    Sides,
    Step,
    Variant,
)
from sijoint_desktop.content.syntax import toml_sentence
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.motion.model import MotionSpec
from sijoint_desktop.motion.spec import parse_motion
from sijoint_desktop.motion.table import Table

_ID = re.compile(r"[a-z][a-z0-9_]*")
_S = TypeVar("_S")
_T = TypeVar("_T")
_CODE, _OWN_CODE = re.compile(r"E\d{2}"), re.compile(r"X\d{2}")


def read_all(files: Mapping[str, _S], read: Callable[[_S, str], _T]) -> tuple[list[_T], list[str]]:
    """Return what ``read`` makes of each file (its content, name), by name, and all faults."""
    made: list[_T] = []
    faults: list[str] = []
    for name in sorted(files):
        try:
            made.append(read(files[name], name))
        except ContentError as error:
            faults.extend(error.faults)
    return made, faults


def parse_toml(text: str, name: str) -> dict[str, object]:
    """Return the tables of a TOML text; raises ContentError naming the line of a syntax error."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ContentError([f"{name}: {toml_sentence(str(fault))}"]) from None


def file_stem(name: str) -> str:
    """Return the last part of a file name without its ending, whatever the separator."""
    return re.split(r"[/\\]", name)[-1].removesuffix(".toml")


def identifier(table: Table, key: str = "id") -> str:
    """Return an id made of small letters, digits and underscores; another one is a fault."""
    text = line(table, key)
    if text and not _ID.fullmatch(text):
        table.fault(key, f"{text!r}; expected small letters, digits and underscores")
    return text


def parse_exercise(text: str, name: str) -> Exercise:
    """Read one exercise file; ``name`` is its file name, whose stem must be the exercise's id.

    Raises ContentError with every fault, each as "file: key: what was found; expected ...".
    """
    return exercise_from(parse_toml(text, name), name)


def read_steps(table: Table) -> tuple[Step, ...]:
    """Read the ``[[step]]`` tables; faults are noted in the table's list."""
    steps = []
    for row in _rows(table, "step", 3, 6):
        text, phases = line(row, "text"), lines(row, "phases", at_least=1)
        at_level = {level: line(row, level) for level in Level if row.has(level)}
        steps.append(Step(text, phases, MappingProxyType(at_level)))
        row.close()
    return tuple(steps)


def read_motion(table: Table, name: str) -> MotionSpec:
    """Read the ``[motion]`` table of the file ``name``; faults are noted in the table's list.

    What is returned is of use only where no fault was noted.
    """
    entries = table.raw("motion")
    if not isinstance(entries, dict):
        found = "missing" if entries is None else repr(entries)
        table.fault("motion", f"{found}; expected a table with the movement")
        return cast("MotionSpec", None)
    try:
        return parse_motion(entries, name)
    except ContentError as error:
        own = (fault.removeprefix(f"{name}: ") for fault in error.faults)
        table.faults.extend(f"{name}: motion.{fault}" for fault in own)
        return cast("MotionSpec", None)


def own_id(table: Table, name: str) -> str:
    """Return the id of a file, which must be what the file is called."""
    own, stem = identifier(table), file_stem(name)
    if own and own != stem:
        table.fault("id", f"{own!r}; expected {stem!r}, as the file is called")
    return own


def exercise_from(tables: Mapping[str, object], name: str) -> Exercise:
    """Read an exercise from the tables of its file; raises ContentError with every fault."""
    faults: list[str] = []
    table = Table(tables, f"{name}: ", faults)
    format_one(table)
    exercise = Exercise(
        id=ExerciseId(own_id(table, name)),
        code=_code(table),
        name=line(table, "name"),
        summary=line(table, "summary"),
        purpose=table.choice("purpose", Purpose),
        position=table.choice("position", Position),
        equipment=lines(table, "equipment"),
        sides=table.choice("sides", Sides),
        side_word=line(table, "side_word", empty=True),
        muscles=lines(table, "muscles"),
        breath=line(table, "breath"),
        feel=line(table, "feel"),
        steps=read_steps(table),
        cues=lines(table, "cues", at_least=1),
        mistakes=_mistakes(table),
        cautions=_cautions(table),
        easier=_variants(table, "easier"),
        harder=_variants(table, "harder"),
        doses=_doses(table),
        sources=lines(table, "sources", at_least=1),
        motion=read_motion(table, name),
    )
    exercise = replace(exercise, own=bool(_OWN_CODE.fullmatch(exercise.code)))
    table.close()
    if not faults:
        faults.extend(_unknown_levels(exercise, name))
    if faults:
        raise ContentError(faults)
    variants = {level: _at(exercise, level) for level in Level if _differs(exercise, level)}
    return replace(exercise, variants=MappingProxyType(variants))


def _differs(exercise: Exercise, level: Level) -> bool:
    return level in exercise.motion.variants or any(level in s.at_level for s in exercise.steps)


def _at(exercise: Exercise, level: Level) -> Exercise:
    steps = tuple(replace(s, text=s.at_level.get(level, s.text)) for s in exercise.steps)
    motion = exercise.motion.variants.get(level, exercise.motion)
    return replace(exercise, steps=steps, motion=motion)


def _unknown_levels(exercise: Exercise, name: str) -> Iterator[str]:
    for level in exercise.motion.variants:
        if level not in set(Level):
            yield f"{name}: motion.variant.level: {level!r}; expected {', '.join(Level)}"


def _code(table: Table) -> str:
    code = line(table, "code")
    if code and not (_CODE.fullmatch(code) or _OWN_CODE.fullmatch(code)):
        table.fault(
            "code",
            f"{code!r}; expected X and two digits, such as X01; E01 to E99 are the program's",
        )
    return code


def _rows(table: Table, key: str, least: int, most: int) -> tuple[Table, ...]:
    rows = table.tables(key)
    if not least <= len(rows) <= most:
        table.fault(key, f"has {len(rows)} entries; expected {least} to {most} tables [[{key}]]")
    return rows


def _mistakes(table: Table) -> tuple[Mistake, ...]:
    mistakes = []
    for row in _rows(table, "mistake", 2, 6):
        shown = line(row, "motion_id", empty=True) or None
        mistakes.append(Mistake(identifier(row), line(row, "wrong"), line(row, "right"), shown))
        row.close()
    return tuple(mistakes)


def _cautions(table: Table) -> tuple[Caution, ...]:
    cautions = []
    for row in _rows(table, "caution", 1, 12):
        tag, action = row.choice("tag", CautionTag), row.choice("action", CautionAction)
        instead = line(row, "instead", empty=True) or None
        cautions.append(Caution(tag, action, line(row, "text"), instead))
        row.close()
    return tuple(cautions)


def _variants(table: Table, key: str) -> tuple[Variant, ...]:
    variants = []
    for row in _rows(table, key, 1, 6):
        other = line(row, "exercise", empty=True) or None
        variants.append(Variant(line(row, "text"), other))
        row.close()
    return tuple(variants)


def _doses(table: Table) -> Mapping[Level, Dose]:
    levels = table.table("dose")
    doses = {}
    for level in Level:
        if levels.has(level):
            doses[level] = parse_dose(levels.table(level))
        else:
            levels.fault(level, f"missing; expected a table [dose.{level}]")
    levels.close()
    return MappingProxyType(doses)
