"""Placing the key poses of one exercise in a grid, with their captions and the arrows between."""

from dataclasses import dataclass

from sijoint_desktop.sheet.model import ExerciseBlock, Still
from sijoint_desktop.ui.printing.items import Item, NextArrow, Picture, moved
from sijoint_desktop.ui.printing.paper import Rect
from sijoint_desktop.ui.printing.strips import Setting, Strip

ARROW_MM = 4.0
GAP_MM = 5.0
_CAPTION_GAP_MM = 0.6
_ROW_GAP_MM = 1.5
_HEIGHT_SHARE = 0.62  # of a picture's width, as most exercises are done lying or kneeling
_TALLEST_MM = 38.0  # for somebody who stands


def picture_strip(
    setting: Setting, block: ExerciseBlock, x: float, width: float, *, beside: bool
) -> Strip | None:
    """Return the stills of a block between ``x`` and ``x + width``, or None where it has none.

    ``beside`` says that words stand to their right, so that there is less room.
    """
    count = len(block.stills)
    if not count:
        return None
    grid = _grid(setting, block, width, beside=beside)
    used = grid.columns * grid.cell.width + (grid.columns - 1) * GAP_MM
    left = x + grid.inset + (width - grid.inset - used) / 2
    items: list[Item] = []
    y = 0.0
    for start in range(0, count, grid.columns):
        row = block.stills[start : start + grid.columns]
        strip = _row(setting, row, grid.cell, first=start == 0)
        items += [moved(item, left, y) for item in strip.items]
        y += strip.height + _ROW_GAP_MM
    for words in setting.type.rows(block.drawn_side, setting.sizes.caption, width):
        centred = x + (width - words.width) / 2
        items += [moved(word, centred, y) for word in words.words]
        y += words.height
    return Strip(tuple(items), y)


@dataclass(frozen=True, slots=True)
class _Grid:
    """How many pictures stand side by side, and how large each is; ``inset`` leaves room before."""

    columns: int
    cell: Rect
    inset: float


def _grid(setting: Setting, block: ExerciseBlock, width: float, *, beside: bool) -> _Grid:
    columns = _columns(len(block.stills), upright=block.upright, beside=beside)
    # the arrow before a new row stands below the number where there is a column for that
    inset = GAP_MM if len(block.stills) > columns and not beside else 0.0
    cell = (width - inset - (columns - 1) * GAP_MM) / columns
    if beside and columns == 1:
        cell = min(cell, 56.0)
    if not beside:
        cell = min(cell, (60.0 if block.upright else 100.0) * setting.shrink)
    height = cell * _HEIGHT_SHARE
    if block.upright:
        height = min(cell * 2.1, _TALLEST_MM if beside else 84.0 * setting.shrink)
    return _Grid(columns, Rect(0, 0, cell, height), inset)


def _columns(count: int, *, upright: bool, beside: bool) -> int:
    """Return how many pictures stand in a row: upright ones are narrow, lying ones wide."""
    if upright:
        return min(count, 4)
    if beside or count == 4:
        return min(count, 2)
    return min(count, 3)


def _row(setting: Setting, stills: tuple[Still, ...], cell: Rect, *, first: bool) -> Strip:
    items: list[Item] = []
    below = 0.0
    for column, still in enumerate(stills):
        at = column * (cell.width + GAP_MM)
        items.append(Picture(cell.moved(at, 0), still))
        if column or not first:
            middle = cell.height / 2 - ARROW_MM / 2
            gap = at - GAP_MM + (GAP_MM - ARROW_MM) / 2
            items.append(NextArrow(Rect(gap, middle, ARROW_MM, ARROW_MM)))
        y = cell.height + _CAPTION_GAP_MM
        for row in setting.type.rows(still.caption, setting.sizes.caption, cell.width):
            centred = at + (cell.width - row.width) / 2
            items += [moved(word, centred, y) for word in row.words]
            y += row.height
        below = max(below, y)
    return Strip(tuple(items), below)
