"""Words are found whatever their case, accents and hyphens, and the place is that of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.core.search import holds_all, places_of, plain


def test_accents_case_and_hyphens_do_not_matter() -> None:
    assert plain("Brücke  ÜBER-all") == "brucke uber all"
    assert plain("Straße") == plain("STRASSE")
    assert plain("u\u0308ben") == plain("Üben")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ajusta el cinturón", "cinturon ajusta"),
        ("Üben nach Plan", "uben"),
        ("Uben", "ÜBEN"),
        ("A self-test", "self test"),
        ("anything", "  "),
    ],
)
def test_all_words_are_found_in_any_order(text: str, words: str) -> None:
    assert holds_all(text, words)
    assert not holds_all(text, f"{words} zebra")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("El cinturón, otro CINTURON", "cinturon", ["cinturón", "CINTURON"]),
        ("Vor dem U\u0308ben u\u0308ben", "üben", ["U\u0308ben", "u\u0308ben"]),
        ("Die Straße", "strasse", ["Straße"]),
        ("Die Straße", "stras", ["Straß"]),
        ("\U0001f600 Fuß", "fuss", ["Fuß"]),
        ("Un cafe\u0301 mas", "cafe", ["cafe\u0301"]),
        ("aaa", "aa", ["aa"]),
        ("a", " ", []),
    ],
)
def test_places_are_those_of_the_text_as_it_is_written(
    text: str, words: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in places_of(text, words)] == found


@given(before=st.text(max_size=8), words=st.text(min_size=1, max_size=8), after=st.text(max_size=8))
def test_what_is_in_a_text_is_found_there(before: str, words: str, after: str) -> None:
    text = f"{before}.{words}.{after}"
    assert holds_all(text, words)
    for start, end in places_of(text, words):
        assert 0 <= start < end <= len(text)
        assert plain(words) in plain(text[start:end])
