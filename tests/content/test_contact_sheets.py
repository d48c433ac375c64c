"""The list of all exercises in the documentation says what their files say, and shows each."""

import runpy
from pathlib import Path

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.self_test import parse_self_tests
from tests.content.samples import shipped_files

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "exercises"


def test_the_list_is_what_the_files_say_and_every_sheet_is_there() -> None:
    page = runpy.run_path(str(ROOT / "packaging" / "contact_sheets.py"))["page"]
    exercises = parse_library(shipped_files()).exercises
    folder = ROOT / "assets" / "content" / "self_tests"
    files = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.toml")}
    tests = parse_self_tests(files)
    kept = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert page(exercises, tests) == kept
    for shown in (*exercises, *tests):
        assert (FOLDER / f"{shown.id}.png").is_file()
