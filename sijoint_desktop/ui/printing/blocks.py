"""Setting the blocks of a sheet: its head, the stop rules and the exercises."""

import math
from collections.abc import Sequence

from sijoint_desktop.core.language import tr
from sijoint_desktop.sheet.model import ExerciseBlock, Note, Sheet, Span
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.ui.printing.items import StopSign, TickBox, moved
from sijoint_desktop.ui.printing.paper import Rect
from sijoint_desktop.ui.printing.pictures import picture_strip
from sijoint_desktop.ui.printing.strips import (
    Band,
    Column,
    Setting,
    Strip,
    continued,
    labelled,
    paragraph,
    right_of,
    row_strips,
    stacked,
    total,
)
from sijoint_desktop.ui.printing.typeset import MM_PER_POINT, Row

_PAD_MM = 2.6  # between a rule and what stands below it
_ASIDE_GAP_MM = 8.0
_BOX_GAP_MM = 4.5
_TEXT_GAP_MM = 4.5
_PICTURE_SHARE = 0.46  # of the width, for pictures that stand beside the words
_NUMBER_MM = 9.0  # the column of the numbers
_MOST_LEFT_MM = 120.0  # for pictures with cautions below them
_MOST_HEAD_ROWS = 3  # a longer name flows with the rest of the words


def head_band(setting: Setting, sheet: Sheet) -> Band:
    """Return the title, who the sheet is for, and the advice beside or below them."""
    sizes, kind = setting.sizes, setting.type
    beside = not setting.large
    aside = [row for text in sheet.aside for row in kind.rows(text, sizes.body, setting.width / 3)]
    room = setting.width
    if beside and aside:
        room -= max(row.width for row in aside) + _ASIDE_GAP_MM
    strips = row_strips(kind.rows(sheet.title, sizes.title, room, bold=True), 0)
    strips += row_strips(kind.rows(sheet.subtitle, sizes.subtitle, room), 0)
    if beside:
        strips = _with_aside(strips, aside, setting.width)
    else:
        advice = kind.rows(" ".join(sheet.aside), sizes.body, room)
        strips += row_strips(advice, 0)
    note = Note(tr("Note from your clinician"), sheet.note)
    strips += labelled(kind, Column(0.0, setting.width), note, sizes.body, 1.6)
    return Band(tuple(strips), below=3.0)


def _with_aside(strips: Sequence[Strip], aside: Sequence[Row], width: float) -> list[Strip]:
    """Return the strips with rows at their right edge, counted from the last strip upwards."""
    found = list(strips)
    for back, row in enumerate(reversed(aside), start=1):
        if back > len(found):
            break
        strip = found[-back]
        down = strip.height - row.height
        extra = [moved(word, width - row.width, down) for word in row.words]
        found[-back] = Strip((*strip.items, *extra), strip.height)
    return found


def stop_band(setting: Setting, rules: Sequence[tuple[Span, ...]], *, sign: bool = True) -> Band:
    """Return the framed stop rules, with their octagon where they have a ``sign``."""
    size = setting.sizes.body
    edge = 2 * size * MM_PER_POINT if sign else 0.0
    x = edge + 8.0 if sign else 4.0
    strips: list[Strip] = []
    for number, spans in enumerate(rules):
        rows = setting.type.span_rows(spans, size, setting.width - x - 4.0)
        strips += row_strips(rows, x, 0.8 if number else 0.0)
    height = sum(strip.height for strip in strips)
    place = Rect(4.0, max(0.0, (height - edge) / 2), edge, edge)
    octagon = Strip((StopSign(place),), edge) if sign else None
    return Band(tuple(strips), pictures=octagon, above=2.8, below=2.8, framed=True)


def exercise_band(
    setting: Setting, block: ExerciseBlock, *, beside: bool, titled: bool = True
) -> Band:
    """Return one exercise: number, name, pictures, dose, steps and cautions.

    ``beside`` puts the pictures at the left of the words; otherwise they stand above them, larger.
    ``titled`` is False on a card, where the head says the name already.
    """
    number = setting.type.rows(block.number, setting.sizes.number, setting.width / 4, bold=True)
    indent = max((max(row.width + 3.5, _NUMBER_MM) for row in number), default=0.0)
    left, right = _columns(setting, indent, beside=beside)
    pictures = picture_strip(setting, block, left.x, left.width, beside=beside)
    heading = _heading(setting, block, number, right.x, indent) if titled else []
    words = _dose(setting, block, right) + _steps(setting, block.steps, right)
    if beside:
        pictures, tail = _balanced(setting, block, (left, right), pictures, heading + words)
    else:
        tail = _flat(_notes(setting, block, right))
    words += tail
    if len(heading) > _MOST_HEAD_ROWS:
        heading, words = [], heading + words
    again = _again(setting, block, number, right.x, indent)
    return Band(
        head=tuple(heading),
        strips=tuple(words),
        pictures=pictures,
        beside=beside,
        again=again,
        above=_PAD_MM,
        below=_PAD_MM,
        ruled=True,
        begins=True,
    )


def _columns(setting: Setting, indent: float, *, beside: bool) -> tuple[Column, Column]:
    """Return where pictures and words stand; both have the full width where not ``beside``."""
    if not beside:
        whole = Column(0.0, setting.width)
        return whole, whole
    share = (setting.width - indent) * _PICTURE_SHARE
    x = indent + share + _TEXT_GAP_MM
    return Column(indent, share), Column(x, setting.width - x)


def _balanced(
    setting: Setting,
    block: ExerciseBlock,
    columns: tuple[Column, Column],
    pictures: Strip | None,
    words: list[Strip],
) -> tuple[Strip | None, list[Strip]]:
    """Return pictures and notes: below the pictures go those that make the block shorter so."""
    left, right = columns
    below = _notes(setting, block, left)
    tail = _notes(setting, block, right)
    choices = []
    for count in range(len(tail) + 1) if pictures else [0]:
        stays = len(tail) - count
        beneath, rest = _flat(below[stays:]), _flat(tail[:stays])
        height = total([*([pictures] if pictures else []), *beneath])
        if not count or height < _MOST_LEFT_MM:
            choices.append((max(height, total(words) + total(rest)), beneath, rest))
    _height, beneath, rest = min(choices, key=_first)
    return (stacked([pictures, *beneath]) if pictures else None), rest


def _flat(paragraphs: Sequence[list[Strip]]) -> list[Strip]:
    return [strip for one in paragraphs for strip in one]


def _first(choice: tuple[float, list[Strip], list[Strip]]) -> float:
    return choice[0]


def _notes(setting: Setting, block: ExerciseBlock, column: Column) -> list[list[Strip]]:
    """Return the two cautions and every further note, each as the strips of its paragraph."""
    sizes, kind = setting.sizes, setting.type
    care = Note(tr("Take care"), block.take_care)
    not_for = Note(tr("Not for everyone"), block.not_for)
    return [
        labelled(kind, column, care, sizes.body, 1.4),
        labelled(kind, column, not_for, sizes.small, 1.4),
        *(labelled(kind, column, note, sizes.body, 1.2) for note in block.notes),
    ]


def _heading(
    setting: Setting, block: ExerciseBlock, number: Sequence[Row], x: float, indent: float
) -> list[Strip]:
    """Return the name, with the number at the left edge of its first row."""
    at = x or indent
    name = setting.type.rows(block.name, setting.sizes.name, setting.width - at, bold=True)
    strips = row_strips(name, at)
    if number and strips:
        strips[0] = _numbered(strips[0], number[0], level=not x)
    return strips


def _numbered(strip: Strip, number: Row, *, level: bool) -> Strip:
    """Return the strip with the number before it; ``level`` puts both on one baseline."""
    words = list(strip.items)
    height = strip.height
    if level and number.height > height:
        words = [moved(item, 0, 0.74 * (number.height - height)) for item in words]
        height = number.height
    return Strip((*number.words, *words), height)


def _again(
    setting: Setting, block: ExerciseBlock, number: Sequence[Row], x: float, indent: float
) -> Strip | None:
    """Return the first row of a further page of the same exercise, or None without a name."""
    at = x or indent
    size = setting.sizes.name
    more = setting.type.width(continued(" "), size, bold=True)
    name = setting.type.shortened(block.name, size, setting.width - at - more - 1.0)
    text = continued(name)
    strips = row_strips(setting.type.rows(text, size, setting.width - at, bold=True), at)
    if not block.name or not strips:
        return None
    return _numbered(strips[0], number[0], level=not x) if number else strips[0]


def _dose(setting: Setting, block: ExerciseBlock, column: Column) -> list[Strip]:
    """Return how much to do, with the boxes to tick for each side."""
    spans = [Span(sentence(block.dose), bold=True), Span(block.dose_detail)]
    rows = setting.type.span_rows(spans, setting.sizes.body, column.width)
    return _with_boxes(setting, row_strips(rows, column.x, 0.6), block.boxes, column.x)


def _steps(setting: Setting, steps: Sequence[str], column: Column) -> list[Strip]:
    """Return the steps: each behind its number in a line of its own, or joined to a paragraph."""
    size, kind = setting.sizes.body, setting.type
    if setting.joined:
        numbered = [(Span(f"{n}.", bold=True), Span(t)) for n, t in enumerate(steps, start=1)]
        rows = kind.span_rows([span for pair in numbered for span in pair], size, column.width)
        return row_strips(rows, column.x, 1.2)
    hang = kind.width(f"{len(steps)}.", size, bold=True) + 1.6
    strips: list[Strip] = []
    for number, text in enumerate(steps, start=1):
        rows = kind.rows(text, size, column.width - hang)
        step = row_strips(rows, column.x + hang, 1.4 if number == 1 else 0.5)
        (mark,) = kind.rows(f"{number}.", size, 2 * hang, bold=True)
        strips += paragraph(_marked(step, mark, column.x))
    return strips


def _marked(step: list[Strip], mark: Row, x: float) -> list[Strip]:
    """Return the rows of a step with its number before the first."""
    if not step:
        return []
    first, *rest = step
    down = first.height - mark.height  # the white space above belongs to the row
    words = [moved(word, x, down) for word in mark.words]
    return [Strip((*words, *first.items), first.height), *rest]


def _with_boxes(
    setting: Setting, strips: Sequence[Strip], words: Sequence[str], x: float
) -> list[Strip]:
    """Return the strips with tick boxes behind the last row, and below it those that are left."""
    boxes = [_box(setting, word) for word in words]
    widths = [max(item.rect.right for item in box.items) for box in boxes]
    found = list(strips)
    at = right_of(found) + _BOX_GAP_MM
    if at + sum(widths) + _BOX_GAP_MM * (len(boxes) - 1) > setting.width:
        at = math.inf  # they begin a row of their own, so that Left and Right stay together
    for box, wide in zip(boxes, widths, strict=True):
        if not found or (at > x and at + wide > setting.width):
            found.append(Strip((), box.height).lowered(0.8))
            at = x
        down = found[-1].height - box.height
        extra = [moved(item, at, down) for item in box.items]
        found[-1] = Strip((*found[-1].items, *extra), found[-1].height)
        at += wide + _BOX_GAP_MM
    return found


def _box(setting: Setting, word: str) -> Strip:
    """Return a tick box with a word behind it."""
    size = setting.sizes.body
    edge = 1.15 * size * MM_PER_POINT
    row = setting.type.rows(word, size, setting.width / 2)[0]
    box = TickBox(Rect(0.0, (row.height - edge) / 2, edge, edge))
    return Strip((box, *(moved(w, edge + 1.5, 0) for w in row.words)), row.height)
