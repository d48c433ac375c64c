"""A mistaken tick is corrected and stays on record; a draft comes back as it was or not at all."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.sitting import Revision, Sitting, read_draft
from tests.triage.shipped import CATALOGUE, SPARSE_ANSWERS

T0 = datetime(2026, 11, 2, 10, tzinfo=UTC)
LATER = T0 + timedelta(minutes=1)
BEGUN = Sitting(T0).answered({"age": 40, "sex": "male"}, T0).on(Page.EMERGENCY_SIGNS)


def test_a_corrected_tick_counts_and_both_answers_stay_on_record() -> None:
    ticked = BEGUN.answered({"ces_bowel": Reply.YES}, T0)
    corrected = ticked.answered({"ces_bowel": Reply.NO, "age": 40}, LATER)
    assert corrected.answers.get("ces_bowel") == Reply.NO
    assert corrected.revisions == (Revision("ces_bowel", Reply.YES, Reply.NO, LATER),)
    assert ticked.revisions == ()


def test_going_back_keeps_the_answers() -> None:
    back = BEGUN.on(Page.START)
    assert back.page is Page.START
    assert back.answers == BEGUN.answers


@settings(max_examples=60, deadline=None)
@given(SPARSE_ANSWERS, SPARSE_ANSWERS)
def test_a_draft_comes_back_as_it_was(first: Answers, second: Answers) -> None:
    sitting = Sitting(T0).answered(first.replies, T0).answered(second.replies, LATER).on(Page.HOW)
    assert read_draft(json.loads(json.dumps(sitting.document())), CATALOGUE) == sitting


@pytest.mark.parametrize(
    "damage",
    [
        {"page": "nowhere"},
        {"started_at": "yesterday"},
        {"started_at": "2026-11-02T10:00:00"},
        {"answers": {"gone_code": "yes"}},
        {"answers": {"age": "old"}},
        {"answers": {"age": 40.5}},
        {"answers": []},
        {"revisions": {}},
        {"revisions": [{"code": "ces_bowel", "before": "yes"}]},
        {"revisions": ["ces_bowel"]},
    ],
)
def test_a_damaged_draft_is_no_draft(damage: dict[str, object]) -> None:
    assert read_draft({**BEGUN.document(), **damage}, CATALOGUE) is None
    assert read_draft({}, CATALOGUE) is None
