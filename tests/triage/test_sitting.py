"""A mistaken tick is corrected and stays on record; a draft comes back as it was or not at all."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.sitting import Sitting, read_draft
from tests.triage.shipped import CATALOGUE, SPARSE_ANSWERS

BEGUN = Sitting().answered({"age": 40, "sex": "male"}).on(Page.EMERGENCY_SIGNS)


def test_a_corrected_tick_counts_and_every_answer_stays_on_record() -> None:
    ticked = BEGUN.answered({"ces_bowel": Reply.YES})
    corrected = ticked.answered({"ces_bowel": Reply.NO, "age": 40})
    assert corrected.answers.get("ces_bowel") == Reply.NO
    assert corrected.corrected == {"ces_bowel": (Reply.YES,)}
    again = corrected.answered({"ces_bowel": Reply.YES})
    assert again.corrected == {"ces_bowel": (Reply.YES, Reply.NO)}
    assert ticked.corrected == {}


def test_going_back_keeps_the_answers() -> None:
    back = BEGUN.on(Page.START)
    assert back.page is Page.START
    assert back.answers == BEGUN.answers


@settings(max_examples=60, deadline=None)
@given(SPARSE_ANSWERS, SPARSE_ANSWERS)
def test_a_draft_comes_back_as_it_was(first: Answers, second: Answers) -> None:
    sitting = Sitting().answered(first.replies).answered(second.replies).on(Page.HOW)
    answers, corrected = json.loads(
        json.dumps([dict(sitting.answers.replies), dict(sitting.corrected)])
    )
    assert read_draft("how", answers, corrected, CATALOGUE) == sitting


@pytest.mark.parametrize(
    ("page", "answers", "corrected"),
    [
        ("nowhere", {"age": 40}, {}),
        ("how", {"gone_code": "yes"}, {}),
        ("how", {"age": "old"}, {}),
        ("how", {"ces_bowel": 3}, {}),
        ("how", {"age": 40}, {"gone_code": ("yes",)}),
        ("how", {"age": 40}, {"ces_bowel": ("perhaps",)}),
    ],
)
def test_a_damaged_draft_is_no_draft(
    page: str, answers: Mapping[str, str | int], corrected: Mapping[str, tuple[str | int, ...]]
) -> None:
    assert read_draft(page, answers, corrected, CATALOGUE) is None
