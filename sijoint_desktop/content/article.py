"""Articles to read about the joint and about exercising, parsed from their files and searched."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.content.fields import Bounds, format_one, line, lines, whole
from sijoint_desktop.content.parse import own_id, parse_toml, read_all
from sijoint_desktop.content.wording import wording_faults
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.search import holds_all, plain
from sijoint_desktop.motion.table import Table

ITEM = "- "
"""What a paragraph begins with that is an entry of a list."""

_WORDS_PER_MINUTE = 180  # read slowly, for understanding
_EXCERPT = 110
_ORDER = Bounds(1, 99, "places")


class Picture(StrEnum):
    """A drawing that a section shows."""

    PELVIS = "pelvis"  # the pelvis from behind, with both SI joints


class Signs(StrEnum):
    """Which warning signs of the check a section lists, as the rules word them."""

    EMERGENCY = "emergency"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article under a heading of its own: paragraphs, and what is shown with them.

    A paragraph that begins with ITEM is an entry of a list.
    """

    heading: str
    paragraphs: tuple[str, ...]
    picture: Picture | None = None
    exercise: str | None = None  # the id of an exercise that the figure shows
    signs: Signs | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """Something to read, with the sources that it rests on."""

    id: str
    order: int  # its place in the list
    title: str
    summary: str
    passages: tuple[Passage, ...]
    sources: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """How long it takes to read, at least 1 minute."""
        words = sum(len(text.split()) for text in _texts(self))
        return max(1, round(words / _WORDS_PER_MINUTE))


@dataclass(frozen=True, slots=True)
class Found:
    """An article that holds all words that were searched, and where it does."""

    article: Article
    passage: int  # its number; 0 where title or summary hold them
    excerpt: str


def parse_articles(files: Mapping[str, str]) -> tuple[Article, ...]:
    """Read article files, given as file name -> text, in their stated order.

    Raises ContentError with every fault of every file; no two may have the same place.
    """
    return _in_order(*read_all(files, parse_article))


def articles_from(files: Mapping[str, Mapping[str, object]]) -> tuple[Article, ...]:
    """Read the tables of article files, given as file name -> tables, in their stated order.

    They may be in any language, so their wording is not looked at.

    Raises ContentError with every fault of every file; no two may have the same place.
    """
    return _in_order(*read_all(files, _read))


def _in_order(articles: list[Article], faults: list[str]) -> tuple[Article, ...]:
    places: dict[int, str] = {}
    for article in articles:
        if article.order in places:
            other = places[article.order]
            faults.append(f"{article.id}.toml: order: {article.order} is that of {other}, too")
        places[article.order] = article.id
    if faults:
        raise ContentError(faults)
    return tuple(sorted(articles, key=lambda article: article.order))


def parse_article(text: str, name: str) -> Article:
    """Read one article file; ``name`` is its file name, whose stem must be the article's id.

    Raises ContentError with every fault, wording that no text may have among them.
    """
    return article_from(parse_toml(text, name), name)


def article_from(tables: Mapping[str, object], name: str) -> Article:
    """Read an article from the tables of its file; raises ContentError with every fault."""
    article = _read(tables, name)
    faults = [f"{name}: {fault}" for text in _texts(article) for fault in wording_faults(text)]
    if faults:
        raise ContentError(faults)
    return article


def _read(tables: Mapping[str, object], name: str) -> Article:
    faults: list[str] = []
    table = Table(tables, f"{name}: ", faults)
    format_one(table)
    article = Article(
        id=own_id(table, name),
        order=whole(table, "order", _ORDER),
        title=line(table, "title"),
        summary=line(table, "summary"),
        passages=tuple(_passage(entry) for entry in table.tables("passage")),
        sources=lines(table, "sources", at_least=1),
    )
    if not article.passages:
        table.fault("passage", "missing; expected at least one")
    table.close()
    if faults:
        raise ContentError(faults)
    return article


def _passage(entry: Table) -> Passage:
    passage = Passage(
        heading=line(entry, "heading"),
        paragraphs=lines(entry, "text", at_least=1),
        picture=entry.choice("picture", Picture) if entry.has("picture") else None,
        exercise=line(entry, "exercise", empty=True) or None,
        signs=entry.choice("signs", Signs) if entry.has("signs") else None,
    )
    entry.close()
    return passage


def find(articles: Iterable[Article], words: str) -> Iterator[Found]:
    """Yield the articles that hold every searched word, in their order.

    Title and summary are looked at first, then each passage by itself. No words find nothing.
    """
    for article in articles if plain(words) else ():
        where = _where(article, words)
        if where is not None:
            yield where


def _where(article: Article, words: str) -> Found | None:
    if holds_all(f"{article.title} {article.summary}", words):
        return Found(article, 0, article.summary)
    for number, passage in enumerate(article.passages, start=1):
        if holds_all(" ".join((passage.heading, *passage.paragraphs)), words):
            return Found(article, number, _excerpt(passage, words))
    return None


def _excerpt(passage: Passage, words: str) -> str:
    """Return the sentence of a passage that holds the most of the searched words, cut short."""
    sentences = [
        sentence
        for text in passage.paragraphs
        for sentence in re.split(r"(?<=[.?]) ", text.removeprefix(ITEM))
    ]
    wanted = plain(words).split()
    best = max(sentences, key=lambda text: sum(word in plain(text) for word in wanted))
    if len(best) <= _EXCERPT:
        return best
    return best[:_EXCERPT].rsplit(" ", 1)[0] + " \u2026"


def _texts(article: Article) -> Iterator[str]:
    """Yield every text of an article that a person reads, except the sources."""
    yield from (article.title, article.summary)
    for passage in article.passages:
        yield passage.heading
        yield from (text.removeprefix(ITEM) for text in passage.paragraphs)
