"""Forty written cases end at a level that is acceptable for them, and never below it."""

import json
from pathlib import Path

import pytest

from tests.triage.shipped import CATALOGUE, judged

CASES = json.loads(
    (Path(__file__).parents[1] / "reference" / "vignettes.json").read_text(encoding="utf-8")
)
CASES = next(value for value in CASES.values() if isinstance(value, list))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_case_ends_at_its_level_with_its_profile(case: dict[str, object]) -> None:
    result = judged(*case["findings"], age=case["age"], sex=case["sex"])  # type: ignore[misc, arg-type]
    assert result.level in case["acceptable_dispositions"]  # type: ignore[operator]
    assert result.profile == case["expected_profile"]


def test_the_cases_speak_the_vocabulary() -> None:
    used = {finding.partition(":")[0] for case in CASES for finding in case["findings"]}
    assert used <= set(CATALOGUE.findings)
    assert len(CASES) == 40
