"""Turns records into plain values and back, by the types of their fields.

One way for the database, for JSON and for CSV: a moment is UTC text of one width, a date is ISO
text, a member of an enum its value, a record a table of its fields.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum, StrEnum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Turn = Callable[[Any], Any]


class PlainError(ValueError):
    """A plain value that no record can be made from; the words begin with the way to it."""


class Form(Enum):
    """What the plain form of a value is."""

    SCALAR = auto()
    TRUTH = auto()  # true or false
    NESTED = auto()  # a list or a table


@dataclass(frozen=True, slots=True)
class Shape:
    """How values of one type are written and read; ``form`` tells what a table column keeps."""

    write: _Turn
    read: _Turn
    form: Form = Form.SCALAR


def utc_text(moment: datetime) -> str:
    """Return an aware moment as text of one width, such as 2026-11-22T09:00:00.000000Z.

    In this form the order of texts is the order in time.
    """
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def to_plain(record: Any) -> dict[str, Any]:
    """Return a record as a table of plain values, ready for JSON."""
    return {name: write(getattr(record, name)) for name, write in _writers(type(record))}


def from_plain(kind: type[_T], plain: Any) -> _T:
    """Return the record that a table of plain values tells of.

    A field that is not there takes its default; one that is not known is left out. Raises
    PlainError, whose words begin with the way to the first value that does not fit.
    """
    if not isinstance(plain, Mapping):
        raise PlainError(f": expected a table, found {_name(plain)}")
    values: dict[str, Any] = {}
    for field, shape in field_shapes(kind):
        if field.name in plain:
            values[field.name] = _within(f".{field.name}", shape.read, plain[field.name])
        elif _is_needed(field):
            raise PlainError(f".{field.name}: is missing")
    try:
        return kind(**values)
    except PlainError:
        raise
    except ValueError as fault:
        raise PlainError(f": {fault}") from None


def field_shapes(kind: type[Any]) -> tuple[tuple[Field[Any], Shape], ...]:
    """Return the fields of a kind of record, each with how it is written and read."""
    return _known_shapes(kind)


def _find_shapes(kind: type[Any]) -> tuple[tuple[Field[Any], Shape], ...]:
    hints = get_type_hints(kind)
    return tuple((field, _shape(hints[field.name])) for field in fields(kind) if field.init)


def _find_writers(kind: type[Any]) -> tuple[tuple[str, _Turn], ...]:
    return tuple((field.name, shape.write) for field, shape in field_shapes(kind))


_known_shapes: Callable[[Any], tuple[tuple[Field[Any], Shape], ...]] = cache(_find_shapes)
_writers: Callable[[Any], tuple[tuple[str, _Turn], ...]] = cache(_find_writers)


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _shape(hint: Any) -> Shape:
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if get_origin(hint) in (Union, UnionType):
        return _union(get_args(hint))
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if get_origin(hint) is not None and issubclass(get_origin(hint), Mapping):
        return _mapping(_shape(get_args(hint)[1]))
    if is_dataclass(hint):
        known: Any = hint
        return Shape(to_plain, lambda plain: from_plain(known, plain), form=Form.NESTED)
    return _scalar(hint)


def _scalar(hint: Any) -> Shape:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Shape(lambda member: member.value, lambda value: _member(hint, value))
    raise TypeError(f"no plain form is known for {hint!r}")


def _union(choices: tuple[Any, ...]) -> Shape:
    """Return the shape of an optional value, or of several scalars that need no telling apart."""
    rest = [choice for choice in choices if choice is not NoneType]
    if len(rest) > 1:
        scalars = tuple({str if issubclass(one, str) else one for one in rest})
        return Shape(_as_is, lambda value: _typed(value, scalars))
    inner = _shape(rest[0])
    return Shape(
        lambda value: None if value is None else inner.write(value),
        lambda value: None if value is None else inner.read(value),
        inner.form,
    )


def _tuple(items: tuple[Any, ...]) -> Shape:
    if items[1:] == (...,):
        one = _shape(items[0])
        return Shape(
            lambda values: [one.write(value) for value in values],
            lambda plain: tuple(
                _within(f"[{number}]", one.read, value) for number, value in _numbered(plain)
            ),
            form=Form.NESTED,
        )
    each = tuple(_shape(item) for item in items)

    def read(plain: Any) -> tuple[Any, ...]:
        found = _numbered(plain)
        if len(found) != len(each):
            raise PlainError(f": expected {len(each)} values, found {len(found)}")
        return tuple(_within(f"[{n}]", each[n].read, value) for n, value in found)

    return Shape(
        lambda values: [shape.write(value) for shape, value in zip(each, values, strict=True)],
        read,
        form=Form.NESTED,
    )


def _mapping(inner: Shape) -> Shape:
    def read(plain: Any) -> dict[str, Any]:
        if not isinstance(plain, Mapping):
            raise PlainError(f": expected a table, found {_name(plain)}")
        return {key: _within(f".{key}", inner.read, value) for key, value in plain.items()}

    return Shape(
        lambda table: {key: inner.write(value) for key, value in table.items()},
        read,
        form=Form.NESTED,
    )


def _numbered(plain: Any) -> list[tuple[int, Any]]:
    if not isinstance(plain, list):
        raise PlainError(f": expected a list, found {_name(plain)}")
    return list(enumerate(plain))


def _within(way: str, read: _Turn, value: Any) -> Any:
    try:
        return read(value)
    except PlainError as fault:
        raise PlainError(f"{way}{fault}") from None


def _typed(value: Any, kinds: tuple[type[Any], ...]) -> Any:
    if type(value) not in kinds:
        wanted = " or ".join(sorted(_NAMES[kind] for kind in kinds))
        raise PlainError(f": expected {wanted}, found {_name(value)}")
    return value


def _as_is(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    text: str = _typed(value, (str,))
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise PlainError(": holds half a letter, which no file can keep")
    return text


def _float(value: Any) -> float:
    number = float(_typed(value, (int, float)))
    if not math.isfinite(number):
        raise PlainError(": expected a number that is not endless")
    return number


def _whole(value: Any) -> int:
    number: int = _typed(value, (int,))
    if abs(number) > _MOST_WHOLE:
        raise PlainError(f": {number} is too large")
    return number


def read_moment(value: Any) -> datetime:
    """Return the aware moment, in UTC, that a text tells of; raises PlainError."""
    try:
        moment = datetime.fromisoformat(_typed(value, (str,)))
    except ValueError:
        raise PlainError(f": {value!r} is not a moment like 2026-11-22T09:00:00Z") from None
    if moment.utcoffset() is None:
        raise PlainError(f": {value!r} needs its time zone, such as a final Z")
    return moment.astimezone(UTC)


def _date(value: Any) -> date:
    try:
        return date.fromisoformat(_typed(value, (str,)))
    except ValueError:
        raise PlainError(f": {value!r} is not a date like 2026-11-22") from None


def _member(kind: type[StrEnum], value: Any) -> StrEnum:
    try:
        return kind(_typed(value, (str,)))
    except ValueError:
        raise PlainError(f": {value!r} is not one of {', '.join(kind)}") from None


def _name(value: Any) -> str:
    return "nothing" if value is None else _NAMES.get(type(value), "something else")


_MOST_WHOLE = 2**53
_NAMES: dict[type[Any], str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}
_SCALARS: dict[Any, Shape] = {
    str: Shape(str, _text),
    int: Shape(_as_is, _whole),
    float: Shape(float, _float),
    bool: Shape(_as_is, lambda value: _typed(value, (bool,)), Form.TRUTH),
    datetime: Shape(utc_text, read_moment),
    date: Shape(date.isoformat, _date),
}
