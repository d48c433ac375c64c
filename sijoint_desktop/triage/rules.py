"""The rules that say how urgent answers are, read from data, and what they find."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijoint_desktop.content.fields import line
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.motion.table import Table
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.condition import Atom, Clause, codes_of, holds, met, parse_condition
from sijoint_desktop.triage.parse import open_table
from sijoint_desktop.triage.question import Catalogue
from sijoint_desktop.triage.urgency import Urgency

ALONE = "alone:"
"""The id of the rule that a single answer makes is this and its code."""

Sets = Mapping[str, list[object]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Reaches its level where any of its ways holds, and none of ``unless``.

    ``below`` is the id of a graver rule that this one is not listed beside.
    """

    id: str
    level: Urgency
    words: str
    source: str
    ways: tuple[tuple[Clause, ...], ...]
    unless: tuple[Clause, ...] = ()
    below: str = ""

    def because(self, answers: Answers) -> frozenset[str] | None:
        """Return the codes of the answers behind the rule where it applies, else None."""
        if any(holds((clause,), answers) for clause in self.unless):
            return None
        found = [codes for way in self.ways if (codes := met(way, answers)) is not None]
        return frozenset().union(*found) if found else None

    @property
    def codes(self) -> frozenset[str]:
        """Every code that can be behind this rule."""
        return frozenset().union(*(codes_of(way) for way in self.ways))


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that applied, and the codes of the answers behind it in the order of the catalogue."""

    id: str
    level: Urgency
    words: str
    source: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules about urgency, those of single answers included, with their version."""

    version: str
    rules: tuple[Rule, ...]
    order: tuple[str, ...]  # all codes, in the order of the catalogue

    def fired(self, answers: Answers) -> tuple[Fired, ...]:
        """Return every rule that applies, the most urgent first."""
        found = {
            rule.id: (rule, c) for rule in self.rules if (c := rule.because(answers)) is not None
        }
        listed = [(rule, codes) for rule, codes in found.values() if rule.below not in found]
        listed.sort(key=lambda pair: -pair[0].level.rank)
        return tuple(
            Fired(rule.id, rule.level, rule.words, rule.source, self.in_order(codes))
            for rule, codes in listed
        )

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return codes in the order of the catalogue."""
        wanted = frozenset(codes)
        return tuple(code for code in self.order if code in wanted)


def parse_rules(text: str, catalogue: Catalogue, name: str = "rules.toml") -> RuleSet:
    """Read the rules about several answers and add those of single ones.

    Raises ContentError with every fault.
    """
    table = open_table(text, name)
    sets = read_sets(table)
    rules = [_alone(code, catalogue) for code in catalogue.findings if catalogue[code].alone]
    rules += [_rule(entry, catalogue, sets) for entry in table.tables("rule")]
    version = line(table, "version")
    table.close()
    levels = {rule.id: rule.level for rule in rules}
    for rule in rules:
        if rule.below and not rule.level.rank < levels.get(rule.below, rule.level).rank:
            table.fault(f"{rule.id}.below", f"{rule.below!r}; expected the id of a graver rule")
    if len(levels) < len(rules):
        table.fault("rule", "two rules share an id")
    if table.faults:
        raise ContentError(table.faults)
    return RuleSet(version, tuple(rules), tuple(question.code for question in catalogue))


def read_sets(table: Table) -> Sets:
    """Return the named lists of a file of conditions."""
    sets = table.table("sets")
    found: dict[str, list[object]] = {}
    for key in sets:
        raw = sets.raw(key)
        found[key] = raw if isinstance(raw, list) else []
    return found


def read_condition(
    table: Table, key: str, raw: object, catalogue: Catalogue, sets: Sets
) -> tuple[Clause, ...]:
    """Return one condition of a file; what is not understood is noted as a fault at ``key``."""
    if not isinstance(raw, list) or not raw:
        table.fault(key, "expected a list of clauses")
        return ()
    try:
        return parse_condition(raw, catalogue, sets)
    except ValueError as error:
        table.fault(key, str(error))
        return ()


def _alone(code: str, catalogue: Catalogue) -> Rule:
    question = catalogue[code]
    return Rule(
        id=ALONE + code,
        level=question.alone or Urgency.SELF_CARE,
        words=question.sign,
        source=question.source,
        ways=((Atom(code, unsure_counts=question.unsure_counts),),),
    )


def _rule(entry: Table, catalogue: Catalogue, sets: Sets) -> Rule:
    ways = entry.raw("ways")
    unless = entry.raw("unless")
    rule = Rule(
        id=line(entry, "id"),
        level=entry.choice("level", Urgency),
        words=line(entry, "words"),
        source=line(entry, "source"),
        ways=tuple(
            read_condition(entry, "ways", way, catalogue, sets)
            for way in (ways if isinstance(ways, list) else [[]])
        ),
        unless=() if unless is None else read_condition(entry, "unless", unless, catalogue, sets),
        below=line(entry, "below", empty=True),
    )
    entry.close()
    return rule
