"""Everything that the check says is in the language that is spoken."""

from datetime import UTC, datetime, timedelta

import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.advice import advice
from sijoint_desktop.triage.checker import Checker, parse_checker
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.emergency_numbers import parse_emergency_numbers
from sijoint_desktop.triage.findings import read_findings
from sijoint_desktop.triage.lock import (
    Hurt,
    LockState,
    Rescreened,
    SafetyHistory,
    checked,
    clearance,
    lock_state,
)
from sijoint_desktop.triage.pattern import HONESTY_NOTE, Profile
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.rescreen import QUESTIONS, advice_for
from sijoint_desktop.triage.telephone import what_to_say
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.pseudo import untranslated
from tests.triage.shipped import FILES

_NOW = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture
def check(pseudo: None) -> Checker:
    return parse_checker(FILES)


def gaps(*texts: str) -> list[str]:
    assert texts
    return [text for text in texts if untranslated(text)]


def test_every_question_and_answer_is_translated(check: Checker) -> None:
    for question in check.catalogue:
        values = (*question.options, *Reply)
        said = [question.words(value) for value in values]
        assert gaps(question.ask, question.sign, question.means, question.source, *said) == []
    assert gaps(*(section.heading for section in check.flow.sections)) == []
    assert gaps(*(profile.words for profile in Profile), tr(HONESTY_NOTE)) == []


@pytest.mark.parametrize("code", ["GB", "NZ", "ZZ"])
def test_every_line_of_advice_is_translated(check: Checker, code: str) -> None:
    contacts = parse_emergency_numbers(FILES["emergency_numbers.toml"]).of(code)
    for level in Urgency:
        told = advice(level, contacts, pregnant=None, unsafe=True)
        assert gaps(told.heading, *told.lines) == []
    for question in QUESTIONS:
        told_before = advice_for({question.id: True}, contacts)
        assert told_before is not None
        assert gaps(told_before.heading, *told_before.lines, tr(question.text)) == []
    assert gaps(*(reason.words for reason in DueReason)) == []


@pytest.mark.parametrize("status", ["pregnant", "not_sure", "postpartum_0_6wk"])
def test_what_to_say_and_why_is_translated(check: Checker, status: str) -> None:
    findings = ["ces_bowel", "fever_chills:not_sure", "unsafe_thoughts", "pain_avg_week:3"]
    findings += ["duration:2_6wk", f"pregnancy_status:{status}"]
    raw = {"age": 30, "sex": "female", "findings": findings}
    answers = read_findings(raw, "here", check.catalogue)
    result = check.judge(answers)
    assert gaps(*what_to_say(result, answers, check.catalogue)) == []
    assert gaps(*(fired.words for fired in result.fired)) == []
    assert gaps(*checked(result, answers, check.catalogue, _NOW).reasons) == []


def test_what_does_not_look_like_the_joint_is_translated(check: Checker) -> None:
    raw = {"age": 30, "sex": "male", "findings": ["midline_above_belt"]}
    (fired,) = check.judge(read_findings(raw, "here", check.catalogue)).fired
    assert gaps(fired.words, fired.source) == []


def test_what_closes_exercise_is_translated(check: Checker) -> None:
    assert check.catalogue
    screens = (Rescreened(_NOW, {question.id: True for question in QUESTIONS}),)
    history = SafetyHistory(rescreens=screens, hurts=(Hurt(_NOW, 3, new_numbness=True),))
    lock = lock_state(history, _NOW)
    assert isinstance(lock, LockState)
    assert len(lock.reasons) == len(QUESTIONS) + 1
    assert gaps(*lock.reasons) == []
    for days in (-1, 1):
        with pytest.raises(UserError) as refused:
            clearance((_NOW + timedelta(days=days)).date(), lock=lock, now=_NOW)
        assert gaps(str(refused.value)) == []
