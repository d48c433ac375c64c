"""The right number for the country, its name beside it, and plain words where none is known."""

from datetime import date

import pytest

from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.triage.advice import HEADINGS, SAFETY_NET, advice
from sijoint_desktop.triage.emergency_numbers import (
    MATERNITY_UNIT,
    UNKNOWN_COUNTRY,
    Contacts,
    parse_emergency_numbers,
)
from sijoint_desktop.triage.rescreen import QUESTIONS, advice_for, clear
from sijoint_desktop.triage.urgency import Urgency
from tests.triage.shipped import FILES

NUMBERS = parse_emergency_numbers(FILES["emergency_numbers.toml"])
NUMBER = dict(
    entry.split("=")
    for entry in (
        *("GB=999 or 112", "IE=112 or 999", "NZ=111", "US=911", "CA=911", "MX=911", "AU=000"),
        *("IN=112 or 108", "ZA=112 or 10177", "CH=144 or 112", "NO=113", "IS=112", "TR=112"),
        *("JP=119", "KR=119", "CN=120", "HK=999", "SG=995", "MY=999", "PH=911", "AE=998"),
        *("IL=101", "BR=192", "AR=107", "CL=131"),
    )
)
_MEMBERS = "ATBEBGHRCYCZDKEEFIFRDEGRHUIEITLVLTLUMTNLPLPTROSKSIESSE"
EUROPEAN_UNION = [_MEMBERS[at : at + 2] for at in range(0, len(_MEMBERS), 2)]


@pytest.mark.parametrize(("code", "number"), NUMBER.items())
def test_each_country_has_its_own_number_and_is_named_beside_it(code: str, number: str) -> None:
    contacts = NUMBERS.of(code)
    assert contacts.emergency_words == f"{number} ({contacts.country})"


@pytest.mark.parametrize("code", EUROPEAN_UNION)
def test_112_answers_in_the_european_union(code: str) -> None:
    assert "112" in NUMBERS.of(code).emergency


@pytest.mark.parametrize("code", ["", "XX", "ZZ", "AQ"])
def test_an_unknown_country_gets_no_number_of_another(code: str) -> None:
    assert NUMBERS.of(code).emergency_words == UNKNOWN_COUNTRY
    assert NUMBERS.of(code).crisis_words == UNKNOWN_COUNTRY


def test_111_is_an_advice_line_in_one_country_and_the_emergency_number_in_another() -> None:
    assert NUMBERS.of("gb").advice is not None
    assert "111" not in NUMBERS.of("GB").emergency
    assert NUMBERS.of("NZ").emergency == ("111",)


def test_the_numbers_say_when_they_were_checked() -> None:
    assert NUMBERS.as_of >= date(2026, 11, 25)


@pytest.mark.parametrize("level", Urgency)
@pytest.mark.parametrize("code", ["GB", "DE", "XX"])
def test_every_advice_says_what_to_do_and_when_to_come_back(level: Urgency, code: str) -> None:
    contacts = NUMBERS.of(code)
    found = advice(level, contacts, pregnant=True, unsafe=level is Urgency.EMERGENCY)
    said = " ".join(found.lines)
    assert found.heading == HEADINGS[level]
    assert SAFETY_NET in said
    urgent = level in (Urgency.URGENT, Urgency.EMERGENCY)
    assert (contacts.emergency_words in said) is urgent
    assert (MATERNITY_UNIT in said) is urgent
    if level is Urgency.EMERGENCY:
        assert contacts.crisis_words in found.lines[0]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_yes_before_a_session_says_what_to_do(question) -> None:  # type: ignore[no-untyped-def]
    found = advice_for({question.id: True}, NUMBERS.of("GB"))
    assert found is not None
    assert found.level is question.level
    if question.level is not Urgency.CLINICIAN:
        assert "999 or 112 (United Kingdom)" in " ".join(found.lines)
        assert "maternity unit" in " ".join(found.lines)


def test_the_gravest_yes_speaks_and_only_five_noes_are_clear() -> None:
    everything = {question.id: True for question in QUESTIONS}
    found = advice_for(everything, Contacts())
    assert found is not None
    assert found.level is Urgency.EMERGENCY
    nothing = dict.fromkeys(everything, False)
    assert len(QUESTIONS) == 5
    assert clear(nothing)
    assert advice_for(nothing, Contacts()) is None
    assert not clear({**nothing, "legs": True})
    del nothing["legs"]
    assert not clear(nothing)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('emergency = ["998"]', "emergency = []"),
        ("[AE]", "[Emirates]"),
        (f"as_of = {NUMBERS.as_of}", ""),
    ],
)
def test_a_fault_in_the_numbers_is_named(old: str, new: str) -> None:
    with pytest.raises(ContentError, match="expected"):
        parse_emergency_numbers(FILES["emergency_numbers.toml"].replace(old, new))
