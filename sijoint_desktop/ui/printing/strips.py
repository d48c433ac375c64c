"""Bands of paper that stay together, made of strips that a long band may be parted between."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sijoint_desktop.core.language import tr
from sijoint_desktop.sheet.model import Note, Span
from sijoint_desktop.ui.printing.items import Frame, Item, Rule, moved
from sijoint_desktop.ui.printing.paper import Rect
from sijoint_desktop.ui.printing.typeset import Row, Sizes, Typesetter

HAIR_MM = 0.2  # a line that every printer shows, and that does not shout
FRAME_MM = 0.6
_FRAME_RADIUS_MM = 2.5
_PART_STEP_MM = 5.0
_MOST_WHOLE_ROWS = 10  # a paragraph of more rows may be parted between two pages


@dataclass(frozen=True, slots=True)
class Setting:
    """What every block needs to know: the typesetter, the sizes and the width of the paper.

    ``joined`` sets steps as one paragraph; ``shrink`` is the share of their full size that
    pictures get. Both save paper.
    """

    type: Typesetter
    sizes: Sizes
    width: float
    large: bool
    joined: bool = False
    shrink: float = 1.0


@dataclass(frozen=True, slots=True)
class Strip:
    """Items that share a line; their places count from its top left corner, in millimetres."""

    items: tuple[Item, ...]
    height: float

    def lowered(self, gap: float) -> "Strip":
        """Return the strip with white space above it."""
        return Strip(tuple(moved(item, 0, gap) for item in self.items), self.height + gap)


@dataclass(frozen=True, slots=True)
class Band:
    """Strips below each other with their pictures, kept on one page wherever that is possible.

    ``pictures`` stands beside head and strips, or between them where ``beside`` is False. A band
    that is taller than a page goes on over further pages, each with ``again`` for its head and
    with the pictures once more, so that words and pictures are never apart. ``begins`` marks the
    first band of an exercise, where a page that holds its number of them is full.
    """

    strips: tuple[Strip, ...]
    head: tuple[Strip, ...] = ()
    pictures: Strip | None = None
    beside: bool = True
    again: Strip | None = None
    above: float = 0.0
    below: float = 0.0
    ruled: bool = False
    framed: bool = False
    begins: bool = False

    @property
    def height(self) -> float:
        """The height with the white space above and below."""
        words = total(self.strips) + total(self.head)
        shown = self.pictures.height if self.pictures else 0.0
        inner = max(words, shown) if self.beside else words + shown
        return self.above + inner + self.below

    def parts(self, first: float, room: float) -> list["Band"]:
        """Return the band as bands of at most ``first``, then ``room`` millimetres.

        They are about equally tall. Only a single strip that is taller than the room stays so.
        """
        parts = self._parted(first, room)
        tighter = room
        while tighter > room / 2:
            tighter -= _PART_STEP_MM
            even = self._parted(min(first, tighter), tighter)
            if len(even) > len(parts):
                break
            parts = even
        return parts

    def _parted(self, first: float, room: float) -> list["Band"]:
        taken = self.above + self.below
        if self.pictures and not self.beside:
            taken += self.pictures.height
        lead = (self.again,) if self.again else ()
        groups: list[list[Strip]] = [[]]
        left = first - taken - total(self.head)
        for strip in self.strips:
            if strip.height > left and (groups[-1] or len(groups) == 1):
                groups.append([])
                left = room - taken - total(lead)
            groups[-1].append(strip)
            left -= strip.height
        opening, *rest = groups
        further = [replace(self, head=lead, strips=tuple(group), begins=False) for group in rest]
        return [replace(self, strips=tuple(opening)), *further]

    def items(self, y: float, width: float) -> list[Item]:
        """Return the items with the band's top at ``y``; ``width`` is that of its rule or frame."""
        found: list[Item] = []
        if self.ruled:
            found.append(Rule(Rect(0, y, width, HAIR_MM)))
        if self.framed:
            edge = Rect(0, y, width, self.height)
            found.append(Frame(edge, FRAME_MM, _FRAME_RADIUS_MM))
        top = y + self.above
        head, words = stacked(self.head), stacked(self.strips)
        # the head comes first, so that who reads the text aloud hears the name before the rest
        found += [moved(item, 0, top) for item in head.items]
        below = top + head.height
        if self.pictures:
            across = top if self.beside else below
            found += [moved(item, 0, across) for item in self.pictures.items]
            below += 0.0 if self.beside else self.pictures.height
        found += [moved(item, 0, below) for item in words.items]
        return found


def total(strips: Iterable[Strip]) -> float:
    """Return the height of strips below each other."""
    return math.fsum(strip.height for strip in strips)


def row_strips(rows: Iterable[Row], x: float, gap: float = 0.0) -> list[Strip]:
    """Return rows of words as strips that begin at ``x``, with ``gap`` above the first."""
    strips = [Strip(tuple(moved(word, x, 0) for word in r.words), r.height) for r in rows]
    return [strips[0].lowered(gap), *strips[1:]] if strips else []


def stacked(strips: Iterable[Strip]) -> Strip:
    """Return strips below each other as one that is never parted."""
    items: list[Item] = []
    y = 0.0
    for strip in strips:
        items += [moved(item, 0, y) for item in strip.items]
        y += strip.height
    return Strip(tuple(items), y)


def paragraph(strips: list[Strip]) -> list[Strip]:
    """Return the rows of a paragraph as one strip, unless there are too many to keep together."""
    return [stacked(strips)] if 1 < len(strips) <= _MOST_WHOLE_ROWS else strips


@dataclass(frozen=True, slots=True)
class Column:
    """Where words stand: the left edge and the width, in millimetres."""

    x: float
    width: float


def labelled(
    kind: Typesetter, column: Column, note: Note, size_pt: float, gap: float
) -> list[Strip]:
    """Return a paragraph that begins with a bold label; nothing where there is no text."""
    if not note.text.strip():
        return []
    spans = [Span(f"{note.label}:", bold=True), Span(note.text)]
    rows = kind.span_rows(spans, size_pt, column.width)
    return paragraph(row_strips(rows, column.x, gap))


def continued(heading: str) -> str:
    """Return the heading of what goes on over a further page."""
    return tr("{heading} (continued)", heading=heading)


def right_of(strips: Sequence[Strip]) -> float:
    """Return the right edge of the last strip's items, 0 where it has none."""
    return max((item.rect.right for item in strips[-1].items), default=0.0) if strips else 0.0
