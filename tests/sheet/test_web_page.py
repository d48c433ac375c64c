import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.sheet.compose import compose_card, compose_sheet
from sijoint_desktop.sheet.model import Paragraph, Section, Sheet, Span, Still, Table
from sijoint_desktop.sheet.web_page import sheet_html
from tests.sheet import samples

SHEET = compose_sheet(
    samples.routine(name="Loosen & steady"),
    samples.library(),
    start=date(2026, 11, 26),
    name="Anna",
)
_VOID = {"meta", "input"}


class Page(HTMLParser):
    """A page as its elements: the path of tags to each, its attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self.open[-1], data))

    def of(self, tag: str) -> list[str]:
        return [words for where, words in self.words if where == tag]


def drawn(_still: Still, name: str) -> str:
    quoted = name.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f'<svg role="img" aria-label="{quoted}"></svg>'


def page(sheet: Sheet = SHEET) -> Page:
    return Page(sheet_html(sheet, drawn))


def test_headings_are_in_their_order_and_the_language_is_stated() -> None:
    read = page()
    assert read.of("h1") == ["Loosen & steady"]
    assert read.of("title") == read.of("h1")
    exercises = [f"{block.number}. {block.name}" for block in SHEET.blocks]
    assert read.of("h2") == [*exercises, "Two-week log"]
    assert ("html", {"lang": "en"}) in read.found


def test_every_figure_says_what_it_shows_and_where_its_arrow_leads() -> None:
    names = [attrs["aria-label"] for tag, attrs in page().found if tag == "svg"]
    stills = [still for block in SHEET.blocks for still in block.stills]
    assert len(names) == len(stills)
    assert "Bird-dog, picture 1 of 2: Start. An arrow shows the way to picture 2." in names


def test_sides_are_boxes_with_their_words_and_the_log_a_table_with_named_rows() -> None:
    read = page()
    boxes = [word for block in SHEET.blocks for word in block.boxes]
    assert [words.strip() for words in read.of("label")] == boxes
    assert {"Left", "Right"} <= set(boxes)
    scopes = [attrs.get("scope") for tag, attrs in read.found if tag == "th"]
    assert scopes.count("col") == 14
    assert scopes.count("row") == 4


def test_everything_on_paper_is_on_the_page() -> None:
    read = page(replace(SHEET, note="Left leg first"))
    text = " ".join(words for _where, words in read.words)
    for block in SHEET.blocks:
        assert all(step in text for step in block.steps)
    assert "Left leg first" in text
    assert "emergency number" in text
    assert SHEET.footer in text


def test_a_card_has_one_heading() -> None:
    assert page(compose_card(samples.BIRD_DOG)).of("h2") == []


def test_a_report_has_tables_with_column_and_row_names() -> None:
    table = Table(("Question", "Answer"), (0.5, 0.5), (("Fever", "Yes"),))
    section = Section("Why", (Paragraph((Span("Because"),), small=True), table))
    read = page(replace(SHEET, blocks=(), log=None, sections=(section,)))
    assert read.of("th") == ["Question", "Answer", "Fever"]
    assert read.of("td") == ["Yes"]
    assert ("section", {"class": "stop", "aria-label": "What to do"}) in read.found


def test_what_scrolls_can_be_reached_by_keys_and_has_a_name() -> None:
    scrolls = [attrs for _tag, attrs in page().found if attrs.get("class") == "scroll"]
    assert scrolls
    assert all(attrs["tabindex"] == "0" and attrs["aria-label"] for attrs in scrolls)


def test_large_print_is_large_on_screen_and_on_paper() -> None:
    large = sheet_html(replace(SHEET, large_print=True), drawn)
    assert '<body class="large">' in large
    assert re.search(r"body\.large \{ font-size: 18pt", large)


@given(words=st.text(max_size=60))
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("part", ["title", "note"])
def test_no_words_break_the_page(part: str, words: str) -> None:
    changed = replace(SHEET, title=words) if part == "title" else replace(SHEET, note=words)
    assert len(page(changed).of("h2")) == len(SHEET.blocks) + 1
