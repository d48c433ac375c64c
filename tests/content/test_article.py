"""Articles are read with every fault named, and searched by any words that they hold."""

from pathlib import Path

import pytest

from sijoint_desktop.content.article import (
    Article,
    Picture,
    Signs,
    find,
    parse_article,
    parse_articles,
)
from sijoint_desktop.content.wording import wording_faults
from sijoint_desktop.core.errors import ContentError
from tests.content.samples import edited

TEXT = """
format = 1
id = "moving"
order = 3
title = "Moving well"
summary = "Why slow is better."
sources = ["Made up for tests"]

[[passage]]
heading = "Slow"
picture = "pelvis"
text = ["Move slowly. A swing hides what the muscles do.", "- Count to three."]

[[passage]]
heading = "When not"
signs = "emergency"
exercise = "bird_dog"
text = ["These mean that you stop."]
"""

FOLDER = Path(__file__).parents[2] / "assets" / "content" / "learn"


def shipped() -> tuple[Article, ...]:
    return parse_articles({p.name: p.read_text(encoding="utf-8") for p in FOLDER.glob("*.toml")})


def test_an_article_says_what_stands_beside_its_text() -> None:
    article = parse_article(TEXT, "moving.toml")
    slow, when_not = article.passages
    assert (slow.picture, slow.signs, slow.exercise) == (Picture.PELVIS, None, None)
    assert (when_not.signs, when_not.exercise) == (Signs.EMERGENCY, "bird_dog")
    assert article.minutes == 1


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "moving"', 'id = "other"', "moving.toml: id:"),
        ("order = 3", "order = 300", "moving.toml: order: 300; expected whole places from 1 to 99"),
        ('picture = "pelvis"', 'picture = "knee"', "moving.toml: passage.1.picture: 'knee'"),
        ('signs = "emergency"', 'signs = "all"', "moving.toml: passage.2.signs: 'all'"),
        ('["Made up for tests"]', "[]", "moving.toml: sources: has 0 entries"),
        ("Move slowly.", "This will cure you.", "moving.toml: says 'cure'"),
        ("Move slowly.", "so " * 26 + "slow.", "moving.toml: has a sentence of 27 words"),
        ('heading = "Slow"', 'heading = "Slow"\ncolour = "red"', "passage.1.colour: unknown key"),
    ],
)
def test_each_fault_is_named(old: str, new: str, fault: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_article(edited(TEXT, old, new), "moving.toml")
    assert any(fault in found for found in caught.value.faults)


def test_two_articles_cannot_have_the_same_place() -> None:
    files = {"moving.toml": TEXT, "again.toml": edited(TEXT, '"moving"', '"again"')}
    with pytest.raises(ContentError, match=r"order: 3 is that of again, too"):
        parse_articles(files)


def test_what_is_quoted_is_talked_about_and_not_claimed() -> None:
    assert list(wording_faults("They say it can be \u201creset\u201d.")) == []
    assert list(wording_faults("It can be reset.")) != []


def test_search_finds_words_in_any_order_and_case_and_says_where() -> None:
    article = parse_article(TEXT, "moving.toml")
    [found] = find([article], "MUSCLES swing")
    assert (found.passage, found.excerpt) == (1, "A swing hides what the muscles do.")
    [by_title] = find([article], "well moving")
    assert (by_title.passage, by_title.excerpt) == (0, "Why slow is better.")
    assert list(find([article], "swing stop")) == []  # in different passages
    assert list(find([article], "  ")) == []


def test_search_finds_words_typed_without_their_accents() -> None:
    words = TEXT.replace("A swing hides", "Un cinturón. A swing hides")
    [found] = find([parse_article(words, "moving.toml")], "cinturon UN")
    assert found.excerpt == "Un cinturón."


def test_what_ships_covers_the_subject_and_shows_what_it_speaks_of() -> None:
    articles = shipped()
    assert [article.order for article in articles] == list(range(1, len(articles) + 1))
    for words in ("hypermobile", "hypomobile", "belt two fingers", "\u201creset\u201d", "24 weeks"):
        assert any(find(articles, words)), words
    parts = [passage for article in articles for passage in article.passages]
    assert {part.signs for part in parts} == {None, *Signs}
    assert any(part.picture is Picture.PELVIS for part in parts)
    assert any(part.exercise == "si_belt" for part in parts)
