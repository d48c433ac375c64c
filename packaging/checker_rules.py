"""Writes the table of rules in docs/checker.md anew from the rules themselves."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sijoint_desktop.triage.condition import Atom, Clause, Count
from sijoint_desktop.triage.parse import parse_questions
from sijoint_desktop.triage.rules import ALONE, Rule, parse_rules

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "checker.md"
BEGIN, END = "<!-- rules: begin -->\n", "<!-- rules: end -->\n"


def with_table(page: str, questions: str, rules: str) -> str:
    """Return the page with the table between its marks made from the texts of both files."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + _table(questions, rules) + END + after


def _table(questions: str, rules: str) -> str:
    catalogue = parse_questions(questions)
    found = parse_rules(rules, catalogue).rules
    version = tomllib.loads(rules)["version"]
    lines = [
        f"Version {version}.\n",
        "| rule | level | when | source |",
        "| --- | --- | --- | --- |",
    ]
    lines += [_row(rule) for rule in found if not rule.id.startswith(ALONE)]
    lines += ["", "| a yes on its own | level | source |", "| --- | --- | --- |"]
    lines += [
        f"| `{rule.id.removeprefix(ALONE)}` | {rule.level} | {rule.source} |"
        for rule in found
        if rule.id.startswith(ALONE)
    ]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    when = "; **or** ".join(_all(way) for way in rule.ways)
    if rule.unless:
        when += f"; not with {_all(rule.unless)}"
    return f"| {rule.id} | {rule.level} | {when} | {rule.source} |"


def _all(clauses: tuple[Clause, ...]) -> str:
    return " **and** ".join(_clause(clause) for clause in clauses)


def _clause(clause: Clause) -> str:
    if isinstance(clause, Atom):
        return f"`{clause.code}{clause.sign}{clause.value}`"
    return _count(clause)


def _count(count: Count) -> str:
    inner = [_clause(clause) for clause in count.clauses]
    if count.at_least == 1:
        return inner[0] if len(inner) == 1 else f"any of ({', '.join(inner)})"
    return f"{count.at_least} of ({', '.join(inner)})"


def main() -> None:
    """Write the page."""
    folder = ROOT / "assets" / "triage"
    texts = [
        (folder / name).read_text(encoding="utf-8") for name in ("questions.toml", "rules.toml")
    ]
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), *texts), encoding="utf-8")


if __name__ == "__main__":
    main()
