"""The language that a person reads: words looked up in a catalog, counted and listed by its habits.

English sentences in the code are the keys of the catalogs. ``tr`` looks one up when it is shown,
never while a module is imported: a constant is marked with ``mark`` and handed to ``tr`` where it
is used. Which language it is stands in one place for the whole process, as with gettext itself;
the program sets it before it makes a window or runs a command.
"""

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""Code and own name of each language that the program speaks."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How numbers and dates are written where the person lives, whatever the language."""

    decimal_point: str = "."
    first_weekday: int = 0  # 0 is Monday, 6 Sunday, as in datetime
    month_first: bool = False  # November 26 in place of 26 November
    half_day_clock: bool = False  # 2:05 pm in place of 14:05


class Catalog(Protocol):
    """What looks words up: an object of gettext."""

    def gettext(self, message: str) -> str:
        """Return the words for a message."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the words for a message about ``n`` things."""
        ...

    def pgettext(self, context: str, message: str) -> str:
        """Return the words for a message where it has a meaning of its own."""
        ...


@dataclass(slots=True)
class _Spoken:
    code: str
    catalog: Catalog
    habits: Habits


_spoken = _Spoken("en", gettext.NullTranslations(), Habits())


def speak(code: str, catalog: Catalog | None = None, habits: Habits | None = None) -> None:
    """Use a language from now on; without a catalog the English of the code is used."""
    _spoken.code = code
    _spoken.catalog = catalog or gettext.NullTranslations()
    _spoken.habits = habits or Habits()


def language() -> str:
    """Return the code of the language in use, such as "de"."""
    return _spoken.code


def habits() -> Habits:
    """Return how numbers and dates are written."""
    return _spoken.habits


def mark(text: str, _context: str = "") -> str:
    """Return a constant as it is, so that it is listed for translation; ``tr`` shows it later."""
    return text


def tr(text: str, context: str = "", /, **values: object) -> str:
    """Return words in the language in use, with ``{name}`` replaced by the values given.

    ``context`` tells apart two meanings of one English word. The text is written out where this is
    called, or was marked.
    """
    if not text:
        return ""  # a catalog tells of itself under the empty text
    catalog = _spoken.catalog
    words = catalog.pgettext(context, text) if context else catalog.gettext(text)
    return words.format(**values) if values else words


def plural(one: str, many: str, n: int, /, **values: object) -> str:
    """Return words about ``n`` things, with ``{n}`` and ``{name}`` replaced."""
    return _spoken.catalog.ngettext(one, many, n).format(n=n, **values)


def number(value: float, digits: int | None = None) -> str:
    """Return a number with the decimal sign in use: with so many digits, or as few as it needs."""
    text = f"{value:g}" if digits is None else f"{value:.{digits}f}"
    return text.replace(".", _spoken.habits.decimal_point)


def whole_number(value: int) -> str:
    """Return a whole number with its thousands set apart as they are written here."""
    text = f"{value:,}"
    return text if _spoken.habits.decimal_point == "." else text.replace(",", ".")


def capital(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "one", "one and two", "one, two and three"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])
