"""What can stand on a page: words, pictures, boxes and lines, placed in millimetres."""

from dataclasses import dataclass, replace

from sijoint_desktop.sheet.model import Still
from sijoint_desktop.ui.printing.paper import Page, Rect


@dataclass(frozen=True, slots=True)
class Words:
    """One run of one line in one weight; ``baseline`` is measured from the top of the rectangle."""

    rect: Rect
    text: str
    size_pt: float
    bold: bool
    baseline: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of one key pose."""

    rect: Rect
    still: Still


@dataclass(frozen=True, slots=True)
class TickBox:
    """An empty square to tick with a pen."""

    rect: Rect


@dataclass(frozen=True, slots=True)
class StopSign:
    """An octagon with an exclamation mark: stop, in a shape that needs no colour."""

    rect: Rect


@dataclass(frozen=True, slots=True)
class NextArrow:
    """A small arrow between two key poses: first this, then that."""

    rect: Rect


@dataclass(frozen=True, slots=True)
class Frame:
    """An edge around other items; ``radius`` rounds its corners."""

    rect: Rect
    line: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line; its rectangle is as thick as the line itself."""

    rect: Rect


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of a graph: a disc, or a ring that is white inside."""

    rect: Rect
    filled: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points that are shares, 0 to 1, of the rectangle's width and height."""

    rect: Rect
    points: tuple[tuple[float, float], ...]


Item = Words | Picture | TickBox | StopSign | NextArrow | Frame | Rule | Dot | Curve


def moved(item: Item, dx: float, dy: float) -> Item:
    """Return the same item elsewhere on the page."""
    return replace(item, rect=item.rect.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of a sheet: what stands where, ready to be painted."""

    page: Page
    pages: tuple[tuple[Item, ...], ...]
