"""The check as one value: questions, way, rules and pattern; answers in, one result out."""

from collections.abc import Mapping
from dataclasses import dataclass

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.language import tr
from sijoint_desktop.motion.table import Table
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.condition import parse_condition
from sijoint_desktop.triage.flow import Flow, Page, Section
from sijoint_desktop.triage.parse import open_table, parse_questions
from sijoint_desktop.triage.pattern import Pattern, PatternTable, Profile, parse_pattern
from sijoint_desktop.triage.question import Catalogue
from sijoint_desktop.triage.rules import Fired, RuleSet, parse_rules, read_condition
from sijoint_desktop.triage.urgency import Urgency, highest

GATE = "GATE"
"""The id of the rule that answers do not look like SI joint pain (clinical brief a.2)."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a complete check comes to.

    ``pattern`` is None at the urgent and emergency levels, where the check stops before it.
    """

    level: Urgency
    fired: tuple[Fired, ...]  # the most urgent first
    pattern: Pattern | None
    rules_version: str

    @property
    def profile(self) -> Profile:
        """The profile; none at levels that end the check before it is asked for."""
        return self.pattern.profile if self.pattern else Profile.NONE

    @property
    def locked(self) -> bool:
        """Tell whether plan, session start and practice are closed; then there is no routine."""
        return self.level.locks


@dataclass(frozen=True, slots=True)
class Checker:
    """The symptom checker, without a window."""

    catalogue: Catalogue
    rules: RuleSet
    patterns: PatternTable
    flow: Flow

    def result(self, answers: Answers) -> Result | None:
        """Return the result of a complete check, or None while anything is still to be asked."""
        if not self.flow.complete(answers):
            return None
        return self.judge(self.flow.relevant(answers))

    def judge(self, answers: Answers) -> Result:
        """Judge answers as they are, taking everything that is not there as not the case."""
        fired = self.rules.fired(answers)
        level = highest(rule.level for rule in fired)
        if level.rank >= Urgency.URGENT.rank:
            return Result(level, fired, None, self.rules.version)
        pattern = self.patterns.match(answers)
        if pattern.profile is Profile.NOT_SIJ:
            level = Urgency.CLINICIAN
            fired = self._with_gate(fired, pattern)
        return Result(level, fired, pattern, self.rules.version)

    def _with_gate(self, fired: tuple[Fired, ...], pattern: Pattern) -> tuple[Fired, ...]:
        codes = frozenset().union(*(row.codes for row in pattern.gate.counted))
        gate = Fired(
            GATE,
            Urgency.CLINICIAN,
            tr("Your answers do not look like pain from the SI joint."),
            tr("Fortin sign; Laslett 2005, 2008; Fagevik Olsen 2014; the points are expert-set"),
            self.rules.in_order(codes),
        )
        return tuple(sorted((*fired, gate), key=lambda rule: -rule.level.rank))


def parse_checker(files: Mapping[str, str]) -> Checker:
    """Read the check from its files by name: questions, rules, pattern and flow, each ``.toml``.

    Raises ContentError with the faults of the first file that has any.
    """
    catalogue = parse_questions(files["questions.toml"])
    rules = parse_rules(files["rules.toml"], catalogue)
    patterns = parse_pattern(files["pattern.toml"], catalogue)
    flow = Flow(
        catalogue,
        _sections(files["flow.toml"], catalogue),
        lambda answers: highest(rule.level for rule in rules.fired(answers)),
        {q.code: parse_condition(q.only_if, catalogue) for q in catalogue},
    )
    return Checker(catalogue, rules, patterns, flow)


def _sections(text: str, catalogue: Catalogue, name: str = "flow.toml") -> tuple[Section, ...]:
    table = open_table(text, name)
    found = tuple(_section(entry, catalogue) for entry in table.tables("section"))
    table.close()
    for code in catalogue.questions:
        places = [section for section in found if code in section.codes]
        if len(places) != 1 and not (places and all(place.only_if for place in places)):
            expected = "expected once, or each time with an only_if"
            table.fault("section", f"{code!r} stands {len(places)} times; {expected}")
    if table.faults:
        raise ContentError(table.faults)
    return found


def _section(entry: Table, catalogue: Catalogue) -> Section:
    only_if = entry.raw("only_if")
    section = Section(
        page=entry.choice("page", Page),
        heading=entry.text("heading"),
        codes=entry.texts("codes", catalogue.questions),
        only_if=() if only_if is None else read_condition(entry, "only_if", only_if, catalogue, {}),
    )
    entry.close()
    return section
