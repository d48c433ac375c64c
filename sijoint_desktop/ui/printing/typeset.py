"""Breaking words into lines, with the very measures that the painter uses."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from sijoint_desktop.sheet.model import Span
from sijoint_desktop.ui.printing.items import Words
from sijoint_desktop.ui.printing.paper import Rect

UNITS_PER_POINT = 20
"""Type is measured and painted in twentieths of a point, so whole pixel sizes are fine enough."""

UNITS_PER_MM = 72 * UNITS_PER_POINT / 25.4
MM_PER_POINT = 25.4 / 72
_BREAKING_SPACE = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
LEADING = 1.3  # line height over type size
_RIGHT_TO_LEFT = ("R", "AL", "AN")  # bidirectional classes of Unicode
_OPEN, _SHUT = "\u2066", "\u2069"  # what lies between is ordered for itself, from left to right
_EDGES = f" \N{NO-BREAK SPACE}{_OPEN}{_SHUT}"
_BASELINE = 0.98  # from the top of the line to the baseline, over type size


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type sizes of a sheet, in points."""

    title: float
    subtitle: float
    number: float
    name: float
    body: float
    caption: float
    heading: float
    small: float


USUAL = Sizes(title=22, subtitle=11, number=20, name=13, body=10, caption=9, heading=12, small=9)
LARGE = Sizes(title=28, subtitle=18, number=28, name=22, body=18, caption=18, heading=22, small=18)
"""Large print as low-vision guidance asks for it: nothing below 18 points (RNIB Clear Print)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of words: its runs, placed from the left edge and the top of the line."""

    words: tuple[Words, ...]
    width: float
    height: float


def print_font(family: str, size_pt: float, *, bold: bool) -> QFont:
    """Return the font that one unit of the paint coordinates is a twentieth of a point of."""
    font = QFont(family)
    font.setPixelSize(max(1, round(size_pt * UNITS_PER_POINT)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def tidy(text: str) -> str:
    """Return text on one line, without characters that print as nothing."""
    kept = "".join(c for c in text if c.isprintable() or c.isspace())
    return _BREAKING_SPACE.sub(" ", kept).strip()


class Typesetter:
    """Breaks text of one family into rows that fit a width."""

    def __init__(self, family: str) -> None:
        self.family = family
        self._set: dict[tuple[tuple[Span, ...], float, float], list[Row]] = {}

    def width(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        """Return the width of text on one line, in millimetres."""
        metrics = QFontMetricsF(print_font(self.family, size_pt, bold=bold))
        return metrics.horizontalAdvance(tidy(text)) / UNITS_PER_MM

    def shortened(self, text: str, size_pt: float, width: float) -> str:
        """Return bold text cut with an ellipsis where it would be wider than ``width`` mm."""
        metrics = QFontMetricsF(print_font(self.family, size_pt, bold=True))
        return metrics.elidedText(tidy(text), Qt.TextElideMode.ElideRight, width * UNITS_PER_MM)

    def rows(self, text: str, size_pt: float, width: float, *, bold: bool = False) -> list[Row]:
        """Break text of one weight into rows no wider than ``width`` mm; words too long break."""
        return self.span_rows([Span(text, bold)], size_pt, width)

    def span_rows(self, spans: Sequence[Span], size_pt: float, width: float) -> list[Row]:
        """Break spans of either weight into rows no wider than ``width`` mm.

        A sheet tries several layouts, so what was set once is kept.
        """
        key = (tuple(spans), size_pt, width)
        if key not in self._set:
            self._set[key] = self._broken(spans, size_pt, width)
        return list(self._set[key])

    def _broken(self, spans: Sequence[Span], size_pt: float, width: float) -> list[Row]:
        runs = list(_runs(spans))
        if not runs:
            return []
        layout = QTextLayout(
            "".join(run.text for run in runs), print_font(self.family, size_pt, bold=False)
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(run, size_pt) for run in runs if run.bold])
        layout.beginLayout()
        rows = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * UNITS_PER_MM)
            rows.append(_row(line, runs, size_pt))
        layout.endLayout()
        return rows

    def _format(self, run: "_Run", size_pt: float) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setFont(print_font(self.family, size_pt, bold=True))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = run.start, run.end - run.start, form
        return part


@dataclass(frozen=True, slots=True)
class _Run:
    """A span with its place in the joined text, in the UTF-16 units that Qt counts in."""

    text: str
    bold: bool
    start: int
    end: int

    def part(self, start: int, end: int) -> str:
        """Return what of the run lies between two places of the joined text."""
        units = self.text.encode("utf-16-le")
        low, high = max(start - self.start, 0), min(end, self.end) - self.start
        return units[2 * low : 2 * max(low, high)].decode("utf-16-le", "ignore")


def _runs(spans: Iterable[Span]) -> Iterator[_Run]:
    texts = [(tidy(span.text), span.bold) for span in spans]
    # each run is painted by itself, so letters from right to left must not reorder its neighbours
    apart = any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for text, _ in texts for c in text)
    start = 0
    for words, bold in texts:
        if not words:
            continue
        text = f" {words}" if start else words
        if apart:
            text = f"{_OPEN}{text}{_SHUT}"
        end = start + len(text.encode("utf-16-le")) // 2
        yield _Run(text, bold, start, end)
        start = end


def _row(line: QTextLine, runs: Iterable[_Run], size_pt: float) -> Row:
    height = size_pt * LEADING * MM_PER_POINT
    baseline = size_pt * _BASELINE * MM_PER_POINT
    first, last = line.textStart(), line.textStart() + line.textLength()
    words = []
    for run in runs:
        raw = run.part(first, last)
        text = raw.strip(_EDGES)
        if not text:
            continue
        begin = max(first, run.start) + len(raw) - len(raw.lstrip(_EDGES))
        end = begin + len(text.encode("utf-16-le")) // 2
        # where directions mix, neither end needs to be at an edge
        inner = range(begin, end + 1) if _OPEN in run.text else (begin, end)
        places = [_x(line, place) for place in inner]
        rect = Rect(min(places), 0.0, max(places) - min(places), height)
        words.append(Words(rect, text, size_pt, run.bold, baseline))
    width = max((w.rect.right for w in words), default=0.0)
    return Row(tuple(words), width, height)


def _x(line: QTextLine, position: int) -> float:
    # the bindings answer with the place and the position that was really looked up
    place, _position = cast("tuple[float, int]", line.cursorToX(position))
    return place / UNITS_PER_MM
