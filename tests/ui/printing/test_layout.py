from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sijoint_desktop.content.model import Exercise, Sides
from sijoint_desktop.sheet.compose import compose_card, compose_sheet
from sijoint_desktop.sheet.model import Paragraph, Section, Sheet, Span, Table
from sijoint_desktop.ui.printing.items import (
    Item,
    Layout,
    NextArrow,
    Picture,
    StopSign,
    TickBox,
    Words,
)
from sijoint_desktop.ui.printing.layout import lay_out
from sijoint_desktop.ui.printing.paper import Page, Paper, page_layout, page_of
from sijoint_desktop.ui.printing.typeset import tidy
from tests.sheet import samples
from tests.ui.printing.drawing import FAMILY

A4 = Page(210.0, 297.0)
LETTER = Page(215.9, 279.4)
START = date(2026, 11, 26)
_TOUCH_MM = 0.05  # how far rounding may let two neighbours reach into each other


def sheet(*exercises: Exercise, large: bool = False, name: str = "Loosen", who: str = "") -> Sheet:
    slots = tuple(samples.slot(what) for what in exercises)
    return compose_sheet(
        samples.routine(*slots, name=name),
        samples.library(*(exercises or samples.EVERY)),
        start=START,
        name=who,
        minutes=11,
        large_print=large,
    )


def numbered(count: int) -> list[Exercise]:
    return [samples.exercise(f"Exercise {n}", code=f"E{n:02}") for n in range(1, count + 1)]


def contents(page: tuple[Item, ...]) -> list[Item]:
    return [i for i in page if isinstance(i, (Words, Picture, TickBox, StopSign, NextArrow))]


def overlap(a: Item, b: Item) -> bool:
    one, two = a.rect, b.rect
    across = min(one.right, two.right) - max(one.x, two.x)
    down = min(one.bottom, two.bottom) - max(one.y, two.y)
    return across > _TOUCH_MM and down > _TOUCH_MM


def assert_well_placed(layout: Layout) -> None:
    inside = layout.page.inside
    for page in layout.pages:
        for item in page:
            assert item.rect.x >= inside.x - _TOUCH_MM, item
            assert item.rect.y >= inside.y - _TOUCH_MM, item
            assert item.rect.right <= inside.right + _TOUCH_MM, item
            assert item.rect.bottom <= inside.bottom + _TOUCH_MM, item
        for a, b in combinations(contents(page), 2):
            assert not overlap(a, b), (a, b)


def words_of(page: tuple[Item, ...]) -> str:
    return " ".join(item.text for item in page if isinstance(item, Words))


def ids_drawn(page: tuple[Item, ...]) -> set[str]:
    return {item.still.exercise_id for item in page if isinstance(item, Picture)}


@pytest.mark.parametrize("page", [A4, LETTER])
@pytest.mark.parametrize("large", [False, True])
def test_nothing_overlaps_or_leaves_the_page(page: Page, large: bool) -> None:
    assert_well_placed(lay_out(sheet(large=large), page, FAMILY))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("exercise", samples.EVERY, ids=lambda e: e.id)
def test_a_card_holds_one_exercise(exercise: Exercise, large: bool) -> None:
    layout = lay_out(compose_card(exercise, large_print=large), A4, FAMILY)
    assert_well_placed(layout)
    if not large:
        assert len(layout.pages) == 1


def test_a_few_exercises_fit_one_page() -> None:
    assert len(lay_out(sheet(*numbered(3)), A4, FAMILY).pages) == 1


def test_pages_break_between_exercises() -> None:
    layout = lay_out(sheet(*numbered(14)), A4, FAMILY)
    assert len(layout.pages) > 1
    homes: dict[str, int] = {}
    for number, page in enumerate(layout.pages):
        for drawn in ids_drawn(page):
            assert homes.setdefault(drawn, number) == number
            assert f"Exercise {int(drawn[1:])}" in words_of(page)
    assert len(homes) == 14


def test_every_page_says_which_of_how_many_it_is() -> None:
    layout = lay_out(sheet(*numbered(14)), A4, FAMILY)
    count = len(layout.pages)
    for number, page in enumerate(layout.pages, start=1):
        assert f"{number} of {count}" in words_of(page)
        assert "not a diagnosis" in words_of(page)


def test_steps_are_joined_only_where_that_saves_a_page() -> None:
    def starts_of_steps(layout: Layout) -> int:
        marks = (i for page in layout.pages for i in page if isinstance(i, Words))
        return sum(item.text == "2." and item.bold for item in marks)

    few, many = (lay_out(sheet(*numbered(n)), A4, FAMILY) for n in (2, 6))
    assert starts_of_steps(few) == 2
    longest = max((i for page in many.pages for i in page), key=lambda i: i.rect.bottom)
    assert longest.rect.bottom <= A4.inside.bottom


def test_large_print_is_never_smaller_than_eighteen_points() -> None:
    layout = lay_out(sheet(large=True), A4, FAMILY)
    sizes = {item.size_pt for page in layout.pages for item in page if isinstance(item, Words)}
    assert min(sizes) == 18


def test_the_usual_print_is_never_smaller_than_nine_points() -> None:
    layout = lay_out(sheet(), A4, FAMILY)
    sizes = {item.size_pt for page in layout.pages for item in page if isinstance(item, Words)}
    assert min(sizes) == 9


def test_both_sides_get_a_box_to_tick() -> None:
    layout = lay_out(sheet(samples.BIRD_DOG), A4, FAMILY)
    assert sum(isinstance(i, TickBox) for i in layout.pages[0]) == 2
    assert "Left" in words_of(layout.pages[0])
    assert "Right" in words_of(layout.pages[0])


def test_the_log_has_a_cell_for_each_of_fourteen_days() -> None:
    for large in (False, True):
        last = lay_out(sheet(samples.BRIDGE, large=large), A4, FAMILY).pages[-1]
        text = words_of(last)
        for part in (
            "26",
            "30",
            "1",
            "9",
            "Done (tick)",
            "Pain before, 0–10",
            "Next morning, 0–10",
        ):
            assert part in text


@pytest.mark.usefixtures("pseudo")
def test_what_is_added_to_pages_is_translated() -> None:
    long = samples.exercise("Very long", steps=("and slowly back again " * 12,) * 30)
    layout = lay_out(sheet(long), A4, FAMILY)
    text = " ".join(words_of(page) for page in layout.pages)
    assert "cöñtîñûéd" in text
    for english in ("continued", " of ", "Note from", "Take care", "Not for"):
        assert english not in text


def test_an_exercise_longer_than_a_page_goes_on_with_its_pictures() -> None:
    steps = tuple(f"Step{n} " + "and slowly back again " * 12 for n in range(1, 30))
    long = samples.exercise("Very long", steps=steps)
    layout = lay_out(sheet(long), A4, FAMILY)
    assert_well_placed(layout)
    pages = [page for page in layout.pages if "and slowly back again" in words_of(page)]
    assert len(pages) > 1
    for page in pages:
        assert ids_drawn(page) == {long.id}
    assert all("Very long (continued)" in words_of(page) for page in pages[1:])
    for n in range(1, 30):
        assert f"Step{n}" in " ".join(words_of(page) for page in pages).split()


def test_page_sizes_follow_the_paper() -> None:
    assert page_of(page_layout(Paper.A4)) == A4
    letter = page_of(page_layout(Paper.LETTER))
    assert (letter.width, letter.height) == pytest.approx((215.9, 279.4), abs=0.1)


@pytest.mark.parametrize("per_page", [1, 2, 3])
@pytest.mark.parametrize("large", [False, True])
def test_a_page_holds_no_more_exercises_than_were_asked_for(per_page: int, large: bool) -> None:
    layout = lay_out(replace(sheet(*numbered(7), large=large), per_page=per_page), A4, FAMILY)
    assert_well_placed(layout)
    shown = [len(ids_drawn(page)) for page in layout.pages]
    assert max(shown) == per_page if not large else max(shown) <= per_page
    assert sum(shown) == 7


def test_one_exercise_a_page_is_drawn_larger() -> None:
    usual = lay_out(sheet(*numbered(3)), A4, FAMILY)
    alone = lay_out(replace(sheet(*numbered(3)), per_page=1), A4, FAMILY)

    def width(layout: Layout) -> float:
        return max(i.rect.width for page in layout.pages for i in page if isinstance(i, Picture))

    assert width(alone) > 1.5 * width(usual)


def test_the_note_of_a_clinician_stands_in_the_head() -> None:
    noted = replace(sheet(samples.BRIDGE), note="Left leg first. " * 12)
    layout = lay_out(noted, A4, FAMILY)
    assert_well_placed(layout)
    assert "Note from your clinician: Left leg first." in words_of(layout.pages[0])


def test_an_empty_routine_still_prints_its_rules_and_its_log() -> None:
    empty = replace(sheet(samples.BRIDGE), blocks=())
    layout = lay_out(empty, A4, FAMILY)
    assert_well_placed(layout)
    assert "emergency number" in words_of(layout.pages[0])


plain = st.text(
    st.characters(exclude_categories=("Cs", "Co", "Cn", "Mn", "Me", "Cf")), min_size=0, max_size=300
)
wordy = st.lists(
    st.sampled_from(["hip", "lift", "W" * 70, "and", "slowly.", "Übung"]), max_size=160
)
texts = st.one_of(plain, wordy.map(" ".join))


@given(
    name=texts,
    who=texts,
    title=texts,
    steps=st.lists(texts, max_size=12),
    right=texts,
    large=st.booleans(),
    page=st.sampled_from([A4, LETTER]),
    rows=st.sampled_from([samples.LIFT, samples.CROSS, samples.TWO_PARTS, samples.BELT]),
    per_page=st.integers(0, 3),
)
@example(
    name="W" * 900,
    who="",
    title="M" * 900,
    steps=["x" * 2000],
    right="care " * 400,
    large=True,
    page=LETTER,
    rows=samples.CROSS,
    per_page=0,
)
@example(
    name="",
    who="",
    title="",
    steps=["\U00010800", "A", "0"],
    right="0" * 84,
    large=False,
    page=LETTER,
    rows=samples.LIFT,
    per_page=0,
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_words_of_any_length_never_overlap(
    *,
    name: str,
    who: str,
    title: str,
    steps: list[str],
    right: str,
    large: bool,
    page: Page,
    rows: tuple[samples.Row, ...],
    per_page: int,
) -> None:
    long = samples.exercise(
        name, steps=tuple(steps), right=right, rows=rows, sides=Sides.EACH, code="E09"
    )
    made = sheet(samples.BRIDGE, long, samples.FITTING, large=large, name=title, who=who)
    layout = lay_out(replace(made, per_page=per_page, note=right), page, FAMILY)
    assert_well_placed(layout)
    drawn = {drawn for items in layout.pages for drawn in ids_drawn(items)}
    assert drawn == {samples.BRIDGE.id, long.id, samples.FITTING.id}


@given(
    heading=texts.map(lambda text: text[:300]),  # the program's own words, never a page of them
    cells=st.lists(st.tuples(texts, texts, texts), max_size=8),
    said=texts,
    large=st.booleans(),
)
@example(heading="H" * 300, cells=[("c" * 900, "d " * 900, "e")], said="", large=False)
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_reports_of_any_length_never_overlap_and_lose_nothing(
    heading: str, cells: list[tuple[str, str, str]], said: str, large: bool
) -> None:
    table = Table(("One", "Two", "Three"), (0.2, 0.5, 0.3), tuple(cells))
    section = Section(heading, (Paragraph((Span(said),)), table))
    made = replace(sheet(samples.BRIDGE, large=large), blocks=(), log=None, sections=(section,) * 2)
    layout = lay_out(made, A4, FAMILY)
    assert_well_placed(layout)
    words = "".join(words_of(page) for page in layout.pages).replace(" ", "")
    for cell in (cell for row in cells for cell in row):
        for part in tidy(cell).split():
            assert part[1:3] in words
