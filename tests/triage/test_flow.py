"""The wizard asks what can matter, in an order that puts danger first, and no more than that."""

import re

import pytest
from hypothesis import given, settings

from sijoint_desktop.content.self_test import parse_self_tests
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Question, Reply, Value
from sijoint_desktop.triage.urgency import Urgency
from tests.content.samples import shipped_self_tests
from tests.triage.shipped import CATALOGUE, CHECK, EVERY_ANSWER, walk

FLOW = CHECK.flow

PAIN_ON_THE_LEFT: dict[str, Value] = {
    "side": "left",
    "buttock_pain": Reply.YES,
    "duration": "2_6wk",
    "sex": "male",
}


def shown_on(page: Page, replies: Answers) -> set[str]:
    return {q.code for shown in FLOW.shown(page, replies) for q in shown.questions}


def every_shown(replies: Answers, pages: list[Page]) -> list[str]:
    return [
        q.code for page in pages for shown in FLOW.shown(page, replies) for q in shown.questions
    ]


PEOPLE: tuple[dict[str, Value], ...] = (
    {"sex": "male", "age": 66, "impact_pain_buildup": Reply.YES, "renal_colic": Reply.YES},
    {"sex": "female", "age": 30, "pregnancy_status": "pregnant", "groin_pain_main": Reply.YES},
    {"sex": "female", "age": 30, "pregnancy_status": "pregnant", "duration": "over_3mo"},
    {"sex": "male", "age": 40, "aslr_heavy": "left", "duration": "over_3mo"},
    {"sex": "female", "age": 40, "outer_hip_pain": Reply.YES},
    {
        "sex": "male",
        "age": 40,
        "duration": "over_3mo",
        **dict.fromkeys(("buttock_pain", "slow_onset", "psoriasis", "family_spa"), Reply.YES),
        **dict.fromkeys(("sit_long_stiff", "hm_palms_floor"), Reply.YES),
    },
)


def test_every_question_is_reached_by_somebody() -> None:
    reached: set[str] = set()
    for person in PEOPLE:
        given_answers, pages = walk(person)
        reached.update(every_shown(given_answers, pages))
    assert len(CATALOGUE.findings) == 135
    assert set(CATALOGUE.questions) - reached == set()


@pytest.mark.parametrize("code", [q.code for q in CATALOGUE if q.alone is Urgency.EMERGENCY])
def test_an_emergency_sign_ends_the_check_on_its_page(code: str) -> None:
    person: dict[str, Value] = {"sex": "other", "age": 30, code: Reply.YES}
    if code.startswith("preg_"):
        person["pregnancy_status"] = "pregnant"
    _, pages = walk(person)
    assert pages == [Page.START, Page.EMERGENCY_SIGNS, Page.RESULT]


def test_answers_that_are_an_emergency_together_end_the_check_where_they_meet() -> None:
    _, pages = walk({"fever_chills": Reply.YES, "immune_weak": Reply.YES})
    assert pages[-2:] == [Page.ABOUT_YOU, Page.RESULT]


def test_an_urgent_sign_still_asks_what_could_make_it_an_emergency_and_nothing_else() -> None:
    _, pages = walk({"fever_chills": Reply.YES})
    assert pages[2:] == [Page.WARNING_SIGNS, Page.ABOUT_YOU, Page.HOW, Page.RESULT]


def test_nobody_who_should_be_seen_first_is_asked_to_try_a_self_test() -> None:
    _, pages = walk({"hip_replacement_recent": Reply.YES})
    assert Page.TRIGGERS in pages
    assert Page.SELF_TESTS not in pages


def test_who_gets_dizzy_on_the_back_is_not_asked_to_lie_down() -> None:
    given_answers, _ = walk({"dizzy_on_back": Reply.YES})
    lying = {"aslr_heavy", "p4_self", "bridge_self", "hip_flexor_tight"}
    assert not lying & shown_on(Page.SELF_TESTS, given_answers)


def test_a_new_hip_is_not_bent_deeply_for_a_self_test() -> None:
    given_answers, _ = walk({"hip_replacement_old": Reply.YES})
    deep = {"p4_self", "fig4_tight", "hip_flexor_tight"}
    assert not deep & shown_on(Page.SELF_TESTS, given_answers)


@pytest.mark.parametrize(
    ("sex", "status", "hidden"),
    [
        ("male", "none", {"ovary_sudden_pain", "possible_ectopic", "preg_bleed_fluid"}),
        ("female", "none", {"testicle_pain_sudden", "preg_bleed_fluid", "preg_preeclampsia"}),
        ("female", "postpartum_0_6wk", {"preg_bleed_fluid", "preg_reduced_movement"}),
    ],
)
def test_signs_that_cannot_apply_are_not_asked(sex: str, status: str, hidden: set[str]) -> None:
    replies = Answers({"age": 30, "sex": sex, "pregnancy_status": status})
    assert not hidden & shown_on(Page.EMERGENCY_SIGNS, replies)


def test_pregnancy_signs_are_asked_where_pregnancy_is_not_sure() -> None:
    replies = Answers({"age": 30, "sex": "female", "pregnancy_status": Reply.NOT_SURE})
    assert {"preg_bleed_fluid", "possible_ectopic"} <= shown_on(Page.EMERGENCY_SIGNS, replies)


def test_a_tick_brings_up_the_question_that_depends_on_it() -> None:
    before = Answers({"age": 40, "sex": "male"})
    after = before.with_replies({"renal_colic": Reply.YES})
    assert "vomiting" not in shown_on(Page.WARNING_SIGNS, before)
    assert "vomiting" in shown_on(Page.WARNING_SIGNS, after)


def test_none_of_these_answers_the_rest_and_leaves_a_tick_as_it_is() -> None:
    replies = Answers({"age": 40, "sex": "male", "renal_colic": Reply.YES})
    after = FLOW.none_of_these(Page.WARNING_SIGNS, replies)
    assert after.yes("renal_colic")
    assert after.get("fever_chills") == Reply.NO
    assert not FLOW.open_codes(Page.WARNING_SIGNS, after)


def test_a_page_without_an_answer_gives_no_result() -> None:
    given_answers, _ = walk(PAIN_ON_THE_LEFT)
    assert CHECK.result(given_answers) is not None
    for code in ("fever_chills", "pain_avg_week", "ces_bowel"):
        assert CHECK.result(given_answers.without(frozenset({code}))) is None


@pytest.mark.parametrize("value", [Reply.SKIPPED, "perhaps", 3])
def test_a_danger_question_cannot_be_skipped_or_answered_with_nonsense(value: Value) -> None:
    given_answers, _ = walk(PAIN_ON_THE_LEFT)
    assert CHECK.result(given_answers.with_replies({"ces_bowel": value})) is None
    assert FLOW.open_codes(Page.EMERGENCY_SIGNS, given_answers.with_replies({"ces_bowel": value}))


def test_self_tests_may_be_skipped() -> None:
    given_answers, _ = walk(PAIN_ON_THE_LEFT)
    tests = dict.fromkeys(shown_on(Page.SELF_TESTS, given_answers), Reply.SKIPPED)
    assert tests
    assert CHECK.result(given_answers.with_replies(tests)) is not None


def test_every_self_test_is_shown_by_the_figure_with_when_to_stop() -> None:
    asked = {c for s in FLOW.sections if s.page is Page.SELF_TESTS for c in s.codes}
    shown = parse_self_tests(shipped_self_tests())
    assert asked <= {code for test in shown for code in test.codes}
    assert all(test.stop and test.notice for test in shown)


def test_what_was_answered_before_going_back_and_is_not_asked_any_more_does_not_count() -> None:
    given_answers, _ = walk({"sex": "female", "age": 30, "pregnancy_status": "pregnant"})
    changed = given_answers.with_replies({"pregnancy_status": "none"})
    assert "gestation_band" not in FLOW.relevant(changed)


@settings(max_examples=60, deadline=None)
@given(EVERY_ANSWER)
def test_answers_to_everything_end_in_exactly_one_result(replies: Answers) -> None:
    assert FLOW.complete(replies)
    assert FLOW.path(replies).count(Page.RESULT) == 1
    result = CHECK.result(replies)
    assert result is not None
    assert result == CHECK.result(Answers(dict(reversed(replies.replies.items()))))


@settings(max_examples=60, deadline=None)
@given(EVERY_ANSWER)
def test_an_answer_missing_on_the_way_leaves_no_result(replies: Answers) -> None:
    asked = FLOW.relevant(replies)
    for code in asked.replies:
        if not CATALOGUE[code].optional:
            assert CHECK.result(asked.without(frozenset({code}))) is None


@settings(max_examples=30, deadline=None)
@given(EVERY_ANSWER)
def test_what_may_stay_open_decides_nothing(replies: Answers) -> None:
    optional = frozenset(q.code for q in CATALOGUE if q.optional)
    assert optional
    assert CHECK.result(replies.without(optional)) == CHECK.result(replies)


@pytest.mark.parametrize("q", list(CATALOGUE), ids=lambda q: q.code)
def test_words_are_short_and_none_is_one_that_this_program_never_says(q: Question) -> None:
    text = f"{q.ask} {q.sign}. {q.means}"
    assert not re.search(r"\b(cure|reset|realign|unstable|diagnos|treat|fix)", text, re.I)
    assert "!" not in text
    assert all(len(sentence.split()) <= 30 for sentence in re.split(r"[.?]", text))
    assert len(q.sign.split()) <= 13
