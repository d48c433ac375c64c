"""Conditions over answers, as data files write them: who is asked, and when a rule applies.

An atom is ``code`` (answered yes), ``code:option``, ``code>=number``, ``code<number``, or one of
these behind ``!`` for not. A clause is an atom, a list of clauses of which any must hold, or a
table ``{ at_least = n, of = [clauses] }``. A condition is a list of clauses that must all hold.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.question import Catalogue, Kind, Reply

_ATOM = re.compile(r"(?P<no>!?)(?P<code>\w+)(?:(?P<sign>:|>=|<)(?P<value>\w+))?")


@dataclass(frozen=True, slots=True)
class Atom:
    """One statement about one answer; ``unsure_counts`` lets "not sure" pass for yes."""

    code: str
    sign: str = ""  # "", ":", ">=" or "<"
    value: str = ""
    negated: bool = False
    unsure_counts: bool = False

    def met(self, answers: Answers) -> frozenset[str] | None:
        """Return the code behind the statement where it holds, else None."""
        return frozenset({self.code}) if self._holds(answers) is not self.negated else None

    def _holds(self, answers: Answers) -> bool:
        if self.sign in (">=", "<"):
            number = answers.number(self.code)
            if number is None:
                return False
            return number >= int(self.value) if self.sign == ">=" else number < int(self.value)
        found = answers.get(self.code)
        if self.sign:
            return found == self.value
        return found == Reply.YES or (self.unsure_counts and found == Reply.NOT_SURE)


@dataclass(frozen=True, slots=True)
class Count:
    """Holds where at least so many of its clauses hold."""

    clauses: "tuple[Clause, ...]"
    at_least: int = 1

    def met(self, answers: Answers) -> frozenset[str] | None:
        """Return the codes behind all the clauses that hold, where they are enough, else None."""
        found = [codes for clause in self.clauses if (codes := clause.met(answers)) is not None]
        return frozenset().union(*found) if len(found) >= self.at_least else None


Clause: TypeAlias = Atom | Count


def met(clauses: Iterable[Clause], answers: Answers) -> frozenset[str] | None:
    """Return the codes behind a condition where every clause of it holds, else None."""
    codes: set[str] = set()
    for clause in clauses:
        found = clause.met(answers)
        if found is None:
            return None
        codes |= found
    return frozenset(codes)


def holds(clauses: Iterable[Clause], answers: Answers) -> bool:
    """Tell whether every clause of a condition holds."""
    return met(clauses, answers) is not None


def codes_of(clauses: Iterable[Clause]) -> frozenset[str]:
    """Return every code that a condition speaks of."""
    return frozenset().union(
        *({c.code} if isinstance(c, Atom) else codes_of(c.clauses) for c in clauses)
    )


def parse_condition(
    raw: Iterable[object], catalogue: Catalogue, sets: Mapping[str, list[object]] | None = None
) -> tuple[Clause, ...]:
    """Read a condition; ``sets`` are named lists that ``@name`` stands for.

    Raises ValueError saying which part is not understood.
    """
    return tuple(_clause(part, catalogue, sets or {}) for part in raw)


def _clause(raw: object, catalogue: Catalogue, sets: Mapping[str, list[object]]) -> Clause:
    if isinstance(raw, str):
        return _atom(raw, catalogue)
    if isinstance(raw, list):
        return Count(_clauses(raw, catalogue, sets))
    if isinstance(raw, dict) and raw.keys() == {"at_least", "of"}:
        return Count(_clauses(raw["of"], catalogue, sets), raw["at_least"])
    raise ValueError(f"{raw!r} is no atom, list or count")


def _clauses(
    raw: Iterable[object], catalogue: Catalogue, sets: Mapping[str, list[object]]
) -> tuple[Clause, ...]:
    parts: list[object] = []
    for part in raw:
        if isinstance(part, str) and part.startswith("@"):
            if part[1:] not in sets:
                raise ValueError(f"there is no set {part!r}")
            parts.extend(sets[part[1:]])
        else:
            parts.append(part)
    return tuple(_clause(part, catalogue, sets) for part in parts)


def _atom(text: str, catalogue: Catalogue) -> Atom:
    found = _ATOM.fullmatch(text)
    if found is None or found["code"] not in catalogue:
        raise ValueError(f"{text!r} names no question")
    question = catalogue[found["code"]]
    sign, value = found["sign"] or "", found["value"] or ""
    fits = {
        "": question.kind is Kind.YES_NO,
        ":": value in question.options or (value == Reply.NOT_SURE and bool(question.options)),
    }.get(sign, question.kind in (Kind.NUMBER, Kind.SCALE) and value.isdigit())
    if not fits:
        raise ValueError(f"{text!r} does not fit the kind of its question")
    return Atom(question.code, sign, value, bool(found["no"]), question.unsure_counts)
