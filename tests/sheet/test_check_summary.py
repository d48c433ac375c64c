from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from sijoint_desktop.routine.planner import plan_for
from sijoint_desktop.routine.plans import parse_plans
from sijoint_desktop.sheet.check_summary import compose_check_summary
from sijoint_desktop.sheet.model import Paragraph, Section, Sheet, Table
from sijoint_desktop.triage.advice import advice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.emergency_numbers import parse_emergency_numbers
from sijoint_desktop.triage.pattern import HONESTY_NOTE
from sijoint_desktop.triage.question import Reply, Value
from tests.routine.whole_library import WHOLE
from tests.triage.shipped import CATALOGUE, CHECK, FILES, SPARSE_ANSWERS, answers

CONTACTS = parse_emergency_numbers(FILES["emergency_numbers.toml"]).of("GB")
PLANS = parse_plans(FILES["plans.toml"])
AT = datetime(2026, 11, 25, 21, 30, tzinfo=UTC)


def summary(given: Answers, corrected: dict[str, tuple[Value, ...]] | None = None) -> Sheet:
    result = CHECK.judge(given)
    return compose_check_summary(
        result,
        given,
        CHECK,
        told=advice(result.level, CONTACTS),
        at=AT,
        name="Anna",
        plan=plan_for(result, given, WHOLE, PLANS),
        corrected=corrected,
    )


def section(sheet: Sheet, heading: str) -> Section:
    return next(one for one in sheet.sections if one.heading == heading)


def told(part: Section) -> str:
    found = []
    for each in part.parts:
        if isinstance(each, Table):
            found += [" | ".join(row) for row in each.rows]
        else:
            found.append(" ".join(span.text for span in each.spans))
    return "\n".join(found)


def test_it_says_what_to_do_and_by_when_first() -> None:
    sheet = summary(answers("fever_chills", age=71, sex="male"))
    frame = " ".join(span.text for rule in sheet.stop_rules for span in rule)
    assert frame.startswith("Get medical advice today. Level 4 of 5, urgent.")
    assert "in 48 hours at most" in frame
    assert sheet.stop_sign
    assert sheet.subtitle.startswith("Anna, 25 November 2026, 21:30. Age in years: 71.")


def test_every_rule_stands_with_the_answers_behind_it_and_what_it_looks_for() -> None:
    why = told(section(summary(answers("fever_chills", "immune_weak:not_sure")), "Why"))
    assert "Fever, chills or shaking: Yes" in why
    assert "septic sacroiliitis" in why
    assert "urgent" in why


@pytest.mark.parametrize(("side", "words"), [("left", "My left"), ("right", "My right")])
def test_left_stays_left_and_right_stays_right(side: str, words: str) -> None:
    where = told(section(summary(answers(f"side:{side}", "buttock_pain")), "Where it hurts"))
    assert f"The side that hurts most | {words}" in where
    assert "Bottom or back of the pelvis | Yes" in where
    assert ({"My left", "My right"} - {words}).pop() not in where


def test_the_pattern_shows_how_each_answer_counted_and_that_it_is_a_label() -> None:
    sheet = summary(answers("side:left", "buttock_pain", "fortin_one_finger", "stork_stuck"))
    pattern = section(sheet, "Pattern")
    assert "One spot beside the dimple, found twice +2" in told(pattern)
    assert "Stiffness | 1 | Lifting one knee, that side feels blocked +1" in told(pattern)
    assert pattern.parts[-1] == Paragraph(pattern.parts[-1].spans, small=True)  # type: ignore[union-attr]
    assert HONESTY_NOTE in told(pattern)
    assert not sheet.stop_sign


def test_a_changed_answer_is_told_with_both_answers() -> None:
    sheet = summary(answers(), {"fever_chills": (Reply.YES,)})
    assert "Fever, chills or shaking: first Yes, in the end No." in told(sheet.sections[-1])


def test_the_rule_set_is_named_on_every_page() -> None:
    assert CHECK.rules.version in summary(answers()).footer


@given(given=SPARSE_ANSWERS)
@settings(max_examples=40, deadline=None)
def test_no_yes_and_no_doubt_is_ever_left_out(
    given: Answers,
) -> None:
    sheet = summary(given)
    words = sheet.subtitle + "\n".join(told(part) for part in sheet.sections)
    asked = {code for part in CHECK.flow.sections for code in part.codes}
    for code, value in given.replies.items():
        if code in asked and value in (Reply.YES, Reply.NOT_SURE):
            assert CATALOGUE[code].sign in words
    for rule in CHECK.judge(given).fired:
        assert rule.words.rstrip(".") in words
