"""The rules about urgency hold as the clinical brief states them, one by one and together."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.condition import Atom
from sijoint_desktop.triage.question import Kind, Question, Reply, Value
from sijoint_desktop.triage.rules import parse_rules
from sijoint_desktop.triage.urgency import Urgency
from tests.triage.shipped import CATALOGUE, CHECK, FILES, SPARSE_ANSWERS, judged

SJ = ("buttock_pain", "fortin_one_finger")  # enough to look like the SI joint
E, U, C, L, S = reversed(Urgency)

ALONE = [q.code for q in CATALOGUE if q.alone is not None]
RISING = sorted(
    {
        code
        for rule in CHECK.rules.rules
        for code in rule.codes
        if CATALOGUE[code].kind is Kind.YES_NO
    }
    - {"known_axspa"}
)
"""Every yes-or-no finding that some rule counts. Care for axial spondyloarthritis is no danger
sign: it answers what the rules about inflammation would ask, and it alone switches them off."""


@pytest.mark.parametrize("code", ALONE)
def test_a_single_answer_reaches_its_level(code: str) -> None:
    result = judged(*SJ, code)
    assert result.level.rank >= (CATALOGUE[code].alone or S).rank
    assert any(rule.because == (code,) for rule in result.fired)


YES_NO = [question for question in CATALOGUE if question.kind is Kind.YES_NO]


@pytest.mark.parametrize("question", YES_NO, ids=lambda question: question.code)
def test_not_sure_counts_as_yes_where_a_yes_is_urgent_and_as_no_elsewhere(
    question: Question,
) -> None:
    unsure = judged(*SJ, f"{question.code}:not_sure").level
    assert unsure is (question.alone if question.unsure_counts else S)


RULES = [
    ("E1", E, 40, "fever_chills", "recent_infection_procedure"),
    ("E1", E, 40, "fever_chills", "leg_buckles"),
    ("E1", E, 30, "fever_chills", "pregnancy_status:postpartum_0_6wk"),
    ("E2", E, 65, "cannot_bear_weight"),
    ("E2", E, 40, "cannot_bear_weight", "steroids_long"),
    ("E3", E, 40, "cancer_history", "leg_numb_tingle_new"),
    ("E4", E, 40, "renal_colic", "vomiting"),
    ("E5", E, 40, "known_aaa", "duration:2_6wk"),
    ("E5", E, 40, "known_aaa", "constant_pain", "duration:over_3mo"),
    ("E6", E, 60, "pain_sudden_severe", "pain_not_mechanical"),
    ("U1", U, 40, "cancer_history", "pain_avg_week:7"),
    ("U1", U, 40, "cancer_history", "thoracic_pain"),
    ("U2", U, 40, "trauma_minor", "anticoag"),
    ("U2", U, 65, "trauma_minor"),
    ("U3", U, 65, "walk_difficulty", "duration:under_2wk"),
    ("U4", U, 40, "immune_weak", "pain_avg_week:8"),
    ("U4", U, 40, "tb_risk", "night_sweats"),
    ("U5", U, 40, "impact_pain_buildup", "low_energy_periods"),
    ("U6", U, 30, "uti_symptoms", "pregnancy_status:pregnant"),
    ("U7", U, 30, "groin_pain_main", "walk_difficulty", "pregnancy_status:postpartum_6wk_12mo"),
    ("U8", U, 30, "pubic_pain", "walk_difficulty", "pregnancy_status:postpartum_0_6wk"),
    ("U9", U, 50, "night_pain_unrelenting", "first_episode"),
    ("U10", U, 60, "pain_not_mechanical", "constant_pain"),
    ("U11", U, 40, "steroids_long", "groin_pain_main"),
    ("AGE-UNDER-18", C, 17, *SJ),
    ("AGE-65-FIRST", C, 65, *SJ, "first_episode"),
    ("AGE-50-FIRST", L, 50, *SJ, "first_episode"),
    ("PAIN-7", C, 40, *SJ, "pain_avg_week:7"),
    ("PAIN-4", L, 40, *SJ, "pain_avg_week:4"),
    ("PREGNANCY", L, 30, *SJ, "pregnancy_status:postpartum_6wk_12mo"),
    ("BENDY", L, 30, *SJ, "hm_palms_floor", "hm_dislocations"),
    ("GATE", C, 40, "midline_above_belt", "buttock_pain"),
]


@pytest.mark.parametrize(
    "row", RULES, ids=lambda row: "+".join(str(part) for part in row[:1] + row[3:])
)
def test_a_rule_of_the_brief_fires_and_sets_the_level(row: tuple[str, Urgency, int, str]) -> None:
    rule, level, age, *findings = row
    result = judged(*findings, age=age)
    assert rule in [fired.id for fired in result.fired]
    assert result.level is level


@pytest.mark.parametrize(
    ("age", "findings", "level"),
    [
        (64, ["cannot_bear_weight"], U),
        (59, ["pain_sudden_severe", "pain_not_mechanical"], U),
        (64, [*SJ, "walk_difficulty", "duration:under_2wk"], C),
        (70, [*SJ, "walk_difficulty", "duration:6wk_3mo"], C),
        (40, [*SJ, "known_aaa", "duration:6wk_3mo"], C),
        (30, [*SJ, "pubic_pain", "walk_difficulty", "pregnancy_status:postpartum_6wk_12mo"], C),
        (49, [*SJ, "first_episode"], S),
        (49, [*SJ, "night_pain_unrelenting", "first_episode"], C),
        (40, [*SJ, "pain_avg_week:3"], S),
        (40, [*SJ, "hm_palms_floor"], S),
        (40, [*SJ, "steroids_long", "immune_weak", "anticoag"], L),
    ],
)
def test_just_short_of_a_rule_it_stays_below(age: int, findings: list[str], level: Urgency) -> None:
    assert judged(*findings, age=age).level is level


ASAS = ["onset_age_band:35_39", "slow_onset", "better_with_movement", "no_better_with_rest"]
NICE = ["nsaid_good", "family_spa", "psoriasis"]


@pytest.mark.parametrize(
    ("age", "findings", "level"),
    [
        (40, [*ASAS, "duration:over_3mo"], C),
        (40, [*ASAS, "duration:6wk_3mo"], L),
        (40, [*ASAS[:3], "duration:over_3mo"], L),
        (60, ["onset_age_band:45_plus", "duration:over_3mo", *ASAS[1:], "night_wake_2nd_half"], C),
        (44, ["onset_age_band:40_44", "duration:over_3mo", *NICE], C),  # the buttock is the fourth
        (60, ["onset_age_band:45_plus", "duration:over_3mo", *NICE], S),
        (40, ["onset_age_band:40_44", "duration:over_3mo", *NICE[:2]], L),
        (40, ["onset_age_band:40_44", "duration:over_3mo", *NICE[:2], "ibd_uveitis"], C),
        (40, ["onset_age_band:40_44", "duration:over_3mo", "morning_stiff_30", "nsaid_good"], L),
        (40, [*ASAS, *NICE, "duration:over_3mo", "known_axspa"], L),
    ],
)
def test_inflammation_is_counted_on_both_lists(
    age: int, findings: list[str], level: Urgency
) -> None:
    assert judged(*SJ, *findings, age=age).level is level


def test_not_being_sure_about_care_for_axial_spondyloarthritis_switches_nothing_off() -> None:
    assert judged(*SJ, *ASAS, "duration:over_3mo", "known_axspa:not_sure").level is C


def test_only_care_for_axial_spondyloarthritis_switches_rules_off_and_only_those_about_it() -> None:
    switched = {rule.id: rule.unless for rule in CHECK.rules.rules if rule.unless}
    assert switched == {
        "IBP": (Atom("known_axspa"),),
        "IBP-3": (Atom("known_axspa"),),
    }


def test_no_rule_about_urgency_asks_for_something_not_to_be_there() -> None:
    """With only "and", "or" and counts, one more finding can never switch a rule off."""
    assert '"!' not in FILES["rules.toml"]


def test_every_rule_that_fired_is_listed_the_gravest_first_with_the_answers_behind_it() -> None:
    fired = judged("ces_bowel", "fever_chills", "immune_weak", "pain_avg_week:8").fired
    assert [rule.id for rule in fired] == [
        *("alone:ces_bowel", "E1", "alone:fever_chills", "U4", "PAIN-7", "alone:immune_weak"),
    ]
    assert fired[1].because == ("fever_chills", "immune_weak")


@settings(max_examples=300, deadline=None)
@given(SPARSE_ANSWERS, st.sampled_from(RISING))
def test_one_more_finding_never_lowers_the_level(replies: Answers, code: str) -> None:
    more = replies.with_replies({code: Reply.YES})
    assert CHECK.rules.fired(replies) is not None
    before = max((r.level.rank for r in CHECK.rules.fired(replies)), default=0)
    after = max((r.level.rank for r in CHECK.rules.fired(more)), default=0)
    assert after >= before
    if CATALOGUE[code].alone is not None:  # the gate included
        assert CHECK.judge(more).level.rank >= CHECK.judge(replies).level.rank


@settings(max_examples=150, deadline=None)
@given(SPARSE_ANSWERS, st.sampled_from(RISING))
def test_not_sure_is_never_less_urgent_than_no(replies: Answers, code: str) -> None:
    no, unsure = (replies.with_replies({code: value}) for value in (Reply.NO, Reply.NOT_SURE))
    assert CHECK.judge(unsure).level.rank >= CHECK.judge(no).level.rank


@settings(max_examples=150, deadline=None)
@given(SPARSE_ANSWERS)
def test_the_level_is_that_of_the_gravest_rule_and_a_lock_leaves_no_way_to_a_plan(
    replies: Answers,
) -> None:
    result = CHECK.judge(replies)
    assert result.level is (result.fired[0].level if result.fired else Urgency.SELF_CARE)
    assert result.locked is (result.level in (E, U, C))
    for rule in result.fired:
        assert set(rule.because) <= set(replies.replies)
    if result.level in (E, U):
        assert result.pattern is None


@settings(max_examples=100, deadline=None)
@given(SPARSE_ANSWERS, st.sampled_from(["age", "pain_avg_week"]), st.integers(0, 10))
def test_more_pain_and_from_18_on_more_years_never_lower_the_level(
    replies: Answers, code: str, more: int
) -> None:
    value: Value = (replies.number(code) or 0) + more
    assume(code == "age" or value <= 10)
    assume(code != "age" or (replies.number("age") or 0) >= 45)  # younger counts for inflammation
    higher = replies.with_replies({code: value})
    assert CHECK.judge(higher).level.rank >= CHECK.judge(replies).level.rank


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"cannot_bear_weight", "immune_weak"', '"cannot_bear_wait", "immune_weak"', "cannot_bear"),
        ('level = "emergency"', 'level = "dire"', "level"),
        ('below = "IBP"', 'below = "PAIN-4"', "graver"),
        ('id = "E2"', 'id = "E1"', "share an id"),
        ('"@nerve_sign"', '"@nerves"', "no set"),
    ],
)
def test_a_fault_in_the_rules_is_named(old: str, new: str, fault: str) -> None:
    with pytest.raises(ContentError, match=fault):
        parse_rules(FILES["rules.toml"].replace(old, new), CATALOGUE)
