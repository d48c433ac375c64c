"""Answers go in as JSON and come out judged; each fault in them is named on a line of its own."""

import json
from pathlib import Path

import pytest

from sijoint_desktop.cli.ports import TriageKit
from sijoint_desktop.cli.run import run
from sijoint_desktop.routine.plans import parse_plans
from tests.fakes.ports import FakePorts
from tests.routine.whole_library import WHOLE
from tests.triage.shipped import CHECK, FILES

STIFF = {
    "age": 36,
    "sex": "male",
    "findings": ["buttock_pain", "side:left", "sit_long_stiff", "feels_stuck", "duration:2_6wk"],
}
NUMB = {"age": 42, "sex": "female", "findings": ["ces_saddle_numb", "pain_avg_week:9"]}


@pytest.fixture
def triage(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Return a function that runs the command on a document or a text: (status, out, err)."""
    kit = TriageKit(CHECK, parse_plans(FILES["plans.toml"]), WHOLE)
    ports = FakePorts(WHOLE, (), triage=kit)

    def call(document: object) -> tuple[int, str, str]:
        file = tmp_path / "answers.json"
        text = document if isinstance(document, str) else json.dumps(document)
        file.write_text(text, encoding="utf-8")
        status = run(["triage", str(file)], ports=ports.open, window=lambda _options: 77)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def test_one_person_gives_one_object(triage) -> None:
    status, out, err = triage(STIFF)
    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "disposition": "self_care",
        "rules": [],
        "profile": "stiff",
        "scores": {"gate": 3, "stiff": 4, "unstable": 0, "tight": 0},
        "routine": [
            *("breathing_brace", "pelvic_tilt", "cat_cow", "knee_rocks", "glute_bridge"),
            "open_book",
        ],
        "locked": False,
    }


def test_an_emergency_is_locked_names_its_rules_and_has_no_routine(triage) -> None:
    _, out, _ = triage(NUMB)
    found = json.loads(out)
    assert found["disposition"] == "emergency"
    assert found["locked"] is True
    assert found["routine"] is None
    assert found["profile"] == "none"
    assert found["rules"][0] == {"id": "alone:ces_saddle_numb", "because": ["ces_saddle_numb"]}
    assert {"id": "PAIN-7", "because": ["pain_avg_week"]} in found["rules"]


def test_a_list_gives_a_list_in_the_same_order(triage) -> None:
    _, out, _ = triage([NUMB, {**STIFF, "id": "S1", "narrative": "ignored"}])
    assert [found["disposition"] for found in json.loads(out)] == ["emergency", "self_care"]


def with_findings(*findings: object, sex: object = "female", age: object = 30) -> dict[str, object]:
    return {"age": age, "sex": sex, "findings": list(findings)}


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (with_findings("ces_bowl"), "unknown code 'ces_bowl'; did you mean ces_bowel?"),
        (with_findings("age:12"), "unknown code 'age'"),
        (with_findings("side:up"), "expected side: and one of left, right"),
        (with_findings("side"), "expected side: and one of"),
        (with_findings("fever_chills:perhaps"), "one of yes, no, not_sure"),
        (with_findings("pain_avg_week:11"), "a whole number from 0 to 10"),
        (with_findings("pain_avg_week:-1"), "a whole number from 0 to 10"),
        (with_findings("pain_avg_week:not_sure"), "a whole number from 0 to 10"),
        (with_findings("pain_avg_week"), "a whole number from 0 to 10"),
        (with_findings("side:left", "side:right"), "stated as left and as right"),
        (with_findings("worried", "worried:no"), "stated as yes and as no"),
        (with_findings(7), "7; expected a text"),
        (with_findings("pregnancy_status:pregnant", sex="male"), "does not go with sex male"),
        (with_findings("preg_bleed_fluid", sex="male"), "does not go with sex male"),
        (with_findings("gestation_band:wk_0_15"), "without pregnancy_status:pregnant"),
        (with_findings("pregnancy_status:none", "preg_bleed_fluid"), "pregnancy_status:none"),
        (with_findings("onset_age_band:45_plus"), "later than the age of 30"),
        (
            with_findings("aslr_heavy:none", "aslr_easier_squeezed"),
            "aslr_easier_squeezed: does not go with aslr_heavy:none",
        ),
        (
            with_findings("pregnancy_status:none", "preg_told_not_exercise"),
            "preg_told_not_exercise: does not go with pregnancy_status:none",
        ),
        (with_findings(age="30"), "age: '30'; expected a whole number from 0 to 120"),
        (with_findings(age=True), "age: True"),
        (with_findings(age=121), "age: 121"),
        (with_findings(age=None), "age: missing"),
        (with_findings(sex="none"), "sex: 'none'; expected one of female, male, other"),
        ({"age": 30, "sex": "other"}, "findings: expected a list"),
        ("[1]", "1: expected an object"),
        ("{", "line 1: is not JSON"),
        ("[" * 100_000, "answers.json: "),
    ],
)
def test_a_fault_gets_one_line_and_nothing_is_printed(triage, document: object, words: str) -> None:
    status, out, err = triage(document)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1, err
    assert err.startswith("sijoint-desktop: ")
    assert words in err


def test_every_fault_of_every_person_is_named(triage) -> None:
    status, out, err = triage([STIFF, with_findings("ces_bowl", "side:up"), with_findings(age=-1)])
    assert (status, out) == (2, "")
    assert [line.split(": ")[2] for line in err.splitlines()] == ["2", "2", "3"]


@pytest.mark.parametrize("code", ["ovary_sudden_pain", "testicle_pain_sudden", "possible_ectopic"])
@pytest.mark.parametrize("sex", ["male", "female", "other_or_prefer_not_to_say"])
def test_a_sign_that_needs_help_now_is_not_argued_with(triage, code: str, sex: str) -> None:
    status, out, _ = triage(with_findings(code, sex=sex))
    assert status == 0
    assert json.loads(out)["disposition"] == "emergency"


def test_a_pregnancy_sign_counts_although_nobody_stated_the_pregnancy(triage) -> None:
    _, out, _ = triage(with_findings("preg_reduced_movement"))
    assert json.loads(out)["disposition"] == "emergency"
