"""Finding the place of everything on a sheet: measured first, and parted only between exercises."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sijoint_desktop.core.language import tr
from sijoint_desktop.sheet.model import Sheet
from sijoint_desktop.ui.printing.blocks import exercise_band, head_band, stop_band
from sijoint_desktop.ui.printing.items import Item, Layout, moved
from sijoint_desktop.ui.printing.log import log_band
from sijoint_desktop.ui.printing.paper import Page
from sijoint_desktop.ui.printing.sections import section_band
from sijoint_desktop.ui.printing.strips import Band, Setting, row_strips
from sijoint_desktop.ui.printing.typeset import LARGE, USUAL, Typesetter

_FOOT_GAP_MM = 3.0
_BAND_GAP_MM = 3.0  # below the framed stop rules
_MOST_SPREAD_MM = 5.0  # white space that a full page may add between two exercises

_PICTURE_SHARES = (1.0, 0.85, 0.7, 0.55, 0.45)
"""How far pictures above the words may shrink; the smallest are still larger than usual ones."""

_ROOMY = (1, 2)
"""With no more exercises on a page there is room for pictures above the words, and larger."""

_Pages = list[list[Band]]
_Options = tuple[Band, ...]  # the same block with ever smaller pictures


def lay_out(sheet: Sheet, page: Page, family: str) -> Layout:
    """Return the pages of a sheet set in a font family.

    Pages break between exercises. Steps stand one below the other; they are joined to paragraphs,
    and large pictures made smaller, only where that saves a page.
    """
    setting = _setting(sheet, page, family)
    room = page.inside.height - _foot_height(setting, sheet) - _FOOT_GAP_MM
    # large print keeps its steps in lines of their own: it is for those who lose their place
    joined = (False,) if sheet.large_print else (False, True)
    tries = [
        _paged(_bands(replace(setting, joined=each), sheet), room, sheet.per_page)
        for each in joined
    ]
    pages = min(tries, key=len)
    count = len(pages)
    placed = tuple(
        (*_body(page, bands, room, last=n == count), *_foot(setting, sheet, page, (n, count)))
        for n, bands in enumerate(pages, start=1)
    )
    return Layout(page, placed)


def _setting(sheet: Sheet, page: Page, family: str) -> Setting:
    sizes = LARGE if sheet.large_print else USUAL
    return Setting(Typesetter(family), sizes, page.inside.width, sheet.large_print)


def _bands(setting: Setting, sheet: Sheet) -> Iterator[_Options]:
    yield (head_band(setting, sheet),)
    if sheet.stop_rules:
        yield (stop_band(setting, sheet.stop_rules, sign=sheet.stop_sign),)
    card = sheet.log is None
    beside = not (sheet.large_print or card)
    above = not beside or sheet.per_page in _ROOMY
    for block in sheet.blocks:
        large = tuple(
            exercise_band(replace(setting, shrink=share), block, beside=False, titled=not card)
            for share in (_PICTURE_SHARES if above else ())
        )
        usual = (exercise_band(setting, block, beside=True, titled=not card),) if beside else ()
        yield (*large, *usual)
    for section in sheet.sections:
        yield (section_band(setting, section),)
    if sheet.log:
        yield (log_band(setting, sheet.log),)


def _gap(band: Band) -> float:
    return _BAND_GAP_MM if band.framed else 0.0


def _paged(bands: Iterator[_Options], room: float, per_page: int) -> _Pages:
    """Return the bands of each page; one that does not fit begins the next page.

    One that is taller than a page is parted, and begins on a page that is half empty or more. With
    ``per_page`` no page begins more exercises than that, and they share its room.
    """
    pages: _Pages = [[]]
    left = room
    for options in bands:
        begun = sum(band.begins for band in pages[-1])
        if per_page and options[0].begins and begun >= per_page:
            pages.append([])
            left, begun = room, 0
        shared = left / (per_page - begun) if per_page and options[0].begins else left
        for part in _parts(options, (shared, left, room)):
            if part.height > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(part)
            left -= part.height + _gap(part)
    return pages


def _parts(options: _Options, spaces: tuple[float, float, float]) -> list[Band]:
    """Return the roomiest option that fits its share, what is left of the page, or else a page.

    What fits none of them is parted.
    """
    for space in spaces:
        for band in options:
            if band.height <= space:
                return [band]
    _shared, left, room = spaces
    first = left if left > room / 2 else room
    return min((band.parts(first, room) for band in options), key=len)


def _body(page: Page, bands: Sequence[Band], room: float, *, last: bool) -> Iterator[Item]:
    inside = page.inside
    spread = _spread(bands, room, last=last)
    y = 0.0
    for band in bands:
        for item in band.items(y, inside.width):
            yield moved(item, inside.x, inside.y)
        y += band.height + _gap(band) + (spread if band.ruled else 0.0)


def _spread(bands: Sequence[Band], room: float, *, last: bool) -> float:
    """Return the white space to add below each exercise, so that a page is evenly filled."""
    ruled = sum(band.ruled for band in bands)
    if last or ruled < 2:
        return 0.0
    used = sum(band.height + _gap(band) for band in bands)
    return min(max(0.0, (room - used) / ruled), _MOST_SPREAD_MM)


def _foot(setting: Setting, sheet: Sheet, page: Page, number: tuple[int, int]) -> Iterator[Item]:
    items = _foot_items(setting, sheet, number)
    height = max((item.rect.bottom for item in items), default=0.0)
    for item in items:
        yield moved(item, page.inside.x, page.inside.bottom - height)


def _foot_items(setting: Setting, sheet: Sheet, number: tuple[int, int]) -> list[Item]:
    size, kind = setting.sizes.small, setting.type
    page, pages = number
    count = kind.rows(tr("{page} of {pages}", page=page, pages=pages), size, setting.width / 3)
    width = max((row.width for row in count), default=0.0)
    items: list[Item] = []
    for rows, x in (
        (kind.rows(sheet.footer, size, setting.width - width - 6.0), 0.0),
        (count, setting.width - width),
    ):
        y = 0.0
        for strip in row_strips(rows, x):
            items += [moved(item, 0, y) for item in strip.items]
            y += strip.height
    return items


def _foot_height(setting: Setting, sheet: Sheet) -> float:
    # as tall as the widest count that there will ever be makes it
    return max((i.rect.bottom for i in _foot_items(setting, sheet, (888, 888))), default=0.0)
