from itertools import pairwise

import pytest

from sijoint_desktop.sheet.model import Span
from sijoint_desktop.ui.printing.typeset import Typesetter, tidy
from tests.ui.printing.drawing import FAMILY


def spoken(rows: list) -> str:  # type: ignore[type-arg]
    return " ".join(word.text for row in rows for word in row.words)


def test_rows_keep_to_their_width_and_lose_no_word() -> None:
    text = "Lie on your back, bend your knees and put your feet flat, as wide as your hips."
    rows = Typesetter(FAMILY).rows(text, 10.5, 50.0)
    assert len(rows) > 1
    assert max(row.width for row in rows) <= 50.01
    assert spoken(rows) == text


def test_bold_and_plain_share_a_row_in_their_order() -> None:
    spans = [Span("Stop", bold=True), Span("an exercise"), Span("now", bold=True)]
    (row,) = Typesetter(FAMILY).span_rows(spans, 10.5, 150.0)
    assert [(w.text, w.bold) for w in row.words] == [
        ("Stop", True),
        ("an exercise", False),
        ("now", True),
    ]
    lefts = [w.rect.x for w in row.words]
    assert lefts == sorted(lefts)


def test_a_word_wider_than_the_paper_is_broken() -> None:
    rows = Typesetter(FAMILY).rows("x" * 300, 18, 60.0)
    assert max(row.width for row in rows) <= 60.01
    assert "".join(word.text for row in rows for word in row.words) == "x" * 300


@pytest.mark.parametrize("text", ["😀 " * 40, "Ünï çödé " * 20, "a😀b " * 30])
def test_signs_beyond_the_first_plane_do_not_shift_the_weight(text: str) -> None:
    rows = Typesetter(FAMILY).span_rows([Span(text), Span("end", bold=True)], 10.5, 60.0)
    bold = "".join(w.text for row in rows for w in row.words if w.bold)
    assert bold == "end"


def test_large_type_is_wider() -> None:
    kind = Typesetter(FAMILY)
    assert kind.width("Bird-dog", 18) == pytest.approx(kind.width("Bird-dog", 9) * 2, rel=0.01)


def test_text_is_put_on_one_line_and_signs_that_print_as_nothing_are_dropped() -> None:
    assert tidy(" a\n b\tc\x00 ") == "a b c"
    assert Typesetter(FAMILY).rows(" \n ", 10, 40) == []


@pytest.mark.parametrize("foreign", ["שלום 12", "\U00010800", "abc مرحبا 3"])
def test_letters_from_right_to_left_stay_in_their_own_place(foreign: str) -> None:
    spans = [Span("1.", bold=True), Span(foreign), Span("2.", bold=True), Span("Lift 3")]
    (row,) = Typesetter(FAMILY).span_rows(spans, 10.5, 150.0)
    assert [w.text for w in row.words] == ["1.", foreign, "2.", "Lift 3"]
    for one, other in pairwise(row.words):
        assert one.rect.right <= other.rect.x
