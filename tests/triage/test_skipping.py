"""A question that the check leaves out could have changed no rule and no pattern."""

from collections.abc import Iterator
from itertools import product

import pytest

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.condition import holds
from sijoint_desktop.triage.question import Reply, Value
from tests.triage.shipped import CATALOGUE, CHECK

INFLAMED = (
    "slow_onset", "better_with_movement", "no_better_with_rest", "night_wake_2nd_half",
    "morning_stiff_30", "buttock_pain", "alternating_buttock", "nsaid_good", "family_spa",
    "joint_swelling", "heel_tendon_pain", "psoriasis", "ibd_uveitis",
)  # fmt: skip
BENDY = ("hm_palms_floor", "hm_thumb_forearm", "hm_childhood_bendy", "hm_double_jointed")
STIFF = ("sit_long_stiff", "morning_stiff_short", "feels_stuck", "better_with_movement")
LONG, MIDDLE = "over_3mo", "6wk_3mo"


def ticked(codes: tuple[str, ...], **others: Value) -> Iterator[Answers]:
    """Yield the answers of everybody who ticks some of these signs, all or none."""
    for ticks in product((Reply.NO, Reply.YES), repeat=len(codes)):
        yield Answers({**dict(zip(codes, ticks, strict=True)), **others})


def asked(code: str, answers: Answers) -> bool:
    places = (section for section in CHECK.flow.sections if code in section.codes)
    seen = any(section.is_for(answers) for section in places)
    return seen and holds(CHECK.flow.only_if[code], answers)


def possible(answers: Answers) -> bool:
    """Tell whether everything that is ticked was asked."""
    yes = [code for code, value in answers.replies.items() if value is Reply.YES]
    return all(asked(code, answers) for code in yes)


def comes_to(codes: tuple[str, ...], answers: Answers) -> object:
    """Return which rules that ask for one of these answers apply, and the pattern."""
    rules = [rule for rule in CHECK.rules.rules if rule.codes.intersection(codes)]
    fired = {rule.id for rule in rules if rule.because(answers) is not None}
    return fired, CHECK.patterns.match(answers).profile


def changes_nothing(people: Iterator[Answers], *codes: str) -> int:
    """Assert it of everybody whom the check does not ask, yes to all that is left out included.

    Returns how many they are.
    """
    found = 0
    for person in people:
        left_out = [code for code in codes if not asked(code, person)]
        if not left_out or not possible(person):
            continue
        found += 1
        without = person.without(frozenset(left_out))
        before = comes_to(codes, without)
        for value in CATALOGUE[codes[0]].options or (Reply.YES,):
            yes = {code: value if CATALOGUE[code].options else Reply.YES for code in left_out}
            assert comes_to(codes, without.with_replies(yes)) == before, person
    return found


TOGETHER = ("onset_age_band", "no_better_with_rest", "night_wake_2nd_half", "ibd_uveitis")


@pytest.mark.parametrize("age", [18, 44])
def test_under_45_nothing_about_inflammation_is_left_out_that_could_count(age: int) -> None:
    assert changes_nothing(ticked(INFLAMED, age=age, duration=LONG), *TOGETHER)


@pytest.mark.parametrize("onset", ["under_35", "35_39", "40_44", "45_plus"])
@pytest.mark.parametrize("age", [40, 50])
def test_nor_where_the_age_at_the_start_is_known(age: int, onset: str) -> None:
    people = ticked(INFLAMED, age=age, duration=LONG, onset_age_band=onset)
    assert changes_nothing(people, *TOGETHER[1:])


def test_nor_a_bowel_or_eye_disease_with_pain_of_less_than_three_months() -> None:
    assert changes_nothing(ticked(INFLAMED, age=44, duration=MIDDLE), "ibd_uveitis")


def test_the_last_sign_of_bendy_joints_is_left_out_only_where_it_cannot_count() -> None:
    assert changes_nothing(ticked(BENDY, age=30), "hm_dislocations") == 1


def test_sitting_is_left_out_only_where_it_makes_no_pattern() -> None:
    extra = ("stork_stuck", "belt_helps", "roll_bed_pain", "hard_seat_ache", "sore_knots")
    people = ticked((*STIFF, *extra), age=30, side="left", buttock_pain=Reply.YES)
    assert changes_nothing(people, "desk_sedentary") == 2 ** len(extra)


def test_from_45_on_the_age_at_the_start_is_asked_before_what_hangs_on_it() -> None:
    person = Answers({"age": 45, "duration": LONG})
    assert asked("onset_age_band", person)
    assert not asked("psoriasis", person)
    assert asked("psoriasis", person.with_replies({"onset_age_band": "40_44"}))
