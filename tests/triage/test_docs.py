"""What the documentation says about the rules is what the rules say."""

import runpy
from pathlib import Path

from tests.triage.shipped import FILES

ROOT = Path(__file__).parents[2]


def test_the_tables_of_rules_are_up_to_date() -> None:
    with_table = runpy.run_path(str(ROOT / "packaging" / "checker_rules.py"))["with_table"]
    page = (ROOT / "docs" / "checker.md").read_text(encoding="utf-8")
    assert page == with_table(page, FILES["questions.toml"], FILES["rules.toml"])
    assert "| U11 | urgent | `steroids_long` **and** `groin_pain_main` |" in page
