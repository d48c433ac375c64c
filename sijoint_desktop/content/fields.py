"""Reading the kinds of value that content files share: one-line texts, counts and seconds."""

import unicodedata
from dataclasses import dataclass
from math import nan

from sijoint_desktop.motion.table import Table

LONGEST_TEXT = 400
"""Characters; far above any length that the integrity check allows in shipped texts."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and most that a figure of a file may be, and what it counts."""

    least: int
    most: int
    unit: str  # "repetitions", "seconds" ...

    def words(self) -> str:
        """Say what is expected, such as ``seconds from 0 to 120``."""
        return f"{self.unit} from {self.least} to {self.most}"


def line(table: Table, key: str, *, empty: bool = False) -> str:
    """Return a text of one line without spaces around it; ``empty`` allows "" and a missing key."""
    text = table.text(key, "" if empty else None)
    if not text:
        if not empty and table.raw(key) == "":
            table.fault(key, "is empty; expected a text")
        return ""
    if len(text) > LONGEST_TEXT:
        table.fault(key, f"has {len(text)} characters; expected at most {LONGEST_TEXT}")
    if text != text.strip() or any(unicodedata.category(char) == "Cc" for char in text):
        table.fault(key, f"{text[:40]!r}; expected one line without spaces at its ends")
    return text


def lines(table: Table, key: str, *, at_least: int = 0) -> tuple[str, ...]:
    """Return a list of non-empty texts, with at least so many of them."""
    texts = table.texts(key)
    if table.raw(key) is None:
        table.fault(key, "missing; expected a list of texts")
    elif len(texts) < at_least:
        table.fault(key, f"has {len(texts)} entries; expected at least {at_least}")
    for number, text in enumerate(texts, start=1):
        if not text.strip() or text != text.strip() or "\n" in text:
            table.fault(f"{key}.{number}", f"{text[:40]!r}; expected one line of text")
    return texts


def whole(table: Table, key: str, bounds: Bounds, default: int | None = None) -> int:
    """Return a whole number within bounds; without a default the key must be there."""
    value = table.raw(key)
    if value is None and default is not None:
        return default
    if type(value) is int and bounds.least <= value <= bounds.most:
        return value
    table.fault(key, f"{_found(value)}; expected whole {bounds.words()}")
    return default if default is not None else bounds.least


def amount(table: Table, key: str, bounds: Bounds, default: float | None = None) -> float:
    """Return a number within bounds; without a default the key must be there."""
    value = table.raw(key)
    if value is None and default is not None:
        return default
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else nan
    if bounds.least <= number <= bounds.most:  # false for nan, which a file may state, too
        return float(number)
    table.fault(key, f"{_found(value)}; expected {bounds.words()}")
    return default if default is not None else float(bounds.least)


def span(table: Table, key: str, bounds: Bounds) -> tuple[int, int] | None:
    """Return a pair [least, most] within bounds, or None where the key is missing."""
    value = table.raw(key)
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        least, most = value
        if bounds.least <= least <= most <= bounds.most:
            return least, most
    expected = f"[least, most] in whole {bounds.words()}"
    table.fault(key, f"{value!r}; expected {expected}")
    return None


def format_one(table: Table) -> None:
    """Report a file whose ``format`` is not the one that this version reads."""
    value = table.raw("format")
    if type(value) is not int or value != 1:
        table.fault("format", f"{_found(value)}; expected 1, the only format of this version")


def _found(value: object) -> str:
    return "missing" if value is None else repr(value)
