"""Reading a parsed TOML table with typed getters that collect every fault with its place."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

_E = TypeVar("_E", bound=StrEnum)


def close_match(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean ...?`` for the closest known word, or nothing."""
    found = get_close_matches(word, list(known), n=1)
    return f"; did you mean {found[0]}?" if found else ""


class Table:
    """One table of a file; every getter marks its key as known and reports what is wrong with it.

    A getter that finds a fault notes one sentence in ``faults`` and returns its default, so that
    one reading finds them all.
    """

    def __init__(self, entries: Mapping[str, object], where: str, faults: list[str]) -> None:
        self._entries = entries
        self._known: set[str] = set()
        self.where = where
        self.faults = faults

    def fault(self, key: str, message: str) -> None:
        """Note a fault at a key."""
        self.faults.append(f"{self.where}{key}: {message}")

    def has(self, key: str) -> bool:
        """Say whether the table states a key."""
        return key in self._entries

    def raw(self, key: str) -> object:
        """Return a value as the file has it, or None."""
        self._known.add(key)
        return self._entries.get(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without a default the key must be there."""
        value = self.raw(key)
        if isinstance(value, str):
            return value
        if value is None and default is not None:
            return default
        self._wrong(key, value, "a text in quotes")
        return default or ""

    def flag(self, key: str) -> bool:
        """Return true or false; a missing key is false."""
        value = self.raw(key)
        if isinstance(value, bool) or value is None:
            return bool(value)
        self._wrong(key, value, "true or false")
        return False

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number; without a default the key must be there."""
        value = self.raw(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if value is not None or default is None:
            self._wrong(key, value, "a number")
        return default or 0.0

    def numbers(self, key: str, count: int) -> tuple[float, ...] | None:
        """Return a list of exactly ``count`` numbers, or None where the key is missing."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, list) and len(value) == count and all(map(_is_number, value)):
            return tuple(float(item) for item in value)
        self._wrong(key, value, f"a list of {count} numbers")
        return (0.0,) * count

    def texts(self, key: str, known: Iterable[str] | None = None) -> tuple[str, ...]:
        """Return a list of strings, each a known word where words are given."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong(key, value, "a list of texts")
            return ()
        if known is not None:
            words = tuple(known)
            for item in value:
                if item not in words:
                    self.fault(key, f"unknown {item!r}{close_match(item, words)}")
        return tuple(value)

    def choice(self, key: str, kind: type[_E], default: _E | None = None) -> _E:
        """Return a member of an enumeration by its value."""
        value = self.raw(key)
        members = {str(member): member for member in kind}
        if isinstance(value, str) and value in members:
            return members[value]
        if value is not None or default is None:
            self._wrong(key, value, "one of " + ", ".join(members))
        return default if default is not None else next(iter(kind))

    def table(self, key: str) -> "Table":
        """Return a table inside this one; a missing one is empty."""
        value = self.raw(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, value, "a table")
        entries = value if isinstance(value, dict) else {}
        return Table(entries, f"{self.where}{key}.", self.faults)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return an array of tables; a missing one is empty."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._wrong(key, value, "an array of tables")
            return ()
        places = [f"{self.where}{key}.{number}." for number in range(1, len(value) + 1)]
        return tuple(
            Table(item, place, self.faults) for item, place in zip(value, places, strict=True)
        )

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in self._entries:
            if key not in self._known:
                self.fault(key, f"unknown key{close_match(key, self._known)}")

    def _wrong(self, key: str, value: object, expected: str) -> None:
        found = "missing" if value is None else f"{value!r}"
        self.fault(key, f"{found}; expected {expected}")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
