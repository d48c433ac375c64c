"""Setting a graph of pain scores: hair lines with their scores and dates, marks, and their key."""

from sijoint_desktop.core.language import tr
from sijoint_desktop.history.time_axis import date_ticks
from sijoint_desktop.sheet.model import Dots, Graph
from sijoint_desktop.ui.printing.items import Curve, Dot, Item, Rule, moved
from sijoint_desktop.ui.printing.paper import Rect
from sijoint_desktop.ui.printing.strips import HAIR_MM, Setting, Strip

_HEIGHT_MM = 46.0
_TOP_MM = 3.0
_SCORES = (0, 2, 4, 6, 8, 10)
_DOT_MM = 1.5
_KEY_GAP_MM = 6.0
_TICK_ROOM_MM = 26.0


def graph_strip(setting: Setting, graph: Graph) -> Strip:
    """Return a graph as wide as the paper; it is never parted."""
    size, kind = setting.sizes.small, setting.type
    left = kind.width("10", size) + 2.5
    plot = Rect(left, _TOP_MM, setting.width - left - 3.0, _HEIGHT_MM)
    items: list[Item] = []
    for score in _SCORES:
        y = _y(plot, score)
        items.append(Rule(Rect(plot.x, y, plot.width, HAIR_MM / 2 if score else HAIR_MM)))
        (row,) = kind.rows(str(score), size, left)
        items += [moved(w, left - 2.0 - row.width, y - row.height / 2) for w in row.words]
    below = plot.bottom + 1.0
    below += _days(setting, graph, plot, below, items)
    for dots in graph.dots:
        items += _marks(graph, plot, dots)
    key = _key(setting, graph, left, below, items)
    return Strip(tuple(items), key)


def _days(setting: Setting, graph: Graph, plot: Rect, y: float, items: list[Item]) -> float:
    """Add the dates below the plot, and return how tall they are."""
    size, kind = setting.sizes.small, setting.type
    most = max(2, int(plot.width / (_TICK_ROOM_MM * size / 9)))
    tall, used = 0.0, 0.0
    for day, word in date_ticks(graph.first, graph.last, most):
        x = plot.x + plot.width * max(0, (day - graph.first).days) / graph.days
        for row in kind.rows(word, size, plot.width)[:1]:
            at = min(x, plot.right - row.width)
            tall = max(tall, row.height)
            if at >= used:
                items += [moved(w, at, y) for w in row.words]
                used = at + row.width + 2.0
    return tall


def _marks(graph: Graph, plot: Rect, dots: Dots) -> list[Item]:
    places = [
        (plot.x + plot.width * day / graph.days, _y(plot, score)) for day, score in dots.points
    ]
    found: list[Item] = []
    if dots.joined and len(places) > 1:
        shares = tuple(((x - plot.x) / plot.width, (y - plot.y) / plot.height) for x, y in places)
        found.append(Curve(plot, shares))
    half = _DOT_MM / 2
    found += [Dot(Rect(x - half, y - half, _DOT_MM, _DOT_MM), dots.filled) for x, y in places]
    return found


def _key(setting: Setting, graph: Graph, left: float, top: float, items: list[Item]) -> float:
    """Add what the marks stand for, in as many rows as it takes; return where they end."""
    size, kind = setting.sizes.small, setting.type
    x, y, end = left, top + 1.0, top
    for dots in graph.dots:
        name = tr("{name}, joined", name=dots.name) if dots.joined else dots.name
        (row, *_rest) = kind.rows(name, size, setting.width - left - _DOT_MM - 2.0)
        if x > left and x + _DOT_MM + 1.5 + row.width > setting.width:
            x, y = left, end
        place = Rect(x, y + (row.height - _DOT_MM) / 2, _DOT_MM, _DOT_MM)
        items.append(Dot(place, dots.filled))
        items += [moved(w, x + _DOT_MM + 1.5, y) for w in row.words]
        x += _DOT_MM + 1.5 + row.width + _KEY_GAP_MM
        end = y + row.height
    return end


def _y(plot: Rect, score: float) -> float:
    return plot.bottom - plot.height * score / 10
