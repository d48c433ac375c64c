"""What to read out on the telephone is short, in the first person, and the person's own answers."""

import re

import pytest
from hypothesis import given, settings

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.question import Kind, Question
from sijoint_desktop.triage.telephone import what_to_say
from tests.triage.shipped import CATALOGUE, CHECK, SPARSE_ANSWERS, answers


def said(*findings: str, age: int = 40, sex: str = "other") -> tuple[str, ...]:
    given_answers = answers(*findings, age=age, sex=sex)
    return what_to_say(CHECK.judge(given_answers), given_answers, CATALOGUE)


def test_an_emergency_begins_with_the_call_for_help_and_names_its_signs() -> None:
    assert said("ces_saddle_numb", "ces_bowel", "pain_avg_week:3") == (
        "I need help now.",
        "I am 40 years old.",
        "I have pain low in my back or pelvis. It is 3 out of 10.",
        (
            "What I said yes to: Numb or tingly between my legs, or odd when I wipe. "
            "I cannot hold my poo, or feel it coming."
        ),
    )


def test_pregnancy_and_its_weeks_come_before_the_signs() -> None:
    lines = said("fever_chills", "pregnancy_status:pregnant", "gestation_band:wk_20_27")
    assert lines[:3] == ("I need help now.", "I am 40 years old.", "I am pregnant, 20 to 27 weeks.")


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        (["worried"], "I would like to be seen in the next two weeks."),
        (["weight_loss"], "I need to be seen today or tomorrow."),
        (["cannot_bear_weight", "pregnancy_status:postpartum_0_6wk"], "I gave birth up to 6 weeks"),
        (["fever_chills", "pregnancy_status:not_sure"], "I may be pregnant."),
        (["unsafe_thoughts"], "I have thoughts of harming myself."),
        (["worried", "duration:over_3mo"], "I have had it for more than 3 months."),
    ],
)
def test_each_level_and_circumstance_has_its_words(findings: list[str], words: str) -> None:
    assert words in " ".join(said(*findings))


@pytest.mark.parametrize("code", ["duration", "gestation_band", "pregnancy_status"])
def test_every_option_is_said_in_a_sentence(code: str) -> None:
    expecting = [] if code == "pregnancy_status" else ["pregnancy_status:pregnant"]
    told = {
        " ".join(said("fever_chills", *expecting, f"{code}:{option}"))
        for option in CATALOGUE[code].options
    }
    assert len(told) == len(CATALOGUE[code].options)


def test_thoughts_of_harming_oneself_are_said_once() -> None:
    assert " ".join(said("unsafe_thoughts")).count("harming") == 1


def test_where_nothing_is_closed_there_is_nobody_to_call() -> None:
    assert said("buttock_pain", "fortin_one_finger", "side:left") == ()


@pytest.mark.parametrize("q", [q for q in CATALOGUE if q.kind is Kind.YES_NO], ids=lambda q: q.code)
def test_every_sign_can_be_said_of_oneself(q: Question) -> None:
    words = q.said or q.sign
    assert not re.search(r"\b(you|your|yourself)\b", words, re.I)
    assert not re.search(r"\b(trips|keeps|wakes) I\b", words, re.I)


@settings(max_examples=60, deadline=None)
@given(SPARSE_ANSWERS)
def test_it_is_short_and_there_exactly_when_exercise_is_closed(replies: Answers) -> None:
    result = CHECK.judge(replies)
    lines = what_to_say(result, replies, CATALOGUE)
    assert bool(lines) is result.locked
    assert sum(len(line.split()) for line in lines) < 120


def test_what_is_not_sure_is_said_as_such() -> None:
    lines = " ".join(said("fever_chills:not_sure", "weight_loss", "unsafe_thoughts:not_sure"))
    assert "I may have thoughts of harming myself." in lines
    assert "What I said yes to: Fever" not in lines
    lines = " ".join(said("ces_bowel", "ces_saddle_numb:not_sure"))
    assert "What I said yes to: I cannot hold my poo" in lines
    assert "What I am not sure about: Numb or tingly" in lines
