"""Setting the log to fill in by hand: as many days side by side as their names leave room for."""

from collections.abc import Iterator, Sequence

from sijoint_desktop.sheet.model import Log, LogDay
from sijoint_desktop.ui.printing.items import Frame, Item, moved
from sijoint_desktop.ui.printing.paper import Rect
from sijoint_desktop.ui.printing.strips import HAIR_MM, Band, Setting, Strip, row_strips

_CELL_PAD_MM = 1.5
_LEAST_CELL_MM = 8.0  # a number is written into it by hand
_LEAST_ROW_MM = 7.5


def log_band(setting: Setting, log: Log) -> Band:
    """Return the log with its heading and note; large print has it in tables of a week each."""
    sizes, kind = setting.sizes, setting.type
    labels = [kind.width(text, sizes.small) for text in log.rows]
    label = min(max(labels, default=0.0) + 2 * _CELL_PAD_MM + 0.5, setting.width / 2)
    days = max(len(log.days), 1)
    for columns in (days, (days + 1) // 2, (days + 3) // 4, 1):
        cell = (setting.width - label) / columns
        if cell >= max(_LEAST_CELL_MM, _widest(setting, log.days) + 1.0):
            break
    strips = row_strips(kind.rows(log.heading, sizes.heading, setting.width, bold=True), 0)
    for start in range(0, days, columns):
        table = list(_table(setting, log, log.days[start : start + columns], label, cell))
        strips += [table[0].lowered(1.0 if start == 0 else 3.0), *table[1:]]
    strips += row_strips(kind.rows(log.note, sizes.small, setting.width), 0, 1.2)
    return Band(tuple(strips), above=2.4, ruled=True)


def _widest(setting: Setting, days: Sequence[LogDay]) -> float:
    """Return the width that the longest part of any day's name needs."""
    parts = [part for day in days for part in (day.weekday, day.day)]
    size = setting.sizes.small
    return max((setting.type.width(part, size, bold=True) for part in parts), default=0.0)


def _table(
    setting: Setting, log: Log, days: Sequence[LogDay], label: float, cell: float
) -> Iterator[Strip]:
    yield _day_names(setting, days, label, cell)
    size = setting.sizes.small
    for text in log.rows:
        rows = setting.type.rows(text, size, label - 2 * _CELL_PAD_MM)
        tall = sum(row.height for row in rows)
        height = max(_LEAST_ROW_MM, tall + _CELL_PAD_MM)
        items: list[Item] = [Frame(Rect(0, 0, label, height), HAIR_MM)]
        y = (height - tall) / 2
        for row in rows:
            items += [moved(word, _CELL_PAD_MM, y) for word in row.words]
            y += row.height
        for number in range(len(days)):
            items.append(Frame(Rect(label + number * cell, 0, cell, height), HAIR_MM))
        yield Strip(tuple(items), height)


def _day_names(setting: Setting, days: Sequence[LogDay], label: float, cell: float) -> Strip:
    """Return the names of the days: "Th 26" in one row, or in two where cells are narrow."""
    size, kind = setting.sizes.small, setting.type
    single = all(kind.width(f"{d.weekday} {d.day}", size, bold=True) + 0.8 <= cell for d in days)
    items: list[Item] = []
    height = 0.0
    for number, day in enumerate(days):
        y = 0.0
        for text in (f"{day.weekday} {day.day}",) if single else (day.weekday, day.day):
            for row in kind.rows(text, size, cell, bold=True):
                x = label + number * cell + (cell - row.width) / 2
                items += [moved(word, x, y) for word in row.words]
                y += row.height
        height = max(height, y)
    return Strip(tuple(items), height + 0.6)
