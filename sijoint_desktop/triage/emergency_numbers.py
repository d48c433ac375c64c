"""Whom to call, by country: numbers as data, never shown without the name of their country."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

from sijoint_desktop.content.fields import line, lines
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.motion.table import Table
from sijoint_desktop.triage.parse import open_table

UNKNOWN_COUNTRY = mark("your local emergency number (112 works on many mobiles)")
MATERNITY_UNIT = mark("Call your maternity unit as well. Say how many weeks pregnant you are.")
MATERNITY_IF = mark("If you are pregnant, call your maternity unit as well.")


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone line other than the emergency number."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """The numbers of one country; an unknown country has no name and no number."""

    country: str = ""
    emergency: tuple[str, ...] = ()
    advice: Line | None = None
    crisis: Line | None = None

    @property
    def emergency_words(self) -> str:
        """Complete "Call ...", with the country named, such as "999 or 112 (United Kingdom)"."""
        if not self.emergency:
            return tr(UNKNOWN_COUNTRY)
        return f"{reduce(_either, self.emergency)} ({self.country})"

    @property
    def crisis_words(self) -> str:
        """Complete "Call ..." for thoughts of self-harm; without a line, the emergency number."""
        if self.crisis is None:
            return self.emergency_words
        return f"{self.crisis.name}, {self.crisis.number} ({self.country})"


def _either(first: str, last: str) -> str:
    return tr("{first} or {last}", first=first, last=last)


@dataclass(frozen=True, slots=True)
class EmergencyNumbers:
    """The contacts of every known country, and the day on which they were last checked."""

    as_of: date
    by_country: Mapping[str, Contacts]  # by ISO 3166-1 alpha-2 code

    def of(self, territory: str) -> Contacts:
        """Return the contacts of a territory, such as "GB"; those of no country if unknown."""
        return self.by_country.get(territory.upper(), Contacts())


def parse_emergency_numbers(text: str, name: str = "emergency_numbers.toml") -> EmergencyNumbers:
    """Read the numbers; raises ContentError with every fault."""
    table = open_table(text, name)
    as_of = table.raw("as_of")
    if not isinstance(as_of, date):
        table.fault("as_of", "expected a date")
    codes = [key for key in table if key not in ("format", "as_of")]
    found = {code: _contacts(table.table(code)) for code in codes}
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            table.fault(code, "expected a territory code of two capital letters")
    if table.faults or not isinstance(as_of, date):
        raise ContentError(table.faults)
    return EmergencyNumbers(as_of, found)


def _contacts(entry: Table) -> Contacts:
    found = Contacts(
        country=line(entry, "name"),
        emergency=lines(entry, "emergency", at_least=1),
        advice=_line(entry, "advice"),
        crisis=_line(entry, "crisis"),
    )
    entry.close()
    return found


def _line(entry: Table, key: str) -> Line | None:
    if not entry.has(key):
        return None
    table = entry.table(key)
    found = Line(line(table, "name"), line(table, "number"))
    table.close()
    return found
