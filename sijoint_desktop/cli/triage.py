"""The triage command: answers in, urgency, rules, pattern and routine out, as JSON."""

import argparse
import json
from typing import TextIO

from sijoint_desktop.cli.ports import PROGRAM, Ports, TriageKit
from sijoint_desktop.core.errors import ContentError, UserError
from sijoint_desktop.core.files import read_text
from sijoint_desktop.routine.planner import plan_for
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.findings import read_findings

SOUND, FAULTY = 0, 2


def triage(arguments: argparse.Namespace, ports: Ports, out: TextIO, err: TextIO) -> int:
    """Judge the answers of one person, or of a list; write nothing where any has a fault."""
    kit = ports.triage()
    name = str(arguments.answers)
    raw = _json(read_text(arguments.answers), name)
    many = isinstance(raw, list)
    cases: list[Answers] = []
    faults: list[str] = []
    for number, entry in enumerate(raw if isinstance(raw, list) else [raw], start=1):
        try:
            where = f"{name}: {number}" if many else name
            cases.append(read_findings(entry, where, kit.checker.catalogue))
        except ContentError as error:
            faults.extend(error.faults)
    for fault in faults:
        err.write(f"{PROGRAM}: {' '.join(fault.split())}\n")
    if faults:
        return FAULTY
    found = [_document(case, kit) for case in cases]
    out.write(json.dumps(found if many else found[0], indent=2) + "\n")
    return SOUND


def _json(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UserError(f"{name}: line {error.lineno}: is not JSON: {error.msg}") from None
    except RecursionError:
        raise UserError(f"{name}: is nested too deeply; expected an object or a list") from None


def _document(answers: Answers, kit: TriageKit) -> dict[str, object]:
    result = kit.checker.judge(answers)
    plan = plan_for(result, answers, kit.library, kit.plans)
    pattern = result.pattern
    scores = {"gate": pattern.gate.total} if pattern else {}
    scores |= {str(p): score.total for p, score in pattern.scores.items()} if pattern else {}
    return {
        "disposition": result.level,
        "rules": [{"id": rule.id, "because": list(rule.because)} for rule in result.fired],
        "profile": result.profile,
        "scores": scores,
        "routine": [str(slot.exercise_id) for slot in plan.routine.slots] if plan else None,
        "locked": result.locked,
    }
