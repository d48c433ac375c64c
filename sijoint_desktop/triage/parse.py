"""Reads the questions of the check from their file and reports every fault with its place."""

import tomllib

from sijoint_desktop.content.fields import Bounds, format_one, line, whole
from sijoint_desktop.content.translation import translated
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.motion.table import Table
from sijoint_desktop.triage.condition import parse_condition
from sijoint_desktop.triage.question import Catalogue, Kind, Question
from sijoint_desktop.triage.urgency import Urgency


def open_table(text: str, name: str) -> Table:
    """Return the top table of a shipped TOML file, its texts in the language in use.

    Raises ContentError where it is not TOML.
    """
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError([f"{name}: is not TOML: {error}"]) from None
    table = Table(translated(entries), f"{name}: ", [])
    format_one(table)
    return table


def parse_questions(text: str, name: str = "questions.toml") -> Catalogue:
    """Read the questions; raises ContentError with every fault."""
    table = open_table(text, name)
    questions: dict[str, Question] = {}
    for entry in table.tables("question"):
        question = _question(entry)
        if question.code in questions:
            entry.fault("code", f"{question.code!r} is there twice")
        questions[question.code] = question
    table.close()
    catalogue = Catalogue(questions)
    for question in catalogue:
        try:
            parse_condition(question.only_if, catalogue)
        except ValueError as error:
            table.fault(f"{question.code}.only_if", str(error))
    if table.faults:
        raise ContentError(table.faults)
    return catalogue


def _question(entry: Table) -> Question:
    kind = entry.choice("kind", Kind)
    options = entry.table("options")
    only_if = entry.raw("only_if")
    question = Question(
        code=line(entry, "code"),
        group=line(entry, "group"),
        ask=line(entry, "ask"),
        sign=line(entry, "sign"),
        means=line(entry, "means"),
        kind=kind,
        source=line(entry, "source"),
        options={key: line(options, key) for key in options},
        most=whole(entry, "most", Bounds(10, 150, "numbers"), default=10),
        alone=entry.choice("alone", Urgency) if entry.has("alone") else None,
        lasting=entry.flag("lasting"),
        only_if=tuple(only_if) if isinstance(only_if, list) else (),
        optional=entry.flag("optional"),
        why=line(entry, "why", empty=True),
        said=line(entry, "said", empty=True),
    )
    if bool(question.options) is not (kind is Kind.CHOICE):
        entry.fault("options", "expected for a choice, and for nothing else")
    entry.close()
    return question
