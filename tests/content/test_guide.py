"""The guide keeps its words where its pictures and the files beside it are not."""

import re
from pathlib import Path

import pytest

from sijoint_desktop.content.guide import without_links

_DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_words_of_links_stay_and_pictures_go() -> None:
    text = "# Guide\n\n![Today](pictures/today.png)\n\nSee [the format](format.md) for more.\n"
    assert without_links(text) == "# Guide\n\nSee the format for more.\n"


def test_a_paragraph_that_only_points_away_goes() -> None:
    text = "First.\n\n[How the check works](checker.md).\n\n![A](a.png) ![B](b.png)\n\nLast."
    assert without_links(text) == "First.\n\nLast."


def test_brackets_that_are_no_link_stay() -> None:
    text = "Tick it [or not] (as you like).\n\n```sh\nsheet [--pdf FILE]\n```"
    assert without_links(text) == text


@pytest.mark.parametrize("path", sorted(_DOCS.glob("guide.*.md")), ids=lambda path: path.name)
def test_a_translated_guide_has_the_chapters_and_pictures_of_the_english_one(path: Path) -> None:
    assert _frame(path) == _frame(_DOCS / "guide.md")


def _frame(path: Path) -> list[str]:
    """Return the levels of the headings and the files of the pictures, in their order."""
    return re.findall(r"^#+(?= )|(?<=]\()pictures/[^)]+", path.read_text("utf-8"), re.MULTILINE)
