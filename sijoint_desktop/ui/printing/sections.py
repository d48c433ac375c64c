"""Setting the sections of a report: headings, paragraphs and tables whose rows stay whole."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from sijoint_desktop.sheet.model import Graph, Paragraph, Section, Span, Table
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.ui.printing.graph import graph_strip
from sijoint_desktop.ui.printing.items import Item, Rule, moved
from sijoint_desktop.ui.printing.paper import Rect
from sijoint_desktop.ui.printing.strips import (
    HAIR_MM,
    Band,
    Setting,
    Strip,
    continued,
    paragraph,
    row_strips,
    stacked,
)

if TYPE_CHECKING:
    from sijoint_desktop.ui.printing.typeset import Row

_PAD_MM = 2.4
_PART_GAP_MM = 1.4
_CELL_GAP_MM = 4.0
_ROW_PAD_MM = 0.8


def section_band(setting: Setting, section: Section) -> Band:
    """Return one section; a long one goes on over further pages under its heading."""
    sizes, kind = setting.sizes, setting.type
    heading = row_strips(kind.rows(section.heading, sizes.heading, setting.width, bold=True), 0)
    more = kind.rows(continued(section.heading), sizes.heading, setting.width, bold=True)
    strips = [strip for part in section.parts for strip in _part(setting, part)]
    if strips:  # a heading never stands alone at the foot of a page
        strips[0] = stacked([*heading, strips[0]])
    return Band(
        tuple(strips),
        again=stacked(row_strips(more, 0)),
        above=_PAD_MM,
        below=_PAD_MM,
        ruled=True,
    )


def _part(setting: Setting, part: Paragraph | Table | Graph) -> list[Strip]:
    if isinstance(part, Graph):
        return [graph_strip(setting, part).lowered(_PART_GAP_MM)]
    if isinstance(part, Paragraph):
        return _paragraph(setting, part.spans, small=part.small)
    return _stacked_table(setting, part) if setting.large else list(_table(setting, part))


def _paragraph(setting: Setting, spans: Sequence[Span], *, small: bool = False) -> list[Strip]:
    size = setting.sizes.small if small else setting.sizes.body
    return paragraph(
        row_strips(setting.type.span_rows(spans, size, setting.width), 0, _PART_GAP_MM)
    )


def _stacked_table(setting: Setting, table: Table) -> list[Strip]:
    """Return each row as a paragraph: large letters leave no room for columns side by side."""
    strips: list[Strip] = []
    for row in table.rows:
        named = len(row) > 2
        spans = [Span(sentence(row[0]) if named else f"{row[0]}:", bold=True)]
        names = table.columns[1:] if named else ("",)
        for name, cell in zip(names, row[1:], strict=True):
            spans.append(Span(sentence(f"{name}: {cell}" if name else cell)))
        strips += _paragraph(setting, spans)
    return strips


def _table(setting: Setting, table: Table) -> Iterator[Strip]:
    names = [Span(name, bold=True) for name in table.columns]
    named = any(table.columns)
    if named:
        yield from _table_row(setting, table, names, first=True)
    for number, cells in enumerate(table.rows):
        first = not (named or number)
        yield from _table_row(setting, table, [Span(cell) for cell in cells], first=first)


def _table_row(
    setting: Setting, table: Table, cells: Sequence[Span], *, first: bool
) -> list[Strip]:
    """Return the lines of one row, kept together unless they are many, with a hair line above."""
    size = setting.sizes.small
    lines: list[list[Item]] = []
    columns: list[list[Row]] = []
    lefts: list[float] = []
    left = 0.0
    for share, cell in zip(table.shares, cells, strict=True):
        width = share * setting.width
        columns.append(setting.type.span_rows([cell], size, width - _CELL_GAP_MM))
        lefts.append(left)
        left += width
    height = 0.0
    for across in zip_longest(*columns):
        found = [(row, x) for row, x in zip(across, lefts, strict=True) if row is not None]
        lines.append([moved(word, x, 0) for row, x in found for word in row.words])
        height = max(row.height for row, _x in found)
    strips = [Strip(tuple(items), height) for items in lines]
    if not strips:
        return []
    top = strips[0].lowered(_ROW_PAD_MM + (_PART_GAP_MM if first else 0.0))
    if not first:
        top = Strip((Rule(Rect(0, 0, setting.width, HAIR_MM)), *top.items), top.height)
    strips[0] = top
    last = strips[-1]
    strips[-1] = Strip(last.items, last.height + _ROW_PAD_MM)
    return paragraph(strips)
